"""GDELT's Global Quotation Graph: an article a line, its quotations with the words round them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from quotedb import languages
from quotedb.errors import MalformedRecord, QuotedbError
from quotedb.readers import Record
from quotedb.readers._clippings import clipping, day
from quotedb.readers._json import parsed

SUFFIXES: tuple[str, ...] = ()


def recognises(head: bytes) -> bool:
    """By the keys of its first line."""
    try:
        first = json.loads(head.partition(b"\n")[0])
    except (ValueError, RecursionError):
        return False
    return isinstance(first, dict) and isinstance(first.get("quotes"), list) and "lang" in first


def records(lines: Iterable[bytes], where: str) -> Iterator[Record | QuotedbError]:
    """The quotations; who said each is for extraction to find in the words round it."""
    tags = {languages.get(tag).name.upper(): tag for tag in languages.known()}
    for number, line in enumerate(lines, start=1):
        place = f"{where}:{number}"
        try:
            if line.strip():
                yield from _article(parsed(line, place), tags, place)
        except QuotedbError as error:
            yield MalformedRecord(error.what, where=place, hint=error.hint)


def _article(one: Any, tags: dict[str, str], where: str) -> Iterator[Record | QuotedbError]:  # noqa: ANN401
    if not isinstance(one, dict) or not isinstance(one.get("quotes"), list):
        raise MalformedRecord("no article of the Quotation Graph", hint="It has no quotes")
    about = {
        "url": one.get("url"), "title": one.get("title"), "issued": day(one.get("date")),
        "language": tags.get(str(one.get("lang")).upper()),
    }  # fmt: skip
    for number, quote in enumerate(one["quotes"], start=1):
        place = f"{where}, quote {number}"
        if not isinstance(quote, dict):
            yield MalformedRecord("not a JSON object", where=place, hint="Leave it out")
            continue
        try:
            found = clipping({**about, "text": quote.get("quote")}, where)
        except QuotedbError as error:
            yield MalformedRecord(error.what, where=place, hint=error.hint)
            continue
        prefix, suffix = str(quote.get("pre") or ""), str(quote.get("post") or "")
        quotation = replace(found.quotation, prefix=prefix, suffix=suffix)
        yield replace(found, quotation=quotation)
