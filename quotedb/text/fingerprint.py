"""Fingerprints: a few numbers of a wording by which its look-alikes are found.

Winnowing (Schleimer, Wilkerson & Aiken 2003, "Winnowing: local algorithms for document
fingerprinting") over runs of three neighbouring words: of every `WINDOW` runs in a row the least
is kept, so that any `WINDOW + 2` words in a row that two wordings share leave both the same
fingerprint. Two things are our own. A run of short words (`it is a`) counts as greater than any
other, and so is hardly ever kept: half the world has it. And the shorter a wording, the more of
it is kept, since one changed word would lose it otherwise: every run up to `DENSE` words, the
pairs of neighbours too up to `PAIRED`, and up to `SHORTEST` the pairs with a word between.

`sketching.sketch` does for many wordings at once, by numpy, what `fingerprints` does for one.
"""

from __future__ import annotations

import hashlib
from itertools import pairwise

from quotedb.text.remembering import remembered

WINDOW = 4
DENSE = 16
PAIRED = 10
SHORTEST = 8

SMALL = 3  # letters of a word that is likely to be a frequent one
_BITS = (1 << 64) - 1
# Odd numbers without a pattern in their bits: xxHash's and splitmix64's.
FIRST, SECOND, THIRD = 0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9
MIX, MIX_AGAIN = 0xBF58476D1CE4E5B9, 0x94D049BB133111EB
BASE = THIRD
_TOP = 1 << 63
_MOST = 1 << 18  # words remembered


def digest(text: str) -> int:
    """A hash of `text` that is equal on every machine: a signed 64-bit integer."""
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), signed=True)


@remembered(1 << 14)
def key_hash(key: str) -> int:
    """The digest of a folded key, by which it is looked up and stored."""
    return digest(key)


def fingerprints(key: str) -> list[int]:
    """What is kept of a wording, given its folded key.

    Returns:
        Distinct signed 64-bit integers, sorted.
    """
    return of_words([MEMORY[word] for word in key.split()])


def of_words(words: list[int]) -> list[int]:
    """The same, given a number for each of the words, odd for a short one."""
    found = _runs(words)
    if len(words) > DENSE:
        found = [min(found[i : i + WINDOW]) for i in range(len(found) - WINDOW + 1)]
    return sorted(set(map(_signed, found + _pairs(words))))


def probes(key: str) -> list[int]:
    """What is asked for, to find the look-alikes of a folded key: all of its runs, not a choice
    of them, so that the shorter is found by the longer as well as the other way round.

    Returns:
        Distinct signed 64-bit integers, in the order of the words.
    """
    words = [MEMORY[word] for word in key.split()]
    return list(dict.fromkeys(map(_signed, _runs(words) + _pairs(words))))


def _runs(words: list[int]) -> list[int]:
    """Three neighbours each, in order."""
    return [
        _mix(a * FIRST + b * SECOND + c * THIRD, a & b & c)
        for a, b, c in zip(words, words[1:], words[2:], strict=False)
    ]


def _pairs(words: list[int]) -> list[int]:
    """Two neighbours each of a short wording, and of the shortest two with one between."""
    found = words if len(words) == 1 else []
    if len(words) <= PAIRED:
        found = found + [_mix(a * FIRST + b, a & b) for a, b in pairwise(words)]
    if len(words) <= SHORTEST:
        wide = zip(words, words[2:], strict=False)
        found = found + [_mix(a * FIRST + b * SECOND, a & b) for a, b in wide]
    return found


def _mix(number: int, short: int) -> int:
    """A number mixed (splitmix64's last step); the highest bit says that all words are short."""
    number &= _BITS
    number = (number ^ (number >> 31)) * MIX & _BITS
    return ((number ^ (number >> 32)) >> 1) | ((short & 1) << 63)


def _signed(number: int) -> int:
    return number - (1 << 64) if number >= _TOP else number


def word_hash(word: str) -> int:
    """A word as an unsigned 64-bit integer, odd when it is a short one: the polynomial of its
    characters, as a rolling hash has it (Karp & Rabin 1987), mixed by splitmix64's last steps.
    """
    number = 0
    for code in map(ord, word):
        number = (number * BASE + code) & _BITS
    number = (number ^ (number >> 30)) * MIX & _BITS
    number = (number ^ (number >> 27)) * MIX_AGAIN & _BITS
    return (number ^ (number >> 31)) & ~1 | (len(word) <= SMALL)


class _Memory(dict[str, int]):
    """The hash of each word, worked out once."""

    def __missing__(self, word: str) -> int:
        if len(self) >= _MOST:
            self.clear()
        number = self[word] = word_hash(word)
        return number


MEMORY = _Memory()
