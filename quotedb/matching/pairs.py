"""The pairs of a whole corpus that are worth a verdict, by one sort of all its fingerprints.

What `Index.find` looks up for each wording, with those before it, stands side by side once the
fingerprints are sorted: a stretch of equal ones are the wordings that share it, in their order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from quotedb.matching.blocking import CAP
from quotedb.matching.index import LEAST, RARE, Filters, Numbers, share_enough
from quotedb.matching.judging import Sketched
from quotedb.text.sketching import COLUMNS

CLOSE = 0.5
"""Of the fingerprints of the one that has fewer, so many do two printings of a quote share."""

AT_ONCE = 2_000_000
"""Pairs of wordings and fingerprints held in memory together."""

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

    Attributes:
        capped: how many fingerprints of wordings had more others than were taken.
    """

    def __init__(self, sketches: Iterable[Sketched]) -> None:
        some = list(sketches)
        self._filters = Filters(
            _joined([one.bits for one in some], (0, COLUMNS), np.uint64),
            _joined([one.words for one in some], 0, np.int32),
        )
        self._sizes = _joined([one.sizes for one in some], 0, np.int32)
        hashes = _joined([one.hashes for one in some], 0, np.int64)
        del some
        owner = np.repeat(np.arange(len(self._sizes), dtype=np.int32), self._sizes)
        order = np.argsort(hashes, kind="stable").astype(np.int32)
        self._sharing: Small = owner[order]
        del owner
        begins, lengths = _stretches(hashes[order])
        del hashes
        count = np.arange(len(order), dtype=np.int32) - np.repeat(begins, lengths)
        self._start, self._before, self._rare = (np.empty(len(order), kind) for kind in _KINDS)
        self._start[order] = np.repeat(begins, lengths)
        self._before[order] = np.minimum(count, CAP)
        self._rare[order] = np.repeat(lengths <= RARE, lengths)
        self.capped = int(lengths[lengths > CAP].sum())

    def __len__(self) -> int:
        return len(self._sizes)

    def found(self) -> Found:
        """All pairs, in the order of the later place, then of the earlier."""
        parts = list(self._parts())
        return Found(
            _joined([one.first for one in parts], 0, np.int32),
            _joined([one.second for one in parts], 0, np.int32),
            _joined([one.close for one in parts], 0, np.bool_),
        )

    def _parts(self) -> Iterator[Found]:
        ends = np.cumsum(self._sizes, dtype=np.int64)
        work = np.cumsum(self._before, dtype=np.int64)[np.maximum(ends, 1) - 1]
        place = 0
        while place < len(self):
            done = int(work[place - 1]) if place else 0
            upto = int(np.searchsorted(work, done + AT_ONCE, "right"))
            upto = max(upto, place + 1)
            yield self._between(place, upto, ends)
            place = upto

    def _between(self, place: int, upto: int, ends: Numbers) -> Found:
        """The pairs whose later wording is one of some."""
        some = slice(int(ends[place - 1]) if place else 0, int(ends[upto - 1]))
        taken = self._before[some].astype(np.int64)
        stops = np.cumsum(taken)
        within = np.arange(int(stops[-1]) if len(stops) else 0) - np.repeat(stops - taken, taken)
        earlier = self._sharing[np.repeat(self._start[some], taken) + within]
        own = np.repeat(np.arange(place, upto), self._sizes[place:upto])
        code = np.repeat(own * len(self), taken) + earlier
        twice = np.repeat(self._rare[some], taken)
        code, count = _counted(code, twice)
        second, first = np.divmod(code, max(len(self), 1))
        fewer = np.minimum(self._sizes[first], self._sizes[second])
        enough = share_enough(count, fewer, self._filters[first], self._filters[second])
        close = count[enough] >= CLOSE * fewer[enough]
        return Found(first[enough].astype(np.int32), second[enough].astype(np.int32), close)


_KINDS = (np.int32, np.uint8, np.bool_)


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
