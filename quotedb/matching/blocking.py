"""Which of many wordings are worth a verdict: those that share fingerprints with a new one, and
enough of its words.

A fingerprint that more than `CAP` wordings have (the frame of a family of sayings, a phrase of
everyday) tells only the first `CAP` of them, so that no fingerprint makes the work grow with the
square of a corpus.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from quotedb.text.remembering import remembered

CAP = 128
"""Wordings taken from one fingerprint."""

MOST = 64
"""Wordings that share most with a new one and are looked at."""

COMMON = 0.5
"""Of the words of the shorter, so many are in the longer too."""

MORE_COMMON = 0.6
"""Of `MANY_WORDS` or more, so many are: of those that have fewer in common, one in a thousand is
found to be anything but different."""

MANY_WORDS = 8


def ranked(postings: Iterable[tuple[int, int]]) -> list[int]:
    """The ids that share most fingerprints, most first.

    Args:
        postings: a fingerprint and the id of a wording that has it, each pair once.
    """
    shared = Counter(number for _, number in postings)
    best = sorted(shared.items(), key=lambda one: (-one[1], one[0]))
    return [number for number, _ in best[:MOST]]


def screened(key: str, others: Sequence[str]) -> list[int]:
    """The places of the folded keys that have words enough in common with `key`, in order."""
    words = words_of(key)
    sets = map(words_of, others)
    return [place for place, other in enumerate(sets) if have_enough(words, other)]


def have_enough(words: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two wordings have words enough in common, given the different words of each."""
    fewer = min(len(words), len(other))
    share = MORE_COMMON if fewer >= MANY_WORDS else COMMON
    return len(words & other) >= share * fewer


@remembered(4096)
def words_of(key: str) -> frozenset[str]:
    """The words of a folded key that is looked at again and again."""
    return frozenset(key.split())
