"""Fingerprints from the words' rolling hashes, which are worked out for many words at once.

They are worked out again from `quote.key`, some quotes at a time, each lot a run of its own.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

import numpy as np
import sqlalchemy as sa
from alembic import op
from numpy.typing import NDArray

from quotedb.text.fingerprint import digest, of_words
from quotedb.text.sketching import sketch

revision = "0009"
down_revision = "0008"

BLOCK = 330
LOT = 200_000
AT_ONCE = 10_000

Numbers = NDArray[np.int64]
Pairs = tuple[Numbers, Numbers]

RUN = sa.table("fingerprint_run", sa.column("id"), sa.column("size"))
BLOCKS = sa.table(
    "fingerprint_block",
    *map(sa.column, ("run_id", "first", "hashes", "quotes")),
)


def upgrade() -> None:
    _work_out(_now)


def downgrade() -> None:
    _work_out(_before)


def _now(keys: Sequence[str]) -> Pairs:
    """The fingerprints of keys, and whose each is."""
    found = sketch(keys)
    return found.hash, found.place


def _before(keys: Sequence[str]) -> Pairs:
    """The same as they were: with a digest of each word."""
    each = [of_words(list(map(_number, key.split()))) for key in keys]
    hashes = np.fromiter((one for some in each for one in some), np.int64)
    return hashes, np.repeat(np.arange(len(keys)), list(map(len, each)))


def _number(word: str) -> int:
    return (digest(word) & ((1 << 64) - 1) & ~1) | (len(word) <= 3)


def _work_out(fingerprints: Callable[[Sequence[str]], Pairs]) -> None:
    bind = op.get_bind()
    bind.execute(sa.text("DELETE FROM fingerprint_block"))
    bind.execute(sa.text("DELETE FROM fingerprint_run"))
    for run, (hashes, quotes) in enumerate(_lots(bind, fingerprints), start=1):
        order = np.lexsort((quotes, hashes))
        bind.execute(sa.insert(RUN), [{"id": run, "size": len(hashes)}])
        rows = [{"run_id": run, **block} for block in _blocks(hashes[order], quotes[order])]
        for start in range(0, len(rows), 1000):
            bind.execute(sa.insert(BLOCKS), rows[start : start + 1000])


def _lots(bind: sa.Connection, fingerprints: Callable[[Sequence[str]], Pairs]) -> Iterator[Pairs]:
    last = 0
    sql = sa.text("SELECT id, key FROM quote WHERE id > :last ORDER BY id LIMIT :most")
    while rows := bind.execute(sql, {"last": last, "most": LOT}).all():
        last = rows[-1][0]
        found = []
        for start in range(0, len(rows), AT_ONCE):
            ids, keys = zip(*rows[start : start + AT_ONCE], strict=True)
            hashes, place = fingerprints(keys)
            found.append((hashes, np.array(ids)[place]))
        hashes, quotes = map(np.concatenate, zip(*found, strict=True))
        if len(hashes):
            yield hashes, quotes


def _blocks(hashes: Numbers, quotes: Numbers) -> Iterator[dict[str, object]]:
    """Neighbours together, all that have one hash in one block."""
    narrow = "<i4" if quotes.max() < 1 << 31 else "<i8"
    for start, end in pairwise(_cuts(hashes)):
        yield {
            "first": int(hashes[start]),
            "hashes": hashes[start:end].astype("<i8").tobytes(),
            "quotes": quotes[start:end].astype(narrow).tobytes(),
        }


def _cuts(hashes: Numbers) -> Iterator[int]:
    end = 0
    yield end
    while end < len(hashes):
        start, end = end, min(end + BLOCK, len(hashes))
        if end < len(hashes) and hashes[end - 1] == hashes[end]:
            end = int(np.searchsorted(hashes, hashes[end], "left"))
            if end == start:
                end = int(np.searchsorted(hashes, hashes[start], "right"))
        yield end
