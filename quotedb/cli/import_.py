"""`quotedb import`: other programs' files in."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from quotedb.cli import render
from quotedb.cli.options import Db, DryRun, Json, Output, Quiet
from quotedb.cli.render import Column
from quotedb.errors import QuotedbError

app = typer.Typer()

COUNTS = tuple(
    Column(name, name)
    for name in ("read", "new", "known", "variant", "excerpt", "review", "restored", "skipped")
)


@app.command(name="import")
def import_(
    form: Annotated[str, typer.Argument(metavar="FORMAT", help="The file's format: jsonl.")],
    file: Annotated[str, typer.Argument(metavar="FILE", help="The file, or - for standard input.")],
    strict: Annotated[
        bool, typer.Option("--strict", help="Keep nothing if any record is bad.")
    ] = False,
    workers: Annotated[
        int | None, typer.Option("--workers", min=1, help="Processes to use; one a core.")
    ] = None,
    dry_run: DryRun = False,
    db: Db = None,
    output: Output = None,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Record what another program's file holds; what is there already is not doubled.

    A bad record is reported with its line and skipped, or stops everything with --strict.
    """
    from quotedb.actions import importing as action
    from quotedb.actions import opening

    processes = workers or os.cpu_count() or 1
    failed: list[QuotedbError] = []
    with opening.writing(db, dry_run=dry_run) as database:
        counts = action.import_file(
            database, form, file, failed.append, strict=strict, workers=processes
        )
    render.record(counts, COUNTS, output)
    raise typer.Exit(render.failures(failed, output))
