"""What a search asks of a quote besides its words, as conditions of SQL on the quote `q`.

Numbers, which are ours, are written into the SQL; what a user gave is a parameter.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from quotedb.facts import Search
from quotedb.store.asking import marks
from quotedb.store.database import Connection
from quotedb.store.days import (
    FIRST_DAY,
    FIRST_ISSUED,
    ISSUED_LONG,
    LAST_DAY,
    LAST_ISSUED,
    LONG,
    SAID_LONG,
    UNDATED,
)
from quotedb.text.folding import fold

HANGS = (
    "EXISTS (SELECT 1 FROM relation r WHERE r.quote_id = {quote}.id"
    " AND r.kind IN ('excerpt_of', 'variant_of'))"
)
"""Whether a quote is a part or a variant of another."""

ORDERS = {
    "relevance": ("f.rank", "q.id"),
    "said": (FIRST_DAY, LAST_DAY, "q.id"),
    "added": ("q.id",),
    "speaker": ("p.name IS NULL", "{name}", FIRST_DAY, LAST_DAY, "q.id"),
}

SPREAD = 8
"""How many times as many quotes are looked at when those before were not enough."""

MOST_NAMED = 50_000
"""So many quotes at most are named one by one in SQL."""

# When a quote without a date of its own was first printed.
_ISSUED = (
    "(SELECT MIN({day}) FROM attestation a JOIN source s ON s.id = a.source_id"
    " WHERE a.quote_id = q.id)"
)
_SINCE = f"COALESCE(q.said_latest, q.said_earliest, {_ISSUED.format(day=LAST_ISSUED)}, -{UNDATED})"
_UNTIL = f"COALESCE(q.said_earliest, q.said_latest, {_ISSUED.format(day=FIRST_ISSUED)}, {UNDATED})"


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition with the values of its `?`."""

    sql: str
    parameters: tuple[object, ...] = ()


def joined(conditions: Iterable[Condition]) -> Condition:
    """All of them as a WHERE, or nothing."""
    some = list(conditions)
    sql = f" WHERE {' AND '.join(one.sql for one in some)}" if some else ""
    return Condition(sql, tuple(value for one in some for value in one.parameters))


def always(conn: Connection, wanted: Search) -> list[Condition]:
    """Outlet, language, tags and status."""
    found = []
    if wanted.outlet is not None:
        found.append(_printed_by(conn, wanted.outlet))
    if wanted.language is not None:
        languages = (wanted.language, f"{wanted.language}-%")
        found.append(Condition("(q.language = ? OR q.language LIKE ?)", languages))
    tagged = "q.id IN (SELECT quote_id FROM tag WHERE name = ?)"
    found += [Condition(tagged, (tag,)) for tag in wanted.tags]
    if wanted.status is not None:
        found.append(Condition("q.status = ?", (wanted.status,)))
    return found


def _printed_by(conn: Connection, outlet: str) -> Condition:
    """In a source whose outlet or publisher has the words, folded alike."""
    key = fold(outlet)
    pairs = conn.rows("SELECT DISTINCT container_title, publisher FROM source")
    names = sorted({name for pair in pairs for name in pair if name and key in fold(name)})
    asked = marks(names) or "NULL"
    sources = f"SELECT id FROM source WHERE container_title IN ({asked}) OR publisher IN ({asked})"
    printed = f"SELECT quote_id FROM attestation WHERE source_id IN ({sources})"
    return Condition(f"q.id IN ({printed})", (*names, *names))


def by(people: Sequence[int]) -> Condition:
    """Whether a quote is one of theirs, or is given to one of them by a printing."""
    theirs = f"a.quote_id = q.id AND a.speaker_id IN ({_numbers(people)})"
    return Condition(
        f"(q.speaker_id IN ({_numbers(people)})"
        f" OR EXISTS (SELECT 1 FROM attestation a WHERE {theirs}))"
    )


def ways_of(conn: Connection, people: Sequence[int]) -> list[Condition]:
    """The same in conditions, each answered by an index, that no quote meets two of."""
    own = f"speaker_id IN ({_numbers(people)})"
    given = f"SELECT quote_id FROM attestation WHERE {own} EXCEPT SELECT id FROM quote WHERE {own}"
    quotes = _few(conn, given)
    return [by(people)] if quotes is None else [Condition(f"q.{own}"), named(quotes)]


def _few(conn: Connection, sql: str) -> list[int] | None:
    """The quotes that SQL finds, in order; None if they are too many to be named."""
    found = sorted(number for (number,) in conn.rows(f"{sql} LIMIT {MOST_NAMED + 1}"))
    return None if len(found) > MOST_NAMED else found


def named(quotes: Iterable[int]) -> Condition:
    """Whether a quote is one of those."""
    return Condition(f"q.id IN ({_numbers(quotes)})")


def _numbers(ids: Iterable[int]) -> str:
    return ", ".join(map(str, ids)) or "NULL"


def dated(wanted: Search) -> list[Condition]:
    """Said, or else first printed, in the days asked for."""
    since = [] if wanted.since is None else [Condition(f"{_SINCE} >= {wanted.since}")]
    until = [] if wanted.until is None else [Condition(f"{_UNTIL} <= {wanted.until}")]
    return since + until


Stretch = tuple[list[Condition], Sequence[str]]
"""The conditions of quotes of a stretch of time, and the order in which they are read."""


def stretches(conn: Connection, wanted: Search) -> Iterator[Stretch]:
    """The same in stretches that no quote is in two of, each read by an index: all quotes of one
    were said before those of the next, and those without a date come last.
    """
    said = ORDERS["said"]
    if wanted.since is None and wanted.until is None:
        yield [], said
        return
    until = UNDATED - 1 if wanted.until is None else wanted.until
    if wanted.since is None:
        yield [Condition(f"{FIRST_DAY} <= {until}")], said
    else:
        begun = Condition(f"{LAST_DAY} >= {wanted.since}")
        near = wanted.since - LONG
        early = Condition(f"{FIRST_DAY} < {min(near, until + 1)}")
        yield [Condition(SAID_LONG), early, begun], said
        yield [Condition(f"{FIRST_DAY} BETWEEN {near} AND {until}"), begun], said
    yield from _undated(conn, wanted)


def _undated(conn: Connection, wanted: Search) -> Iterator[Stretch]:
    """Those that have no date and were printed in the days asked for: a few of them, if all are
    few, then more, for the first may do.
    """
    undated = [Condition("q.said_earliest IS NULL AND q.said_latest IS NULL"), *dated(wanted)]
    printed = _printed_in(conn, wanted)
    if printed is None:
        yield [Condition(f"{FIRST_DAY} = {UNDATED}"), *dated(wanted)], ORDERS["said"]
        return
    begin, some = 0, MOST_NAMED if wanted.limit is None else 2 * wanted.limit + SPREAD
    while begin < len(printed):
        yield [named(printed[begin : begin + some]), *undated], ORDERS["added"]
        begin, some = begin + some, SPREAD * some


def _printed_in(conn: Connection, wanted: Search) -> list[int] | None:
    """The quotes in sources of the days asked for, in order, if they are not too many."""
    since = -UNDATED if wanted.since is None else wanted.since
    until = UNDATED - 1 if wanted.until is None else wanted.until
    late = f"{LAST_ISSUED} >= {since} AND {FIRST_ISSUED} <= {until}"
    sources = (
        f"SELECT id FROM source WHERE {late} AND {FIRST_ISSUED} >= {since - LONG}"
        f" UNION ALL SELECT id FROM source WHERE {late} AND {ISSUED_LONG}"
    )
    return _few(conn, f"SELECT DISTINCT quote_id FROM attestation WHERE source_id IN ({sources})")
