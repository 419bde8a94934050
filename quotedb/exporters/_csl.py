"""Sources as CSL-JSON items, which every citation format starts from.

Fields as in the CSL 1.0.2 input schema; dates as its `date-parts`, years before Christ counted
without a year 0, as CSL processors do (EDTF's `-0043` is 44 BC, here -44).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Any

from quotedb import languages
from quotedb.errors import InvalidDate, UnknownName
from quotedb.facts import Author, Citation, Source
from quotedb.text.dates import parse_edtf
from quotedb.text.folding import fold

Item = dict[str, Any]

_DATE = re.compile(r"(-?\d{4})(?:-(\d\d)(?:-(\d\d))?)?([~?%]?)")
_SEASONS = (21, 22, 23, 24)  # EDTF's months for spring to winter
_FIELDS = {
    "title": "title", "container_title": "container-title", "publisher": "publisher",
    "url": "URL",
}  # fmt: skip
_KEY_WORDS = frozenset(["a", "an", "the", "of", "in", "on", "and", "bir", "ve", "bu"])


def items(citations: Iterable[Citation]) -> list[Item]:
    """One item a source, in the order in which the sources first come up."""
    found: dict[object, tuple[Source, str | None]] = {}
    for citation in citations:
        source = citation.attestation.source
        identity = source if source.id is None else source.id
        found.setdefault(identity, (source, source.language or citation.quote.language))
    keys: set[str] = set()
    return [_item(source, language, keys) for source, language in found.values()]


def printable(item: Item, locale: str) -> Item:
    """The item as a styled list needs it, where it lacks what every style begins with.

    A work by an organisation names it as author (APA 7, 9.11; MLA 9, 5.20; Chicago 18, 13.86),
    and a work without a title is described instead: in brackets in APA (7, 9.22), in plain
    words in MLA (9, 5.29) and Chicago. Styles do the rest when the description is the `genre`.
    """
    if "title" in item:
        return item
    made = dict(item, genre=described(item, locale))
    if "author" not in made and "container-title" not in made and "publisher" in made:
        made["author"] = [{"literal": made.pop("publisher")}]
    return made


def full_name(name: dict[str, str]) -> str:
    """A CSL name as `Family, Given`, or whole."""
    return name.get("literal") or ", ".join(n for n in (name.get("family"), name.get("given")) if n)


def csl_date(text: str) -> Item | None:
    """A CSL date for an EDTF one; what CSL cannot say is widened to a range of years."""
    whole = _DATE.fullmatch(text)
    month = int(whole[2] or 0) if whole else 0
    if whole and month in _SEASONS:
        return {"date-parts": [_parts(whole)], "season": _SEASONS.index(month) + 1}
    if whole and month <= 12:
        return {"date-parts": [_parts(whole)], **({"circa": True} if whole[4] else {})}
    first, slash, last = text.partition("/")
    ends = [_DATE.fullmatch(end) for end in (first, last) if slash]
    if any(ends):
        known = [end for end in ends if end]
        circa = any(end[4] for end in known)
        return {"date-parts": [_parts(end) for end in known], **({"circa": True} if circa else {})}
    return _from_bounds(text)


def iso_date(date: Item | None) -> str:
    """A CSL date as ISO 8601, an interval with a slash; "" for none."""
    ends = (date or {}).get("date-parts", [])
    return "/".join("-".join([_iso_year(end[0]), *(f"{p:02}" for p in end[1:])]) for end in ends)


def clean(text: str) -> str:
    """The text on one line and without control characters."""
    return " ".join("".join(c if _is_printed(c) else " " for c in text).split())


def _item(source: Source, language: str | None, keys: set[str]) -> Item:
    item: Item = {"id": _key(source, keys), "type": source.csl_type}
    for field, variable in _FIELDS.items():
        if value := clean(getattr(source, field) or ""):
            item[variable] = value
    if source.authors:
        item["author"] = [_name(author) for author in source.authors]
    for variable, date in (("issued", source.issued), ("accessed", source.accessed)):
        if date and (made := csl_date(date)):
            item[variable] = made
    if language:
        item["language"] = language
    return item


def _name(author: Author) -> dict[str, str]:
    parts = {"family": author.family, "given": author.given, "literal": author.literal}
    return {part: clean(text) for part, text in parts.items() if text}


def _iso_year(year: int) -> str:
    return f"{year:04}" if year > 0 else f"{year + 1:05}" if year < -1 else "0000"


def _key(source: Source, taken: set[str]) -> str:
    """Such as `hartmann2021bridge`: ASCII, and a letter more where it is taken."""
    author = source.authors[0] if source.authors else Author()
    name = author.family or author.literal or source.container_title or source.publisher or ""
    words = [word for word in _ascii(source.title or "") if word not in _KEY_WORDS]
    year = (re.findall(r"\d{4}", source.issued or "") or [""])[0]
    stem = "".join((_ascii(name) or [""])[0:1]) + year + "".join(words[:1]) or "source"
    key, number = stem, 1
    while key in taken:
        number += 1
        key = f"{stem}-{number}"
    taken.add(key)
    return key


def _ascii(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", fold(text))


def _parts(found: re.Match[str]) -> list[int]:
    year = int(found[1])
    smaller = [int(part) for part in found.group(2, 3) if part]
    return [year if year > 0 else year - 1, *(smaller if smaller < [13] else [])]


def _from_bounds(text: str) -> Item | None:
    """The years between the bounds of a season, a decade or the like."""
    try:
        date = parse_edtf(text)
    except InvalidDate:
        return None
    years = [_year(day) for day in (date.earliest, date.latest) if day is not None]
    return (
        {"date-parts": [[year] for year in dict.fromkeys(years)], "circa": True} if years else None
    )


def _year(day: int) -> int:
    """The year of a day number, by the mean length of a Gregorian year; before Christ below 0."""
    year = (day * 10000 - 1) // 3652425 + 1 if day > 0 else -((-day * 10000) // 3652425)
    return year if year > 0 else year - 1


def described(item: Item, locale: str) -> str:
    """What to call an item without a title, in the locale's language or else in English."""
    try:
        words = languages.get(locale).untitled
    except UnknownName:
        words = {}
    words = words or languages.get("en").untitled
    return words.get(item["type"], words[""])


def _is_printed(char: str) -> bool:
    return unicodedata.category(char) not in ("Cc", "Cs", "Zl", "Zp")
