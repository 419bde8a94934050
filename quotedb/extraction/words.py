"""Words, with the endings that an apostrophe puts to them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain
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


def make_words(matches: Iterable[re.Match[str]], language: Language) -> Iterator[Word]:
    """The words that `WORD` matched, one after the other."""
    endings = language.suffix_apostrophe
    if not language.elisions and not language.compound_heads:
        return (make_word(match, endings) for match in matches)
    return chain.from_iterable(_words(match, language) for match in matches)


def _words(match: re.Match[str], language: Language) -> Iterator[Word]:
    """The word that `WORD` matched, or two of them where an article lost its vowel to the next:
    `l'homme`.
    """
    elided = _ELIDED.match(match[0]) if language.elisions else None
    if elided and elided[1].lower() in language.elisions:
        start, cut = match.start(), match.start() + elided.end()
        key = folded_word(elided[1])
        capital = elided[1][0].isupper()
        yield Word(start, cut, elided[0], elided[1], key, "", capital)
        rest = WORD.match(match.string, cut, match.end())
        if rest:
            yield make_word(rest, language.suffix_apostrophe)
    elif language.compound_heads:
        yield _by_head(make_word(match, language.suffix_apostrophe), language.compound_heads)
    else:
        yield make_word(match, language.suffix_apostrophe)


def _by_head(word: Word, heads: tuple[str, ...]) -> Word:
    """A compound that ends in a title, known by that title."""
    if not (word.capital or word.text[0].isdigit()):
        return word
    head = _head(word.key, heads)
    return word._replace(key=head) if head else word


@lru_cache(maxsize=65536)
def _head(key: str, heads: tuple[str, ...]) -> str | None:
    """The first of some words that a longer one ends in."""
    if key in heads or not key.endswith(heads):
        return None
    return next((one for one in heads if key.endswith(one)), None)


def make_word(match: re.Match[str], endings: bool) -> Word:
    """The word that `WORD` matched.

    Args:
        match: where it is.
        endings: whether the language puts endings to names with an apostrophe.
    """
    text = match[0]
    return Word(match.start(), match.end(), text, *_parted(text, endings))


@lru_cache(maxsize=65536)
def _parted(text: str, endings: bool) -> tuple[str, str, str, bool]:
    """What a word is but for its place; remembered, as words come again."""
    stem, suffix = _split(text, endings)
    return stem, folded_word(stem), suffix, text[0].isupper()


def _split(text: str, endings: bool) -> tuple[str, str]:
    """A word and the ending put to it by an apostrophe: `Lavrov’un`, `Trump’s`.

    Small letters after the apostrophe are an ending where the language has such; a capital is a
    part of the name (O’Neil, D’Alema).
    """
    marks = list(_APOSTROPHE.finditer(text))
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
