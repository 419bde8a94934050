"""CSL-JSON, as Zotero and pandoc write it: the items as sources, every variable of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from quotedb.errors import InvalidDate, MalformedRecord, QuotedbError
from quotedb.facts import Author, Detail, Source
from quotedb.readers import Record
from quotedb.readers._clippings import day
from quotedb.readers._json import objects
from quotedb.readers._sources import as_detail, is_told, keywords, numbered
from quotedb.text import csl
from quotedb.text.dates import parse_edtf

SUFFIXES: tuple[str, ...] = ()


def recognises(head: bytes) -> bool:
    """By the keys that items have."""
    return (b'"date-parts"' in head or b'"container-title"' in head) and b'"type"' in head


def records(lines: Iterable[bytes], where: str) -> Iterator[Record | QuotedbError]:
    """The sources."""
    yield from numbered(_each(lines, where))


def _each(lines: Iterable[bytes], where: str) -> Iterator[Source | QuotedbError]:
    for found in objects(lines, where, ("items",)):
        if isinstance(found, MalformedRecord):
            yield found
            continue
        place, item = found
        try:
            yield _source(item, place)
        except QuotedbError as error:
            yield MalformedRecord(error.what, where=place, hint=error.hint)


def _source(item: dict[str, Any], where: str) -> Source:
    authors = tuple(_names(item.get("author")))
    kind = str(item.get("type") or "")
    source = Source(
        csl_type=kind if kind in csl.TYPES else "document",
        title=_text(item.get("title")),
        container_title=_text(item.get("container-title")),
        authors=authors,
        issued=_date(item.get("issued"), "issued"),
        accessed=_date(item.get("accessed"), "accessed"),
        url=_text(item.get("URL")),
        publisher=_text(item.get("publisher")),
        language=_text(item.get("language")),
        details=tuple(_details(item)),
    )
    if not kind or not is_told(source):
        raise MalformedRecord("no CSL item", where=where, hint="It has no type or no title")
    return source


def _details(item: dict[str, Any]) -> Iterator[Detail]:
    for variable, value in item.items():
        if variable not in csl.DETAILS:
            continue
        if variable in csl.NAMES:
            yield from (Detail(variable, as_detail(name)) for name in _names(value))
        elif variable in csl.DATES:
            if date := _date(value, variable):
                yield Detail(variable, date)
        elif text := keywords(_text(value) or "") if variable == "keyword" else _text(value):
            yield Detail(variable, text)


def _text(value: object) -> str | None:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return " ".join(str(value).split()) or None


def _names(value: object) -> Iterator[Author]:
    """Names, with particles and suffixes where a reader of the whole name has them."""
    for one in value if isinstance(value, list) else []:
        told = {key: _text(part) for key, part in one.items()} if isinstance(one, dict) else {}
        family = _joined(told, "non-dropping-particle", "family", "suffix")
        given = _joined(told, "given", "dropping-particle")
        if whole := told.get("literal") or (given if not family else None):
            yield Author(literal=whole)
        elif family:
            yield Author(family=family, given=given)


def _joined(told: dict[str, str | None], *parts: str) -> str | None:
    return " ".join(text for part in parts if (text := told.get(part))) or None


def _date(value: object, variable: str) -> str | None:
    """Date parts, a literal, or what Zotero has under `raw`, as EDTF.

    Raises:
        MalformedRecord: parts that are no date.
    """
    if not isinstance(value, dict):
        return day(value)
    parts = value.get("date-parts")
    if not parts:
        return day(value.get("raw")) or day(value.get("literal")) or day(value.get("edtf"))
    about = "~" if value.get("circa") else ""
    try:
        ends = [_edtf(end, value.get("season")) + about for end in parts[:2]]
        return parse_edtf("/".join(ends)).text
    except (InvalidDate, ValueError, TypeError, IndexError) as error:
        raise MalformedRecord(
            f"{variable} is {str(parts)[:40]}, no date", hint="Mend its date-parts"
        ) from error


def _edtf(end: list[object], season: object) -> str:
    """A year, month or day. CSL has no year 0 and EDTF has; seasons are months from 21 on."""
    numbers = [int(str(part)[:12]) for part in end[:3] if part not in (None, "", 0, "0")]
    year, *smaller = numbers
    if season and not smaller:
        smaller = [20 + int(str(season)[:2])]
    whole = year + (year < 0)
    written = f"{whole:04d}" if whole >= 0 else f"-{-whole:04d}"
    if abs(whole) > 9999:
        return f"Y{whole}"
    return "-".join([written, *(f"{part:02d}" for part in smaller)])
