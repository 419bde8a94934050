"""Files of records on a cluster: Parquet, or lines of JSON, read a batch of rows at a time.

Rows are taken in the order of the files' paths and, inside a file, as they stand there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from quotedb.actions.engines._batches import spark_schema
from quotedb.errors import DataError
from quotedb.readers._parquet import MAGIC

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql import DataFrame, SparkSession

Reading = Callable[[Iterable["pa.RecordBatch"]], Iterator["pa.RecordBatch"]]

PLACE = ("path", "block", "row")
"""By what the rows of all files are in order: the file, the part of it, the row."""

_WHERE = (
    "_metadata.file_path AS path",
    "_metadata.file_block_start AS block",
    "monotonically_increasing_id() AS row",  # grows inside a part of a file
)
_LINES = (".jsonl", ".ndjson", ".json")
_PACKED = (".gz", ".bz2")


def mapped(
    spark: SparkSession,
    paths: Sequence[str],
    columns: Sequence[str],
    read: Reading,
    schema: pa.Schema,
) -> DataFrame:
    """What a function makes of the rows of files.

    Args:
        spark: the session.
        paths: files and folders, also on a disk that only the cluster sees.
        columns: those of a table that are read; `text` must be there.
        read: is given `PLACE` and either those columns or, of JSON, a `line`.
        schema: of what it gives.

    Raises:
        DataError: there is no file of records among them, or a table without `text`.
    """
    tables, lines = _parted(paths)
    parts = [_tables(spark, tables, columns)] if tables else []
    parts += [_lines(spark, lines)] if lines else []
    each = [part.mapInArrow(read, spark_schema(schema)) for part in parts]
    return each[0] if len(each) == 1 else each[0].unionByName(each[1])


def _parted(paths: Sequence[str]) -> tuple[list[str], list[str]]:
    """The files that are Parquet, and those that are lines of JSON.

    Raises:
        DataError: a folder on this machine has none.
    """
    tables: list[str] = []
    lines: list[str] = []
    for path in paths:
        for file in _files(path):
            (tables if _is_table(file) else lines).append(file)
    return tables, lines


def _files(path: str) -> list[str]:
    """The path, or the files of a folder on this machine."""
    folder = Path(path)
    if not folder.is_dir():
        return [path]
    endings = (".parquet", *_LINES, *(line + packed for line in _LINES for packed in _PACKED))
    found = sorted(str(file) for file in folder.rglob("*") if file.name.endswith(endings))
    if not found:
        raise DataError(
            "the folder has no file of records", where=path, hint=f"Endings: {', '.join(endings)}"
        )
    return found


def _is_table(path: str) -> bool:
    """Whether it is Parquet: by its first bytes or, of what only the cluster sees, its name."""
    try:
        with Path(path).open("rb") as file:
            return file.read(len(MAGIC)) == MAGIC
    except OSError:
        return ".parquet" in path or not path.removesuffix("/").endswith((*_LINES, *_PACKED))


def _tables(spark: SparkSession, paths: Sequence[str], columns: Sequence[str]) -> DataFrame:
    """The rows of Parquet files, by some of their columns.

    Raises:
        DataError: none is called `text`.
    """
    table = spark.read.parquet(*paths)
    names = [name for name in table.columns if name in columns]
    if "text" not in names:
        raise DataError(
            "no column is called text", where=paths[0], hint=f"Columns: {', '.join(table.columns)}"
        )
    return table.selectExpr(*_WHERE, *(f"`{name}`" for name in names))


def _lines(spark: SparkSession, paths: Sequence[str]) -> DataFrame:
    """The lines of text files that are not blank."""
    return (
        spark.read.text(list(paths)).selectExpr(*_WHERE, "value AS line").where("trim(line) <> ''")
    )
