"""Languages as data: one file a language, holding a `LANGUAGE`.

A language is added by adding its file; nothing else has to change. Every field but the first
two may be left out: extraction and matching then do without it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from quotedb.registry import Registry

REGISTRY = Registry("quotedb.languages", "a language")


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """What extraction, matching and dates know of one language.

    Words are given in lower case as the language writes them. Which fields the rules read is
    said where they are used.

    Attributes:
        tag: BCP 47.
        name: in English.
        months: name or abbreviation to month number 1..12, every written form.
        weekdays: name to ISO weekday 1..7.
        negations: words that deny; one more or fewer of them is another statement.
        numbers: number words to the digits they stand for, such as "ten": "10".
        function_words: words too common to carry a meaning of their own.
        suffix_apostrophe: whether endings are put to a name with an apostrophe (Lavrov’un).
    """

    tag: str
    name: str
    months: Mapping[str, int] = field(default_factory=dict)
    weekdays: Mapping[str, int] = field(default_factory=dict)
    negations: frozenset[str] = frozenset()
    numbers: Mapping[str, str] = field(default_factory=dict)
    function_words: frozenset[str] = frozenset()
    suffix_apostrophe: bool = False


@lru_cache
def get(tag: str) -> Language:
    """The language of a BCP 47 tag, by its first subtag: `tr-TR` is `tr`.

    Raises:
        UnknownName: there is no file for it.
    """
    primary = tag.replace("_", "-").split("-")[0].lower()
    language: Language = REGISTRY.load(primary).LANGUAGE
    return language


@lru_cache
def known() -> tuple[str, ...]:
    """The tags of all languages there are files for."""
    return tuple(REGISTRY.names())
