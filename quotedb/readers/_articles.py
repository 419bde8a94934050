"""An article from a flat record, whose keys are the options of `quotedb ingest`."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from quotedb.errors import MalformedRecord
from quotedb.facts import Article, Source
from quotedb.readers._clippings import day
from quotedb.text.authors import read_author
from quotedb.text.wrapping import unwrapped

COLUMNS = (
    "text", "title", "outlet", "author", "authors", "issued", "url", "accessed", "publisher",
    "language", "lang",
)  # fmt: skip
"""What is read of a record; what else it has is left alone."""

_NO_TEXT = re.compile("[\x00\ud800-\udfff]")


def article_of(record: Mapping[str, Any], where: str) -> Article:
    """The article that a record describes; a date that cannot be read is left out with a note.

    Raises:
        MalformedRecord: it has no text.
    """
    told = {key: _text(record.get(key)) for key in COLUMNS if not key.startswith("author")}
    body = record.get("text")
    if not isinstance(body, str) or not body.strip():
        raise MalformedRecord("no text", where=where, hint='Write {"text": "…", "title": "…"}')
    text = unwrapped(_clean(body.replace("\r\n", "\n")))
    language = told["language"] or told["lang"]
    dates = {key: day(told[key], language) for key in ("issued", "accessed")}
    lost = [key for key, read in dates.items() if told[key] and not read]
    source = Source(
        csl_type="article-newspaper"
        if told["outlet"]
        else "webpage"
        if told["url"]
        else "document",
        title=told["title"],
        container_title=told["outlet"],
        authors=tuple(read_author(name) for name in _names(record)),
        issued=dates["issued"],
        accessed=dates["accessed"],
        url=told["url"],
        publisher=told["publisher"],
        language=language,
        content_hash=hashlib.sha256(text.encode()).hexdigest(),
        text=text,
    )
    notes = tuple(f"{key} {told[key]!r} is no date, and left out" for key in lost)
    return Article(text=text, source=source, path=where, notes=notes)


def _names(record: Mapping[str, Any]) -> list[str]:
    """Who wrote it: one name, or a list of them."""
    given = [record.get("author"), record.get("authors")]
    each = [name for one in given for name in (one if isinstance(one, list) else [one])]
    return [name for one in each if (name := _text(one))]


def _text(value: object) -> str | None:
    """A value as text, with single spaces; None for nothing."""
    if value is None or isinstance(value, (dict, list)):
        return None
    return _clean(" ".join(str(value).split())) or None


def _clean(text: str) -> str:
    """Unicode NFC, without what no database holds."""
    return _NO_TEXT.sub("\ufffd", unicodedata.normalize("NFC", text))
