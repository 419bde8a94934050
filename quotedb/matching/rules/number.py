"""Another number stands in the same place."""

from __future__ import annotations

from quotedb.matching.alignment import Alignment
from quotedb.matching.lexicon import is_number
from quotedb.matching.rules import Texts

_LONGEST = 6


def difference(alignment: Alignment, texts: Texts) -> str | None:  # noqa: ARG001
    """Digits, or number words, that stand for others."""
    if not any(map(is_number, alignment.rest_a)):
        return None
    for a, b in alignment.opposed(_LONGEST):
        left, right = (sorted(filter(is_number, side)) for side in (a, b))
        if left and right and left != right:
            return f"another number: {' '.join(left)} is not {' '.join(right)}"
    return None
