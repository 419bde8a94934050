"""Taking an entry of the history back: its changes the other way round."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quotedb.facts import Change, Entry
from quotedb.store import journal, rows
from quotedb.store.asking import chunks
from quotedb.store.blocked import see_that_it_may
from quotedb.store.database import Connection
from quotedb.store.history import LEAVES, PARENTS


def undo(conn: Connection, entry: Entry) -> int:
    """Take an entry back.

    Args:
        conn: of a session that records.
        entry: with its changes.

    Returns:
        The number of the entry that says so.

    Raises:
        NotUndoable: it is taken back already, or something later rests on it.
    """
    assert conn.recorder is not None
    see_that_it_may(conn, entry)
    conn.recorder.undoes = entry.id
    number = conn.recorder.begun(conn)
    _take_back(conn, entry.changes)
    conn.execute("UPDATE history SET undone_by = ? WHERE id = ?", [(number, entry.id)])
    if entry.undoes is not None:  # what that undoing had taken back holds again
        conn.execute("UPDATE history SET undone_by = NULL WHERE id = ?", [(entry.undoes,)])
    return number


def _take_back(conn: Connection, changes: Iterable[Change]) -> None:
    """Parents come first and go last, so that no row ever refers to nothing."""
    backwards = list(reversed(list(changes)))
    _restore(conn, PARENTS, backwards)
    _remove(conn, LEAVES, backwards)
    for change in backwards:
        if change.what == "update":
            rows.update(conn, change.fact, journal.keys_of(change), dict(change.before or {}))
    _restore(conn, LEAVES, backwards)
    _remove(conn, tuple(reversed(PARENTS)), backwards)


def _restore(conn: Connection, tables: Iterable[str], changes: list[Change]) -> None:
    for table in tables:
        for change in _of(changes, table, "delete"):
            rows.insert(conn, table, [dict(row) for row in change.rows])


def _remove(conn: Connection, tables: Iterable[str], changes: list[Change]) -> None:
    for table in tables:
        for change in _of(changes, table, "insert"):
            for some in chunks(list(journal.keys_of(change))):
                rows.delete(conn, table, some)


def _of(changes: list[Change], table: str, what: str) -> Iterator[Change]:
    return (change for change in changes if (change.fact, change.what) == (table, what))
