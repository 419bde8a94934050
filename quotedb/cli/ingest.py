"""`quotedb ingest`: whole articles into the database."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from quotedb.cli import render
from quotedb.cli.add import COLUMNS
from quotedb.cli.options import (
    Authors,
    Db,
    DryRun,
    Engine,
    Issued,
    Json,
    Lang,
    Master,
    Outlet,
    Output,
    Publisher,
    Quiet,
    Title,
    Typewriter,
    Url,
)
from quotedb.cli.render import Column
from quotedb.errors import InvalidValue

if TYPE_CHECKING:
    from quotedb.actions.sources import Description

app = typer.Typer()

COUNTS = tuple(
    Column(name, name)
    for name in (
        "articles", "bad", "repeated", "quotations", "new", "known", "variant", "excerpt", "review",
    )
)  # fmt: skip


@app.command()
def ingest(
    files: Annotated[list[str], typer.Argument(metavar="FILE…", help="Articles, folders, or -.")],
    lang: Lang = None,
    title: Title = None,
    outlet: Outlet = None,
    author: Authors = None,
    issued: Issued = None,
    url: Url = None,
    publisher: Publisher = None,
    typewriter: Typewriter = False,
    engine: Engine = "local",
    master: Master = None,
    folder: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FOLDER",
            help="With --engine spark: keep the facts as Parquet, for quotedb import;"
            " without --db no database is touched.",
        ),
    ] = None,
    dry_run: DryRun = False,
    db: Db = None,
    output: Output = None,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Extract, attribute and record the quotations of articles.

    What an option says of the source goes before what the file says of itself. The same article
    a second time changes nothing.

    Articles may also be records in Parquet or JSON Lines, with the columns text, title, outlet,
    authors, issued, url, publisher and language. Of those Spark records many together.
    """
    from quotedb.actions import ingest as action
    from quotedb.actions import opening, shapes
    from quotedb.actions.sources import Description

    told = Description(
        title, outlet, tuple(author or ()), issued, url, publisher=publisher, language=lang
    )
    failed = render.Failures(output)
    if engine != "local":
        job = Job(engine, files, told, typewriter, master, folder)
        render.record(job.done(db, failed, dry_run=dry_run, quiet=quiet), COUNTS, output)
        raise typer.Exit(failed.code)
    if folder or master:
        raise InvalidValue(
            "one machine needs no --output and no --master", hint="They are for --engine spark"
        )
    outcomes = []
    with opening.writing(db, dry_run=dry_run) as database:
        for done in action.ingest_files(database, files, told, failed, typewriter=typewriter):
            render.notes(done.article.path, done.remarks, quiet=quiet)
            outcomes += [shapes.outcome(outcome) for outcome in done.outcomes]
    render.records(outcomes, COLUMNS, output)
    raise typer.Exit(failed.code)


@dataclass(frozen=True, slots=True)
class Job:
    """Articles for an engine past this machine, as the options say."""

    engine: str
    files: list[str]
    told: Description
    typewriter: bool
    master: str | None
    folder: str | None

    def done(
        self, db: str | None, failed: render.Failures, *, dry_run: bool, quiet: bool
    ) -> dict[str, int]:
        """Do it, into a folder or a database or both, and count.

        Raises:
            InvalidValue: a folder is to be kept, and nothing is.
        """
        from quotedb.actions import bulk_ingest, opening
        from quotedb.actions.engines import Articles

        if self.folder and dry_run:
            raise InvalidValue("--dry-run keeps nothing", hint="Leave out --output")
        articles = Articles(self.files, self.told, self.typewriter, self.master)
        if self.folder and not db:
            return bulk_ingest.into_folder(articles, self.engine, self.folder, failed)
        with (
            opening.writing(db, dry_run=dry_run) as database,
            render.progress("facts", quiet=quiet) as went,
        ):
            return bulk_ingest.into_database(
                database, articles, self.engine, self.folder, failed, went
            )
