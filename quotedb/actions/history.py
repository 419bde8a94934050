"""What was done to the facts, and taking it back."""

from __future__ import annotations

from dataclasses import replace

from quotedb.errors import NotFound
from quotedb.facts import Change, Entry
from quotedb.store import journal
from quotedb.store.database import Connection, Database

SHOWN = 50
"""Inserted rows that are shown of one change."""


def log(database: Database, *, quote: int | None = None, limit: int | None = None) -> list[Entry]:
    """The entries of the history, the last first, or those about one quote."""
    conn = database.connection()
    if quote is not None:
        return journal.entries_of(conn, quote)[:limit]
    found = journal.entries(conn, limit=limit)
    return [replace(one, changes=tuple(journal.changes_of(conn, one.id))) for one in found]


def entry(database: Database, number: int) -> Entry:
    """One entry; of rows that it made, those that are still there as they are now.

    Raises:
        NotFound: there is none.
    """
    conn = database.connection()
    found = _entry(conn, number)
    return replace(found, changes=tuple(_with_rows(conn, change) for change in found.changes))


def last(database: Database) -> int:
    """The number of the last entry; 0 when there is none."""
    found = journal.entries(database.connection(), limit=1)
    return found[0].id if found else 0


def undo(database: Database, number: int | None = None) -> Entry:
    """Take back an entry, the last that holds when none is named; returns what it was.

    Raises:
        NotFound: there is no such entry, or none to take back.
        NotUndoable: it is taken back already, or something later rests on it.
    """
    from quotedb.store import undoing

    with database.session("undo") as session:
        conn = database.connection_of(session)
        wanted = journal.last_to_undo(conn) if number is None else number
        if wanted is None:
            raise NotFound("there is nothing to take back", hint="quotedb log lists what was done")
        found = _entry(conn, wanted)
        assert conn.recorder is not None
        conn.recorder.about = f"entry {found.id} ({found.action}: {found.about})"
        undone_by = undoing.undo(conn, found)
        session.commit()
    return replace(found, undone_by=undone_by)


def summary(done: Entry) -> str:
    """What an entry did, counted: `+1 quote, +1 attestation, ~1 speaker`."""
    signs = {"insert": "+", "update": "~", "delete": "-"}
    counts: dict[tuple[str, str], int] = {}
    for change in done.changes:
        place = (signs[change.what], change.fact)
        counts[place] = counts.get(place, 0) + change.count
    return ", ".join(f"{sign}{count} {fact}" for (sign, fact), count in counts.items())


def _entry(conn: Connection, number: int) -> Entry:
    found = journal.get_entry(conn, number)
    if found is None:
        raise NotFound(f"there is no entry {number}", hint="quotedb log lists them")
    return found


def _with_rows(conn: Connection, change: Change) -> Change:
    from itertools import islice

    from quotedb.store import rows

    if change.what != "insert":
        return change
    keys = list(islice(journal.keys_of(change), SHOWN))
    return replace(change, rows=tuple(rows.read(conn, change.fact, keys)))
