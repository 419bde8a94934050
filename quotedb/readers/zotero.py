"""Zotero: annotations and notes as its reader and its API export them, and the items that they are
in. Of a note, what is marked as a highlight or set as a block quotation.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from quotedb.errors import MalformedRecord, QuotedbError
from quotedb.readers import Record
from quotedb.readers._clippings import clipping, day
from quotedb.readers._json import objects

SUFFIXES: tuple[str, ...] = ()

_MARKS = '“”"„«» '


def recognises(head: bytes) -> bool:
    """By an annotation's own keys."""
    return any(key in head for key in (b"annotationText", b'"sortIndex"', b'"parentItem"'))


def records(lines: Iterable[bytes], where: str) -> Iterator[Record | QuotedbError]:
    """The marked words, each with its parent item as the source, if the file has that."""
    items: list[tuple[str, dict[str, Any]]] = []
    for found in objects(lines, where, ("items", "annotations")):
        if isinstance(found, MalformedRecord):
            yield found
        else:
            items.append((found[0], _data(found[1])))
    parents = {one["key"]: one for _, one in items if isinstance(one.get("key"), str)}
    for place, one in items:
        for words in _words(one):
            try:
                yield clipping(_told(one, words, _above(one, parents)), place)
            except QuotedbError as error:
                yield MalformedRecord(error.what, where=place, hint=error.hint)


def _words(one: dict[str, Any]) -> list[str]:
    """What an item quotes."""
    if one.get("itemType") == "note":
        return _quoted(str(one.get("note") or ""))
    words = one.get("annotationText") or (one.get("text") if "sortIndex" in one else None)
    return [str(words)] if words else []


def _quoted(note: str) -> list[str]:
    """The highlights and block quotations of a note, which is HTML."""
    from lxml import etree, html

    try:
        page = html.fromstring(f"<div>{note}</div>")
    except (etree.LxmlError, ValueError):
        return []
    parts = page.xpath(".//*[contains(concat(' ', @class, ' '), ' highlight ')] | .//blockquote")
    texts = [" ".join(part.text_content().split()).strip(_MARKS) for part in parts]
    return [text for text in texts if text]


def _data(one: dict[str, Any]) -> dict[str, Any]:
    """An item of the API has its fields one deeper."""
    data = one.get("data")
    return data if isinstance(data, dict) else one


def _above(one: dict[str, Any], parents: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """The item at the top: an annotation is in an attachment, which is in an item."""
    at, steps = one, 0
    while isinstance(key := at.get("parentItem"), str) and key in parents and steps < 5:
        at, steps = parents[key], steps + 1
    return at if at is not one else {}


def _told(one: dict[str, Any], words: str, item: dict[str, Any]) -> dict[str, Any]:
    page = one.get("annotationPageLabel") or one.get("pageLabel")
    creators = [c for c in _list(item.get("creators")) if isinstance(c, dict)]
    tags = [t.get("tag") or t.get("name") for t in _list(one.get("tags")) if isinstance(t, dict)]
    return {
        "text": words, "note": one.get("annotationComment") or one.get("comment") or None,
        "locator": f"p. {page}" if page else None, "tags": [tag for tag in tags if tag],
        "title": item.get("title"), "url": item.get("url") or None,
        "outlet": item.get("publicationTitle") or None, "publisher": item.get("publisher") or None,
        "issued": day(item.get("date")), "authors": [_name(c) for c in creators if _name(c)],
    }  # fmt: skip


def _name(creator: dict[str, Any]) -> str:
    if name := creator.get("name"):
        return str(name)
    parts = (creator.get("lastName"), creator.get("firstName"))
    return ", ".join(str(part) for part in parts if part)


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []
