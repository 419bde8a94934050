"""Words that are much alike: misprinted, bent, or others by a letter."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from operator import ne

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

NEAR = 72.0
"""How alike (0..100) two words must be to count as one that was misspelt or bent."""

BENT = 10.0
"""So much more alike are two words with the same beginning."""

SHORTEST = 3
"""Letters of a word that is left alone."""

SHORT = 5
"""In a word of so many letters, one for another makes another word."""

_FEW = 16  # pairs of words that are sooner looked at one by one


def near_words(left: Iterable[str], right: Iterable[str]) -> dict[str, str]:
    """Each word of `right` that is a word of `left` misspelt or bent, with that word.

    Short words are left alone (`now` is not `not`), and so is anything with a digit in it.
    """
    long_left = [word for word in left if len(word) > SHORTEST]
    long_right = [word for word in right if len(word) > SHORTEST]
    if not long_left or not long_right:
        return {}
    likely: dict[str, list[tuple[float, str]]] = {}
    for word, other in sorted(_perhaps_alike(long_right, long_left)):
        how = 0.0 if _has_digit(word) or _has_digit(other) else _alike(word, other)
        if how >= NEAR:
            likely.setdefault(word, []).append((how, other))
    return _each_once(likely) if likely else {}


def _perhaps_alike(words: list[str], others: list[str]) -> list[tuple[str, str]]:
    """The pairs of words, without most of those that `_alike` will find too little alike."""
    if len(words) * len(others) <= _FEW:
        return [
            (word, other)
            for word in words
            for other in others
            if fuzz.ratio(word, other, score_cutoff=NEAR - BENT)
        ]
    alike = process.cdist(words, others, scorer=fuzz.ratio, score_cutoff=NEAR - BENT)
    rows, columns = alike.nonzero()
    return [(words[i], others[j]) for i, j in zip(rows.tolist(), columns.tolist(), strict=True)]


def _each_once(likely: dict[str, list[tuple[float, str]]]) -> dict[str, str]:
    """For each word the likest of the others that no word before it has taken."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for word, others in likely.items():
        best = max((one for one in others if one[1] not in taken), default=None)
        if best:
            found[word] = best[1]
            taken.add(best[1])
    return found


def is_misprint(word: str, other: str) -> bool:
    """Whether two words of four letters or more differ by one that is lost, added or in its
    neighbour's place; in longer ones, by one for another too. `Iran` is not `Iraq`.
    """
    few = min(len(word), len(other))
    if few < 4 or _has_digit(word) or _has_digit(other) or OSA.distance(word, other) != 1:
        return False
    return few > SHORT or not one_letter_apart(word, other)


def one_letter_apart(word: str, other: str) -> bool:
    """Whether two words have one letter for another."""
    return len(word) == len(other) and sum(map(ne, word, other)) == 1


@lru_cache(maxsize=65536)
def _alike(a: str, b: str) -> float:
    """How alike two words are; those that begin alike, as with an ending, are more so."""
    if a[0] != b[0]:
        return fuzz.ratio(a, b) - 8
    shorter = min(len(a), len(b))
    same = next((i for i in range(shorter) if a[i] != b[i]), shorter)
    return fuzz.ratio(a, b) + (BENT if same >= 5 and same >= 0.7 * shorter else 0)


def _has_digit(word: str) -> bool:
    return not word.isalpha() and any(char.isdigit() for char in word)
