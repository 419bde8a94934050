"""`quotedb compare`: whether two wordings are one quote."""

from __future__ import annotations

from typing import Annotated

import typer

from quotedb.cli import render
from quotedb.cli.options import Format, Json, Lang, Output, Quiet
from quotedb.cli.render import Column

app = typer.Typer()

COLUMNS = (
    Column("kind", "verdict"),
    Column("score", "score"),
    Column("reason", "because", wraps=True),
)


@app.command()
def compare(
    a: Annotated[str, typer.Argument(help="One wording.")],
    b: Annotated[str, typer.Argument(help="The other.")],
    lang: Lang = None,
    output: Output = None,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Say whether two wordings are the same quote, one an excerpt of the other, or different."""
    from quotedb.actions import compare as action
    from quotedb.actions import shapes

    verdict = action.compare(a, b, lang)
    render.record(shapes.verdict(verdict), COLUMNS, output)
    if output is Format.table:
        render.marked(f"\n{render.difference(a, b)}\n")
