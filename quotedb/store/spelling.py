"""The words to look for: endings are left open, and a word without a hit is taken for a typo."""

from __future__ import annotations

from typing import Any

from quotedb.store.backends import Backend
from quotedb.store.database import Connection
from quotedb.text.folding import fold

STEM = 4
"""Letters of a word to which an ending may be put."""

ALIKE = 2
"""Letters at the beginning of a misspelt word that are taken to be right at first."""

TRIED = 5
"""Words nearest to a misspelt one of which the first that a quote has is taken."""


def searchable(text: str) -> list[str]:
    """The folded words of a text that have a letter or a digit: no others are indexed."""
    return [word for word in fold(text).split() if any(char.isalnum() for char in word)]


def corrected(conn: Connection, words: list[str]) -> list[tuple[str, bool]]:
    """The folded words to look for, each with whether it may be the beginning of a longer one.

    The last word may, and any of `STEM` letters, for endings are put to words (rıhtım,
    rıhtımdan; ship, ships). A word that no quote has is replaced by the indexed word nearest to
    it: one edit is forgiven in four letters or more, two in eight or more (an exchange of
    neighbouring letters counts as one).
    """
    raw, backend = conn.raw, conn.backend
    found = []
    for place, word in enumerate(words):
        prefix = len(word) >= STEM or place == len(words) - 1
        known = len(word) < STEM or backend.has_word(raw, word, prefix=prefix)
        near = word if known else _nearest(backend, raw, word)
        found.append((near, prefix and near == word))
    return found


def _nearest(backend: Backend, raw: Any, word: str) -> str:  # noqa: ANN401 - a driver's connection
    """The word of a quote nearest to a word: of those that begin alike if there is one, since few
    slips are in the first letters (Yannakoudakis & Fawthrop 1983), else one with a single slip
    there. So no word costs going through the whole vocabulary.
    """
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    edits = 2 if len(word) >= 8 else 1
    alike = backend.vocabulary(raw, len(word), word[:ALIKE])
    near = process.extract(word, alike, scorer=OSA.distance, score_cutoff=edits, limit=TRIED)
    meant = [one for one, *_ in near if backend.known(raw, [one])]
    return (meant or backend.known(raw, sorted(slips(word))) or [word])[0]


def slips(word: str) -> set[str]:
    """What may have been meant if one slip was made in the first letters of a word.

    The letters tried are the small ones and the digits of the word's own part of Unicode.
    """
    block = ord(word[0]) & ~0x7F
    letters = [c for c in map(chr, range(block, block + 0x80)) if c.isalnum() and not c.isupper()]
    found = {word[0] + word[2] + word[1] + word[3:]}
    for place in range(ALIKE):
        before, after = word[:place], word[place:]
        found.add(before + after[1] + after[0] + after[2:])
        found.add(before + after[1:])
        found.update(before + letter + rest for letter in letters for rest in (after, after[1:]))
    return found - {word}
