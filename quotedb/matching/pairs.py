"""The pairs of a whole corpus that are worth a verdict, by one sort of all its fingerprints.

What `Index.find` looks up for each wording, with those before it, stands side by side once the
fingerprints are sorted: a stretch of equal ones are the wordings that share it, in their order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from quotedb.matching.blocking import CAP
from quotedb.matching.index import LEAST, RARE, SHARE, Filters, Numbers, share_enough
from quotedb.matching.judging import Sketched
from quotedb.text.sketching import COLUMNS

CLOSE = 0.5
"""Of the fingerprints of the one that has fewer, so many do two printings of a quote share."""

AT_ONCE = 1_000_000
"""Pairs of wordings and fingerprints that a thread holds in memory together."""

PARTS = 16
"""Parts in which fingerprints are sorted, each in little memory: a power of two."""

Small = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Found:
    """Pairs of wordings, by their places: `first` is the lesser. `close` are those that share
    most of the fingerprints of the one that has fewer.
    """

    first: Small
    second: Small
    close: NDArray[np.bool_]

    def by_likeness(self) -> tuple[Small, Small]:
        """The pairs, those of one quote's printings one after the other: whoever goes through
        them meets the same wordings again at once.
        """
        family = np.arange(int(self.second.max(initial=-1)) + 1, dtype=np.int32)
        np.minimum.at(family, self.second[self.close], self.first[self.close])
        order = np.lexsort((self.first, self.second, family[self.second]))
        return self.first[order], self.second[order]


class Pairs:
    """Finds the pairs of a corpus.

    Args:
        sketches: of all its wordings, one after the other.
        workers: threads that look for them.

    Attributes:
        capped: how many fingerprints of wordings had more others than were taken.
    """

    def __init__(self, sketches: Iterable[Sketched], workers: int = 1) -> None:
        self._workers = workers
        some = list(sketches)
        self._filters = Filters.of(
            _joined([one.bits for one in some], (0, COLUMNS), np.uint64),
            _joined([one.words for one in some], 0, np.int32),
        )
        self._sizes = _joined([one.sizes for one in some], 0, np.int32)
        hashes = _joined([one.hashes for one in some], 0, np.int64)
        del some
        order, begins, lengths = _shared(hashes, workers)
        del hashes
        owner = np.repeat(np.arange(len(self._sizes), dtype=np.int32), self._sizes)
        self._sharing: Small = owner[order]
        del owner, order
        self.capped = int(lengths[lengths > CAP].sum())
        self._lookups = _lookups(self._sharing, begins, lengths)

    def __len__(self) -> int:
        return len(self._sizes)

    def found(self) -> Found:
        """All pairs, in the order of the later place, then of the earlier."""
        with ThreadPoolExecutor(self._workers) as pool:
            parts = list(pool.map(self._among, self._lookups.parts()))
        return Found(
            _joined([one.first for one in parts], 0, np.int32),
            _joined([one.second for one in parts], 0, np.int32),
            _joined([one.close for one in parts], 0, np.bool_),
        )

    def _among(self, lookups: Lookups) -> Found:
        """The pairs that some of the lookups find."""
        taken = lookups.before.astype(np.int64)
        stops = np.cumsum(taken)
        within = np.arange(int(stops[-1]) if len(stops) else 0)
        within += np.repeat(lookups.start - (stops - taken), taken)
        code = np.repeat(lookups.own.astype(np.int64) * len(self), taken) + self._sharing[within]
        code, count = _counted(code, np.repeat(lookups.rare, taken))
        second, first = np.divmod(code, max(len(self), 1))
        fewer = np.minimum(self._sizes[first], self._sizes[second])
        some = np.flatnonzero(count >= SHARE * fewer)  # the filters of others need not be read
        first, second, count, fewer = first[some], second[some], count[some], fewer[some]
        filters = self._filters.at(first), self._filters.at(second)
        enough = share_enough(count, fewer, *filters)
        close = count[enough] >= CLOSE * fewer[enough]
        return Found(first[enough].astype(np.int32), second[enough].astype(np.int32), close)


class Lookups(NamedTuple):
    """Of each fingerprint of a wording that others before have too: whose it is, where the first
    of them stands, how many are taken, and whether few have it; in the order of the wordings.
    """

    own: Small
    start: Small
    before: NDArray[np.uint8]
    rare: NDArray[np.bool_]

    def parts(self) -> Iterator[Lookups]:
        """So many at a time that the pairs go into memory, those of one wording together."""
        done = np.cumsum(self.before, dtype=np.int64)
        start = 0
        while start < len(self.own):
            upto = np.searchsorted(done, (int(done[start - 1]) if start else 0) + AT_ONCE, "right")
            last = self.own[min(max(int(upto), start + 1), len(self.own)) - 1]
            stop = int(np.searchsorted(self.own, last, "right"))
            some = slice(start, stop)
            yield Lookups(self.own[some], self.start[some], self.before[some], self.rare[some])
            start = stop


def _shared(hashes: Numbers, workers: int) -> tuple[Small, Small, Small]:
    """The places of the hashes that come more than once, equal ones side by side, in order; and
    where each stretch of them begins, and how long it is.
    """
    part = (hashes >> 55).astype(np.int8) & (PARTS - 1)  # as even as if drawn

    def shared(number: int) -> tuple[Small, Small]:
        places = np.flatnonzero(part == number)
        return _shared_among(hashes[places], places)

    with ThreadPoolExecutor(workers) as pool:
        found = list(pool.map(shared, range(PARTS)))
    order, lengths = (np.concatenate(column) for column in zip(*found, strict=True))
    return order, np.cumsum(lengths, dtype=np.int32) - lengths, lengths


def _shared_among(hashes: Numbers, places: Numbers) -> tuple[Small, Small]:
    """The same of some hashes, given their places: these, and how long each stretch is."""
    order = np.argsort(hashes)
    hashes = hashes[order]
    again = np.zeros(len(hashes) + 1, np.bool_)
    again[1:-1] = hashes[1:] == hashes[:-1]
    several = again[1:] | again[:-1]
    order, first = places[order[several]], ~again[:-1][several]
    code = np.cumsum(first) << 32 | order  # which sorts each stretch, and sooner than a stable sort
    code.sort()
    return (code & 0xFFFFFFFF).astype(np.int32), _stretches(code >> 32)[1]


def _lookups(sharing: Small, begins: Small, lengths: Small) -> Lookups:
    """What each but the first in a stretch is to look up.

    Args:
        sharing: the wordings that share fingerprints, a stretch for each.
        begins: where each stretch begins.
        lengths: how long it is.
    """
    start = np.repeat(begins, lengths)
    before = np.arange(len(sharing), dtype=np.int32) - start
    later = np.flatnonzero(before)
    order = np.sort(sharing[later].astype(np.int64) << 32 | later) & 0xFFFFFFFF
    rare = np.repeat(lengths <= RARE, lengths)
    return Lookups(
        sharing[order], start[order], np.minimum(before[order], CAP).astype(np.uint8), rare[order]
    )


def _joined(parts: Sequence[NDArray[np.generic]], shape: object, kind: type) -> NDArray:  # type: ignore[type-arg]
    return np.concatenate([np.zeros(shape, kind), *parts]).astype(kind, copy=False)  # type: ignore[call-overload]


def _stretches(hashes: Numbers) -> tuple[Small, Small]:
    """Where each stretch of equal ones begins, and how long it is."""
    new = np.ones(len(hashes), np.bool_)
    new[1:] = hashes[1:] != hashes[:-1]
    begins = np.flatnonzero(new).astype(np.int32)
    return begins, np.diff(begins, append=np.int32(len(hashes))).astype(np.int32)


def _counted(code: Numbers, twice: NDArray[np.bool_]) -> tuple[Numbers, Numbers]:
    """Each pair that comes often enough, with how often; a rare fingerprint counts as two."""
    marked = np.sort(code << 1 | twice)
    code = marked >> 1
    begins, lengths = _stretches(code)
    weight = lengths + np.add.reduceat(marked & 1, begins) if len(code) else lengths
    enough = weight >= LEAST
    return code[begins[enough]], weight[enough].astype(np.int64)
