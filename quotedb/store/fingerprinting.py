"""What look-alikes are found by, kept and dropped with the quotes that it is worked out from."""

from __future__ import annotations

from collections.abc import Sequence

from quotedb.store import runs
from quotedb.store.database import Connection
from quotedb.text.fingerprint import fingerprints

MANY = 50
"""From so many quotes on, their fingerprints are worked out together."""


def keep(conn: Connection, keys: Sequence[str], ids: Sequence[int]) -> None:
    """Keep the fingerprints of quotes, given by their folded keys and ids."""
    runs.add(conn, of(keys, ids))


def drop(conn: Connection, keys: Sequence[str], ids: Sequence[int]) -> None:
    """Drop the fingerprints of quotes, given by the keys that they had."""
    for start in range(0, len(ids), MANY):
        some = slice(start, start + MANY)
        runs.remove(conn, of(keys[some], ids[some]).pairs())


def of(keys: Sequence[str], ids: Sequence[int]) -> runs.Postings:
    """The fingerprints of some quotes."""
    if len(keys) < MANY:
        both = zip(keys, ids, strict=True)
        return runs.of_pairs((h, i) for key, i in both for h in fingerprints(key))
    import numpy as np

    from quotedb.text.sketching import sketch

    found = sketch(keys)
    return runs.of_many(found.hash, np.asarray(ids, np.int64)[found.place])
