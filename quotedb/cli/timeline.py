"""`quotedb timeline`, `earliest` and `conflicts`: how quotes spread, and where sources disagree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from quotedb.cli import render
from quotedb.cli.options import LARGEST, Db, Format, Json, Output, Quiet
from quotedb.cli.render import Column
from quotedb.errors import UsageError

if TYPE_CHECKING:
    from quotedb.actions.timeline import Timeline
    from quotedb.store.database import Database

app = typer.Typer()

Id = Annotated[
    int,
    typer.Argument(metavar="ID", min=-LARGEST, max=LARGEST, help="The number search prints."),
]
MaybeId = Annotated[
    int | None,
    typer.Argument(
        metavar="[ID]", min=-LARGEST, max=LARGEST, help="The number of a quote.",
        show_default=False,
    ),
]  # fmt: skip

PRINTINGS = (
    Column("date", "date"),
    Column("outlet", "outlet"),
    Column("how", "how"),
    Column("quote", "quote"),
    Column("speaker", "speaker"),
    Column("language", "lang"),
    Column("text", "text", wraps=True),
)
READINGS = (
    Column("conflict", "#"),
    Column("kind", "about"),
    Column("reading", "reading"),
    Column("outlets", "outlets"),
    Column("earliest", "first"),
    Column("earliest_outlet", "in"),
    Column("because", "best, because"),
    Column("quotes", "quotes"),
    Column("text", "text", wraps=True),
)


@app.command()
def timeline(
    quote: MaybeId = None,
    speaker: Annotated[
        str | None, typer.Option("--speaker", "-s", help="All of a speaker's, by any name.")
    ] = None,
    graph: Annotated[bool, typer.Option("--graph", help="Draw it in the terminal.")] = False,
    svg: Annotated[
        str | None,
        typer.Option("--svg", metavar="FILE", help="Draw it into a file (quotedb[plot])."),
    ] = None,
    db: Db = None,
    output: Output = None,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Say who printed a quote first, how it spread and how it changed."""
    from quotedb.actions import opening
    from quotedb.actions import timeline as action

    with opening.reading(db) as database:
        line = _line(database, quote, speaker)
    if svg:
        from quotedb.actions import picture

        picture.save(line, svg)
        render.remark(f"quotedb: drawn into {svg}", quiet=quiet)
    if graph and output is Format.table:
        rows = [{"line": a, "printed": b} for a, b in action.graph(line)]
        render.records(rows, (Column("line"), Column("printed")), output)
    else:
        render.records([action.record(one) for one in line.printings], PRINTINGS, output)


def _line(database: Database, quote: int | None, speaker: str | None) -> Timeline:
    from quotedb.actions import timeline as action

    if quote is not None and speaker is None:
        return action.of_quote(database, quote)
    if speaker is not None and quote is None:
        return action.of_speaker(database, speaker)
    raise UsageError("a timeline is of one quote or of one speaker", hint="Give ID or --speaker")


@app.command()
def earliest(
    quote: Id, db: Db = None, output: Output = None, as_json: Json = False, quiet: Quiet = False
) -> None:
    """Show the first printing of a quote, or of its excerpts, variants and translations."""
    from quotedb.actions import opening
    from quotedb.actions import timeline as action

    with opening.reading(db) as database:
        first = action.earliest(database, quote)
    render.record(action.record(first), PRINTINGS, output)


@app.command()
def conflicts(
    quote: MaybeId = None,
    db: Db = None,
    output: Output = None,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """List the same words under several speakers or with dates that cannot both be."""
    from quotedb.actions import conflicts as action
    from quotedb.actions import opening

    with opening.reading(db) as database:
        found = action.records(action.conflicts(database, quote))
    render.records(found, READINGS, output)
