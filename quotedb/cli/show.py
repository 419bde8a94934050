"""`quotedb show`: one quote with everything known of it."""

from __future__ import annotations

from typing import Annotated

import typer

from quotedb.cli import render
from quotedb.cli.options import LARGEST, Db, Format, Json, Output, Quiet
from quotedb.cli.render import Column

app = typer.Typer()


def _title(source: dict[str, str | None]) -> str:
    """A source in a word or two."""
    return source["title"] or source["outlet"] or source["url"] or ""


COLUMNS = (
    Column("id", "quote"),
    Column("text", "text"),
    Column("speaker", "speaker"),
    Column("role", "role"),
    Column("said", "said"),
    Column("place", "place"),
    Column("event", "event"),
    Column("status", "status"),
    Column("language", "language"),
    Column("tags", "tags"),
    Column("note", "note"),
)
EVIDENCE = (
    Column("status", "status"),
    Column("because", "because", wraps=True),
    Column("source", "shown by", wraps=True, put=_title),
    Column("who", "who"),
    Column("at", "when"),
)
ATTESTATIONS = (
    Column("id", "printed"),
    Column("described", "in"),
    Column("issued", "issued"),
    Column("speaker_as_written", "speaker as written"),
    Column("cue", "cue"),
    Column("where", "where"),
    Column("method", "found by"),
    Column("confidence", "conf"),
    Column("exact", "exact words", wraps=True),
)
RELATIONS = (
    Column("direction", "relation"),
    Column("quote", "quote"),
    Column("score", "score"),
    Column("reason", "because", wraps=True),
    Column("text", "text", wraps=True),
)


@app.command()
def show(
    quote: Annotated[
        int,
        typer.Argument(
            metavar="ID", min=-LARGEST, max=LARGEST, help="The number that search prints."
        ),
    ],
    db: Db = None,
    output: Output = None,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Show one quote with all its attestations and relations."""
    from quotedb.actions import opening, shapes
    from quotedb.actions import show as action

    with opening.reading(db) as database:
        shown = shapes.quote(action.show(database, quote))
    render.record(shown, COLUMNS, output)
    if output is Format.table:
        for rows, columns in (
            (shown["evidence"], EVIDENCE),
            (shown["attestations"], ATTESTATIONS),
            (shown["related"], RELATIONS),
        ):
            render.text(["\n"] if rows else [])
            render.records(rows, columns, output)
