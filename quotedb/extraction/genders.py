"""The gender that words show: a title, an article, the ending of a name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from quotedb.extraction.words import Word
from quotedb.languages import Language

Gender = Literal["masculine", "feminine"]

_GENDERS: dict[str, Gender] = {"masculine": "masculine", "feminine": "feminine"}
_FULL = 2  # words of a full name


def of_article(article: Word, language: Language) -> Gender | None:
    """The gender of an article or of a pronoun that is written like one."""
    return _GENDERS.get(language.article_genders.get(article.key, ""))


def of_name(name: Sequence[Word], language: Language) -> Gender | None:
    """What the family name, or else the given name, shows by its ending; of one name, or of a
    given name whose ending tells nothing, what is known of it.
    """
    if len(name) < _FULL:
        return _of_known(name[0].key, language) if name else None
    given = name[0].key
    shown = _of_family(name[-1].key, language) or _of_given(given, language)
    return shown or _of_known(given, language)


def _of_known(key: str, language: Language) -> Gender | None:
    """The gender of a given name that is known to be one."""
    if key in language.womens_names:
        return "feminine"
    return "masculine" if key in language.mens_names else None


@lru_cache(maxsize=1 << 13)
def _of_family(key: str, language: Language) -> Gender | None:
    return _by_ending(key, language.family_name_genders)


@lru_cache(maxsize=1 << 13)
def _of_given(key: str, language: Language) -> Gender | None:
    return _by_ending(key, language.given_name_genders)


def _by_ending(key: str, endings: Sequence[tuple[str, str]]) -> Gender | None:
    return next((_GENDERS.get(gender) for ending, gender in endings if key.endswith(ending)), None)


def shown_by(words: Sequence[Word], language: Language) -> Gender | None:
    """The gender of the last word that has one."""
    for word in reversed(words):
        if word.key in language.masculine:
            return "masculine"
        if word.key in language.feminine:
            return "feminine"
    return None
