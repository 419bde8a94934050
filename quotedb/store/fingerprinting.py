"""What look-alikes are found by, kept and dropped with the quotes that it is worked out from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from quotedb.store.database import Connection
from quotedb.text.fingerprint import fingerprints

MANY = 50
"""From so many quotes on, their fingerprints are worked out together."""


def keep(conn: Connection, keys: Sequence[str], ids: Sequence[int]) -> None:
    """Keep the fingerprints of quotes, given by their folded keys and ids."""
    conn.insert("fingerprint", ("hash", "quote_id"), of(keys, ids))


def drop(conn: Connection, keys: Sequence[str], ids: Sequence[int]) -> None:
    """Drop the fingerprints of quotes, given by the keys that they had."""
    conn.execute("DELETE FROM fingerprint WHERE hash = ? AND quote_id = ?", of(keys, ids))


def of(keys: Sequence[str], ids: Sequence[int]) -> Iterable[tuple[int, int]]:
    """Each fingerprint with its quote, sorted, as the table is."""
    if len(keys) < MANY:
        return sorted((h, i) for key, i in zip(keys, ids, strict=True) for h in fingerprints(key))
    import numpy as np

    from quotedb.text.sketching import sketch

    found = sketch(keys)
    owner = np.asarray(ids)[found.place]
    order = np.argsort(found.hash, kind="stable")
    return zip(found.hash[order].tolist(), owner[order].tolist(), strict=True)
