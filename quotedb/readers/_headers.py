"""The lines at the head of an article that say what it is: title, date, source and the like.

A header is a known key, a colon and a value; several may share a line, with a dash or a bar
before each. Keys are data of the languages. Only a date may do without its colon, and only a
byline without anything between: else an article that begins with such a word would lose it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from quotedb import languages
from quotedb.facts import Source
from quotedb.text.authors import read_authors
from quotedb.text.dates import read_date
from quotedb.text.folding import fold

_LONGEST = 1000  # characters; a longer line is text
_LONGEST_VALUE = 300  # characters; a longer value is a sentence
_BYLINE = 6  # words
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_DATES = ("issued", "accessed")
_DIVIDERS = "-–—|•·; "


@dataclass(frozen=True, slots=True)
class Headers:
    """What the head of a text says, and where the body begins (offset)."""

    source: Source
    body_start: int
    notes: tuple[str, ...] = ()


def read_headers(text: str) -> Headers:
    """The headers at the top of `text`, in any order; all stop at the first other line."""
    source, notes = Source(), []
    start = at = _skip_blank(text, 0)
    while at < len(text):
        end = text.find("\n", at, at + _LONGEST)
        end = end if end >= 0 else len(text)
        pairs = _pairs(text[at:end].strip()) if end - at < _LONGEST else []
        if not pairs or any(len(value) > _LONGEST_VALUE for _, value in pairs):
            break
        for field, value in pairs:
            source, note = _put(source, field, value)
            notes += [note] if note else []
        start = at = _skip_blank(text, end)
    return Headers(source, start, tuple(notes))


def _skip_blank(text: str, at: int) -> int:
    """The start of the first line from `at` on that is not blank, or the end."""
    blank = re.compile(r"[^\S\n]*(?:\n|$)")
    while at < len(text) and (found := blank.match(text, at)) and found.end() > at:
        at = found.end()
    return at


def _pairs(line: str) -> list[tuple[str, str]]:
    """Field and value of every header on the line; none when it begins with something else."""
    cuts = [found.start("key") for found in _key_pattern().finditer(line)]
    if not cuts or cuts[0] != 0:
        first = _without_colon(line[: cuts[0]] if cuts else line)
        if not first:
            return []
        return [first, *(_split(part) for part in _parts(line, cuts))]
    return [_split(part) for part in _parts(line, cuts)]


def _parts(line: str, cuts: list[int]) -> list[str]:
    return [line[a:b] for a, b in pairwise([*cuts, len(line)])]


def _split(part: str) -> tuple[str, str]:
    key, _, value = part.partition(":")
    return _keys()[fold(key)], value.strip().rstrip(_DIVIDERS).strip()


def _without_colon(part: str) -> tuple[str, str] | None:
    """`date 2021-03`, when nothing but a date follows, or `By Greta Hartmann`."""
    words = part.strip().rstrip(_DIVIDERS).split()
    for length in (2, 1):
        key, value = " ".join(words[:length]), " ".join(words[length:])
        field = _keys().get(fold(key))
        if field in _DATES and _is_all_date(value):
            return field, value
    if words and fold(words[0]) in _bylines() and _is_byline(words[1:]):
        return "authors", " ".join(words[1:])
    return None


def _is_all_date(value: str) -> bool:
    return (
        bool(value) and len(value.split()) <= 4 and value[-1].isalnum() and bool(read_date(value))
    )


def _is_byline(words: list[str]) -> bool:
    joined = {language.conjunction for language in _languages()}
    return (
        2 <= len(words) <= _BYLINE
        and all(
            (word[0].isupper() and word.strip(",").replace(".", "").replace("-", "").isalpha())
            or word in joined
            for word in words
        )
        and not words[-1].endswith((".", ","))
    )


def _put(source: Source, field: str, value: str) -> tuple[Source, str | None]:
    """The source with one field more, or as it was and a note why. The first of two counts."""
    if not value or getattr(source, field):
        return source, None
    read: object = value
    if field in _DATES:
        read = read_date(value)
    elif field == "authors":
        read = read_authors(value)
    elif field == "language":
        read = _language(value)
    if not read:
        return source, f"{field} not understood: {value[:60]!r}"
    return replace(source, **{field: read}), None  # type: ignore[arg-type]


def _language(value: str) -> str | None:
    for language in _languages():
        if fold(value) in (fold(language.name), fold(language.endonym or language.name)):
            return language.tag
    return value if _TAG.fullmatch(value) and len(value.split("-")[0]) < 4 else None


@lru_cache
def _keys() -> dict[str, str]:
    return {fold(k): field for one in _languages() for k, field in one.header_keys.items()}


@lru_cache
def _bylines() -> frozenset[str]:
    return frozenset(fold(one.byline) for one in _languages() if one.byline)


@lru_cache
def _key_pattern() -> re.Pattern[str]:
    """A known key with its colon, at the start or after a mark, a wide gap, or a date's figure."""
    keys = {key for one in _languages() for key in one.header_keys}
    written = sorted({form for key in keys for form in _cases(key)}, key=len, reverse=True)
    names = "|".join(map(re.escape, written))
    return re.compile(rf"(?:^|[;|]\s*|\s[-–—•·]\s*|\s{{3,}}|\t|(?<=\d)\s)(?P<key>(?:{names})\s*:)")


def _cases(key: str) -> tuple[str, ...]:
    """As written at the start of a line: small, with a capital, all capitals; Turkish i too."""
    turkish = key.replace("i", "İ").replace("ı", "I").upper()
    return (key, key[0].upper() + key[1:], key.title(), key.upper(), turkish)


def _languages() -> tuple[languages.Language, ...]:
    return tuple(languages.get(tag) for tag in languages.known())
