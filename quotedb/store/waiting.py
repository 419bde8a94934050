"""What waits for a person's word: pairs that look alike, and attributions that are unsure."""

from __future__ import annotations

from quotedb.facts import Review
from quotedb.store.database import Connection

UNSURE = "a.confidence < 0.5 AND a.speaker_id IS NOT NULL AND q.speaker_id IS NULL"


def pairs(conn: Connection, *, limit: int | None = None) -> list[Review]:
    """The pairs, in the order in which their quotes came."""
    sql = "SELECT quote_id, to_id, score, reason FROM review ORDER BY quote_id, to_id"
    return [Review(*row) for row in conn.rows(*_limited(sql, limit))]


def attributions(conn: Connection, *, limit: int | None = None) -> list[tuple[int, int]]:
    """Quotes that nobody is known to have said, each with the printing that says who did."""
    sql = (
        "SELECT a.quote_id, a.id FROM attestation a JOIN quote q ON q.id = a.quote_id"
        f" WHERE {UNSURE} ORDER BY a.id"
    )
    return [(quote, number) for quote, number in conn.rows(*_limited(sql, limit))]


def pair(conn: Connection, one: int, other: int) -> Review | None:
    """The waiting pair of two quotes, whichever comes first."""
    sql = (
        "SELECT quote_id, to_id, score, reason FROM review"
        " WHERE quote_id = ? AND to_id = ? OR quote_id = ? AND to_id = ?"
    )
    found = conn.rows(sql, (one, other, other, one))
    return Review(*found[0]) if found else None


def is_unsure(conn: Connection, quote_id: int, attestation: int) -> bool:
    """Whether that printing's word on who said the quote waits."""
    sql = (
        "SELECT 1 FROM attestation a JOIN quote q ON q.id = a.quote_id"
        f" WHERE a.id = ? AND a.quote_id = ? AND {UNSURE}"
    )
    return bool(conn.rows(sql, (attestation, quote_id)))


def count(conn: Connection) -> int:
    """How many wait."""
    [(many,)] = conn.rows("SELECT COUNT(*) FROM review")
    unsure = "SELECT COUNT(*) FROM attestation a JOIN quote q ON q.id = a.quote_id"
    [(more,)] = conn.rows(f"{unsure} WHERE {UNSURE}")
    return int(many) + int(more)


def _limited(sql: str, limit: int | None) -> tuple[str, tuple[object, ...]]:
    return (sql, ()) if limit is None else (f"{sql} LIMIT ?", (limit,))
