"""Fingerprints: a few numbers of a wording by which its look-alikes are found.

Winnowing (Schleimer, Wilkerson & Aiken 2003, "Winnowing: local algorithms for document
fingerprinting") over pairs of neighbouring words: of every `WINDOW` pairs in a row the least hash
is kept, so that any run of `WINDOW + 1` words that two wordings share leaves both the same
fingerprint. A short wording keeps every pair, since one changed word would lose it otherwise.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

WINDOW = 4
SHORT = 16
"""Up to so many words, every pair is kept."""

_MODULUS = 1 << 64


def digest(text: str) -> int:
    """A hash of `text` that is equal on every machine: a signed 64-bit integer."""
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), signed=True)


def pairs(key: str) -> list[int]:
    """The hash of every pair of neighbouring words of a folded key, in order.

    A key of one word has one hash, that of the word.

    Returns:
        Signed 64-bit integers.
    """
    words = key.split()
    if len(words) < 2:
        return [digest(word) for word in words]
    hashes = [_word(word) for word in words]
    return [_signed(a * 0x9E3779B97F4A7C15 + b) for a, b in pairwise(hashes)]


def fingerprints(key: str) -> list[int]:
    """What the store keeps of a wording, given its folded key: distinct hashes, sorted."""
    hashes = pairs(key)
    if len(hashes) < SHORT:
        return sorted(set(hashes))
    return sorted(_winnowed(hashes))


def _winnowed(hashes: Sequence[int]) -> set[int]:
    return {min(hashes[i : i + WINDOW]) for i in range(len(hashes) - WINDOW + 1)}


@lru_cache(maxsize=65536)
def _word(word: str) -> int:
    return digest(word)


def _signed(number: int) -> int:
    """A number's lowest 64 bits, mixed (splitmix64's last step) and read as signed."""
    number = (number ^ (number >> 31)) * 0xBF58476D1CE4E5B9 % _MODULUS
    number ^= number >> 32
    return number - _MODULUS if number >= _MODULUS >> 1 else number
