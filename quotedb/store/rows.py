"""Rows in, changed and out by their keys, straight to the driver, each noted in the history.

What hangs on a row goes with it where it is worked out: a quote's fingerprints.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from quotedb.store import fingerprinting, runs
from quotedb.store.asking import chunks, marks
from quotedb.store.database import Connection, without_nul
from quotedb.store.history import Key, Values, key_columns
from quotedb.store.schema import HEAD, REVISIONS

TRUTHS = frozenset(("said_inferred",))
"""Columns that are true or false, which SQLite keeps as numbers."""


def insert(conn: Connection, table: str, rows: Sequence[Values]) -> None:
    """Write rows of the same columns."""
    with inserting(conn, table, rows):
        pass


@contextmanager
def inserting(conn: Connection, table: str, rows: Sequence[Values]) -> Iterator[None]:
    """The same; the database goes on working while the block does, which must leave the
    connection alone.
    """
    if not rows:
        yield
        return
    values = [tuple(row.values()) for row in rows]
    if _has_nul(values):
        values = [tuple(map(without_nul, row)) for row in values]
    with conn.inserting(table, tuple(rows[0]), values):
        if conn.recorder:
            names = key_columns(table)
            keys = zip(*([row[name] for row in rows] for name in names), strict=True)
            conn.recorder.inserted(table, keys)
        if table == "quote":
            found = fingerprinting.of([row["key"] for row in rows], [row["id"] for row in rows])
        yield
    if table == "quote":
        runs.add(conn, found)


def _has_nul(rows: Sequence[tuple[object, ...]]) -> bool:
    """Whether any text has one."""
    return any(map(_column_has_nul, zip(*rows, strict=True)))


def _column_has_nul(column: tuple[Any, ...]) -> bool:
    try:
        return "\x00" in "".join(filter(None, column))
    except TypeError:  # a column of numbers
        return False


def update(conn: Connection, table: str, keys: Iterable[Key], values: Values) -> int:
    """Change columns of the rows that have these keys, to the same values.

    Returns:
        How many rows are not as they were.
    """
    different = [
        row
        for row in read(conn, table, list(keys))
        if any(row[name] != value for name, value in values.items())
    ]
    names = key_columns(table)
    sets = ", ".join(f"{name} = ?" for name in values)
    sql = f"UPDATE {table} SET {sets} WHERE {_where(names)}"
    told = tuple(map(without_nul, values.values()))
    conn.execute(sql, [(*told, *(row[name] for name in names)) for row in different])
    for row in different:
        if conn.recorder:
            before = {name: row[name] for name in values}
            conn.recorder.updated(table, tuple(row[name] for name in names), before, dict(values))
    if table == "quote" and "key" in values:
        ids = [row["id"] for row in different]
        fingerprinting.drop(conn, [row["key"] for row in different], ids)
        fingerprinting.keep(conn, [values["key"]] * len(ids), ids)
    return len(different)


def delete(conn: Connection, table: str, keys: Iterable[Key]) -> int:
    """Delete the rows that have these keys; says how many there were."""
    gone = read(conn, table, list(keys))
    names = key_columns(table)
    if table == "quote":
        fingerprinting.drop(conn, [row["key"] for row in gone], [row["id"] for row in gone])
    found = [tuple(row[name] for name in names) for row in gone]
    conn.execute(f"DELETE FROM {table} WHERE {_where(names)}", found)
    if conn.recorder:
        for key, row in zip(found, gone, strict=True):
            conn.recorder.deleted(table, key, row)
    return len(gone)


def read(conn: Connection, table: str, keys: Sequence[Key]) -> list[Values]:
    """The rows of these keys that there are, each with all its columns."""
    return [row for some in chunks(keys) for row in _of_keys(conn, table, some)]


def where(conn: Connection, table: str, column: str, values: Sequence[object]) -> list[Key]:
    """The keys of the rows whose column has one of these values."""
    names = key_columns(table)
    found: list[Key] = []
    for some in chunks(values):
        sql = f"SELECT {', '.join(names)} FROM {table} WHERE {column} IN ({marks(some)})"
        found += conn.rows(f"{sql} ORDER BY {', '.join(names)}", some)
    return found


def columns(table: str) -> tuple[str, ...]:
    """All columns of a table, in an order that stays."""
    return tuple(sorted(REVISIONS[HEAD][table]))


def _of_keys(conn: Connection, table: str, keys: Sequence[Key]) -> Iterator[Values]:
    names, every = key_columns(table), columns(table)
    if len(names) == 1:
        clause = f"{names[0]} IN ({marks(keys)})"
    else:
        clause = " OR ".join(f"({_where(names)})" for _ in keys)
    sql = f"SELECT {', '.join(every)} FROM {table} WHERE {clause} ORDER BY {', '.join(names)}"
    for row in conn.rows(sql, [part for key in keys for part in key]):
        yield {n: bool(v) if n in TRUTHS else v for n, v in zip(every, row, strict=True)}


def _where(names: Sequence[str]) -> str:
    return " AND ".join(f"{name} = ?" for name in names)
