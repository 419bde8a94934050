"""`quotedb add`: one quote by hand."""

from __future__ import annotations

from typing import Annotated

import typer

from quotedb.cli import render
from quotedb.cli.options import (
    Authors,
    Db,
    Details,
    DryRun,
    Issued,
    Json,
    Lang,
    Outlet,
    Output,
    Publisher,
    Quiet,
    SourceType,
    Title,
    Url,
)
from quotedb.cli.render import Column

app = typer.Typer()

COLUMNS = (
    Column("outcome", "outcome"),
    Column("quote", "quote"),
    Column("relation_to", "of"),
    Column("speaker", "speaker"),
    Column("reason", "because", wraps=True),
    Column("text", "text", wraps=True),
)


@app.command()
def add(
    text: Annotated[str, typer.Argument(help="The words that were said, or - for standard input.")],
    speaker: Annotated[str, typer.Option("--speaker", "-s", help="Who said it.")],
    said: Annotated[
        str | None, typer.Option("--said", metavar="EDTF", help="When: 2021-03-30, 2021-03, 1850~.")
    ] = None,
    title: Title = None,
    outlet: Outlet = None,
    author: Authors = None,
    issued: Issued = None,
    url: Url = None,
    accessed: Annotated[
        str | None, typer.Option("--accessed", metavar="EDTF", help="When the URL was looked at.")
    ] = None,
    publisher: Publisher = None,
    source_type: SourceType = None,
    detail: Details = None,
    locator: Annotated[
        str | None, typer.Option("--locator", help="Where in the source: a page, a time.")
    ] = None,
    event: Annotated[str | None, typer.Option("--event", help="At what occasion.")] = None,
    place: Annotated[str | None, typer.Option("--place", help="Where it was said.")] = None,
    role: Annotated[str | None, typer.Option("--role", help="What the speaker was then.")] = None,
    lang: Lang = None,
    tag: Annotated[list[str] | None, typer.Option("--tag", help="May be repeated.")] = None,
    note: Annotated[str | None, typer.Option("--note", help="For yourself.")] = None,
    dry_run: DryRun = False,
    db: Db = None,
    output: Output = None,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Record one quote, and say whether it is new.

    `known`: this wording is already there and has one attestation more. `variant`, `excerpt`:
    another wording, or a part, of a quote that is there. `review`: it looks like another, and a
    person must say.
    """
    from quotedb.actions import add as action
    from quotedb.actions import opening, shapes
    from quotedb.actions.sources import Description, read_details

    told = Description(
        title, outlet, tuple(author or ()), issued, url, accessed, publisher,
        csl_type=source_type, details=read_details(detail or ()),
    )  # fmt: skip
    entry = action.Entry(
        action.typed(text), speaker, said, locator, event, place, role, lang, tuple(tag or ()), note
    )
    with opening.writing(db, dry_run=dry_run) as database:
        outcome, remarks = action.add(database, entry, told)
    render.notes(None, remarks, quiet=quiet)
    render.records([shapes.outcome(outcome)], COLUMNS, output)
