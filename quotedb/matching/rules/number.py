"""Another number stands in the same place."""

from __future__ import annotations

from quotedb.matching.alignment import Alignment
from quotedb.matching.rules import Texts, opposed

_LONGEST = 6


def difference(alignment: Alignment, texts: Texts) -> str | None:  # noqa: ARG001
    """Digits, or number words, that stand for others."""
    if not any(word[:1].isdigit() for word in alignment.rest_a):
        return None
    for a, b in opposed(alignment, _LONGEST):
        left, right = (sorted(w for w in side if w[:1].isdigit()) for side in (a, b))
        if left and right and left != right:
            return f"another number: {' '.join(left)} is not {' '.join(right)}"
    return None
