"""Every fact in a stable order, a chunk at a time: sources, speakers, quotes, what ties them.

Each fact refers only to facts before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from quotedb.facts import Attestation, Fact, Quote, Relation, Review
from quotedb.store import naming, queries
from quotedb.store.asking import CHUNK, chunks
from quotedb.store.database import Connection

_RELATIONS = "SELECT quote_id, kind, to_id, score, reason FROM relation"
_REVIEWS = "SELECT quote_id, to_id, score, reason FROM review"


def everything(conn: Connection) -> Iterator[Fact]:
    """All facts of the database."""
    for chunk in _ids(conn, "source"):
        yield from queries.sources(conn, chunk, with_text=True)
    for chunk in _ids(conn, "speaker"):
        yield from naming.speakers_by_id(conn, chunk)
    for chunk in _ids(conn, "quote"):
        yield from (replace(q, relations=()) for q in queries.quotes(conn, chunk))
    between = "WHERE quote_id BETWEEN ? AND ?"
    for first, *rest in _ids(conn, "quote"):
        ends = (first, rest[-1] if rest else first)
        for row in conn.rows(f"{_RELATIONS} {between} ORDER BY quote_id, kind, to_id", ends):
            yield Relation(*row)
    for first, *rest in _ids(conn, "quote"):
        ends = (first, rest[-1] if rest else first)
        for row in conn.rows(f"{_REVIEWS} {between} ORDER BY quote_id, to_id", ends):
            yield Review(*row)


def by_source(conn: Connection) -> Iterator[list[tuple[Quote, Attestation]]]:
    """Every printing with its quote, those of a source one after the other, some at a time."""
    for chunk in _ids(conn, "source"):
        sql = (
            "SELECT quote_id, id FROM attestation WHERE source_id BETWEEN ? AND ?"
            " ORDER BY source_id, id"
        )
        printed = conn.rows(sql, (chunk[0], chunk[-1]))
        for some in chunks(printed):
            quotes = queries.get_quotes(conn, [quote for quote, _ in some])
            yield [(quotes[quote], _the(quotes[quote], number)) for quote, number in some]


def of_quotes(conn: Connection, ids: Sequence[int]) -> Iterator[Fact]:
    """Some quotes, the sources and speakers they rest on, and the relations among them."""
    some = list(queries.quotes(conn, ids))
    printed = [a for quote in some for a in quote.attestations]
    shown = [e.source for quote in some for e in quote.evidence if e.source is not None]
    documents = [*(one.source for one in printed), *shown]
    sources = {one.id for one in documents if one.id is not None}
    people = {q.speaker_id for q in some} | {a.speaker_id for a in printed}
    yield from queries.sources(conn, sorted(sources), with_text=True)
    yield from naming.speakers_by_id(conn, sorted(p for p in people if p is not None))
    yield from (replace(quote, relations=()) for quote in some)
    inside = {quote.id for quote in some}
    for quote in some:
        yield from (r for r in quote.relations if r.quote_id == quote.id and r.to in inside)


def _the(quote: Quote, number: int) -> Attestation:
    """The printing of a quote that has that id."""
    return next(printed for printed in quote.attestations if printed.id == number)


def _ids(conn: Connection, table: str) -> Iterator[list[int]]:
    """The ids of a table, some at a time."""
    last = 0
    sql = f"SELECT id FROM {table} WHERE id > ? ORDER BY id LIMIT ?"
    while ids := [number for (number,) in conn.rows(sql, (last, CHUNK))]:
        yield ids
        last = ids[-1]
