"""`quotedb cite`: the citation list."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from quotedb.cli import render
from quotedb.cli.options import (
    Db,
    Everything,
    LangFilter,
    Limit,
    OutletFilter,
    Quiet,
    Since,
    SpeakerFilter,
    StatusFilter,
    TagFilter,
    Until,
    Words,
)

app = typer.Typer()


@app.command()
def cite(
    words: Words = None,
    speaker: SpeakerFilter = None,
    since: Since = None,
    until: Until = None,
    outlet: OutletFilter = None,
    lang: LangFilter = None,
    tag: TagFilter = None,
    status: StatusFilter = None,
    limit: Limit = None,
    everything: Everything = False,
    style: Annotated[
        str | None, typer.Option("--style", help="A CSL style: apa, mla, chicago, isnad, …")
    ] = None,
    csl: Annotated[Path | None, typer.Option("--csl", help="A CSL style file.")] = None,
    locale: Annotated[
        str | None, typer.Option("--locale", metavar="TAG", help="The list's language: tr-TR.")
    ] = None,
    output: Annotated[
        str, typer.Option("--format", help="text, markdown, html, bibtex, csl-json, ris, …")
    ] = "text",
    db: Db = None,
    quiet: Quiet = False,
) -> None:
    """Print the citation list of a search: every source once, in the style's own order.

    Takes the options of search. A quote found in somebody else's article is cited by that
    article.
    """
    from quotedb.actions import cite as action
    from quotedb.actions import opening
    from quotedb.actions import search as searching

    wanted = searching.query(
        words, speaker, since, until, outlet, lang, tag, status, everything, None, limit
    )
    with opening.reading(db) as database:
        listed = action.cite(database, wanted, output, style, locale, csl)
        render.text(listed.chunks)
    render.notes(None, listed.remarks, quiet=quiet)
