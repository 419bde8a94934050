"""CSL-JSON, as Zotero and pandoc write it: the items as sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from quotedb.errors import MalformedRecord, QuotedbError
from quotedb.facts import Author, Source
from quotedb.readers import Record
from quotedb.readers._clippings import day
from quotedb.readers._json import objects
from quotedb.readers._sources import numbered

SUFFIXES: tuple[str, ...] = ()


def recognises(head: bytes) -> bool:
    """By the keys that items have."""
    return (b'"date-parts"' in head or b'"container-title"' in head) and b'"type"' in head


def records(lines: Iterable[bytes], where: str) -> Iterator[Record | QuotedbError]:
    """The sources."""
    good: list[Source] = []
    for number, item in enumerate(objects(lines, where, ("items",)), start=1):
        if item.get("type") and (item.get("title") or item.get("URL") or item.get("author")):
            good.append(_source(item))
        else:
            place = f"{where}, item {number}"
            yield MalformedRecord("no CSL item", where=place, hint="It has no type or no title")
    yield from numbered(good)


def _source(item: dict[str, Any]) -> Source:
    return Source(
        csl_type=str(item["type"]),
        title=_text(item.get("title")),
        container_title=_text(item.get("container-title")),
        authors=tuple(_author(one) for one in item.get("author") or [] if isinstance(one, dict)),
        issued=_date(item.get("issued")),
        accessed=_date(item.get("accessed")),
        url=_text(item.get("URL")),
        publisher=_text(item.get("publisher")),
        language=_text(item.get("language")),
    )


def _text(value: object) -> str | None:
    return str(value) if value else None


def _author(one: dict[str, Any]) -> Author:
    if one.get("literal") or not one.get("family"):
        return Author(literal=_text(one.get("literal") or one.get("given")) or "")
    return Author(family=_text(one.get("family")), given=_text(one.get("given")))


def _date(value: object) -> str | None:
    """Date parts, a literal, or what Zotero has under `raw`, as EDTF."""
    if not isinstance(value, dict):
        return None
    parts = value.get("date-parts")
    if isinstance(parts, list) and parts and isinstance(parts[0], list):
        ends = ["-".join(f"{int(p):0{4 if n == 0 else 2}d}" for n, p in enumerate(end) if p)
                for end in parts[:2] if all(str(p).lstrip("-").isdigit() for p in end)]  # fmt: skip
        return day("/".join(ends)) if len(ends) == 1 else "/".join(ends) or None
    return day(str(value.get("raw") or value.get("literal") or ""))
