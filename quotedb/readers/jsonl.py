"""JSON Lines: quotedb's own export, or one simple object a quotation.

A line with a `type` is a fact, as `quotedb.text.records` has it. Any other line is a quotation
with the option names of `quotedb add`: `{"text": "…", "speaker": "…", "outlet": "…"}`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from quotedb.errors import MalformedRecord, QuotedbError
from quotedb.facts import Clipping
from quotedb.readers import Record
from quotedb.readers._clippings import clipping
from quotedb.readers._json import loaded
from quotedb.text.records import TYPES, from_record

SUFFIXES = (".jsonl", ".ndjson")


def recognises(head: bytes) -> bool:
    """By a first line that is a fact, or a quotation with its speaker."""
    first = next(filter(bytes.strip, head.splitlines()), b"").removeprefix(b"\xef\xbb\xbf")
    try:
        record = loaded(first)
    except (ValueError, RecursionError):
        return False
    if not isinstance(record, dict):
        return False
    return str(record.get("type")) in TYPES or {"text", "speaker"} <= record.keys()


def records(lines: Iterable[bytes], where: str) -> Iterator[Record | QuotedbError]:
    """The record of each line that is not blank; for a bad one, its error."""
    for number, line in enumerate(lines, start=1):
        place = f"{where}:{number}"
        try:
            record = _parsed(line.removeprefix(b"\xef\xbb\xbf"))
            if record is not None:
                yield from_record(record) if "type" in record else _spoken(record, place)
        except QuotedbError as error:
            yield MalformedRecord(error.what, where=place, hint=error.hint)


def _parsed(line: bytes) -> dict[str, Any] | None:
    if not line.strip():
        return None
    try:
        record = loaded(line)
    except (ValueError, RecursionError) as error:
        raise MalformedRecord(
            f"not a line of JSON ({str(error)[:80]})", hint="Write one object a line, in UTF-8"
        ) from error
    if not isinstance(record, dict):
        raise MalformedRecord("not a JSON object", hint='Write {"text": "…", "speaker": "…"}')
    return record


def _spoken(record: dict[str, Any], where: str) -> Clipping:
    """A quotation of somebody's.

    Raises:
        MalformedRecord: nobody is named.
    """
    found = clipping(record, where)
    if not found.quotation.speaker:
        raise MalformedRecord("no speaker", hint='Write {"text": "…", "speaker": "…"}')
    return found
