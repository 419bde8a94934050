"""Which quotes have the same words, where their printings may disagree."""

from __future__ import annotations

from quotedb.store.database import Connection

# How many words a folded key has: they have one space between.
_WORDS = "LENGTH(k.key) - LENGTH(REPLACE(k.key, ' ', '')) + 1"

# A quote is tied to itself where its own printings name several speakers or days, to another of
# the same key, and to one that it is a variant of; unless a person has said that they are not one.
_TIES = """
SELECT a.quote_id AS one, a.quote_id AS other FROM attestation a JOIN quote q ON q.id = a.quote_id
GROUP BY a.quote_id, q.speaker_id, q.said
HAVING COUNT(DISTINCT a.speaker_id) > 1 OR COUNT(DISTINCT a.said) > 1
    OR MIN(a.speaker_id) <> q.speaker_id OR MIN(a.said) <> q.said
UNION
SELECT a.id, b.id FROM quote a JOIN quote b ON b.key_hash = a.key_hash AND b.id > a.id
WHERE b.key = a.key
UNION
SELECT quote_id, to_id FROM relation WHERE kind = 'variant_of'
"""
_DISTINCT = "SELECT quote_id, to_id FROM relation WHERE kind = 'distinct'"


def ties(conn: Connection, fewest: int) -> list[tuple[int, int]]:
    """Pairs of quotes with the same words, or a quote twice where its own printings disagree.

    Args:
        conn: of the database.
        fewest: words under which a wording is a common saying and ties nothing.
    """
    apart = {frozenset(row) for row in conn.rows(_DISTINCT)}
    sql = (
        f"SELECT t.one, t.other FROM ({_TIES}) t JOIN quote k ON k.id = t.one"
        f" WHERE {_WORDS} >= ? ORDER BY t.one, t.other"
    )
    return [(a, b) for a, b in conn.rows(sql, (fewest,)) if {a, b} not in apart]
