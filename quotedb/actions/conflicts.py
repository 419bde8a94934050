"""The same words under several speakers, or with dates that cannot both be: what the sources say,
and which reading is best supported and why.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quotedb.actions.families import Printing, order, printings
from quotedb.actions.faults import overlap
from quotedb.facts import Quote
from quotedb.matching.decide import MANY_WORDS
from quotedb.store import conflicting, queries
from quotedb.store.database import Connection, Database
from quotedb.text.dates import parse_edtf
from quotedb.text.folding import fold


@dataclass(frozen=True, slots=True)
class Reading:
    """What some of the printings say: a speaker, or a date; the first printing first."""

    value: str
    printings: tuple[Printing, ...]

    @property
    def outlets(self) -> int:
        """How many different places print it so."""
        return len({fold(one.outlet) for one in self.printings})


@dataclass(frozen=True, slots=True)
class Conflict:
    """Quotes with the same words whose printings disagree about the `kind` of thing.

    `readings` are best supported first; `reason` says why the first one is.
    """

    kind: str
    text: str
    quotes: tuple[int, ...]
    readings: tuple[Reading, ...]
    reason: str


def conflicts(database: Database, number: int | None = None) -> list[Conflict]:
    """Every disagreement in the store, or about one quote.

    A wording of less than six words is a common saying: it ties nobody together.
    """
    conn = database.connection()
    found = []
    for ids in _groups(conn):
        if number is None or number in ids:
            quotes = list(queries.get_quotes(conn, ids).values())
            found += [one for one in (_speakers(quotes), _dates(quotes)) if one]
    return found


def _groups(conn: Connection) -> list[list[int]]:
    """The ids of quotes with the same words, tied by their key or as variants of each other."""
    over: dict[int, int] = {}

    def root(number: int) -> int:
        while over.get(number, number) != number:
            number = over[number]
        return number

    for a, b in conflicting.ties(conn, MANY_WORDS):
        low, high = sorted((root(a), root(b)))
        over[high] = low
        over.setdefault(low, low)
    groups: defaultdict[int, list[int]] = defaultdict(list)
    for number in sorted(over):
        groups[root(number)].append(number)
    return [groups[first] for first in sorted(groups)]


def _speakers(quotes: Sequence[Quote]) -> Conflict | None:
    by_name: defaultdict[str, list[Printing]] = defaultdict(list)
    for one in printings(quotes):
        name = one.attestation.speaker or one.quote.speaker
        if name:
            by_name[name].append(one)
    return _conflict("speaker", quotes, by_name) if len(by_name) > 1 else None


def _dates(quotes: Sequence[Quote]) -> Conflict | None:
    """Dates of saying, each put to the narrowest that it agrees with: a year to a day in it."""
    dated = [(said, one) for one in printings(quotes) if (said := _told(one))]
    by_date: defaultdict[str, list[Printing]] = defaultdict(list)
    for said, one in sorted(dated, key=lambda pair: _width(pair[0])):
        by_date[next((date for date in by_date if overlap(date, said)), said)].append(one)
    return _conflict("date", quotes, by_date) if len(by_date) > 1 else None


def _told(one: Printing) -> str | None:
    """When the printing says it was said, or else the quote; not what was only inferred."""
    given = one.attestation if one.attestation.said else one.quote
    return None if given.said_inferred else given.said


def _width(date: str) -> float:
    """The days of an EDTF interval; without end, endless."""
    bounds = parse_edtf(date)
    if bounds.earliest is None or bounds.latest is None:
        return float("inf")
    return bounds.latest - bounds.earliest


def _conflict(kind: str, quotes: Sequence[Quote], by_value: dict[str, list[Printing]]) -> Conflict:
    readings = [
        Reading(value, tuple(sorted(found, key=order))) for value, found in by_value.items()
    ]
    ranked = sorted(readings, key=_support)
    numbers = tuple(quote.id for quote in quotes if quote.id is not None)
    return Conflict(kind, quotes[0].text, numbers, tuple(ranked), _reason(ranked[0], ranked[1]))


def _support(reading: Reading) -> tuple[bool, int, tuple[int, int, int], float]:
    """The speaker's own publication, then more outlets, then the earlier, then the surer."""
    sure = max(one.attestation.confidence for one in reading.printings)
    return not _is_own(reading), -reading.outlets, order(reading.printings[0]), -sure


def _is_own(reading: Reading) -> bool:
    """Whether a source is by the very speaker it quotes: the words at first hand."""
    return any(_by_the_speaker(one) for one in reading.printings)


def _by_the_speaker(one: Printing) -> bool:
    name = fold(one.attestation.speaker or one.quote.speaker or "")
    source = one.attestation.source
    by = [author.full for author in source.authors] + [source.publisher or ""]
    return bool(name) and any(fold(author) == name for author in by)


def _reason(best: Reading, next_best: Reading) -> str:
    if _is_own(best) and not _is_own(next_best):
        return "a source is the speaker's own"
    if best.outlets != next_best.outlets:
        return f"{best.outlets} outlets against {next_best.outlets}"
    first, second = best.printings[0], next_best.printings[0]
    if order(first)[0] != order(second)[0]:
        return f"printed first: {first.date} against {second.date or 'no date'}"
    return "nothing sets them apart but their numbers or confidence: a person must say"


def records(found: Iterable[Conflict]) -> list[dict[str, object]]:
    """A record for each reading, as `conflicts` prints them, the best supported first."""
    return [
        {
            "conflict": place,
            "kind": one.kind,
            "text": one.text,
            "quotes": list(one.quotes),
            "reading": reading.value,
            "best": reading is one.readings[0],
            "because": one.reason if reading is one.readings[0] else "",
            "printings": len(reading.printings),
            "outlets": reading.outlets,
            "earliest": reading.printings[0].date,
            "earliest_outlet": reading.printings[0].outlet,
            "earliest_attestation": reading.printings[0].attestation.id,
        }
        for place, one in enumerate(found, start=1)
        for reading in one.readings
    ]
