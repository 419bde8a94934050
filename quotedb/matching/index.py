"""Many wordings in memory, to match a whole corpus or a large import against.

Fingerprints are kept as a log-structured merge (O'Neil, Cheng, Gawlick & O'Neil 1996): what is
added makes a sorted segment, and segments of like size are merged, so that adding a wording costs
the logarithm of their number.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from quotedb.matching.blocking import CAP, COMMON, MANY_WORDS, MORE_COMMON
from quotedb.text.sketching import COLUMNS, Hashes, Sketch

Numbers = NDArray[np.int64]

LEAST = 2
"""Fingerprints that a look-alike shares; one that few have counts as two."""

SHARE = 0.1
"""It shares so many of those of the one of the two that has fewer, in one."""

RARE = 8
"""So many wordings are few."""

_GROWTH = 4
_SLICE = 1 << 20


@dataclass(frozen=True, slots=True)
class Alike:
    """Pairs worth a verdict: the place of the one asked for and the row of the other, in the
    order of the places, those that share most first.
    """

    place: Numbers
    row: Numbers


@dataclass(slots=True)
class _Segment:
    hashes: Numbers
    rows: NDArray[np.int32]


class Index:
    """Wordings by their fingerprints; each has a row, 0 and up in the order of adding.

    Attributes:
        capped: how often a fingerprint had more wordings than were taken from it.
    """

    def __init__(self) -> None:
        self._segments: list[_Segment] = []
        self._sizes = np.zeros(0, np.int32)
        self._filters = Filters.of(np.zeros((0, COLUMNS), np.uint64), np.zeros(0, np.int32))
        self.capped = 0

    def __len__(self) -> int:
        return len(self._sizes)

    def add(self, sketch: Sketch, *, merge: bool = True) -> None:
        """Take in some wordings; without merging when many more are to come before asking."""
        first = len(self)
        self._sizes = np.concatenate([self._sizes, sketch.sizes()])
        self._filters = self._filters.and_those(Filters.of(sketch.bits, sketch.words))
        order = np.argsort(sketch.hash, kind="stable")
        rows = (sketch.place[order] + first).astype(np.int32)
        self._segments.append(_Segment(sketch.hash[order], rows))
        while merge and len(self._segments) > 1 and self._is_due():
            last = self._segments.pop()
            self._segments[-1] = _merged([self._segments[-1], last])

    def merge(self) -> None:
        """Make one segment of all."""
        if len(self._segments) > 1:
            self._segments = [_merged(self._segments)]

    def _is_due(self) -> bool:
        before, last = (len(one.hashes) for one in self._segments[-2:])
        return before < _GROWTH * last

    def count(self, number: int) -> int:
        """How many wordings have a fingerprint."""
        ends = (
            (np.searchsorted(s.hashes, number, side) for side in ("left", "right"))
            for s in self._segments
        )
        return sum(int(last - first) for first, last in ends)

    def find(self, sketch: Sketch, before: Numbers) -> Alike:
        """What looks like some wordings.

        Args:
            sketch: of the wordings.
            before: for each of them, the row from which on nothing is taken.
        """
        order = np.argsort(sketch.hash, kind="stable")
        asked, places = sketch.hash[order], sketch.place[order]
        budget = np.full(len(asked), CAP, np.int64)
        found = [self._in(one, asked, places, budget) for one in self._segments]
        place = np.concatenate([one[0] for one in found] or [places[:0]])
        row = np.concatenate([one[1] for one in found] or [places[:0]])
        earlier = row < before[place]
        place, row, count = self._counted(place[earlier], row[earlier])
        fewer = np.minimum(sketch.sizes()[place], self._sizes[row])
        own = Filters.of(sketch.bits, sketch.words)
        enough = share_enough(count, fewer, own.at(place), self._filters.at(row))
        place, row, count = place[enough], row[enough], count[enough]
        order = np.lexsort((row, -count, place))
        return Alike(place[order], row[order])

    def _in(
        self, segment: _Segment, asked: Numbers, places: Numbers, budget: Numbers
    ) -> tuple[Numbers, Numbers]:
        """The places and rows that one segment ties; takes from each fingerprint's budget."""
        start = np.searchsorted(segment.hashes, asked, "left")
        there = np.searchsorted(segment.hashes, asked, "right") - start
        taken = np.minimum(there, budget)
        self.capped += int(np.count_nonzero(there > taken))
        budget -= taken
        ends = np.cumsum(taken)
        within = np.arange(int(ends[-1]) if len(ends) else 0) - np.repeat(ends - taken, taken)
        rows = segment.rows[np.repeat(start, taken) + within].astype(np.int64)
        twice = np.repeat(np.where(there <= RARE, 2, 1), taken)
        return np.repeat(np.repeat(places, taken), twice), np.repeat(rows, twice)

    def _counted(self, place: Numbers, row: Numbers) -> tuple[Numbers, Numbers, Numbers]:
        """Each pair once, with how often it came."""
        width = max(len(self), 1)
        codes, count = np.unique(place * width + row, return_counts=True)
        enough = count >= LEAST
        return codes[enough] // width, codes[enough] % width, count[enough]


class Filters(NamedTuple):
    """Of some wordings: Bloom filters of their words, how many different words each has, and how
    many of these have no bit to themselves.
    """

    bits: Hashes
    words: NDArray[np.int32]
    spare: NDArray[np.int32]

    @classmethod
    def of(cls, bits: Hashes, words: NDArray[np.int32]) -> Filters:
        """The filters of wordings of so many words."""
        return cls(bits, words, words - _ones(bits))

    def at(self, places: NDArray[np.integer]) -> Filters:
        """Those of the wordings at some places."""
        return Filters(self.bits[places], self.words[places], self.spare[places])

    def and_those(self, others: Filters) -> Filters:
        """These, and those of others after them."""
        return Filters(
            np.concatenate([self.bits, others.bits]),
            np.concatenate([self.words, others.words]),
            np.concatenate([self.spare, others.spare]),
        )


def _ones(bits: Hashes) -> NDArray[np.int32]:
    """How many bits each filter has."""
    found: NDArray[np.int32] = np.bitwise_count(bits).sum(axis=1, dtype=np.int32)
    return found


def share_enough(
    count: Numbers, fewer: NDArray[np.integer], own: Filters, other: Filters
) -> NDArray[np.bool_]:
    """Whether pairs share enough of their fingerprints, and may share enough of their words: no
    pair is lost that `blocking.screened` lets pass.

    Of the words that two wordings share each has a bit in both, so these are no more than the
    bits in common, and the words without a bit to themselves in the one that has fewer such.

    Args:
        count: fingerprints that they share.
        fewer: fingerprints of the one that has fewer.
        own: of the ones.
        other: of the others.
    """
    common = _ones(own.bits & other.bits) + np.minimum(own.spare, other.spare)
    words = np.minimum(own.words, other.words)
    share = np.where(words >= MANY_WORDS, MORE_COMMON, COMMON)
    enough: NDArray[np.bool_] = (count >= SHARE * fewer) & (common >= share * words)
    return enough


def _merged(segments: list[_Segment]) -> _Segment:
    """One segment of all, made slice by slice, so that little more is needed than both."""
    total = sum(len(one.hashes) for one in segments)
    merged = _Segment(np.empty(total, np.int64), np.empty(total, np.int32))
    largest = max(segments, key=lambda one: len(one.hashes)).hashes
    bounds = largest[_SLICE::_SLICE]
    cuts = [[0, *np.searchsorted(s.hashes, bounds).tolist(), len(s.hashes)] for s in segments]
    end = 0
    for slice_ends in zip(*(pairwise(cut) for cut in cuts), strict=True):
        parts = [slice(*ends) for ends in slice_ends]
        hashes = np.concatenate([s.hashes[p] for s, p in zip(segments, parts, strict=True)])
        rows = np.concatenate([s.rows[p] for s, p in zip(segments, parts, strict=True)])
        order = np.argsort(hashes, kind="stable")
        begin, end = end, end + len(order)
        merged.hashes[begin:end], merged.rows[begin:end] = hashes[order], rows[order]
    return merged
