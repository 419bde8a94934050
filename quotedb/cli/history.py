"""`quotedb log` and `quotedb undo`: what was done to the facts, and taking it back."""

from __future__ import annotations

from typing import Annotated

import typer

from quotedb.cli import render
from quotedb.cli.options import LARGEST, Db, DryRun, Format, Json, Output, Quiet
from quotedb.cli.render import Column

app = typer.Typer()


def _told(rows: dict[str, object] | list[dict[str, object]]) -> str:
    """Columns with their values; of whole rows those that have one, a row a line."""
    if isinstance(rows, dict):
        return "; ".join(f"{name}: {'-' if v is None else v}" for name, v in rows.items())
    told = ({name: v for name, v in row.items() if v not in (None, "")} for row in rows)
    return "\n".join("; ".join(f"{name}: {v}" for name, v in row.items()) for row in told)


ENTRIES = (
    Column("id", "entry"),
    Column("at", "when"),
    Column("who", "who"),
    Column("action", "did"),
    Column("about", "to", wraps=True),
    Column("summary", "rows", wraps=True),
    Column("undone_by", "undone by"),
)
CHANGES = (
    Column("fact", "fact"),
    Column("what", "what"),
    Column("key", "which"),
    Column("before", "before", wraps=True, put=_told),
    Column("after", "after", wraps=True, put=_told),
)
MaybeEntry = Annotated[
    int | None,
    typer.Argument(
        metavar="[ENTRY]", min=-LARGEST, max=LARGEST, help="The number of an entry.",
        show_default=False,
    ),
]  # fmt: skip


@app.command()
def log(
    entry: MaybeEntry = None,
    quote: Annotated[
        int | None, typer.Option("--quote", metavar="ID", help="Only what was done to a quote.")
    ] = None,
    limit: Annotated[
        int, typer.Option("--limit", min=1, max=LARGEST, help="At most so many entries.")
    ] = 20,
    db: Db = None,
    output: Output = None,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Show what was done to the facts, the last first; of one ENTRY, what was before and after."""
    from quotedb.actions import history, opening, shapes

    with opening.reading(db) as database:
        if entry is None:
            found = history.log(database, quote=quote, limit=limit)
            render.records([shapes.entry(one) for one in found], ENTRIES, output)
            return
        shown = shapes.entry(history.entry(database, entry))
    render.record(shown, ENTRIES, output)
    if output is Format.table:
        render.text(["\n"])
        render.records(shown["changes"], CHANGES, output)


@app.command()
def undo(
    entry: MaybeEntry = None,
    dry_run: DryRun = False,
    db: Db = None,
    output: Output = None,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Take back the last change, or the ENTRY of the log if nothing later rests on it.

    An undo can be taken back as well, by its own number.
    """
    from quotedb.actions import history, opening, shapes

    with opening.writing(db, dry_run=dry_run) as database:
        undone = history.undo(database, entry)
    render.record(shapes.entry(undone), ENTRIES, output)
