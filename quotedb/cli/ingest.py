"""`quotedb ingest`: whole articles into the database."""

from __future__ import annotations

from typing import Annotated

import typer

from quotedb.cli import render
from quotedb.cli.add import COLUMNS
from quotedb.cli.options import (
    Authors,
    Db,
    DryRun,
    Issued,
    Json,
    Lang,
    Outlet,
    Output,
    Publisher,
    Quiet,
    Title,
    Typewriter,
    Url,
)

app = typer.Typer()


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
    dry_run: DryRun = False,
    db: Db = None,
    output: Output = None,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Extract, attribute and record the quotations of articles.

    What an option says of the source goes before what the file says of itself. The same article
    a second time changes nothing.
    """
    from quotedb.actions import ingest as action
    from quotedb.actions import opening, shapes
    from quotedb.actions.sources import Description

    told = Description(
        title, outlet, tuple(author or ()), issued, url, publisher=publisher, language=lang
    )
    failed = render.Failures(output)
    outcomes = []
    with opening.writing(db, dry_run=dry_run) as database:
        for done in action.ingest_files(database, files, told, failed, typewriter=typewriter):
            render.notes(done.article.path, done.remarks, quiet=quiet)
            outcomes += [shapes.outcome(outcome) for outcome in done.outcomes]
    render.records(outcomes, COLUMNS, output)
    raise typer.Exit(failed.code)
