"""JSON Lines: quotedb's own export, or one simple object a quotation.

A line with a `type` is a fact, as `quotedb.text.records` has it. Any other line is a quotation
with the option names of `quotedb add`: `{"text": "…", "speaker": "…", "outlet": "…"}`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from quotedb.errors import InvalidDate, MalformedRecord, QuotedbError
from quotedb.facts import Clipping, Quotation, Source
from quotedb.readers import Record
from quotedb.text.authors import read_author
from quotedb.text.dates import parse_edtf
from quotedb.text.records import from_record

SUFFIXES = (".jsonl", ".ndjson")

_QUOTATION = {
    "text": "text", "speaker": "speaker", "said": "said", "role": "role", "locator": "locator",
    "event": "event", "place": "place", "lang": "language", "language": "language",
    "note": "note",
}  # fmt: skip
_SOURCE = {
    "title": "title", "outlet": "container_title", "issued": "issued", "url": "url",
    "accessed": "accessed", "publisher": "publisher",
}  # fmt: skip
_LISTS = ("author", "authors", "tag", "tags")
_DATES = ("said", "issued", "accessed")
_KNOWN = (*_QUOTATION, *_SOURCE, *_LISTS)


def records(lines: Iterable[bytes], where: str) -> Iterator[Record | QuotedbError]:
    """The record of each line that is not blank; for a bad one, its error."""
    for number, line in enumerate(lines, start=1):
        place = f"{where}:{number}"
        try:
            record = _parsed(line.removeprefix(b"\xef\xbb\xbf"))
            if record is not None:
                yield from_record(record) if "type" in record else _clipping(record, place)
        except QuotedbError as error:
            yield MalformedRecord(error.what, where=place, hint=error.hint)


def _parsed(line: bytes) -> dict[str, Any] | None:
    if not line.strip():
        return None
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise MalformedRecord(
            f"not a line of JSON ({str(error)[:80]})", hint="Write one object a line, in UTF-8"
        ) from error
    if not isinstance(record, dict):
        raise MalformedRecord("not a JSON object", hint='Write {"text": "…", "speaker": "…"}')
    return record


def _clipping(record: dict[str, Any], where: str) -> Clipping:
    unknown = [key for key in record if key not in _KNOWN]
    if unknown:
        raise MalformedRecord(
            f"unknown keys: {', '.join(unknown)}", hint=f"Known: {', '.join(_KNOWN)}"
        )
    told = {key: _text(key, value) for key, value in record.items() if key not in _LISTS}
    for key in ("text", "speaker"):
        if not told.get(key):
            raise MalformedRecord(f"no {key}", hint='Write {"text": "…", "speaker": "…"}')
    for key in _DATES:
        _check_date(key, told.get(key))
    spoken = {field: told[key] for key, field in _QUOTATION.items() if told.get(key)}
    printed = {field: told[key] for key, field in _SOURCE.items() if told.get(key)}
    authors = tuple(map(read_author, _texts(record, "author", "authors")))
    quotation = Quotation(**spoken, tags=_texts(record, "tag", "tags"), method="import")  # type: ignore[arg-type]
    source = Source(**printed, authors=authors, csl_type=_csl_type(printed))  # type: ignore[arg-type]
    return Clipping(quotation, source, where)


def _csl_type(printed: dict[str, Any]) -> str:
    if "container_title" in printed:
        return "article-newspaper"
    return "webpage" if "url" in printed else "document"


def _text(key: str, value: object) -> str | None:
    """A value as text, stripped; a number is taken as it is written (`"locator": 7`)."""
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    if isinstance(value, (str, int)) and not isinstance(value, bool):
        return str(value).strip()
    raise MalformedRecord(f"{key} is {str(value)[:40]!r}, not text", hint="Put it in quotes")


def _texts(record: dict[str, Any], *keys: str) -> tuple[str, ...]:
    """The values under any of the keys, each one text or a list of them."""
    values: list[str | None] = []
    for key in keys:
        value = record.get(key)
        values += [_text(key, one) for one in (value if isinstance(value, list) else [value])]
    return tuple(value for value in values if value)


def _check_date(key: str, value: str | None) -> None:
    try:
        if value:
            parse_edtf(value)
    except InvalidDate as error:
        raise MalformedRecord(f"{key}: {error.what}", hint=error.hint) from error
