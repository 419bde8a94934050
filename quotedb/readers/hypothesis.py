"""Hypothesis: annotations as its API and its export give them, the words in a text quote selector
(W3C Web Annotation).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from quotedb.errors import MalformedRecord, QuotedbError
from quotedb.facts import Clipping
from quotedb.readers import Record
from quotedb.readers._clippings import clipping, day
from quotedb.readers._json import objects

SUFFIXES: tuple[str, ...] = ()


def recognises(head: bytes) -> bool:
    """By a selector's name."""
    return b"TextQuoteSelector" in head and b'"target"' in head


def records(lines: Iterable[bytes], where: str) -> Iterator[Record | QuotedbError]:
    """The annotations of a page's words; notes on a whole page and replies have none."""
    for found in objects(lines, where, ("rows", "annotations")):
        if isinstance(found, MalformedRecord):
            yield found
            continue
        place, one = found
        try:
            yield from _annotation(one, place)
        except QuotedbError as error:
            yield MalformedRecord(error.what, where=place, hint=error.hint)


def _annotation(one: dict[str, Any], where: str) -> Iterator[Clipping]:
    selectors = [s for t in _list(one.get("target")) for s in _list(_get(t, "selector"))]
    quotes = [s for s in selectors if _get(s, "type") == "TextQuoteSelector" and _get(s, "exact")]
    document = one.get("document")
    titles = _list(_get(document, "title")) if isinstance(document, dict) else []
    for quote in quotes:
        told = {
            "text": quote["exact"], "url": one.get("uri"), "title": titles[0] if titles else None,
            "note": one.get("text") or None, "tags": one.get("tags") or [],
            "accessed": day(one.get("created")),
        }  # fmt: skip
        found = clipping(told, where)
        prefix, suffix = str(quote.get("prefix") or ""), str(quote.get("suffix") or "")
        quotation = replace(found.quotation, prefix=prefix, suffix=suffix)
        yield replace(found, quotation=quotation)


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _get(value: object, key: str) -> Any:  # noqa: ANN401
    return value.get(key) if isinstance(value, dict) else None
