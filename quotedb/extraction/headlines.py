"""Headlines: paragraphs in which nearly every word that matters has a capital, which there makes no
name.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import islice

from quotedb.extraction.reading import Reading
from quotedb.extraction.words import Word

_WORDS = 5  # words that matter in the shortest headline that is taken for one
_CAPITALS = 0.85  # share of them that has a capital


def headline_words(reading: Reading, capitals: Sequence[int]) -> set[int]:
    """The numbers of the words of all headlines; `capitals` are those of words with a capital."""
    found: set[int] = set()
    for start, end in reading.paragraphs:
        first, last = (bisect_left(reading.word_starts, offset) for offset in (start, end))
        count = bisect_left(capitals, last) - bisect_left(capitals, first)
        small = reading.language.function_words
        if count >= _WORDS * _CAPITALS and _is_headline(reading.words[first:last], count, small):
            found.update(range(first, last))
    return found


def _is_headline(words: Sequence[Word], capitals: int, function_words: frozenset[str]) -> bool:
    """Whether words with so many capitals among them are one: most paragraphs show soon that they
    are not, by more small words that matter than the capitals allow.
    """
    small = (word for word in words if not word.capital and word.key not in function_words)
    most = int(capitals / _CAPITALS) - capitals + 1
    few = sum(1 for _ in islice(small, most + 1))
    if few > most:
        return False
    heavy = few + sum(word.capital and word.key not in function_words for word in words)
    return heavy >= _WORDS and heavy - few > _CAPITALS * heavy
