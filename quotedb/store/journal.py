"""The history read: its entries, and what each did."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from quotedb.facts import Change, Entry
from quotedb.store.backends import Row
from quotedb.store.database import Connection
from quotedb.store.history import Key, unpacked

_ENTRY = "h.id, h.at, h.who, h.action, h.about, h.undoes, h.undone_by"
_CHANGE = "c.fact, c.what, c.keys, c.before, c.after"


def get_entry(conn: Connection, number: int) -> Entry | None:
    """One entry with all its changes."""
    found = conn.rows(f"SELECT {_ENTRY} FROM history h WHERE h.id = ?", (number,))
    changes = changes_of(conn, number)
    return _entry(found[0], changes) if found else None


def entries(conn: Connection, *, limit: int | None = None) -> list[Entry]:
    """The entries, the last first, without their changes."""
    sql = f"SELECT {_ENTRY} FROM history h ORDER BY h.id DESC"
    some = conn.rows(f"{sql} LIMIT ?", (limit,)) if limit is not None else conn.rows(sql)
    return [_entry(row) for row in some]


def entries_of(conn: Connection, quote_id: int) -> list[Entry]:
    """The entries that did something to a quote or what belongs to it, the last first, each with
    those of its changes.
    """
    found: dict[int, list[Row]] = {}
    for number, *change in _touching(conn, quote_id):
        found.setdefault(number, []).append(tuple(change))
    return [
        _entry(row, [_change(*change) for change in found[row[0]]])
        for number in sorted(found, reverse=True)
        for row in conn.rows(f"SELECT {_ENTRY} FROM history h WHERE h.id = ?", (number,))
    ]


def last_to_undo(conn: Connection) -> int | None:
    """The last entry that still holds, and takes back no other."""
    sql = "SELECT MAX(id) FROM history WHERE undone_by IS NULL AND undoes IS NULL"
    [(number,)] = conn.rows(sql)
    return number if number is None else int(number)


def changes_of(conn: Connection, number: int) -> list[Change]:
    """What an entry did, in order."""
    sql = f"SELECT {_CHANGE} FROM change c WHERE c.entry_id = ? ORDER BY c.number"
    return [_change(*row) for row in conn.rows(sql, (number,))]


def later(
    conn: Connection, number: int, fact: str, low: int, high: int
) -> Iterator[tuple[int, Change]]:
    """What entries after one, which still hold, did to facts whose numbers are between.

    An undoing counts when it took back something before the one; otherwise the two cancel out.
    """
    sql = (
        f"SELECT c.entry_id, {_CHANGE} FROM change c JOIN history h ON h.id = c.entry_id"
        " WHERE c.fact = ? AND c.high >= ? AND c.low <= ? AND c.entry_id > ?"
        " AND h.undone_by IS NULL AND (h.undoes IS NULL OR h.undoes < ?)"
        " ORDER BY c.entry_id, c.number"
    )
    for entry, *row in conn.rows(sql, (fact, low, high, number, number)):
        yield entry, _change(*row)


def keys_of(change: Change) -> Iterator[Key]:
    """The primary keys of the rows that a change is of."""
    return unpacked(change.fact, change.keys)


def _touching(conn: Connection, quote_id: int) -> Iterator[Row]:
    """Changes of a quote, or of rows whose key begins with it, or that say they are of it."""
    sql = f"SELECT c.entry_id, {_CHANGE} FROM change c WHERE c.fact = ?"
    near = f"{sql} AND c.high >= ? AND c.low <= ? ORDER BY c.entry_id, c.number"
    for fact in ("quote", "tag", "relation", "review"):
        for row in conn.rows(near, (fact, quote_id, quote_id)):
            if any(key[0] == quote_id for key in unpacked(fact, row[3])):
                yield row
    for fact in ("attestation", "evidence"):
        of_it = f"SELECT id FROM {fact} WHERE quote_id = ? ORDER BY id"
        own = {number for (number,) in conn.rows(of_it, (quote_id,))}
        for row in conn.rows(f"{sql} ORDER BY c.entry_id, c.number", (fact,)):
            if _is_of(row, quote_id, own):
                yield row


def _is_of(row: Sequence[object], quote_id: int, own: set[int]) -> bool:
    images = [json.loads(str(part)) for part in row[4:6] if part]
    said = [one for image in images for one in (image if isinstance(image, list) else [image])]
    if any(one.get("quote_id") == quote_id for one in said):
        return True
    return any(key[0] in own for key in unpacked(str(row[1]), str(row[3])))


def _entry(row: Row, changes: Sequence[Change] = ()) -> Entry:
    number, at, who, action, about, undoes, undone_by = row
    return Entry(
        id=number, at=at, who=who, action=action, about=about, undoes=undoes,
        undone_by=undone_by, changes=tuple(changes),
    )  # fmt: skip


def _change(fact: str, what: str, keys: str, before: str | None, after: str | None) -> Change:
    count = sum(1 for _ in unpacked(fact, keys))
    images = json.loads(before) if before else None
    if what == "delete":
        return Change(fact=fact, what=what, keys=keys, count=count, rows=tuple(images or ()))
    now = json.loads(after) if after else None
    return Change(fact=fact, what=what, keys=keys, count=count, before=images, after=now)
