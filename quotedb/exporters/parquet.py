"""Parquet, for pandas, Spark and DuckDB: one row a quote and printing, written by pyarrow."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from itertools import chain, islice

from quotedb.errors import MissingExtra
from quotedb.exporters._rows import COLUMNS, rows
from quotedb.facts import Fact, Quote

SUFFIX = ".parquet"
BINARY = True

_BATCH = 5_000  # rows in memory at once
_LISTS = frozenset(("tags", "authors"))


class _Pieces(io.RawIOBase):
    """A file that hands on what is written to it instead of keeping it."""

    def __init__(self) -> None:
        self.pieces: list[bytes] = []
        self.length = 0

    def writable(self) -> bool:
        return True

    def tell(self) -> int:
        return self.length

    def write(self, data: object) -> int:
        piece = bytes(data)  # type: ignore[call-overload]
        self.pieces.append(piece)
        self.length += len(piece)
        return len(piece)

    def taken(self) -> bytes:
        """What was written since the last time."""
        data = b"".join(self.pieces)
        self.pieces.clear()
        return data


def dump(facts: Iterable[Fact]) -> Iterator[bytes]:
    """The file in pieces; nothing for no quote.

    Raises:
        MissingExtra: pyarrow is not installed.
    """
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise MissingExtra(
            "Parquet needs pyarrow", hint="pip install 'quotedb[parquet]'"
        ) from error
    every = chain.from_iterable(rows(fact) for fact in facts if isinstance(fact, Quote))
    batch = list(islice(every, _BATCH))
    if not batch:
        return
    kinds = {"id": pa.int64(), **dict.fromkeys(_LISTS, pa.list_(pa.string()))}
    schema = pa.schema([(name, kinds.get(name, pa.string())) for name in COLUMNS])
    sink = _Pieces()
    with pq.ParquetWriter(sink, schema, compression="zstd") as writer:
        while batch:
            writer.write_table(pa.Table.from_pylist(batch, schema=schema))
            yield sink.taken()
            batch = list(islice(every, _BATCH))
    yield sink.taken()
