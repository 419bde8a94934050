"""Many wordings by their fingerprints, to match a large import against.

Fingerprints are kept as a log-structured merge (O'Neil, Cheng, Gawlick & O'Neil 1996): what is
added makes a sorted segment, and segments of like size are merged, so that adding a wording costs
the logarithm of their number. The large segments, and what else is long, are in files.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from quotedb.matching.blocking import CAP, COMMON, MANY_WORDS, MORE_COMMON
from quotedb.matching.shelf import Shelf
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


class _Segment:
    """Fingerprints in their order, and the row that has each."""

    def __init__(self) -> None:
        self.hashes, self.rows = Shelf(np.int64), Shelf(np.int32)

    def __len__(self) -> int:
        return len(self.hashes)

    def add(self, hashes: Numbers, rows: NDArray[np.int32]) -> None:
        """Put some at the end, none less than those before."""
        self.hashes.add(hashes)
        self.rows.add(rows)


class Index:
    """Wordings by their fingerprints; each has a row, 0 and up in the order of adding.

    Attributes:
        capped: how often a fingerprint had more wordings than were taken from it.
    """

    def __init__(self) -> None:
        self._segments: list[_Segment] = []
        self._sizes = np.zeros(0, np.int32)
        self._words = np.zeros(0, np.int32)
        self._bits = Shelf(np.uint64, COLUMNS)
        self.capped = 0

    def __len__(self) -> int:
        return len(self._sizes)

    def add(self, sketch: Sketch, *, merge: bool = True) -> None:
        """Take in some wordings; without merging when many more are to come before asking."""
        first = len(self)
        self._sizes = np.concatenate([self._sizes, sketch.sizes()])
        self._words = np.concatenate([self._words, sketch.words])
        self._bits.add(sketch.bits)
        order = np.argsort(sketch.hash, kind="stable")
        rows = (sketch.place[order] + first).astype(np.int32)
        self._segments.append(_Segment())
        self._segments[-1].add(sketch.hash[order], rows)
        while merge and len(self._segments) > 1 and self._is_due():
            last = self._segments.pop()
            self._segments[-1] = _merged([self._segments[-1], last])

    def merge(self) -> None:
        """Make one segment of all."""
        if len(self._segments) > 1:
            self._segments = [_merged(self._segments)]

    def _is_due(self) -> bool:
        before, last = map(len, self._segments[-2:])
        return before < _GROWTH * last

    def count(self, number: int) -> int:
        """How many wordings have a fingerprint."""
        ends = (
            (np.searchsorted(hashes, number, side) for side in ("left", "right"))
            for hashes in (segment.hashes.view() for segment in self._segments)
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
        found = [
            self._in(segment, *some)
            for segment in self._segments
            for some in _portions(segment.hashes.portions, asked, places, budget)
        ]
        place = np.concatenate([one[0] for one in found] or [places[:0]])
        row = np.concatenate([one[1] for one in found] or [places[:0]])
        earlier = row < before[place]
        place, row, count = self._counted(place[earlier], row[earlier])
        fewer = np.minimum(sketch.sizes()[place], self._sizes[row])
        likely = count >= SHARE * fewer
        place, row, count, fewer = (some[likely] for some in (place, row, count, fewer))
        own = Filters.of(sketch.bits, sketch.words)
        enough = share_enough(count, fewer, own.at(place), self._filters(row))
        place, row, count = place[enough], row[enough], count[enough]
        order = np.lexsort((row, -count, place))
        return Alike(place[order], row[order])

    def _in(
        self, segment: _Segment, asked: Numbers, places: Numbers, budget: Numbers
    ) -> tuple[Numbers, Numbers]:
        """The places and rows that one segment ties; takes from each fingerprint's budget."""
        hashes = segment.hashes.view()
        start = np.searchsorted(hashes, asked, "left")
        there = np.searchsorted(hashes, asked, "right") - start
        taken = np.minimum(there, budget)
        self.capped += int(np.count_nonzero(there > taken))
        budget -= taken
        ends = np.cumsum(taken)
        within = np.arange(int(ends[-1]) if len(ends) else 0) - np.repeat(ends - taken, taken)
        rows = segment.rows.view()[np.repeat(start, taken) + within].astype(np.int64)
        twice = np.repeat(np.where(there <= RARE, 2, 1), taken)
        return np.repeat(np.repeat(places, taken), twice), np.repeat(rows, twice)

    def _filters(self, rows: Numbers) -> Filters:
        different, where = np.unique(rows, return_inverse=True)
        return Filters.of(self._bits.taken(different), self._words[different]).at(where)

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


def _portions(
    count: int, asked: Numbers, places: Numbers, budget: Numbers
) -> Iterator[tuple[Numbers, Numbers, Numbers]]:
    """What is asked for, in so many parts; what is taken from their budgets is taken from all."""
    return zip(*(np.array_split(one, count) for one in (asked, places, budget)), strict=True)


def _merged(segments: list[_Segment]) -> _Segment:
    """One segment of all, made slice by slice, so that little more is needed than both."""
    merged = _Segment()
    bounds = max(segments, key=len).hashes.view()[_SLICE::_SLICE].copy()
    cuts = [[0, *np.searchsorted(one.hashes.view(), bounds).tolist(), len(one)] for one in segments]
    for slice_ends in zip(*(pairwise(cut) for cut in cuts), strict=True):
        both = list(zip(segments, (slice(*ends) for ends in slice_ends), strict=True))
        hashes = np.concatenate([one.hashes.view()[part] for one, part in both])
        rows = np.concatenate([one.rows.view()[part] for one, part in both])
        order = np.argsort(hashes, kind="stable")
        merged.add(hashes[order], rows[order])
    return merged
