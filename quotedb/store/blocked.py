"""Whether an entry of the history can be taken back, or what came later rests on it.

It cannot when a later entry did something to the same rows (of two updates, to the same columns),
refers to a row that would go, or took away what a row that would come back refers to or the place
where it stood.
"""

from __future__ import annotations

from collections.abc import Iterator

from quotedb.errors import NotUndoable
from quotedb.facts import Change, Entry
from quotedb.store import journal, rows
from quotedb.store.asking import chunks
from quotedb.store.database import Connection
from quotedb.store.history import Key

REFERENCES: dict[str, tuple[tuple[str, str], ...]] = {
    "speaker": (
        ("speaker_name", "speaker_id"), ("role", "speaker_id"), ("quote", "speaker_id"),
        ("attestation", "speaker_id"),
    ),
    "source": (
        ("source_text", "source_id"), ("attestation", "source_id"), ("evidence", "source_id"),
    ),
    "quote": (
        ("attestation", "quote_id"), ("relation", "quote_id"), ("relation", "to_id"),
        ("tag", "quote_id"), ("review", "quote_id"), ("review", "to_id"),
        ("evidence", "quote_id"),
    ),
}  # fmt: skip
"""The columns that refer to a parent."""

PARENT = {(table, column): parent for parent, some in REFERENCES.items() for table, column in some}

UNIQUE: dict[str, tuple[str, ...]] = {
    "source": ("content_hash",),
    "speaker_name": ("speaker_id", "key"),
    "attestation": ("source_id", "anchor"),
}
"""The columns, beside the key, that no two rows share."""

Place = tuple[str, Key]


def see_that_it_may(conn: Connection, entry: Entry) -> None:
    """See that an entry can be taken back.

    Raises:
        NotUndoable: it is taken back already, or something later rests on it.
    """
    if entry.undone_by is not None:
        raise NotUndoable(
            f"entry {entry.id} is taken back already, by entry {entry.undone_by}",
            hint=f"quotedb undo {entry.undone_by} would bring it in again",
        )
    _see_that_it_is_no_second_undoing(conn, entry)
    made = set(_places(entry, "insert", "update"))
    for change in entry.changes:
        _unchanged_since(conn, entry, change)
        if change.what == "insert":
            _nothing_refers_to_it(conn, entry, change, made)
    gone = set(_places(entry, "delete"))
    for change in entry.changes:
        for row in _coming_back(change):
            _parents_are_there(conn, entry, change.fact, row, gone)
        for row in change.rows:
            _place_is_free(conn, entry, change.fact, row, made)


def _see_that_it_is_no_second_undoing(conn: Connection, entry: Entry) -> None:
    """What brought an entry in again is not taken back itself: the entry is."""
    before = journal.get_entry(conn, entry.undoes) if entry.undoes is not None else None
    if before is not None and before.undoes is not None:
        raise NotUndoable(
            f"entry {entry.id} only brought entry {before.undoes} in again",
            hint=f"quotedb undo {before.undoes}",
        )


def _unchanged_since(conn: Connection, entry: Entry, change: Change) -> None:
    keys = set(journal.keys_of(change))
    numbers = [key[0] for key in keys]
    for later, other in journal.later(conn, entry.id, change.fact, min(numbers), max(numbers)):
        if _meet(change, other) and not keys.isdisjoint(journal.keys_of(other)):
            raise _blocked(conn, entry, later)


def _meet(change: Change, other: Change) -> bool:
    if change.what == other.what == "update":
        return not (change.before or {}).keys().isdisjoint(other.before or {})
    return True


def _nothing_refers_to_it(conn: Connection, entry: Entry, change: Change, made: set[Place]) -> None:
    for some in chunks(list(journal.keys_of(change))):
        numbers = [number for (number,) in some] if change.fact in REFERENCES else []
        for table, column in REFERENCES.get(change.fact, ()):
            for key in rows.where(conn, table, column, numbers):
                if (table, key) not in made:
                    raise _blocked(conn, entry, _toucher(conn, entry, table, key))


def _parents_are_there(
    conn: Connection, entry: Entry, table: str, row: dict[str, object], gone: set[Place]
) -> None:
    for column, number in row.items():
        parent = PARENT.get((table, column))
        if parent is None or number is None or (parent, (number,)) in gone:
            continue
        if not rows.read(conn, parent, [(number,)]):
            raise _blocked(conn, entry, _toucher(conn, entry, parent, (number,)))


def _place_is_free(
    conn: Connection, entry: Entry, table: str, row: dict[str, object], made: set[Place]
) -> None:
    columns = UNIQUE.get(table, ())
    clause = " AND ".join(f"{column} = ?" for column in columns)
    values = [row[column] for column in columns]
    taken = conn.rows(f"SELECT id FROM {table} WHERE {clause}", values) if columns else []
    for key in taken:
        if (table, key) not in made:
            raise _blocked(conn, entry, _toucher(conn, entry, table, key))


def _coming_back(change: Change) -> Iterator[dict[str, object]]:
    """What rows will say again."""
    yield from change.rows
    if change.what == "update" and change.before:
        yield change.before


def _places(entry: Entry, *whats: str) -> Iterator[Place]:
    for change in entry.changes:
        if change.what in whats:
            yield from ((change.fact, key) for key in journal.keys_of(change))


def _toucher(conn: Connection, entry: Entry, table: str, key: Key) -> int | None:
    """The last entry after one that did something to a row."""
    found = [
        later
        for later, change in journal.later(conn, entry.id, table, key[0], key[0])
        if key in set(journal.keys_of(change))
    ]
    return found[-1] if found else None


def _blocked(conn: Connection, entry: Entry, later: int | None) -> NotUndoable:
    other = journal.get_entry(conn, later) if later is not None else None
    if other is None:
        return NotUndoable(f"something that the history does not know rests on entry {entry.id}")
    return NotUndoable(
        f"entry {later} ({other.action}: {other.about}) came later and rests on entry {entry.id}",
        hint=f"Take that back first: quotedb undo {later}",
    )
