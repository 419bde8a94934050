"""Another name stands in the same place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quotedb.matching.alignment import Alignment, Block
from quotedb.matching.likeness import SHORT, is_misprint, one_letter_apart
from quotedb.matching.rules import Texts
from quotedb.matching.side import Words
from quotedb.text.folding import words
from quotedb.text.remembering import remembered

_LONGEST = 3
_MANY = 0.4  # where so many words have capitals (German, headlines) they tell no name
_LONG = 6  # words laid together, for a capital at the head of a sentence to be a name's
_WORD = re.compile(r"[^\W_]+(?:['’ʼ-][^\W_]+)*")
_ENDS = '.!?…:“"«„'


def difference(alignment: Alignment, texts: Texts) -> str | None:
    """A capitalised word that stands for another one; at the head of the wordings only when all
    that follows is the same.
    """
    if alignment.lexicon.capital_nouns:
        return None
    small = alignment.lexicon.function_words
    places = [*alignment.opposed(_LONGEST), *_short_ones(alignment)]
    places = [(a, b) for a, b in places if not small.issuperset(a) and not small.issuperset(b)]
    if not places:
        return None
    for a, b in places:
        left = [word for word in a if word not in small and word in _names(texts[0])]
        right = left and [word for word in b if word not in small and word in _names(texts[1])]
        if left and right and set(left).isdisjoint(right) and not _alike(left, right, a, b):
            return f"another name: {left[0]} is not {right[0]}"
    return _at_the_head(alignment, texts)


def _short_ones(alignment: Alignment) -> Iterator[Block]:
    """Short words laid together that one letter makes others: `Iran`, `Iraq`."""
    for i, j in alignment.near:
        a, b = alignment.a[i], alignment.b[j]
        if len(a) <= SHORT and one_letter_apart(a, b):
            yield (a,), (b,)


def _alike(left: list[str], right: list[str], a: Words, b: Words) -> bool:
    """Whether the names are the same, misprinted or abbreviated."""
    if len(left) == len(right) and all(map(is_misprint, left, right)):
        return True
    return _abbreviates(a, b)


def _abbreviates(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether one is the initials of the other: `NY`, `New York`."""
    initials = ["".join(word[0] for word in side) for side in (a, b)]
    return "".join(a) == initials[1] or "".join(b) == initials[0]


def _at_the_head(alignment: Alignment, texts: Texts) -> str | None:
    """`Rusya, … savundu` and `Türkiye, … savundu`: one word for one word, the rest equal."""
    a, b = alignment.head
    if len(a) != 1 or len(b) != 1 or alignment.together < _LONG or alignment.blocks:
        return None
    small = alignment.lexicon.function_words
    if a[0] in small or b[0] in small or any(alignment.tail):
        return None
    capitals = all(text.lstrip(" “\"'«„")[:1].isupper() for text in texts)
    return f"another subject: {a[0]} is not {b[0]}" if capitals else None


@remembered(8192)
def _names(text: str) -> frozenset[str]:
    """The folded words with a capital that no sentence begins with; none where capitals abound."""
    inside, capitals, end = 0, [], 0
    for found in _WORD.finditer(text):
        between, word = text[end : found.start()].rstrip(), found[0]
        begins = between[-1] in _ENDS if between else not end
        inside += not begins
        if not begins and len(word) > 1 and word[0].isupper():
            capitals.append(word)
        end = found.end()
    if len(capitals) > _MANY * max(inside, 3):
        return frozenset()
    return frozenset(key for name in capitals for key in words(name))
