"""Search: quotes by words and by what is known of them.

A word without a hit is taken for a typo of the indexed word nearest to it. Hits in excerpts and
variants count for the quote that those hang under, unless everything is asked for.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from quotedb.facts import Quote, Search
from quotedb.store import queries
from quotedb.store.backends import Backend
from quotedb.store.database import Connection, explained
from quotedb.text.folding import fold

# A quote's dates: its own, or else when it was first printed.
_ISSUED = (
    "(SELECT MIN(s.{bound}) FROM attestation a JOIN source s ON s.id = a.source_id"
    " WHERE a.quote_id = q.id)"
)
_SINCE = f"COALESCE(q.said_latest, q.said_earliest, {_ISSUED.format(bound='issued_latest')})"
_UNTIL = f"COALESCE(q.said_earliest, q.said_latest, {_ISSUED.format(bound='issued_earliest')})"

_ROOTS = """
WITH RECURSIVE hits(id, rank) AS ({hits}),
up(id, rank, depth) AS (
    SELECT id, rank, 0 FROM hits
    UNION SELECT r.to_id, up.rank, up.depth + 1 FROM up JOIN relation r ON r.quote_id = up.id
    WHERE r.kind IN ('excerpt_of', 'variant_of') AND up.depth < 20
),
found(id, rank) AS (SELECT id, MIN(rank) FROM up {only_roots} GROUP BY id)
"""
_HANGS = (
    "EXISTS (SELECT 1 FROM relation r WHERE r.quote_id = {quote}.id"
    " AND r.kind IN ('excerpt_of', 'variant_of'))"
)
_ONLY_ROOTS = f"WHERE NOT {_HANGS.format(quote='up')}"
_IS_ROOT = f"NOT {_HANGS.format(quote='q')}"
_NAMED = " LEFT JOIN speaker p ON p.id = q.speaker_id"
_ORDERS = {
    "relevance": "f.rank, q.id",
    "said": "q.said_earliest IS NULL, q.said_earliest, q.said_latest, first_source, first_start,"
    " q.id",
    "added": "q.id",
    "speaker": "p.name IS NULL, p.name, q.said_earliest IS NULL, q.said_earliest, q.id",
}
_FIRST = (
    "(SELECT MIN(a.source_id) FROM attestation a WHERE a.quote_id = q.id) AS first_source,"
    " (SELECT MIN(a.start_offset) FROM attestation a WHERE a.quote_id = q.id) AS first_start"
)


STEM = 4

ALIKE = 2
"""Letters at the beginning of a misspelt word that are taken to be right at first."""


@dataclass(slots=True)
class _Conditions:
    """Clauses of a WHERE, with their parameters in step."""

    clauses: list[str] = field(default_factory=list)
    parameters: list[object] = field(default_factory=list)

    def add(self, clause: str, *parameters: object) -> None:
        self.clauses.append(clause)
        self.parameters += parameters

    @property
    def sql(self) -> str:
        return f" WHERE {' AND '.join(self.clauses)}" if self.clauses else ""


def search(conn: Connection, wanted: Search) -> list[Quote]:
    """The quotes that match, each whole, in the order asked for."""
    return list(queries.quotes(conn, search_ids(conn, wanted)))


def search_ids(conn: Connection, wanted: Search) -> list[int]:
    """The ids of the quotes that match, in the order asked for."""
    conditions = _conditions(conn, wanted)
    if wanted.words is None:
        sql, parameters = _every(wanted, conditions), []
    else:
        with explained(conn.backend):
            words = corrected(conn, _searchable(wanted.words))
        if not words:
            return []
        hits, asked = conn.backend.matching(words)
        sql, parameters = _hitting(wanted, hits, conditions), [asked]
    if wanted.limit is not None:
        sql += " LIMIT ?"
        conditions.parameters.append(wanted.limit)
    return [row[0] for row in conn.rows(sql, (*parameters, *conditions.parameters))]


def _every(wanted: Search, conditions: _Conditions) -> str:
    """SQL for the quotes that meet the conditions: without words, nothing has to be looked up
    from below.
    """
    if not wanted.everything:
        conditions.add(_IS_ROOT)
    order = _ORDERS[wanted.sort or "said"].removeprefix("f.rank, ")
    return f"SELECT q.id, {_FIRST} FROM quote q{_NAMED}{conditions.sql} ORDER BY {order}"


def _hitting(wanted: Search, hits: str, conditions: _Conditions) -> str:
    """SQL for the quotes that have words, or that hang above one that has."""
    # All of the text is ours; what the user gave is in the parameters.
    return (
        _ROOTS.format(hits=hits, only_roots="" if wanted.everything else _ONLY_ROOTS)
        + f"SELECT q.id, {_FIRST} FROM found f JOIN quote q ON q.id = f.id{_NAMED}"
        + f"{conditions.sql} ORDER BY {_ORDERS[wanted.sort or 'relevance']}"
    )


def _searchable(text: str) -> list[str]:
    """The folded words of a text that have a letter or a digit: no others are indexed."""
    return [word for word in fold(text).split() if any(char.isalnum() for char in word)]


def corrected(conn: Connection, words: list[str]) -> list[tuple[str, bool]]:
    """The folded words to look for, each with whether it may be the beginning of a longer one.

    The last word may, and any of `STEM` letters, for endings are put to words (rıhtım,
    rıhtımdan; ship, ships). A word that no quote has is replaced by the indexed word nearest to
    it: one edit is forgiven in four letters or more, two in eight or more (an exchange of
    neighbouring letters counts as one).
    """
    raw, backend = conn.raw, conn.backend
    found = []
    for place, word in enumerate(words):
        prefix = len(word) >= STEM or place == len(words) - 1
        known = len(word) < STEM or backend.has_word(raw, word, prefix=prefix)
        near = word if known else _nearest(backend, raw, word)
        found.append((near, prefix and near == word))
    return found


def _nearest(backend: Backend, raw: Any, word: str) -> str:  # noqa: ANN401 - a driver's connection
    """The indexed word nearest to a word: of those that begin alike if there is one, since few
    slips are in the first letters (Yannakoudakis & Fawthrop 1983), else of all.
    """
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    edits = 2 if len(word) >= 8 else 1
    for beginning in (word[:ALIKE], ""):
        words = backend.vocabulary(raw, len(word), beginning)
        near = process.extractOne(word, words, scorer=OSA.distance, score_cutoff=edits)
        if near:
            return near[0]
    return word


def _conditions(conn: Connection, wanted: Search) -> _Conditions:
    conditions = _Conditions()
    if wanted.speaker is not None:
        people = queries.speaker_ids(conn, wanted.speaker)
        marks = ", ".join("?" * len(people)) or "NULL"
        theirs = f"SELECT quote_id FROM attestation WHERE speaker_id IN ({marks})"
        conditions.add(f"(q.speaker_id IN ({marks}) OR q.id IN ({theirs}))", *people, *people)
    if wanted.since is not None:
        conditions.add(f"{_SINCE} >= ?", wanted.since)
    if wanted.until is not None:
        conditions.add(f"{_UNTIL} <= ?", wanted.until)
    if wanted.outlet is not None:
        sources = _outlets(conn, wanted.outlet)
        marks = ", ".join("?" * len(sources)) or "NULL"
        printed = f"SELECT quote_id FROM attestation WHERE source_id IN ({marks})"
        conditions.add(f"q.id IN ({printed})", *sources)
    if wanted.language is not None:
        conditions.add(
            "(q.language = ? OR q.language LIKE ?)", wanted.language, f"{wanted.language}-%"
        )
    for tag in wanted.tags:
        conditions.add("q.id IN (SELECT quote_id FROM tag WHERE name = ?)", tag)
    if wanted.status is not None:
        conditions.add("q.status = ?", wanted.status)
    return conditions


def _outlets(conn: Connection, outlet: str) -> list[int]:
    """The sources whose outlet or publisher has the words, folded alike."""
    sql = "SELECT id, container_title, publisher FROM source"
    key = fold(outlet)
    return [
        number
        for number, *names in conn.rows(sql)
        if any(key in fold(name) for name in names if name)
    ]
