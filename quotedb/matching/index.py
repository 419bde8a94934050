"""Many wordings by their fingerprints, to match a large import against.

Fingerprints are kept as a log-structured merge (O'Neil, Cheng, Gawlick & O'Neil 1996): what is
added makes a sorted segment, and segments of like size are merged, so that adding a wording costs
the logarithm of their number. The large segments, and what else is long, are in files.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from quotedb.matching.blocking import CAP, COMMON, MANY_WORDS, MORE_COMMON
from quotedb.matching.shelf import Shelf
from quotedb.text.sketching import COLUMNS, Hashes, Sketch

Numbers = NDArray[np.int64]
Sizes = NDArray[np.int32]

LEAST = 2
"""Fingerprints that a look-alike shares; one that few have counts as two."""

SHARE = 0.1
"""It shares so many of those of the one of the two that has fewer, in one."""

RARE = 8
"""So many wordings are few."""

AT_ONCE = 1_000_000
"""Fingerprints that pairs share, held in memory together."""

_GROWTH = 4
_SLICE = 1 << 20


class Alike(NamedTuple):
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


@dataclass(frozen=True, slots=True)
class _Met:
    """What a segment has of fingerprints that were asked for: of each where its rows begin, how
    many of them are taken, and whether few have it.
    """

    segment: _Segment
    start: Numbers
    taken: Numbers
    rare: NDArray[np.bool_]

    def only(self, chosen: Numbers) -> _Met:
        """Of some of the fingerprints."""
        return _Met(self.segment, self.start[chosen], self.taken[chosen], self.rare[chosen])

    def rows(self) -> Numbers:
        """The rows that are taken."""
        ends = np.cumsum(self.taken)
        within = np.arange(int(self.taken.sum())) - np.repeat(ends - self.taken, self.taken)
        return self.segment.rows.taken(np.repeat(self.start, self.taken) + within).astype(np.int64)

    def twice(self) -> Numbers:
        """As how much each row counts."""
        return np.repeat(np.where(self.rare, 2, 1), self.taken)


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
        met = [self._met(one, asked, budget) for one in filter(len, self._segments)]
        pairs = np.bincount(places, CAP - budget, len(sketch))
        part = (np.cumsum(pairs) // AT_ONCE)[places]
        sizes, own = sketch.sizes(), Filters.of(sketch.bits, sketch.words)
        found = []
        for chosen in (np.flatnonzero(part == number) for number in np.unique(part)):
            place, row, count = self._counted(places[chosen], [m.only(chosen) for m in met], before)
            found.append(self._likely(place, row, count, sizes, own))
        none = Alike(places[:0], places[:0])
        return Alike(*(np.concatenate(both) for both in zip(none, *found, strict=True)))

    def _met(self, segment: _Segment, asked: Numbers, budget: Numbers) -> _Met:
        """Where a segment has fingerprints, which rise; takes from the budget of each."""
        start, there = np.zeros_like(asked), np.zeros_like(asked)
        for part in np.array_split(np.arange(len(asked)), segment.hashes.portions):
            hashes, wanted = segment.hashes.view(), asked[part]
            first = np.searchsorted(hashes, wanted, "left")
            known = np.flatnonzero(hashes.take(first, mode="clip") == wanted)
            start[part] = first
            there[part[known]] = np.searchsorted(hashes, wanted[known], "right") - first[known]
        taken = np.minimum(there, budget)
        self.capped += int(np.count_nonzero(there > taken))
        budget -= taken
        return _Met(segment, start, taken, there <= RARE)

    def _counted(
        self, places: Numbers, met: list[_Met], before: Numbers
    ) -> tuple[Numbers, Numbers, Numbers]:
        """The places, and the rows before theirs, that share fingerprints: each pair once, with
        how often it came.
        """
        codes = [np.zeros(0, np.int64)]
        width = max(len(self), 1)
        for one in met:
            place, row, twice = np.repeat(places, one.taken), one.rows(), one.twice()
            earlier = row < before[place]
            codes.append(np.repeat((place * width + row)[earlier], twice[earlier]))
        code, count = np.unique(np.concatenate(codes), return_counts=True)
        enough = count >= LEAST
        return code[enough] // width, code[enough] % width, count[enough]

    def _likely(
        self, place: Numbers, row: Numbers, count: Numbers, sizes: Sizes, own: Filters
    ) -> Alike:
        """Those of some pairs that share enough."""
        fewer = np.minimum(sizes[place], self._sizes[row])
        likely = count >= SHARE * fewer
        place, row, count, fewer = (some[likely] for some in (place, row, count, fewer))
        enough = share_enough(count, fewer, own.at(place), self._filters(row))
        place, row, count = place[enough], row[enough], count[enough]
        order = np.lexsort((row, -count, place))
        return Alike(place[order], row[order])

    def _filters(self, rows: Numbers) -> Filters:
        different, where = np.unique(rows, return_inverse=True)
        return Filters.of(self._bits.taken(different), self._words[different]).at(where)


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
