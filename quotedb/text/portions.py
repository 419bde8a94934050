"""Many things taken some at a time: so many of them, and so many letters."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

USUAL = 200
"""Letters of a quote of a usual length."""

LETTERS = 5000 * USUAL
"""Letters held at once."""

One = TypeVar("One")


def worth(text: str) -> int:
    """For how many quotes of a usual length one counts, by the work that it makes."""
    return max(1, len(text) // USUAL)


def portions(
    items: Iterable[One], most: int, length: Callable[[One], int], letters: int = LETTERS
) -> Iterator[list[One]]:
    """Things in their order, in lists: of few when these are long.

    Args:
        items: the things.
        most: how many a list has.
        length: the letters of one.
        letters: with how many a list ends, though it has fewer things.
    """
    some: list[One] = []
    held = 0
    for item in items:
        some.append(item)
        held += length(item)
        if len(some) >= most or held >= letters:
            yield some
            some, held = [], 0
    if some:
        yield some
