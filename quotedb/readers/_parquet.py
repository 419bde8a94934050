"""Parquet files, row by row: what readers of such files share."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import IO, Any

from quotedb.errors import DataError, MissingExtra

MAGIC = b"PAR1"

_ROWS = 1_000  # in memory at once


def is_parquet(head: bytes) -> bool:
    """Whether a file begins like one."""
    return head.startswith(MAGIC)


def rows(file: str | IO[bytes] | io.BufferedIOBase, where: str) -> Iterator[dict[str, Any]]:
    """The rows of a file, without what is null, in constant memory.

    Args:
        file: a path, or a file opened for reading, which need not be one to seek in.
        where: its name, for messages.

    Raises:
        MissingExtra: pyarrow is not installed.
        DataError: it is no Parquet file, or a damaged one.
    """
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise MissingExtra(
            "Parquet needs pyarrow", where=where, hint="pip install 'quotedb[parquet]'"
        ) from error
    whole = file if isinstance(file, str) or file.seekable() else io.BytesIO(file.read())
    try:
        with pq.ParquetFile(whole) as table:
            for batch in table.iter_batches(batch_size=_ROWS):
                yield from (without_nulls(row) for row in batch.to_pylist())
    except (pa.ArrowException, OSError, ValueError) as error:
        said = " ".join(str(error).split())[:100]
        raise DataError(f"no Parquet file ({said})", where=where, hint="Write it again") from error


def without_nulls(value: Any) -> Any:  # noqa: ANN401
    """A row or a part of one, without its nulls, dates as ISO 8601 writes them."""
    if isinstance(value, dict):
        return {key: without_nulls(one) for key, one in value.items() if one is not None}
    if isinstance(value, list):
        return [without_nulls(one) for one in value]
    if isinstance(value, datetime):
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date) else value


def files(path: str) -> list[str]:
    """The path itself, or the Parquet files of a folder and of those in it, sorted.

    Raises:
        DataError: the folder has none.
    """
    folder = Path(path)
    if not folder.is_dir():
        return [path]
    found = sorted(
        str(file)
        for file in folder.rglob("*.parquet")
        if not any(part.startswith(("_", ".")) for part in file.relative_to(folder).parts)
    )
    if not found:
        raise DataError("the folder has no Parquet file", where=path, hint="Look at the path")
    return found
