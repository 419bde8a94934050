"""Names of authors as people write them, taken apart for citations."""

from __future__ import annotations

import re
from functools import lru_cache

from quotedb import languages
from quotedb.facts import Author
from quotedb.text.folding import fold

_PARTICLES = frozenset(
    ("Le", "La", "De", "Du", "Des", "Del", "Della", "Di", "Da", "Dos", "Van", "Von", "Den", "Der",
     "Ter", "Ten", "St.", "Saint")
)  # fmt: skip
_GENERATIONS = frozenset(("jr", "sr", "ii", "iii", "iv"))
_MOST_WORDS = 4  # a person's name; what is longer is an organisation's


def read_author(text: str) -> Author:
    """The author that a written name means, as a CSL name.

    `Family, Given` is taken at its word. Two to four words that all look like names are a
    person's, the last being the family name with the particles before it (van, de, von der, and
    those that are written large: Le, De, Van) and what distinguishes generations behind it (Jr.,
    III). Anything else is kept whole: a single word, an organisation.
    """
    name = " ".join(text.split())
    words = name.split(" ")
    family, comma, given = (part.strip() for part in name.partition(","))
    if comma and family and given and "," not in given and not _is_body(words):
        return Author(family=family, given=given)
    if comma or not 2 <= len(words) <= _MOST_WORDS or not _is_personal(words):
        return Author(literal=name)
    first = len(words) - 1
    if len(words) > 2 and words[first].lower().rstrip(".") in _GENERATIONS:
        first -= 1
    while first > 1 and (words[first - 1].islower() or words[first - 1] in _PARTICLES):
        first -= 1
    return Author(family=" ".join(words[first:]), given=" ".join(words[:first]))


def read_authors(text: str) -> tuple[Author, ...]:
    """Several authors on one line, between semicolons, ampersands or a word for *and*."""
    conjunctions = "|".join(sorted(map(re.escape, _conjunctions())))
    parts = re.split(rf"\s*[;&]\s*|\s+(?:{conjunctions})\s+", text)
    return tuple(read_author(part) for part in parts if part.strip())


def _is_personal(words: list[str]) -> bool:
    """Whether the words look like a person's name: initials up, and no word for a body."""
    if not (words[0][:1].isupper() and words[-1][:1].isupper()):
        return False
    return not any(char.isdigit() for word in words for char in word) and not _is_body(words)


def _is_body(words: list[str]) -> bool:
    return not _bodies().isdisjoint(fold(word) for word in words)


@lru_cache
def _bodies() -> frozenset[str]:
    known = (languages.get(tag) for tag in languages.known())
    return frozenset(fold(word) for language in known for word in language.organization_words)


@lru_cache
def _conjunctions() -> frozenset[str]:
    known = (languages.get(tag) for tag in languages.known())
    return frozenset(language.conjunction for language in known if language.conjunction)
