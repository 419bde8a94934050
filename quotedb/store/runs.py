"""Fingerprints on disk: sorted runs of them, cut into blocks, as a log-structured merge keeps them.

A row for each fingerprint would be written to a place of its own: seventeen for a quote, and with
every commit nearly all pages of the table again. What is added makes a run instead, sorted by hash
and quote; runs of like size are merged (O'Neil, Cheng, Gawlick & O'Neil 1996, "The log-structured
merge-tree"). A block holds some neighbours of a run, and all of the quotes that have one hash, so
that one look into each run finds them.
"""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, TypeAlias

from quotedb.errors import DatabaseDamaged
from quotedb.store.backends import Row
from quotedb.store.database import Connection

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Whole = NDArray[np.integer]

BLOCK = 330
"""Fingerprints of a block, of 12 bytes each: with its index one page of SQLite. A hash that more
quotes have makes a block of its own."""

RUNS = 8
"""So many runs there may be before those of like size are merged."""

GROWTH = 4
"""A run of so many times the fingerprints of all that came after it is not of like size."""

FEW = 2000
"""Fingerprints that are sorted without numpy, which would have to be loaded first."""

SLICE = 256
"""Blocks of the largest run that are merged at once."""

_NARROW = 1 << 31

Numbers: TypeAlias = "memoryview[int]"


@dataclass(frozen=True, slots=True)
class Postings:
    """Fingerprints, each with a quote that has it: sorted by both, no pair twice."""

    hashes: Numbers
    quotes: Numbers

    def __len__(self) -> int:
        return len(self.hashes)

    def __getitem__(self, part: slice) -> Postings:
        return Postings(self.hashes[part], self.quotes[part])

    def pairs(self) -> Iterable[tuple[int, int]]:
        """Each hash with its quote."""
        return zip(self.hashes, self.quotes, strict=True)

    def quotes_of(self, number: int) -> Numbers:
        """The quotes that have a fingerprint."""
        start = bisect_left(self.hashes, number)
        return self.quotes[start : bisect_right(self.hashes, number, start)]


def of_pairs(pairs: Iterable[tuple[int, int]]) -> Postings:
    """Some given one by one, in any order."""
    own = sorted(set(pairs))
    hashes, quotes = array("q", (h for h, _ in own)), array("q", (q for _, q in own))
    return Postings(memoryview(hashes), memoryview(quotes))


def in_order(parts: Sequence[Postings]) -> Postings:
    """One of several, whatever order each is in."""
    if len(parts) == 1:
        return parts[0]
    if sum(map(len, parts)) < FEW:
        return of_pairs(pair for part in parts for pair in part.pairs())
    import numpy as np

    hashes = np.concatenate([np.asarray(part.hashes) for part in parts])
    return of_many(hashes, np.concatenate([np.asarray(part.quotes) for part in parts]))


def of_many(hashes: Whole, quotes: Whole) -> Postings:
    """Some given by numpy, in any order: sorted as if quotes came in theirs, which they nearly
    always do.
    """
    import numpy as np

    order = np.argsort(hashes, kind="stable")
    same = np.diff(hashes[order]) == 0
    if np.any(same & (np.diff(quotes[order]) < 0)):
        order = np.lexsort((quotes, hashes))
        same = np.diff(hashes[order]) == 0
    twice = np.flatnonzero(same & (np.diff(quotes[order]) == 0)) + 1
    order = np.delete(order, twice) if len(twice) else order
    return Postings(hashes[order].data, quotes[order].data)


def add(conn: Connection, postings: Postings) -> None:
    """Keep fingerprints, sorted, as a run; merge runs when there are many."""
    if not len(postings):
        return
    _write(conn, [postings])
    if len(_runs(conn)) > RUNS:
        settle(conn)


def settle(conn: Connection) -> None:
    """Merge the last runs that are of like size, so that there are few to look into."""
    runs = _like_size(_runs(conn))
    if not runs:
        return
    _write(conn, _slices(conn, runs))
    gone = [(run,) for run in runs]
    conn.execute("DELETE FROM fingerprint_block WHERE run_id = ?", gone)
    conn.execute("DELETE FROM fingerprint_run WHERE id = ?", gone)


def remove(conn: Connection, pairs: Iterable[tuple[int, int]]) -> None:
    """Take out fingerprints, each with its quote."""
    gone = set(pairs)
    if not gone:
        return
    found = conn.blocks(sorted({number for number, _ in gone}))
    blocks = {row[1]: row for row in found}
    for _, block, run, *blobs in blocks.values():
        held = read_block(*blobs)
        kept = [pair for pair in held.pairs() if pair not in gone]
        if len(kept) < len(held):
            _put_back(conn, block, run, kept, len(held) - len(kept))


def find(conn: Connection, hashes: Sequence[int], most: int) -> list[tuple[int, int]]:
    """The quotes that have fingerprints: each with its quote, the first `most` of one."""
    quotes: dict[int, set[int]] = {}
    for number, _, _, *blobs in conn.blocks(hashes):
        quotes.setdefault(number, set()).update(read_block(*blobs).quotes_of(number))
    return [(h, quote) for h in hashes for quote in sorted(quotes.get(h, ()))[:most]]


def every(conn: Connection, size: int) -> Iterator[Postings]:
    """All that are kept, so many blocks at a time.

    Raises:
        DatabaseDamaged: a block is broken.
    """
    sql = "SELECT hashes, quotes FROM fingerprint_block ORDER BY id"
    for rows in conn.backend.stream(conn.raw, sql, (), size):
        yield in_order([read_block(*row) for row in rows])


def count(conn: Connection) -> int:
    """How many are kept."""
    return sum(size for _, size in _runs(conn))


def clear(conn: Connection) -> None:
    """Take out all."""
    conn.execute("DELETE FROM fingerprint_block", [()])
    conn.execute("DELETE FROM fingerprint_run", [()])


def _runs(conn: Connection) -> list[Row]:
    """Each run with its size, the oldest first."""
    return conn.rows("SELECT id, size FROM fingerprint_run ORDER BY id")


def _like_size(runs: Sequence[Row]) -> list[int]:
    """The last runs, from the first that is not much larger than all that came after it."""
    after = sum(size for _, size in runs)
    for place, (_, size) in enumerate(runs):
        after -= size
        if size < GROWTH * after:
            return [run for run, _ in runs[place:]]
    return []


def _slices(conn: Connection, runs: Sequence[int]) -> Iterator[Postings]:
    """What some runs hold, in order, a slice of all of them at a time."""
    rest = dict.fromkeys(runs, of_pairs(()))
    for low, high in pairwise([None, *_bounds(conn, runs), None]):
        parts = []
        for run in runs:
            held = in_order([rest[run], *_between(conn, run, low, high)])
            cut = len(held) if high is None else bisect_left(held.hashes, high)
            parts.append(held[:cut])
            rest[run] = held[cut:]
        yield in_order(parts)


def _bounds(conn: Connection, runs: Sequence[int]) -> list[int]:
    """The hashes at which the largest of some runs is cut into slices."""
    largest = max(
        (
            conn.rows("SELECT first FROM fingerprint_block WHERE run_id = ? ORDER BY first", [run])
            for run in runs
        ),
        key=len,
    )
    return [first for (first,) in largest[SLICE::SLICE]]


def _between(conn: Connection, run: int, low: int | None, high: int | None) -> list[Postings]:
    """The blocks of a run that begin between two hashes."""
    sql, asked = "SELECT hashes, quotes FROM fingerprint_block WHERE run_id = ?", [run]
    for bound, condition in ((low, " AND first >= ?"), (high, " AND first < ?")):
        if bound is not None:
            sql, asked = sql + condition, [*asked, bound]
    return [read_block(*row) for row in conn.rows(f"{sql} ORDER BY first", asked)]


def _write(conn: Connection, slices: Iterable[Postings]) -> None:
    """Write a run, given in order; no hash is in two slices."""
    [run] = conn.new_ids("fingerprint_run", 1)
    conn.insert("fingerprint_run", ("id", "size"), [(run, 0)])
    size = 0
    for postings in filter(len, slices):
        size += len(postings)
        rows = ((run, *block) for block in _blocks(postings))
        conn.insert("fingerprint_block", ("run_id", "first", "hashes", "quotes"), rows)
    conn.execute("UPDATE fingerprint_run SET size = ? WHERE id = ?", [(size, run)])


def _blocks(postings: Postings) -> Iterator[tuple[int, bytes, bytes]]:
    """The first hash of each block, its hashes and its quotes."""
    hashes, quotes = _packed(postings.hashes, "q"), _narrowed(postings.quotes)
    width = len(quotes) // len(postings)
    for start, end in pairwise(_cuts(postings.hashes)):
        block = slice(8 * start, 8 * end), slice(width * start, width * end)
        yield postings.hashes[start], hashes[block[0]], quotes[block[1]]


def _cuts(hashes: Numbers) -> Iterator[int]:
    """Where the blocks begin and end: never within the quotes of one hash."""
    end = 0
    yield end
    while end < len(hashes):
        start, end = end, min(end + BLOCK, len(hashes))
        if end < len(hashes) and hashes[end - 1] == hashes[end]:
            end = bisect_left(hashes, hashes[end], start, end)
            if end == start:
                end = bisect_right(hashes, hashes[start], start)
        yield end


def _put_back(
    conn: Connection, block: int, run: int, kept: Sequence[tuple[int, int]], gone: int
) -> None:
    """A block without what has been taken out; it begins where it did, even if less is there."""
    if kept:
        left = of_pairs(kept)
        told = (_packed(left.hashes, "q"), _narrowed(left.quotes), block)
        conn.execute("UPDATE fingerprint_block SET hashes = ?, quotes = ? WHERE id = ?", [told])
    else:
        conn.execute("DELETE FROM fingerprint_block WHERE id = ?", [(block,)])
    conn.execute("UPDATE fingerprint_run SET size = size - ? WHERE id = ?", [(gone, run)])


def _narrowed(quotes: Numbers) -> bytes:
    """Ids of quotes in four bytes each, if that is enough for all."""
    return _packed(quotes, "i" if max(quotes) < _NARROW else "q")


def _packed(numbers: Numbers, code: str) -> bytes:
    """The numbers one after the other, of each its least byte first."""
    if len(numbers) >= FEW:
        import numpy as np

        return np.asarray(numbers).astype(f"<{code}").tobytes()
    packed = array(code, numbers)
    if sys.byteorder == "big":
        packed.byteswap()
    return packed.tobytes()


def _unpacked(blob: bytes, code: Literal["i", "q"]) -> Numbers:
    if sys.byteorder == "big":
        numbers = array(code, blob)
        numbers.byteswap()
        return memoryview(numbers)
    return memoryview(blob).cast(code)


def read_block(hashes: bytes, quotes: bytes) -> Postings:
    """A block as it is written.

    Raises:
        DatabaseDamaged: its two parts are not of one length.
    """
    count = len(hashes) // 8
    width = len(quotes) // count if count else 0
    if width not in (4, 8) or (8 * count, width * count) != (len(hashes), len(quotes)):
        raise DatabaseDamaged("a block of fingerprints is broken", hint="quotedb db reindex")
    return Postings(_unpacked(hashes, "q"), _unpacked(quotes, "q" if width == 8 else "i"))
