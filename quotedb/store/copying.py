"""A whole database into another of any kind: row by row, ids kept, in constant memory.

The tables go in an order in which each refers only to those before it, each in the order of its
primary key, a transaction a batch. So what is there when a copy stops is the beginning of every
table, and the next one goes on behind it, after it has seen that it is. All is read in one
transaction: what others write meanwhile is not in the copy.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from sqlalchemy import Column, Table, Text
from sqlmodel import SQLModel

from quotedb.errors import DatabaseError, InvalidValue
from quotedb.store import tables  # noqa: F401  the tables are declared by it
from quotedb.store.asking import marks
from quotedb.store.backends import Backend, Row, backend_for
from quotedb.store.database import Database, explained, form, open_database, without_nul

BATCH = 5000
"""Rows that are read, and committed, together."""

BULKY = 50
"""As many, where a row holds the text of an article."""

ELSEWHERE = "Name an empty database, or one that an interrupted copy of the same left"


@dataclass(frozen=True, slots=True)
class Copied:
    """What became of a table: its rows, how many of them were copied now, and SHA-256 of all."""

    table: str
    rows: int
    copied: int
    hash: str


def copy(
    source: str,
    target: str,
    *,
    dry_run: bool = False,
    went: Callable[[int], None] = lambda _: None,
) -> list[Copied]:
    """Copy a database into one that is empty, or that holds the beginning of the same copy.

    Args:
        source: path or URL; it is only read.
        target: path or URL; made, or given its tables, when it has none.
        dry_run: only say what would be copied.
        went: is told how many more rows have been copied.

    Raises:
        InvalidValue: both are one database.
        DatabaseMissing: there is no source.
        DatabaseError: the target holds other data, or is not the same in the end.
    """
    place = backend_for(target)
    if _same(backend_for(source), place):
        raise InvalidValue("a database cannot be copied into itself", where=place.shown)
    with closing(open_database(source, mode="read")) as read:
        reader = _Reader(read.backend)
        try:
            return _copied(reader, target, dry_run=dry_run, went=went)
        finally:
            reader.close()


def _same(one: Backend, other: Backend) -> bool:
    if one.name == other.name == "sqlite":
        return Path(one.shown).resolve() == Path(other.shown).resolve()
    return one.url == other.url


def _copied(
    reader: _Reader, target: str, *, dry_run: bool, went: Callable[[int], None]
) -> list[Copied]:
    backend = backend_for(target)
    with explained(backend):
        is_new = form(backend).revision is None
        if is_new and not dry_run:
            from quotedb.store import migrating

            migrating.upgrade(backend)
    if is_new and dry_run:
        return [_copied_of(t, reader.digest(t), 0) for t in ordered()]
    with closing(open_database(target, mode="write")) as written:
        there = {table.name: _beginning(reader, backend, table) for table in ordered()}
        if not dry_run:
            for table in ordered():
                _copy_table(reader, written, table, there[table.name][1], went)
        return [_compared(reader, backend, t, there[t.name][0], dry_run) for t in ordered()]


def ordered() -> list[Table]:
    """The tables, those that others refer to first."""
    return list(SQLModel.metadata.sorted_tables)


def _beginning(reader: _Reader, backend: Backend, table: Table) -> tuple[int, Row | None]:
    """How many rows of a table the target has, and the key of the last of them.

    Raises:
        DatabaseError: they are not the first of the source's.
    """
    other = _Reader(backend)
    try:
        last = other.last(table)
        if last is None:
            return 0, None
        count, digest = other.digest(table, last)
        if (count, digest) != reader.digest(table, last):
            raise DatabaseError(
                f"it holds other data: {count} rows of {table.name} that are not the first of"
                f" {reader.backend.shown}",
                where=backend.shown,
                hint=ELSEWHERE,
            )
        return count, last
    finally:
        other.close()


def _copy_table(
    reader: _Reader, written: Database, table: Table, last: Row | None, went: Callable[[int], None]
) -> None:
    """Copy the rows of a table behind some key.

    One that refers to itself is copied in a single transaction, since a row may refer to a later.
    """
    names = [column.name for column in table.columns]
    batches: Iterator[Iterable[Row]] = _told(reader.batches(table, after=last), went)
    if any(key.column.table is table for key in table.foreign_keys):
        batches = iter([chain.from_iterable(batches)])
    for rows in batches:
        with written.session() as session:
            conn = written.connection_of(session)
            conn.backend.refer_later(conn.raw)
            conn.insert(table.name, names, rows)
            if "id" in names:
                conn.backend.ids_were_given(session, table.name)
            session.commit()


def _told(batches: Iterator[list[Row]], went: Callable[[int], None]) -> Iterator[list[Row]]:
    for rows in batches:
        yield rows
        went(len(rows))


def _compared(
    reader: _Reader, backend: Backend, table: Table, before: int, dry_run: bool
) -> Copied:
    """What became of a table.

    Raises:
        DatabaseError: it is not the same in both databases.
    """
    ours = reader.digest(table)
    if dry_run:
        return _copied_of(table, ours, before)
    other = _Reader(backend)
    try:
        theirs = other.digest(table)
    finally:
        other.close()
    if ours != theirs:
        raise DatabaseError(
            f"the copy is not the same: {theirs[0]} rows of {table.name}, and {ours[0]} in"
            f" {reader.backend.shown}; somebody else has written to it",
            where=backend.shown,
            hint=ELSEWHERE,
        )
    return _copied_of(table, ours, before)


def _copied_of(table: Table, held: tuple[int, str], before: int) -> Copied:
    return Copied(table.name, held[0], held[0] - before, held[1])


class _Reader:
    """Reads a database as it was when the reader was made."""

    def __init__(self, backend: Backend) -> None:
        self.backend = backend
        with explained(backend):
            self._raw = backend.connect("read")
            backend.hold_still(self._raw)

    def close(self) -> None:
        """End the transaction."""
        self._raw.close()

    def last(self, table: Table) -> Row | None:
        """The greatest primary key."""
        key, order = self._key(table), self._order(table, " DESC")
        sql = f'SELECT {", ".join(key)} FROM "{table.name}" ORDER BY {order} LIMIT 1'
        with explained(self.backend):
            rows = self.backend.rows(self._raw, sql, ())
        return rows[0] if rows else None

    def batches(
        self, table: Table, *, after: Row | None = None, upto: Row | None = None
    ) -> Iterator[list[Row]]:
        """The rows in the order of their keys, as both kinds of database write them."""
        names = ", ".join(f'"{column.name}"' for column in table.columns)
        ends = [(">", after), ("<=", upto)]
        which = [self._compared(table, sign) for sign, end in ends if end is not None]
        where = f" WHERE {' AND '.join(which)}" if which else ""
        sql = f'SELECT {names} FROM "{table.name}"{where} ORDER BY {self._order(table)}'
        parameters = [value for _, end in ends if end is not None for value in end]
        size = BULKY if table.name in ("source_text", "fingerprint_block") else BATCH
        with explained(self.backend):
            for rows in self.backend.stream(self._raw, sql, parameters, size):
                yield [_plain(row) for row in rows]

    def digest(self, table: Table, upto: Row | None = None) -> tuple[int, str]:
        """How many rows there are up to a key, and SHA-256 of what they hold."""
        found, count = hashlib.sha256(), 0
        for rows in self.batches(table, upto=upto):
            found.update(_bytes(rows))
            count += len(rows)
        return count, found.hexdigest()

    def _key(self, table: Table) -> list[str]:
        return [f'"{column.name}"' for column in table.primary_key]

    def _order(self, table: Table, direction: str = "") -> str:
        return ", ".join(f"{self._collated(c)}{direction}" for c in table.primary_key)

    def _compared(self, table: Table, sign: str) -> str:
        columns = ", ".join(self._collated(column) for column in table.primary_key)
        return f"({columns}) {sign} ({marks(list(table.primary_key))})"

    def _collated(self, column: Column[Any]) -> str:
        """A column as it is ordered: texts by their bytes, as both kinds can."""
        name = f'"{column.name}"'
        return self.backend.by_bytes(name) if isinstance(column.type, Text) else name


def _plain(row: Sequence[object]) -> Row:
    """A row as both kinds of database have it: no booleans, and no NUL in a text."""
    return tuple(int(v) if isinstance(v, bool) else without_nul(v) for v in row)


def _bytes(rows: Iterable[Row]) -> bytes:
    """Rows of numbers, texts and None, each on a line: the same on every machine."""
    return "".join(f"{row!r}\n" for row in rows).encode("utf-8", "surrogatepass")
