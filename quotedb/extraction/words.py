"""Words, with the endings that an apostrophe puts to them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from quotedb.languages import Language
from quotedb.text.folding import fold_word

_WORD = r"[^\W_]+(?:[’'ʼ‘.&-][^\W_]+)*"
_APOSTROPHE = re.compile(r"[’'ʼ‘]")


class Word(NamedTuple):
    """A word outside of quotations; `stem` is it without an ending put on by an apostrophe, `key`
    the stem folded, `capital` whether it begins with a capital letter.
    """

    start: int
    end: int
    text: str
    stem: str
    key: str
    suffix: str
    capital: bool


def words_in(text: str, language: Language, start: int = 0, end: int | None = None) -> list[Word]:
    """The words of a stretch of text, in order: an article that lost its vowel to the next word is
    one by itself (`l'homme`).
    """
    told = _told_in(language)
    found = _pattern(language).finditer(text, start, len(text) if end is None else end)
    return [_new(Word, match.span() + told[match[0]]) for match in found]


_new = tuple.__new__  # a `Word` in two thirds of the time that its own constructor takes
_MOST = 1 << 15  # words remembered of a language


@lru_cache
def _pattern(language: Language) -> re.Pattern[str]:
    if not language.elisions:
        return re.compile(_WORD)
    articles = "|".join(sorted(map(re.escape, language.elisions), key=len, reverse=True))
    return re.compile(rf"(?i:{articles})[’'](?=[^\W_])|{_WORD}")


class _Told(dict[str, tuple[str, str, str, str, bool]]):
    """What a word is but for its place; remembered, as words come again."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language

    def __missing__(self, text: str) -> tuple[str, str, str, str, bool]:
        if len(self) >= _MOST:
            self.clear()
        told = self[text] = _told(text, self._language)
        return told


@lru_cache
def _told_in(language: Language) -> _Told:
    return _Told(language)


def _told(text: str, language: Language) -> tuple[str, str, str, str, bool]:
    stem, suffix = _split(text, language.suffix_apostrophe)
    capital = text[0].isupper()
    key = fold_word(stem)
    if language.body_endings and not suffix:
        stem, key, suffix = _of_noun(stem, key, language, capital=capital)
    if language.compound_heads and (capital or text[0].isdigit()):
        key = _head(key, language) or key
    return text, stem, key, suffix, capital


def _of_noun(stem: str, key: str, language: Language, *, capital: bool) -> tuple[str, str, str]:
    """The word for a body, with its ending, which takes no apostrophe: `Bakanlığından`; and that
    for a person in the genitive, which makes whose the words are: `başkanının`.
    """
    known, endings = language.organization_words, language.body_endings
    if not capital:
        known, endings = language.titles, language.owner_endings
    for ending in endings:
        bare = key.removesuffix(ending)
        if bare != key and bare in known:
            return stem[: -len(ending)], bare, ending
    return stem, key, ""


def _head(key: str, language: Language) -> str | None:
    """The title that a compound ends in, and is known by, or that it is the genitive of."""
    heads, length, tails = language.compound_heads, *_tails(language)
    for ending in (key.removesuffix("s"), key):
        if ending[-length:] in tails and ending.endswith(heads) and key not in heads:
            return next(one for one in heads if ending.endswith(one))
    return None


@lru_cache
def _tails(language: Language) -> tuple[int, frozenset[str]]:
    """As many letters as the shortest title has that compounds end in, and the last so many of
    all: most words have other ones, and need not be held against hundreds of titles.
    """
    length = min(map(len, language.compound_heads))
    return length, frozenset(head[-length:] for head in language.compound_heads)


def _split(text: str, endings: bool) -> tuple[str, str]:
    """A word and the ending put to it by an apostrophe, if any: `Lavrov’un`, `Trump’s`, `l’`.

    Small letters after the apostrophe are an ending where the language has such; a capital is a
    part of the name (O’Neil, D’Alema).
    """
    marks = [] if text.isalnum() else list(_APOSTROPHE.finditer(text))
    if marks:
        last = marks[-1]
        suffix = text[last.end() :]
        if (
            not suffix
            or suffix == "s"
            or (endings and len(suffix) <= 8 and suffix.islower() and last.start())
        ):
            return text[: last.start()], suffix
    return text, ""


@lru_cache(maxsize=65536)
def folded_word(word: str) -> str:
    """A word folded; remembered, as words come again."""
    return fold_word(word)


def is_initial(word: str) -> bool:
    """Whether a word may be the first letter of a given name: not the platform that is called X,
    with which a sentence may end.
    """
    return len(word) == 1 and word != "X"
