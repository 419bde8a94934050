"""Facts into an empty database, by the thousand, with the numbers that they have."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import cast

from quotedb.facts import Attestation, Fact, Quote, Relation, Review, Source, Speaker
from quotedb.store import bulk, queries
from quotedb.store.database import Connection
from quotedb.store.rows import read


def _integers() -> array[int]:
    return array("q")


@dataclass(slots=True)
class Spans:
    """A set of numbers that mostly come one after the other, as runs."""

    _starts: array[int] = field(default_factory=_integers)
    _ends: array[int] = field(default_factory=_integers)
    _others: set[int] = field(default_factory=set)

    def __contains__(self, number: object) -> bool:
        place = bisect_right(self._starts, cast(int, number)) - 1
        return (place >= 0 and cast(int, number) < self._ends[place]) or number in self._others

    def add(self, number: int) -> None:
        """Put one in."""
        if self._ends and number < self._ends[-1]:
            self._others.add(number)
        elif self._ends and number == self._ends[-1]:
            self._ends[-1] += 1
        else:
            self._starts.append(number)
            self._ends.append(number + 1)


@dataclass(slots=True)
class Numbers:
    """Which number of a file became which here: runs of those that became others as far from
    them, and single ones. So the numbers of a hundred million facts, kept or all given anew, take
    no memory.

    Attributes:
        given: all numbers that facts were given here.
    """

    given: Spans = field(default_factory=Spans)
    _starts: array[int] = field(default_factory=_integers)
    _ends: array[int] = field(default_factory=_integers)
    _apart: array[int] = field(default_factory=_integers)
    _others: dict[int, int] = field(default_factory=dict)

    def put(self, old: int, new: int) -> None:
        """Note what a number became."""
        self.given.add(new)
        if self._ends and old < self._ends[-1]:
            self._others[old] = new
        elif self._ends and old == self._ends[-1] and new - old == self._apart[-1]:
            self._ends[-1] += 1
        else:
            self._starts.append(old)
            self._ends.append(old + 1)
            self._apart.append(new - old)

    def get(self, old: int) -> int | None:
        """What a number became, if it is known."""
        place = bisect_right(self._starts, old) - 1
        if place >= 0 and old < self._ends[place]:
            return self._others.get(old, old + self._apart[place])
        return self._others.get(old)


@dataclass(frozen=True, slots=True)
class Known:
    """The numbers of the facts that have been taken in."""

    sources: Numbers
    speakers: Numbers
    quotes: Numbers


def can_be_kept(conn: Connection, facts: Sequence[Fact], known: Known) -> bool:
    """Whether facts of one kind can be written together: none is there twice, and all that they
    refer to is there under the number that they know it by.
    """
    if not facts:
        return False
    first = facts[0]
    if isinstance(first, Source):
        sources = cast("Sequence[Source]", facts)
        hashes = {source.content_hash or "" for source in sources}
        return (
            len(hashes) == len(facts)
            and _are_free(sources, known.sources)
            and not any(queries.has_source(conn, one) for one in hashes)
        )
    if isinstance(first, Speaker):
        return _are_free(cast("Sequence[Speaker]", facts), known.speakers)
    if isinstance(first, Quote):
        return _can_quotes(cast("Sequence[Quote]", facts), known)
    return _can_ties(conn, cast("Sequence[Relation | Review]", facts), known.quotes)


def keep(conn: Connection, facts: Sequence[Fact], known: Known) -> None:
    """Write facts of one kind, of which `can_be_kept` is true."""
    first = facts[0]
    if isinstance(first, Source):
        bulk.add_sources(conn, cast("Sequence[Source]", facts))
        _note(cast("Sequence[Source]", facts), known.sources)
    elif isinstance(first, Speaker):
        bulk.add_speakers(conn, cast("Sequence[Speaker]", facts))
        _note(cast("Sequence[Speaker]", facts), known.speakers)
    elif isinstance(first, Quote):
        quotes = cast("Sequence[Quote]", facts)
        bulk.add_quotes(conn, quotes, _printings(quotes))
        _note(quotes, known.quotes)
    elif isinstance(first, Relation):
        bulk.add_relations(conn, cast("Sequence[Relation]", facts))
    else:
        bulk.add_reviews(conn, cast("Sequence[Review]", facts))


def _are_free(facts: Sequence[Source | Speaker | Quote], numbers: Numbers) -> bool:
    """Whether all have numbers that no other has."""
    ids = {fact.id for fact in facts}
    return len(ids) == len(facts) and all(
        number is not None and numbers.get(number) is None for number in ids
    )


def _note(facts: Iterable[Source | Speaker | Quote], numbers: Numbers) -> None:
    for number in sorted(fact.id for fact in facts if fact.id is not None):
        numbers.put(number, number)


def _can_quotes(quotes: Sequence[Quote], known: Known) -> bool:
    people = {quote.speaker_id for quote in quotes}
    sources = set()
    for quote in quotes:
        people |= {printed.speaker_id for printed in quote.attestations}
        sources |= {printed.source.id for printed in quote.attestations}
    return (
        _are_free(quotes, known.quotes)
        and not any(quote.evidence for quote in quotes)
        and _stay(people - {None}, known.speakers)
        and _stay(sources, known.sources)
    )


def _can_ties(conn: Connection, ties: Sequence[Relation | Review], quotes: Numbers) -> bool:
    keys = [
        (tie.quote_id, tie.kind, tie.to) if isinstance(tie, Relation) else (tie.quote_id, tie.to)
        for tie in ties
    ]
    table = "relation" if isinstance(ties[0], Relation) else "review"
    return (
        len(set(keys)) == len(keys)
        and _stay({end for tie in ties for end in (tie.quote_id, tie.to)}, quotes)
        and not read(conn, table, keys)
    )


def _stay(given: set[int | None], numbers: Numbers) -> bool:
    """Whether facts of these numbers are there, and under no other."""
    return all(one is not None and numbers.get(one) == one for one in given)


def _printings(quotes: Iterable[Quote]) -> Iterator[tuple[int, int, Attestation]]:
    for quote in quotes:
        for printed in quote.attestations:
            assert quote.id is not None and printed.source.id is not None
            yield quote.id, printed.source.id, printed
