"""A language's words, folded as the words of a text are, so that the two can be compared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from functools import lru_cache
from typing import Any

from quotedb.languages import Language
from quotedb.text.folding import fold, fold_word

# What is written out as it stands, or looked up as it is written.
_AS_WRITTEN = frozenset(("untitled", "header_keys", "pronouns", "inner_clauses"))

# Pairs of an ending, to be compared, and of what is written in its place.
_OWN_ENDINGS = frozenset(("given_name_endings", "oblique_names", "genitive_names"))


@lru_cache
def folded(language: Language) -> Language:
    """The same language, every set of words and every key of a mapping folded."""
    changes: dict[str, Any] = {}
    for field in fields(language):
        value = getattr(language, field.name)
        if field.name in _AS_WRITTEN:
            continue
        if isinstance(value, frozenset):
            changes[field.name] = frozenset(_phrase(item) for item in value)
        elif isinstance(value, Mapping):
            changes[field.name] = {fold(word): meant for word, meant in value.items()}
        elif field.name in _OWN_ENDINGS:
            changes[field.name] = tuple(_ending(case) for case in value)
        elif isinstance(value, tuple):
            changes[field.name] = tuple(_folded_case(case) for case in value)
    return replace(language, **changes)


def _phrase(item: str) -> str:
    """A word or a phrase folded, word by word."""
    return " ".join(fold_word(word) for word in item.split())


def _folded_case(case: str | tuple[str, str]) -> str | tuple[str, str]:
    return fold(case) if isinstance(case, str) else (fold(case[0]), fold(case[1]))


def _ending(case: Any) -> Any:  # noqa: ANN401 - a pair of words, or a pair of pairs
    """An ending folded, that of the name itself as written; or two such pairs."""
    if isinstance(case[0], str):
        return fold(case[0]), case[1]
    return tuple(_ending(part) for part in case)
