"""The places where two wordings laid side by side part, and what weighs there."""

from __future__ import annotations

from typing import NamedTuple

from quotedb.matching.alignment import Alignment, Block
from quotedb.matching.lexicon import Lexicon


class Place(NamedTuple):
    """Words of the one and of the other that stand in one place, either of which may be none.

    `short` and `long` are the weights of what the shorter and the longer wording have there, and
    `opposed` the lesser of them: that of words which stand for others. `heavy_short` and
    `heavy_long` are their words of meaning. `is_single` says that a place has one word of each.
    """

    short: float
    long: float
    opposed: float
    heavy_short: list[str]
    heavy_long: list[str]
    is_single: bool

    @property
    def swaps(self) -> bool:
        """Whether words of meaning stand for others."""
        return bool(self.heavy_short) and bool(self.heavy_long)


NOWHERE = Place(0.0, 0.0, 0.0, [], [], False)
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
    gap: float
    added: float
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
    known = alignment.lexicon
    head = _place(alignment.head, known, flipped=flipped)
    inside = [_place(block, known, flipped=flipped) for block in alignment.blocks]
    tail = _place(alignment.tail, known, flipped=flipped)
    odd, others = [], []
    gap = added = 0.0
    swaps = singles = lost = slight = 0
    for place in (head, *inside, tail):
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


def _place(block: Block, known: Lexicon, *, flipped: bool) -> Place:
    a, b = block
    if not a and not b:
        return NOWHERE
    small = known.function_words
    short, long = (b, a) if flipped else (a, b)
    weight_short = known.weight(short) if short else 0.0
    weight_long = known.weight(long) if long else 0.0
    return Place(
        weight_short,
        weight_long,
        min(weight_short, weight_long),
        [word for word in short if word not in small] if short else [],
        [word for word in long if word not in small] if long else [],
        len(a) == len(b) == 1,
    )
