"""The queue for a person: look-alikes, and attributions that are unsure; and what they decide."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from quotedb.actions import curation, speakers
from quotedb.actions.checking import shortened
from quotedb.errors import InvalidValue, MalformedRecord, NotFound, UnknownName
from quotedb.facts import Attestation, Quote, RelationKind, Review
from quotedb.store import naming, queries, waiting
from quotedb.store.database import Connection, Database
from quotedb.text.folding import fold

PAIR = ("same", "excerpt", "variant", "translation", "distinct", "wrong speaker")
"""What can be decided of two quotes that look alike."""

ATTRIBUTION = ("right", "wrong speaker")
"""What can be decided of an attribution."""

CONFIRMED = "a person's word"


@dataclass(frozen=True, slots=True)
class Item:
    """Something that waits: two quotes, `other` the earlier; or one quote and the printing that
    says who said it. `reason` is why it waits.
    """

    quote: Quote
    reason: str
    other: Quote | None = None
    printing: Attestation | None = None
    score: float | None = None

    @property
    def key(self) -> tuple[int, int]:
        """What it is known by: the quote, and the other quote or (negative) the printing."""
        if self.other is not None:
            return self.quote.id or 0, self.other.id or 0
        return self.quote.id or 0, -((self.printing.id if self.printing else 0) or 0)

    @property
    def choices(self) -> tuple[str, ...]:
        """What can be decided of it."""
        return PAIR if self.other is not None else ATTRIBUTION


@dataclass(frozen=True, slots=True)
class Word:
    """A person's decision. For a wrong speaker: of which of the two quotes, and who it was."""

    decision: str
    of: int | None = None
    speaker: str | None = None


def queue(database: Database, *, limit: int | None = None) -> list[Item]:
    """What waits, look-alikes first."""
    conn = database.connection()
    found = _pairs(conn, waiting.pairs(conn, limit=limit))
    left = None if limit is None else limit - len(found)
    return found + _attributions(conn, waiting.attributions(conn, limit=left))


def count(database: Database) -> int:
    """How much waits."""
    return waiting.count(database.connection())


def first(database: Database, passed: set[tuple[int, int]]) -> Item | None:
    """The first that waits, those passed over left out."""
    found = queue(database, limit=len(passed) + 1)
    return next((item for item in found if item.key not in passed), None)


def decide(database: Database, item: Item, word: Word) -> str:
    """Do what a person decided; says what was done.

    Raises:
        UnknownName: that cannot be decided of it.
        NotFound: a quote of it is gone, or several are called so.
    """
    if word.decision not in item.choices:
        known = ", ".join(item.choices)
        raise UnknownName(f"{word.decision!r} cannot be decided of it", hint=f"Known: {known}")
    if item.printing is not None:
        return _attribute(database, item, item.printing, word)
    assert item.other is not None
    if word.decision == "same":
        curation.merge(database, item.key[1], [item.key[0]])
        return f"quote {item.key[0]} is now quote {item.key[1]}"
    if word.decision == "wrong speaker":
        return _respeak(database, item.quote, item.other, word)
    return _tie(database, item.quote, item.other, curation.TIES[word.decision])


def decisions(database: Database, lines: Iterable[str]) -> Iterator[tuple[Mapping[str, Any], str]]:
    """Do what lines of JSON decide, one after the other, each a change of its own.

    A line is what `review --json` prints of an item, or only its `quote` with `to` or
    `attestation`; with `decision`, and where it takes them `of` and `speaker`. `skip` leaves it.

    Returns:
        Each line with what was done.

    Raises:
        MalformedRecord: a line is no decision; those before it are kept.
        NotFound: that does not wait.
    """
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        told = _told(line, number)
        if told["decision"] == "skip":
            yield told, "left"
            continue
        item = _item(database.connection(), told, number)
        word = Word(told["decision"], told.get("of"), told.get("speaker"))
        yield told, decide(database, item, word)


def record(item: Item) -> dict[str, Any]:
    """An item as `review` prints it."""
    one = {
        "kind": "pair" if item.other is not None else "attribution",
        "quote": item.quote.id,
        "to": item.other.id if item.other else None,
        "attestation": item.printing.id if item.printing else None,
        "score": None if item.score is None else round(item.score, 1),
        "reason": item.reason,
        "choices": list(item.choices),
        **_side(item.quote, item.printing),
    }
    return one | ({"other": _side(item.other, None)} if item.other else {"other": None})


def _side(quote: Quote, printing: Attestation | None) -> dict[str, Any]:
    sources = [one.source for one in quote.attestations]
    return {
        "text": quote.text,
        "speaker": printing.speaker if printing else quote.speaker,
        "said": quote.said,
        "language": quote.language,
        "sources": [
            {"title": s.title, "outlet": s.container_title or s.publisher, "issued": s.issued}
            for s in sources
        ],
    }


def _pairs(conn: Connection, some: Sequence[Review]) -> list[Item]:
    quotes = queries.get_quotes(conn, [end for one in some for end in (one.quote_id, one.to)])
    found = []
    for one in some:
        newer, older = sorted((one.quote_id, one.to), reverse=True)
        found.append(Item(quotes[newer], one.reason, other=quotes[older], score=one.score))
    return found


def _attributions(conn: Connection, some: Sequence[tuple[int, int]]) -> list[Item]:
    quotes = queries.get_quotes(conn, [quote for quote, _ in some])
    found = []
    for number, printing in some:
        one = next(a for a in quotes[number].attestations if a.id == printing)
        reason = f"confidence {one.confidence:.2f}: {one.rule or one.method}"
        found.append(Item(quotes[number], reason, printing=one))
    return found


def _tie(database: Database, newer: Quote, older: Quote, kind: RelationKind) -> str:
    """An excerpt is the shorter of the two; else the newer is something to the older."""
    from quotedb.store import curating

    low, high = newer, older
    if kind == "excerpt_of" and len(fold(newer.text)) > len(fold(older.text)):
        low, high = older, newer
    with curation.changing(database, f"review {kind}", low.id or 0) as (conn, _):
        curating.relate(conn, low.id or 0, kind, high.id or 0, CONFIRMED, None)
    return f"quote {low.id} is {kind} quote {high.id}"


def _respeak(database: Database, newer: Quote, older: Quote, word: Word) -> str:
    """One of two quotes was somebody else's; the pair waits on."""
    wrong = older if word.of == older.id else newer
    right = newer if wrong is older else older
    who = word.speaker or (str(right.speaker_id) if right.speaker_id else None)
    if who is None:
        raise InvalidValue(f"who said quote {wrong.id} is not told", hint="Name the speaker")
    shown = curation.edit(database, wrong.id or 0, {"speaker": who})
    return f"quote {wrong.id} is now {shown.quote.speaker}'s"


def _attribute(database: Database, item: Item, printing: Attestation, word: Word) -> str:
    """The quote is whose the printing says, or somebody else's, or nobody's that is known."""
    from quotedb.store import curating

    number = item.quote.id or 0
    with curation.changing(database, "review speaker", number) as (conn, quote):
        person = printing.speaker_id
        if word.decision == "wrong speaker":
            person = speakers.meant_or_made(conn, word.speaker) if word.speaker else None
        values = {"speaker_id": person, "confidence": 1.0, "rule": CONFIRMED}
        curating.set_attestation(conn, printing.id or 0, values)
        if person is not None:
            curating.set_quote(conn, replace(quote, speaker_id=person))
    return f"quote {number} is {_name(database, person)}"


def _name(database: Database, person: int | None) -> str:
    found = naming.get_speaker(database.connection(), person) if person is not None else None
    return f"{found.name}'s" if found else "nobody's that is known"


def _told(line: str, number: int) -> dict[str, Any]:
    where, hint = f"line {number}", 'Write {"quote": 7, "to": 3, "decision": "distinct"}'
    try:
        told = json.loads(line)
    except ValueError as error:
        raise MalformedRecord(f"no JSON ({error})", where=where, hint=hint) from error
    if not isinstance(told, dict) or not isinstance(told.get("decision"), str):
        raise MalformedRecord(f"no decision: {shortened(line, 40)}", where=where, hint=hint)
    for name, kind in (("quote", int), ("to", int), ("attestation", int), ("of", int),
                       ("speaker", str)):  # fmt: skip
        if not isinstance(told.get(name), kind | None):
            raise MalformedRecord(f"{name} is {told[name]!r}", where=where, hint=hint)
    return told


def _item(conn: Connection, told: Mapping[str, Any], number: int) -> Item:
    """The waiting item that a decision names."""
    quote, to, printing = (told.get(name) for name in ("quote", "to", "attestation"))
    if quote and to and (pair := waiting.pair(conn, quote, to)):
        return _pairs(conn, [pair])[0]
    if quote and printing and waiting.is_unsure(conn, quote, printing):
        return _attributions(conn, [(quote, printing)])[0]
    hint = "quotedb review --json lists what does"
    raise NotFound("that does not wait for a decision", where=f"line {number}", hint=hint)
