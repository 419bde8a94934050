"""Readwise's CSV export: a highlight a row, its book's author being who says it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from quotedb.errors import MalformedRecord, QuotedbError
from quotedb.readers import Record
from quotedb.readers._books import from_book
from quotedb.readers._clippings import clipping, day
from quotedb.readers._table import named

SUFFIXES: tuple[str, ...] = ()

_LABELS = {"page": "p.", "location": "loc."}  # of Readwise's kinds of places; a time has none


def recognises(head: bytes) -> bool:
    """By its headings."""
    return head.removeprefix(b"\xef\xbb\xbf").startswith(b"Highlight,Book Title,Book Author,")


def records(lines: Iterable[bytes], where: str) -> Iterator[Record | QuotedbError]:
    """The highlights."""
    for row in named(lines, where):
        if isinstance(row, MalformedRecord):
            yield row
            continue
        place, told = row
        try:
            yield from_book(clipping(_told(told), place))
        except QuotedbError as error:
            yield MalformedRecord(error.what, where=place, hint=error.hint)


def _told(row: Mapping[str, str]) -> dict[str, Any]:
    """Tags stand between commas; a point before one is Readwise's own."""
    tags = [tag.strip().lstrip(".") for tag in row.get("Tags", "").split(",")]
    at, kind = row.get("Location", "").strip(), row.get("Location Type", "").strip().lower()
    return {
        "text": row.get("Highlight"), "title": row.get("Book Title"), "note": row.get("Note"),
        "authors": [name for name in row.get("Book Author", "").split(";") if name.strip()],
        "locator": f"{_LABELS.get(kind, '')} {at}".strip() if at not in ("", "0") else None,
        "tags": [tag for tag in tags if tag], "accessed": day(row.get("Highlighted at")),
    }  # fmt: skip
