"""Search: quotes by words and by what is known of them.

Relevance is shortness: of the wordings that have all the words, the one that says least besides
comes first, which is the saying itself before the speech it stands in. (BM25's order (Robertson &
Zaragoza 2009), of all words in one field and each seldom there twice, is hardly another, but
needs every hit to be scored, where this one is read off an index.) Hits in excerpts and variants
count for the quote that those hang under, unless everything is asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from quotedb.facts import Quote, Search, SortOrder
from quotedb.store import naming, queries
from quotedb.store.conditions import (
    HANGS,
    ORDERS,
    SPREAD,
    Condition,
    Stretch,
    always,
    by,
    dated,
    joined,
    stretches,
    ways_of,
)
from quotedb.store.database import Connection, explained
from quotedb.store.spelling import corrected, searchable

_HITTING = """
WITH RECURSIVE hits(id, rank) AS (
    SELECT id, ROW_NUMBER() OVER (ORDER BY length, id) FROM (
        SELECT q.id, length(q.key) AS length FROM quote q WHERE {words} ORDER BY 2, 1{window}
    ) AS shortest
),
up(id, rank, depth) AS (
    SELECT id, rank, 0 FROM hits
    UNION SELECT r.to_id, up.rank, up.depth + 1 FROM up JOIN relation r ON r.quote_id = up.id
    WHERE r.kind IN ('excerpt_of', 'variant_of') AND up.depth < 20
),
found(id, rank) AS (SELECT id, MIN(rank) FROM up{only_roots} GROUP BY id)
SELECT q.id, (SELECT COUNT(*) FROM hits)
FROM found f JOIN quote q ON q.id = f.id LEFT JOIN speaker p ON p.id = q.speaker_id{conditions}
ORDER BY {order}{limit}
"""
_NAMED = " LEFT JOIN speaker p ON p.id = q.speaker_id"


def search(conn: Connection, wanted: Search) -> list[Quote]:
    """The quotes that match, each whole, in the order asked for."""
    return list(queries.quotes(conn, search_ids(conn, wanted)))


def search_ids(conn: Connection, wanted: Search) -> list[int]:
    """The ids of the quotes that match, in the order asked for."""
    if wanted.words is None:
        return _leafed(conn, wanted)
    with explained(conn.backend):
        words = corrected(conn, searchable(wanted.words))
    return _hit(conn, wanted, words) if words else []


def _leafed(conn: Connection, wanted: Search) -> list[int]:
    """The quotes that meet the conditions: without words, nothing has to be looked up from below,
    and an index has them in order.
    """
    people = _people(conn, wanted)
    ways = [None] if people is None else ways_of(conn, people)
    every = always(conn, wanted)
    if not wanted.everything:
        every.append(Condition(f"NOT {HANGS.format(quote='q')}"))
    found: list[int] = []
    for stretch, order in _stretches(conn, wanted):
        left = None if wanted.limit is None else wanted.limit - len(found)
        if left == 0:
            break
        some = [*stretch, *every]
        arms = [joined([way, *some] if way else some) for way in ways]
        found += _in_order(conn, arms, order, left)
    return found


def _stretches(conn: Connection, wanted: Search) -> Iterable[Stretch]:
    if wanted.sort in (None, "said"):
        return stretches(conn, wanted)
    order = _order(conn, "added" if wanted.sort == "relevance" else wanted.sort)
    return [(dated(wanted), order)]


def _in_order(
    conn: Connection, arms: Sequence[Condition], order: Sequence[str], limit: int | None
) -> list[int]:
    """The quotes that meet one of the conditions, none of which meets two: each read in order
    and cut, then all.
    """
    columns = ", ".join(f"{column} AS o{n}" for n, column in enumerate(order))
    named = _NAMED if any("p." in column for column in order) else ""
    places = ", ".join(str(place) for place in range(1, len(order) + 1))
    cut = f" ORDER BY {places}{_first(limit)}"
    sql = " UNION ALL ".join(
        f"SELECT * FROM (SELECT {columns} FROM quote q{named}{arm.sql}{cut}) AS arm" for arm in arms
    )
    parameters = [value for arm in arms for value in arm.parameters]
    return [row[-1] for row in conn.rows(f"{sql}{cut}", parameters)]


def _hit(conn: Connection, wanted: Search, words: list[tuple[str, bool]]) -> list[int]:
    """The quotes that have the words, or hang above one that has, and meet the conditions.

    The first of them are found among the shortest wordings: as many are looked at as are likely
    to do, then more, then all. What is found in some of them comes before all that is not.
    """
    conditions = [*always(conn, wanted), *dated(wanted)]
    people = _people(conn, wanted)
    where = joined(conditions if people is None else [*conditions, by(people)])
    order = ", ".join(_order(conn, wanted.sort or "relevance"))
    for window in _windows(wanted):
        with explained(conn.backend):
            match = Condition(*conn.backend.matching(conn.raw, words, window))
        sql = _HITTING.format(
            words=match.sql,
            window=_first(window),
            only_roots="" if wanted.everything else f" WHERE NOT {HANGS.format(quote='up')}",
            conditions=where.sql,
            order=order,
            limit=_first(wanted.limit),
        )
        rows = conn.rows(sql, (*match.parameters, *where.parameters))
        found = [number for number, _ in rows]
        if window is None or len(found) == wanted.limit or any(h < window for _, h in rows[:1]):
            return found
    return []


def _windows(wanted: Search) -> tuple[int | None, ...]:
    """How many hits to look at, and then, and then."""
    if wanted.limit is None or wanted.sort not in (None, "relevance"):
        return (None,)
    first = wanted.limit + wanted.limit // 4 + SPREAD
    return (first, first * SPREAD, None)


def _people(conn: Connection, wanted: Search) -> list[int] | None:
    return None if wanted.speaker is None else naming.speaker_ids(conn, wanted.speaker)


def _order(conn: Connection, sort: SortOrder) -> tuple[str, ...]:
    """The columns of an order; of names, the same in every database's language."""
    name = conn.backend.by_bytes("p.name")
    return tuple(column.format(name=name) for column in ORDERS[sort])


def _first(limit: int | None) -> str:
    return "" if limit is None else f" LIMIT {limit}"
