"""Quotes on a cluster, without a database: from records to wordings that are matched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from quotedb.actions.checking import normal
from quotedb.actions.engines._batches import Row, batched, rows, schema
from quotedb.actions.engines._reading import PLACE, mapped
from quotedb.readers._json import loaded

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql import DataFrame, SparkSession

COLUMNS = ("id", "text", "language", "lang")

_KINDS = {
    "path": "string", "block": "int64", "row": "int64", "number": "int64", "text": "string",
    "language": "string",
}  # fmt: skip


def wordings_in(spark: SparkSession, paths: Sequence[str]) -> DataFrame:
    """The text and language of each record, its place, and the number that it has, if any; of one
    without words its place alone.

    Raises:
        DataError: there is no file of records among the paths, or a table without `text`.
    """
    return mapped(spark, paths, COLUMNS, _read, schema(**_KINDS))


def _read(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    yield from batched((_of_row(row) for row in rows(batches)), schema(**_KINDS))


def _of_row(row: Row) -> Row:
    at = {name: row[name] for name in PLACE}
    line: str | None = row.get("line")
    told = row if line is None else _object(line)
    text, number = told.get("text"), told.get("id")
    if not isinstance(text, str) or not text.strip():
        return at
    return at | {
        "number": number if isinstance(number, int) else None,
        "text": normal(text),
        "language": told.get("language") or told.get("lang"),
    }


def _object(line: str) -> Row:
    """The object on a line; one without anything where there is none."""
    try:
        value = loaded(line.encode())
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}
