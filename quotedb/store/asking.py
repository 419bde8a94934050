"""Questions about many rows: some at a time, and what is answered gathered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from quotedb.store.backends import Row
from quotedb.store.database import Connection

CHUNK = 500
"""Values that one statement is given."""

T = TypeVar("T")


def chunks(items: Sequence[T]) -> Iterator[Sequence[T]]:
    """Some at a time, as many as one statement takes."""
    return (items[i : i + CHUNK] for i in range(0, len(items), CHUNK))


def marks(items: Sequence[object]) -> str:
    """The place of each in a statement."""
    return ", ".join("?" * len(items))


def by_first(conn: Connection, sql: str, ids: Sequence[int]) -> dict[int, list[Row]]:
    """Rows gathered by their first column, without it."""
    gathered: dict[int, list[Row]] = {}
    for first, *rest in conn.rows(sql, ids):
        gathered.setdefault(first, []).append(tuple(rest))
    return gathered
