"""Readwise's CSV export: a highlight a row, its book's author being who says it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from quotedb.errors import QuotedbError
from quotedb.facts import Clipping
from quotedb.readers import Record, csv
from quotedb.readers._books import from_book

SUFFIXES: tuple[str, ...] = ()

COLUMNS = {
    "text": "Highlight", "title": "Book Title", "authors": "Book Author", "note": "Note",
    "locator": "Location", "tags": "Tags",
}  # fmt: skip


def recognises(head: bytes) -> bool:
    """By its headings."""
    return head.removeprefix(b"\xef\xbb\xbf").startswith(b"Highlight,Book Title,Book Author,")


def records(lines: Iterable[bytes], where: str) -> Iterator[Record | QuotedbError]:
    """The highlights."""
    for one in csv.records(lines, where, COLUMNS):
        yield from_book(_tagged(one)) if isinstance(one, Clipping) else one


def _tagged(found: Clipping) -> Clipping:
    """Tags stand between commas; a point before one is Readwise's own."""
    tags = [tag.strip().lstrip(".") for one in found.quotation.tags for tag in one.split(",")]
    return replace(found, quotation=replace(found.quotation, tags=tuple(filter(None, tags))))
