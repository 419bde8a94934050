"""The places where two wordings laid side by side part, and what weighs there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from quotedb.matching.alignment import Alignment, Lexicon, Words


class Place(NamedTuple):
    """Words of the one and of the other that stand in one place, either of which may be none.

    `short` and `long` are the weights of what the shorter and the longer wording have there,
    `heavy_short` and `heavy_long` their words of meaning.
    """

    a: Words
    b: Words
    short: float
    long: float
    heavy_short: tuple[str, ...]
    heavy_long: tuple[str, ...]

    @property
    def swaps(self) -> bool:
        """Whether words of meaning stand for others."""
        return bool(self.heavy_short) and bool(self.heavy_long)

    @property
    def single(self) -> bool:
        """Whether one word of meaning stands for one other."""
        return len(self.a) == len(self.b) == 1 and self.swaps

    @property
    def slight(self) -> bool:
        """Whether there are small words alone."""
        return bool(self.a or self.b) and not self.heavy_short and not self.heavy_long


def weight(words: Iterable[str], lexicon: Lexicon) -> float:
    """How much words weigh together."""
    return sum(map(lexicon.weights.__getitem__, words))


def places(alignment: Alignment, *, flipped: bool) -> list[Place]:
    """The head, every place between words laid together, and the tail.

    Args:
        alignment: the two side by side.
        flipped: whether the shorter is the second.
    """
    found = (alignment.head(), *alignment.blocks(), alignment.tail())
    return [_place(a, b, alignment.lexicon, flipped=flipped) for a, b in found]


def _place(a: Words, b: Words, lexicon: Lexicon, *, flipped: bool) -> Place:
    small = lexicon.function_words
    short, long = (b, a) if flipped else (a, b)
    return Place(
        a,
        b,
        weight(short, lexicon) if short else 0.0,
        weight(long, lexicon) if long else 0.0,
        tuple(word for word in short if word not in small) if short else (),
        tuple(word for word in long if word not in small) if long else (),
    )
