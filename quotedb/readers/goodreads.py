"""Goodreads: a saved page of quotes, since it has no export of them; a table of quotes as other
programs collect them; or the library that it does export, as sources.

A quote's page part has the words, then who said it, and perhaps the book, marked by their classes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import Any

from quotedb.errors import MalformedRecord, QuotedbError
from quotedb.readers import Record
from quotedb.readers._books import from_book
from quotedb.readers._clippings import clipping
from quotedb.readers._goodreads import MARKS, from_table, is_table

SUFFIXES: tuple[str, ...] = ()

_HEAD = 20  # lines in which a page shows itself


def recognises(head: bytes) -> bool:
    """By the class of its quotes, or by the headings of a table."""
    return b"quoteText" in head or is_table(head)


def records(lines: Iterable[bytes], where: str) -> Iterator[Record | QuotedbError]:
    """The quotes of a page or a table, or the books of a library.

    Raises:
        MalformedRecord: it is neither.
    """
    rest = iter(lines)
    head = list(islice(rest, _HEAD))
    if b"<" in b"".join(head).lstrip(b"\xef\xbb\xbf \r\n\t")[:1]:
        yield from _of_page(b"".join(chain(head, rest)), where)
    else:
        yield from from_table(chain(head, rest), where)


def _of_page(data: bytes, where: str) -> Iterator[Record | QuotedbError]:
    from lxml import etree, html

    if not data.strip():
        return
    try:
        page = html.document_fromstring(data)
    except (etree.LxmlError, ValueError) as error:
        raise MalformedRecord("no web page", where=where, hint="Save the page as HTML") from error
    parts = page.find_class("quoteText")
    if not parts:
        raise MalformedRecord("no quotes on the page", where=where, hint="Save a page of quotes")
    for number, part in enumerate(parts, start=1):
        place = f"{where}, quote {number}"
        try:
            found = clipping(_told(part), place)
            yield from_book(found) if found.source.title else found
        except QuotedbError as error:
            yield MalformedRecord(error.what, where=place, hint=error.hint)


def _told(part: Any) -> dict[str, Any]:  # noqa: ANN401
    named = part.find_class("authorOrTitle")
    words = re.split(r"[―—]\s*$|―", _before(part, named))[0]
    detail = part.getparent()
    tags = [] if detail is None else detail.xpath(".//a[contains(@href, '/quotes/tag/')]/text()")
    told = {"text": words.strip(MARKS), "tags": [str(tag) for tag in tags]}
    names = [one.text_content().strip(" ,\n") for one in named]
    if names:
        told["speaker"] = names[0]
    if len(names) > 1:
        told |= {"title": names[1], "authors": [names[0]]}
    return told


def _before(part: Any, named: list[Any]) -> str:  # noqa: ANN401
    """The text of the part up to the first name."""
    text = part.text_content()
    name = named[0].text_content() if named else ""
    return str(text[: text.rfind(name)] if name and name in text else text)
