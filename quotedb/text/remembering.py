"""What is worked out of texts that come again: of many short ones, and of a few long ones.

A cache that only counts its entries takes the more memory the longer they are.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Concatenate, ParamSpec, TypeVar

LONG = 1000
"""Letters from which a text is a long one."""

FEW = 16
"""Long texts that are remembered: one, and what it is compared with."""

Rest = ParamSpec("Rest")
Found = TypeVar("Found")
OfText = Callable[Concatenate[str, Rest], Found]


def remembered(most: int) -> Callable[[OfText[Rest, Found]], OfText[Rest, Found]]:
    """Let a function remember what it has made of a text.

    Args:
        most: how many short texts.
    """

    def of(work: OfText[Rest, Found]) -> OfText[Rest, Found]:
        short, long = lru_cache(maxsize=most)(work), lru_cache(maxsize=FEW)(work)

        @wraps(work)
        def found(text: str, /, *rest: Rest.args, **named: Rest.kwargs) -> Found:
            cached = long if len(text) >= LONG else short
            return cached(text, *rest, **named)  # type: ignore[arg-type]

        return found

    return of
