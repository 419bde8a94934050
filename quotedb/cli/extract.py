"""`quotedb extract`: what a text quotes, without a database."""

from __future__ import annotations

from typing import Annotated

import typer

from quotedb.cli import render
from quotedb.cli.options import (
    Authors,
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
from quotedb.cli.render import Column

app = typer.Typer()

COLUMNS = (
    Column("start", "start"),
    Column("end", "end"),
    Column("kind", "kind"),
    Column("speaker", "speaker"),
    Column("said", "said"),
    Column("confidence", "conf"),
    Column("text", "text", wraps=True),
)
EXPLAINED = (*COLUMNS, Column("rule", "rule"), Column("evidence", "because"))


@app.command()
def extract(
    files: Annotated[list[str], typer.Argument(metavar="FILE…", help="Texts, folders, or -.")],
    lang: Lang = None,
    title: Title = None,
    outlet: Outlet = None,
    author: Authors = None,
    issued: Issued = None,
    url: Url = None,
    publisher: Publisher = None,
    typewriter: Typewriter = False,
    everything: Annotated[
        bool, typer.Option("--all", help="Titles, nicknames and scare quotes too.")
    ] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="The rule and the words that led to each speaker.")
    ] = False,
    output: Output = None,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Find and attribute the quotations of a text; nothing is recorded."""
    from quotedb.actions import extract as action
    from quotedb.actions import shapes
    from quotedb.actions.sources import Description

    told = Description(
        title, outlet, tuple(author or ()), issued, url, publisher=publisher, language=lang
    )
    failed = render.Failures(output)
    found = []
    for article, quotations in action.extract_files(
        files, told, everything, failed, typewriter=typewriter
    ):
        render.notes(article.path, article.notes, quiet=quiet)
        found += [shapes.quotation(q, article.path, explain=explain) for q in quotations]
    render.records(found, EXPLAINED if explain else COLUMNS, output)
    raise typer.Exit(failed.code)
