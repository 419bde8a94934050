"""The same words in another order: `A friend is a present`, `A present is a friend`."""

from __future__ import annotations

from collections import Counter

from quotedb.matching.alignment import Alignment
from quotedb.matching.rules import Texts

_LONGEST = 14


def difference(alignment: Alignment, texts: Texts) -> str | None:  # noqa: ARG001
    """In a short wording, two or more words of weight that changed places."""
    if set(alignment.apart_a).isdisjoint(alignment.apart_b):
        return None  # what is equal in both, in its place, cannot make the words the same
    small = alignment.lexicon.function_words
    both = alignment.apart_a, alignment.apart_b
    apart = [sorted([w for w in side if w not in small]) for side in both]
    if not apart[0] or apart[0] != apart[1]:
        return None
    heavy = [[w for w in side if w not in small] for side in (alignment.a, alignment.b)]
    if not 2 <= max(map(len, heavy)) <= _LONGEST or Counter(heavy[0]) != Counter(heavy[1]):
        return None
    if heavy[0] == heavy[1]:
        return None
    moved = [a for a, b in zip(*heavy, strict=True) if a != b]
    exchanged = len(moved) == 2 and not _listed(alignment, moved[0], moved[1])
    return f"{moved[0]!r} and {moved[1]!r} have changed places" if exchanged else None


def _listed(alignment: Alignment, one: str, other: str) -> bool:
    """Whether they are joined by an `and`, which means the same both ways."""
    words = alignment.a
    first, last = sorted((words.index(one), words.index(other)))
    return not alignment.lexicon.conjunctions.isdisjoint(words[first + 1 : last])
