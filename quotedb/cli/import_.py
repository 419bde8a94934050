"""`quotedb import`: other programs' files in."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from quotedb.cli import render
from quotedb.cli.options import Db, DryRun, Json, Output, Quiet
from quotedb.cli.render import Column
from quotedb.errors import InvalidValue
from quotedb.facts import Remark

app = typer.Typer()

COUNTS = tuple(
    Column(name, name)
    for name in ("read", "new", "known", "variant", "excerpt", "review", "restored", "skipped")
)


@app.command(name="import")
def import_(
    form: Annotated[
        str,
        typer.Argument(
            metavar="[FORMAT]",
            help="The file's format; guessed when it is left out. Known: bibtex, csl-json, csv,"
            " fortune, gdelt, goodreads, hypothesis, jsonl, kindle, parquet, quotebank, readwise,"
            " ris, wikiquote, zotero.",
        ),
    ],
    file: Annotated[
        str | None,
        typer.Argument(
            metavar="FILE", help="The file, perhaps packed; a folder of Parquet files; or -."
        ),
    ] = None,
    columns: Annotated[
        str | None,
        typer.Option(
            "--map",
            metavar="OPTION=COLUMN,…",
            help="For csv: which column has what, as text=Quote,speaker=Who.",
        ),
    ] = None,
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

    A bad record is reported with its line and skipped, or stops everything with --strict. What
    was read is kept as it goes: after an interruption, the same command goes on.
    """
    from quotedb.actions import importing as action
    from quotedb.actions import opening
    from quotedb.actions.intake import Asked

    path = file if file is not None else form
    named = form if file is not None else None
    asked = Asked(named, mapped(columns), strict, workers or os.cpu_count() or 1)
    failed = render.Failures(output)

    def noted(remark: Remark) -> None:
        render.notes(remark.where, [remark.what], quiet=quiet)

    with (
        opening.writing(db, dry_run=dry_run) as database,
        render.progress("records", quiet=quiet) as went,
    ):
        counts = action.import_file(database, path, asked, failed, went, noted)
    render.record(counts, COUNTS, output)
    raise typer.Exit(failed.code)


def mapped(columns: str | None) -> dict[str, str] | None:
    """What `--map` says, by option.

    Raises:
        InvalidValue: a part of it is no `OPTION=COLUMN`.
    """
    if columns is None:
        return None
    pairs = [part.partition("=") for part in columns.split(",")]
    if not all(option.strip() and column.strip() for option, _, column in pairs):
        raise InvalidValue(
            f"{columns!r} maps no columns", hint="Write --map text=Quote,speaker=Who"
        )
    return {option.strip(): column.strip() for option, _, column in pairs}
