"""Goodreads in tables: quotes as the programs write them that collect them, and the library, which
is what Goodreads itself exports: the books as sources.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from quotedb.errors import InvalidValue, MalformedRecord, QuotedbError
from quotedb.facts import Clipping, Source
from quotedb.readers import Record, csv
from quotedb.readers._books import from_book
from quotedb.readers._clippings import clipping, day
from quotedb.readers._sources import authors, details, numbered
from quotedb.readers._table import Named, named

MARKS = '“”"„«» \n\t'
_AFTER = re.compile(r"[”\"]?\s*[―—]\s*[^―—]*$")  # who said it, left behind the words


def is_table(head: bytes) -> bool:
    """Whether a file begins with the headings of quotes that people liked, or of a library."""
    first = head.removeprefix(b"\xef\xbb\xbf").lstrip().partition(b"\n")[0].lower()
    headings = {cell.strip(b" \"'\r") for cell in re.split(rb"[,;\t]", first)}
    if {b"book id", b"title", b"author"} <= headings:
        return True
    words = headings & {b"quote", b"quotes", b"text", b"quote_text", b"quote text"}
    return bool(words and headings & {b"likes", b"likes_count", b"num_likes", b"like_count"})


def from_table(lines: Iterable[bytes], where: str) -> Iterator[Record | QuotedbError]:
    """The quotes, or the books.

    Raises:
        InvalidValue: the table has neither.
    """
    yield from numbered(_read(row, where) for row in named(lines, where))


def _read(row: Named, where: str) -> Clipping | Source | QuotedbError:
    if isinstance(row, MalformedRecord):
        return row
    place, told = row
    try:
        return _book(told) if "Book Id" in told else _quote(told, place, where)
    except MalformedRecord as error:
        return MalformedRecord(error.what, where=place, hint=error.hint)


def _quote(row: Mapping[str, str], place: str, where: str) -> Clipping:
    """A quote of a book goes by the book; its page is kept in the note."""
    told: dict[str, Any] = {}
    for heading, cell in row.items():
        option = csv.known(heading)
        if option and cell.strip():
            told.setdefault(option, cell.strip())
    if not any(csv.known(heading) == "text" for heading in row):
        raise InvalidValue(
            "no column has the words", where=where, hint="Name it: quotedb import csv --map text=…"
        )
    words = _AFTER.sub("", str(told.get("text", ""))).strip(MARKS)
    author = str(told.get("authors") or told.get("speaker") or "").strip(" ,―—\n")
    title = str(told.get("title") or "").strip(" ,") or None
    url = told.get("url")
    found = clipping(
        {
            "text": words, "speaker": author or None, "title": title,
            "authors": [author] if author and title else [], "tags": _tags(told.get("tags", "")),
            "url": None if title else url, "note": told.get("note") or (url if title else None),
        },
        place,
    )  # fmt: skip
    return from_book(found) if title else found


def _tags(written: str) -> list[str]:
    text = written.removeprefix("tags:")
    return csv.several(text) if text.startswith("[") else re.split(r"\s*[,;]\s*", text.strip())


def _book(row: Mapping[str, str]) -> Source:
    title = row.get("Title", "").strip()
    if not title:
        raise MalformedRecord("a book without a title", hint="Leave it out")
    more = [name.strip() for name in row.get("Additional Authors", "").split(",")]
    first = row.get("Author l-f") or row.get("Author") or ""
    isbn = row.get("ISBN13") or row.get("ISBN") or ""
    return Source(
        csl_type="book",
        title=title,
        authors=authors([first, *more]),
        issued=day(row.get("Year Published")) or day(row.get("Original Publication Year")),
        publisher=row.get("Publisher", "").strip() or None,
        details=details(
            {
                "original-date": row.get("Original Publication Year"),
                "ISBN": isbn.strip("=\" '"),  # written as a formula, so that it keeps its zeros
                "number-of-pages": row.get("Number of Pages"),
            }
        ),
    )
