"""`quotedb review`: what waits for a person's word, on the terminal or through a pipe."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from quotedb.cli import asking, render
from quotedb.cli.options import LARGEST, Db, DryRun, Format, Json, Output, Quiet
from quotedb.cli.render import Column

if TYPE_CHECKING:
    from quotedb.actions.reviewing import Item, Word
    from quotedb.facts import Quote
    from quotedb.store.database import Database

app = typer.Typer()

WAITING = (
    Column("kind", "kind"),
    Column("quote", "quote"),
    Column("to", "of"),
    Column("attestation", "printed"),
    Column("score", "score"),
    Column("speaker", "speaker"),
    Column("text", "text", wraps=True),
    Column("reason", "because", wraps=True),
)
DONE = (
    Column("quote", "quote"),
    Column("to", "of"),
    Column("attestation", "printed"),
    Column("decision", "decision"),
    Column("done", "done", wraps=True),
)
KEYS = {
    "s": "same", "e": "excerpt", "v": "variant", "t": "translation", "d": "distinct",
    "y": "right", "w": "wrong speaker",
}  # fmt: skip
MORE = {"k": "skip", "u": "undo", "q": "quit"}


@app.command()
def review(
    decisions: Annotated[
        str | None,
        typer.Option(
            "--decisions",
            metavar="FILE",
            help='Decisions as JSON Lines, or - for standard input: {"quote": 7, "to": 3, '
            '"decision": "distinct"}.',
        ),
    ] = None,
    show: Annotated[bool, typer.Option("--list", help="Only list what waits.")] = False,
    limit: Annotated[
        int | None, typer.Option("--limit", min=1, max=LARGEST, help="List at most so many.")
    ] = None,
    dry_run: DryRun = False,
    db: Db = None,
    output: Output = None,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Go through look-alikes and unsure attributions, and say what they are.

    On a terminal by keys, one after the other; what is decided is kept at once. In a pipe, with
    --list or another --format than table, what waits is listed; --decisions takes decisions in.
    """
    from quotedb.actions import opening, reviewing

    if decisions is not None:
        _take_in(decisions, db, output, dry_run=dry_run)
    elif show or output is not Format.table or not asking.is_there():
        with opening.reading(db) as database:
            found = reviewing.queue(database, limit=limit)
        render.records([reviewing.record(item) for item in found], WAITING, output)
    else:
        with opening.writing(db, dry_run=dry_run) as database:
            _ask(database, quiet=quiet)


def _take_in(file: str, db: str | None, output: Format | None, *, dry_run: bool) -> None:
    from quotedb.actions import opening, reviewing
    from quotedb.readers import lines

    told = (line.decode("utf-8", "replace") for line in lines(file))
    with opening.writing(db, dry_run=dry_run) as database:
        done = [{**one} | {"done": what} for one, what in reviewing.decisions(database, told)]
    render.records(done, DONE, output)


def _ask(database: Database, *, quiet: bool) -> None:
    """One item after the other, until there is none or the user has enough."""
    from quotedb.actions import history, reviewing

    passed: set[tuple[int, int]] = set()
    made: list[int] = []
    while item := reviewing.first(database, passed):
        _present(item, reviewing.count(database) - len(passed))
        pressed = asking.key(_question(item), [*_keys(item), *MORE])
        if pressed == "q":
            break
        if pressed == "k":
            passed.add(item.key)
        elif pressed == "u":
            asking.show(_taken_back(database, made))
        else:
            word = _word(item, KEYS[pressed])
            asking.show(reviewing.decide(database, item, word))
            made.append(history.last(database))
    render.remark(f"quotedb: {reviewing.count(database)} wait", quiet=quiet)


def _taken_back(database: Database, made: list[int]) -> str:
    """Take back the last decision of this sitting."""
    from quotedb.actions import history

    if not made:
        return "nothing to take back"
    undone = history.undo(database, made.pop())
    return f"taken back: {undone.action} {undone.about}"


def _present(item: Item, waiting: int) -> None:
    """Both wordings with what differs marked, who, when and where; or the words in their text."""
    asking.show(f"\n{waiting} wait. {asking.plain(item.reason)}")
    if item.other is not None:
        asking.show(render.difference(item.other.text, item.quote.text))
        for quote in (item.other, item.quote):
            asking.show(f"  {quote.id}  {_described(quote)}")
        return
    assert item.printing is not None
    prefix, suffix = (asking.plain(part) for part in (item.printing.prefix, item.printing.suffix))
    asking.show(f"…{prefix} «{asking.plain(item.quote.text)}» {suffix}…")
    asking.show(f"  {item.quote.id}  said by {asking.plain(item.printing.speaker or '?')}?")


def _described(quote: Quote) -> str:
    outlets = [a.source.container_title or a.source.title or "?" for a in quote.attestations]
    parts = (quote.speaker or "nobody named", quote.said or "no date", "; ".join(outlets[:3]))
    return asking.plain(", ".join(parts))


def _keys(item: Item) -> dict[str, str]:
    return {key: name for key, name in KEYS.items() if name in item.choices}


def _question(item: Item) -> str:
    return "  ".join(f"{key} {name}" for key, name in (_keys(item) | MORE).items()) + " ?"


def _word(item: Item, decision: str) -> Word:
    from quotedb.actions.reviewing import Word

    if decision != "wrong speaker":
        return Word(decision)
    of = item.quote.id
    if item.other is not None:
        told = asking.line(f"of which quote ({item.other.id} or {item.quote.id})")
        of = int(told) if told.isdecimal() else of
    return Word(decision, of, asking.line("who said it (empty: not known)") or None)
