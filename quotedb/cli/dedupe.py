"""`quotedb dedupe`: the whole store matched again."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from quotedb.cli import render
from quotedb.cli.options import Db, DryRun, Engine, Json, Master, Output, Quiet
from quotedb.cli.render import Column
from quotedb.errors import InvalidValue

app = typer.Typer()

COUNTS = tuple(
    Column(name, name)
    for name in ("quotes", "pairs", "groups", "variant", "excerpt", "review", "capped")
)


@app.command()
def dedupe(
    files: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[FILE…]", help="For --engine spark: quotes in Parquet or JSON Lines."
        ),
    ] = None,
    engine: Engine = "local",
    master: Master = None,
    folder: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FOLDER",
            help="Where what is found among the quotes of FILES is written as Parquet; no"
            " database is touched.",
        ),
    ] = None,
    workers: Annotated[
        int | None,
        typer.Option("--workers", min=1, help="Processes of the local engine; one a core."),
    ] = None,
    dry_run: DryRun = False,
    db: Db = None,
    output: Output = None,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Match all quotes with each other again, and tie what is the same or a part.

    What is tied already stays, and what a person held apart is never tied. `capped` counts the
    fingerprints so frequent that not all of their quotes were looked at.
    """
    from quotedb.actions import dedupe as action
    from quotedb.actions import opening

    if files or folder:
        if not (files and folder) or dry_run:
            raise InvalidValue(
                "files of quotes go into a folder",
                hint="quotedb dedupe --engine spark FILE… --output FOLDER",
            )
        from quotedb.actions.dedupe_files import dedupe_files

        failed = render.Failures(output)
        counts = dedupe_files(files, engine, folder, failed, master)
        render.record(counts, COUNTS, output)
        raise typer.Exit(failed.code)
    processes = workers or os.cpu_count() or 1
    with (
        opening.writing(db, dry_run=dry_run) as database,
        render.progress("quotes", quiet=quiet) as went,
    ):
        counts = action.dedupe(database, engine, workers=processes, master=master, went=went)
    render.record(counts, COUNTS, output)
