"""The places where two wordings laid side by side part, and what weighs there."""

from __future__ import annotations

from typing import NamedTuple

from quotedb.matching.alignment import Alignment, Gap
from quotedb.matching.side import Worded


class Place(NamedTuple):
    """Words of the one and of the other that stand in one place, either of which may be none.

    `short` and `long` are the weights of what the shorter and the longer wording have there, and
    `opposed` the lesser of them: that of words which stand for others. `heavy_short` and
    `heavy_long` are their words of meaning. `is_single` says that a place has one word of each.
    """

    short: int
    long: int
    opposed: int
    heavy_short: list[str]
    heavy_long: list[str]
    is_single: bool

    @property
    def swaps(self) -> bool:
        """Whether words of meaning stand for others."""
        return bool(self.heavy_short) and bool(self.heavy_long)


NOWHERE = Place(0, 0, 0, [], [], False)
"""Where neither has a word."""


class Parting(NamedTuple):
    """The head, every place between words laid together, and the tail; and all of them counted.

    Attributes:
        odd: words of meaning in the shorter without one beside them.
        others: the same in the longer.
        gap: the heaviest piece of either that stands in one place.
        added: weight that has nothing beside it.
        swaps: places where words of meaning stand for others.
        singles: places where one word of meaning stands for one other.
        lost: places where the shorter alone has words of meaning.
        slight: places with small words alone.
    """

    head: Place
    inside: list[Place]
    tail: Place
    odd: list[str]
    others: list[str]
    gap: int
    added: int
    swaps: int
    singles: int
    lost: int
    slight: int


def parting(alignment: Alignment, *, flipped: bool) -> Parting:
    """Where an alignment parts.

    Args:
        alignment: the two side by side.
        flipped: whether the shorter is the second.
    """
    sides = (alignment.other, alignment.one) if flipped else (alignment.one, alignment.other)
    small = alignment.lexicon.function_words
    places = [
        _place(sides, (j, m, i, k) if flipped else (i, k, j, m), small)
        if i != k or j != m
        else NOWHERE
        for i, k, j, m in alignment.gaps
    ]
    head, inside, tail = places[0], places[1:-1], places[-1] if len(places) > 1 else NOWHERE
    odd, others = [], []
    gap = added = swaps = singles = lost = slight = 0
    for place in places:
        if place is NOWHERE:
            continue
        short, long, opposed, heavy_short, heavy_long, is_single = place
        odd += heavy_short
        others += heavy_long
        gap = max(gap, short, long)
        if not opposed:
            added += short + long
        if heavy_short and heavy_long:
            swaps += 1
            singles += is_single
        elif heavy_short:
            lost += 1
        elif not heavy_long:
            slight += 1
    return Parting(head, inside, tail, odd, others, gap, added, swaps, singles, lost, slight)


def _place(sides: tuple[Worded, Worded], gap: Gap, small: frozenset[str]) -> Place:
    """One place.

    Args:
        sides: the shorter and the longer wording.
        gap: where it is in them.
        small: words without much meaning.
    """
    short, long = sides
    i, k, j, m = gap
    weight_short, weight_long = short.upto[k] - short.upto[i], long.upto[m] - long.upto[j]
    return Place(
        weight_short,
        weight_long,
        min(weight_short, weight_long),
        [word for word in short.words[i:k] if word not in small] if i != k else [],
        [word for word in long.words[j:m] if word not in small] if j != m else [],
        k - i == 1 == m - j,
    )
