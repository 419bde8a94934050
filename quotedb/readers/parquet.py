"""Parquet: facts as `ingest --engine spark` writes them, or a quotation a row.

A row with a `type` is a fact, as `quotedb.text.records` has it. Any other row is a quotation by
the option names of `quotedb add`, as `quotedb export --format parquet` writes them; columns of
other names are left alone. A folder is read with its files' facts in the order in which they
refer to each other.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, cast

from quotedb.errors import MalformedRecord, QuotedbError
from quotedb.facts import STATUSES, Clipping, Status
from quotedb.readers import Record
from quotedb.readers._clippings import KNOWN, clipping
from quotedb.readers._parquet import files, is_parquet, rows
from quotedb.text.records import TYPES, from_record

SUFFIXES = (".parquet",)

recognises = is_parquet

_ORDER = {name: place for place, name in enumerate(TYPES)}


def records(lines: Iterable[bytes], where: str) -> Iterator[Record | QuotedbError]:
    """The record of each row of a file that comes as lines, all of it in memory."""
    data = b"".join(lines)
    if data.strip():
        yield from _records(io.BytesIO(data), where)


def records_at(path: str) -> Iterator[Record | QuotedbError]:
    """The record of each row of a file, or of the files of a folder, in constant memory.

    Raises:
        DataError: a file is not there, or no Parquet.
    """
    for file in sorted(files(path), key=_place):
        yield from _records(file, file)


def _place(path: str) -> tuple[int, str]:
    """Where a file comes among others: by the type of its facts, then by its name."""
    first = next(rows(path, path), {})
    return _ORDER.get(str(first.get("type")), 0), path


def _records(file: str | io.BytesIO, where: str) -> Iterator[Record | QuotedbError]:
    for number, row in enumerate(rows(file, where), start=1):
        place = f"{where}:{number}"
        try:
            yield from_record(row) if "type" in row else _printed(row, place)
        except QuotedbError as error:
            yield MalformedRecord(error.what, where=place, hint=error.hint)


def _printed(row: dict[str, Any], where: str) -> Clipping:
    """A quotation as one printing has it.

    Raises:
        MalformedRecord: the row has no text, or one of its dates is none.
    """
    told = {key: value for key, value in row.items() if key in KNOWN}
    found = clipping(told | {"text": row.get("printed") or row.get("text")}, where)
    status = row.get("status")
    if status not in STATUSES:
        return found
    return replace(found, quotation=replace(found.quotation, status=cast(Status, status)))
