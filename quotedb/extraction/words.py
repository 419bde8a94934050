"""Words, with the endings that an apostrophe puts to them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from quotedb.languages import Language
from quotedb.text.folding import fold_word

_ELIDED = re.compile(r"(\w+)[’'](?=\w)")
WORD = re.compile(r"[^\W_]+(?:[’'ʼ‘.&-][^\W_]+)*")
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


def make_words(matches: Iterable[re.Match[str]], language: Language) -> list[Word]:
    """The words that `WORD` matched, one after the other: two where an article lost its vowel to
    the next (`l'homme`).
    """
    known = _parts_in(language)
    return [
        _new(Word, (match.start() + start, match.start() + end, *told))
        for match in matches
        for start, end, told in known[match[0]]
    ]


_new = tuple.__new__  # a `Word` in two thirds of the time that its own constructor takes
_Told = tuple[str, str, str, str, bool]
_MOST = 1 << 15  # words remembered of a language


class _Parts(dict[str, tuple[tuple[int, int, _Told], ...]]):
    """The words in what `WORD` matched, by their offsets in it and by what else a `Word` tells of
    them; remembered, as words come again.
    """

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language

    def __missing__(self, text: str) -> tuple[tuple[int, int, _Told], ...]:
        if len(self) >= _MOST:
            self.clear()
        self[text] = parts = tuple(_parts(text, self._language))
        return parts


@lru_cache
def _parts_in(language: Language) -> _Parts:
    return _Parts(language)


def _parts(text: str, language: Language) -> Iterator[tuple[int, int, _Told]]:
    elided = _ELIDED.match(text) if language.elisions else None
    if elided and elided[1].lower() in language.elisions:
        article = elided[1]
        yield 0, elided.end(), (elided[0], article, folded_word(article), "", article[0].isupper())
        rest = WORD.match(text, elided.end())
        if rest:
            yield rest.start(), rest.end(), _told(rest[0], language)
    else:
        yield 0, len(text), _told(text, language)


def _told(text: str, language: Language) -> _Told:
    """What a word is but for its place."""
    stem, suffix = _split(text, language.suffix_apostrophe)
    capital = text[0].isupper()
    key = fold_word(stem)
    if capital and not suffix and language.body_endings:
        stem, key, suffix = _of_body(stem, key, language)
    if capital or text[0].isdigit():
        key = _head(key, language.compound_heads) or key
    return text, stem, key, suffix, capital


def _of_body(stem: str, key: str, language: Language) -> tuple[str, str, str]:
    """The word for a body, with its ending, which takes no apostrophe: `Bakanlığından`."""
    for ending in language.body_endings:
        bare = key.removesuffix(ending)
        if bare != key and bare in language.organization_words:
            return stem[: -len(ending)], bare, ending
    return stem, key, ""


def _head(key: str, heads: tuple[str, ...]) -> str | None:
    """The title that a compound ends in, and is known by, or that it is the genitive of."""
    if key in heads:
        return None
    for ending in (key.removesuffix("s"), key):
        if ending.endswith(heads):
            return next(one for one in heads if ending.endswith(one))
    return None


def _split(text: str, endings: bool) -> tuple[str, str]:
    """A word and the ending put to it by an apostrophe: `Lavrov’un`, `Trump’s`.

    Small letters after the apostrophe are an ending where the language has such; a capital is a
    part of the name (O’Neil, D’Alema).
    """
    marks = [] if text.isalnum() else list(_APOSTROPHE.finditer(text))
    if marks:
        last = marks[-1]
        suffix = text[last.end() :]
        if suffix == "s" or (endings and len(suffix) <= 8 and suffix.islower() and last.start()):
            return text[: last.start()], suffix
    return text, ""


@lru_cache(maxsize=65536)
def folded_word(word: str) -> str:
    """A word folded; remembered, as words come again."""
    return fold_word(word)
