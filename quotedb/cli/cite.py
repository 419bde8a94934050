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
        str | None,
        typer.Option("--format", help="text, markdown, html, docx, odt, pdf, bibtex, ris, …"),
    ] = None,
    to: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="A file, whose ending tells the format if none is."),
    ] = None,
    group_by: Annotated[
        str, typer.Option("--group-by", help="speaker, source, or none for one list.")
    ] = "none",
    with_quotes: Annotated[
        bool, typer.Option("--with-quotes", help="Each quote, then its speaker and reference.")
    ] = False,
    way: Annotated[
        str,
        typer.Option("--as", help="direct, indirect (qtd. in), or auto to tell by the source."),
    ] = "auto",
    db: Db = None,
    quiet: Quiet = False,
) -> None:
    """Print the citation list of a search: every source once, in the style's own order.

    Takes the options of search. A quote found in somebody else's article is cited by that
    article; what is disputed or misattributed is marked as such.
    """
    from quotedb.actions import cite as action
    from quotedb.actions import exporting, opening
    from quotedb.actions import search as searching

    wanted = searching.query(
        words, speaker, since, until, outlet, lang, tag, status, everything, None, limit
    )
    form = output or action.form_of(to)
    with opening.reading(db) as database:
        listed = action.cite(
            database, wanted, form, style, locale, csl,
            group_by=group_by, with_quotes=with_quotes, way=way,
        )  # fmt: skip
        if to is None:
            render.document(listed.chunks, binary=listed.binary)
        else:
            exporting.save(listed.chunks, to)
    render.notes(None, listed.remarks, quiet=quiet)
