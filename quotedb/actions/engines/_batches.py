"""Arrow batches and rows: what every function that Spark calls in Python begins and ends with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby, islice
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pyarrow as pa

Row = dict[str, Any]

SIZE = 5_000
"""Rows of a batch that is given back."""


def rows(batches: Iterable[pa.RecordBatch]) -> Iterator[Row]:
    """The rows of batches, one after the other."""
    for batch in batches:
        yield from batch.to_pylist()


def runs(batches: Iterable[pa.RecordBatch], column: str) -> Iterator[list[Row]]:
    """The rows that have the same value in a column by which they are sorted, together."""
    for _, some in groupby(rows(batches), lambda row: row[column]):
        yield list(some)


def batched(some: Iterable[Row], schema: pa.Schema) -> Iterator[pa.RecordBatch]:
    """Rows as batches of a schema."""
    import pyarrow as pa

    rest = iter(some)
    while chunk := list(islice(rest, SIZE)):
        yield pa.RecordBatch.from_pylist(chunk, schema=schema)


def schema(**columns: str) -> pa.Schema:
    """An Arrow schema by the names of types: `int64`, `string`, `float64`, `bool`, or a list of
    one of them, `list<int64>`.
    """
    import pyarrow as pa

    def named(kind: str) -> pa.DataType:
        inner = kind.removeprefix("list<").removesuffix(">")
        plain = pa.type_for_alias(inner)
        return pa.list_(plain) if inner != kind else plain

    return pa.schema([(name, named(kind)) for name, kind in columns.items()])


def spark_schema(of: pa.Schema) -> Any:  # noqa: ANN401
    """The same schema in Spark's terms."""
    from pyspark.sql.pandas.types import from_arrow_schema

    return from_arrow_schema(of)
