"""`quotedb add`: one quote by hand."""

from __future__ import annotations

from functools import partial
from typing import Annotated

import typer

from quotedb.cli import asking, completing, render
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
from quotedb.errors import UsageError

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
    text: Annotated[
        str | None,
        typer.Argument(
            help="The words that were said, or - for standard input; a form asks when left out.",
            show_default=False,
        ),
    ] = None,
    speaker: Annotated[
        str | None,
        typer.Option(
            "--speaker",
            "-s",
            help="Who said it: a name, or a speaker's number.",
            autocompletion=completing.speakers,
        ),
    ] = None,
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
    tag: Annotated[
        list[str] | None,
        typer.Option("--tag", help="May be repeated.", autocompletion=completing.tags),
    ] = None,
    note: Annotated[str | None, typer.Option("--note", help="For yourself.")] = None,
    editor: Annotated[
        bool, typer.Option("--editor", "-e", help="Fill in the form in $EDITOR.")
    ] = False,
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
    from quotedb.actions import forms, opening, shapes

    given = {
        "text": action.typed(text) if text else None, "speaker": speaker, "said": said,
        "title": title, "outlet": outlet, "author": ";".join(author or ()), "issued": issued,
        "url": url, "accessed": accessed, "publisher": publisher, "source_type": source_type,
        "detail": "\n".join(detail or ()), "locator": locator, "event": event, "place": place,
        "role": role, "lang": lang, "tag": ",".join(tag or ()), "note": note,
    }  # fmt: skip
    values = _filled_in(given, db, editor=editor)
    with opening.writing(db, dry_run=dry_run) as database:
        outcome, remarks = action.add(database, *forms.facts(values))
    render.notes(None, remarks, quiet=quiet)
    render.records([shapes.outcome(outcome)], COLUMNS, output)


def _filled_in(
    given: dict[str, str | None], db: str | None, *, editor: bool
) -> dict[str, str | None]:
    """What was given on the command line, and what a form has of it when that is not enough.

    Raises:
        UsageError: not enough, and nobody there to be asked.
    """
    from quotedb.actions import forms

    if editor:
        return given | forms.read(asking.edited(forms.written(given)))
    if given["text"] and given["speaker"]:
        return given
    if not asking.is_there():
        lacks = "no words are given" if not given["text"] else "who said it is not told"
        raise UsageError(lacks, hint='Write quotedb add "The words" --speaker NAME')
    values = given | {"text": given["text"] or asking.line("The words")}
    for field in forms.FIELDS:
        if not values[field.name]:
            offers = partial(completing.offered, field.offers, db) if field.offers else None
            values[field.name] = asking.line(field.label, offers) or None
    return values
