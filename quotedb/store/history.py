"""The history: what a session does to the facts, row by row, kept as one entry when it commits.

A session that records has a `Recorder`. It is told by what writes rows straight to the driver
(`rows.py`), and by SQLAlchemy of what goes through the session; what is done to one row several
times before a commit becomes one change. What is worked out from the facts is not recorded.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import groupby
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sqlmodel import Session

    from quotedb.store.database import Connection

Key = tuple[Any, ...]
Values = dict[str, Any]

PARENTS = ("speaker", "source", "quote")
LEAVES = (
    "source_text", "speaker_name", "role", "attestation", "relation", "tag", "review", "evidence",
)  # fmt: skip
WATCHED = frozenset((*PARENTS, *LEAVES))
"""The tables of facts. A row refers only to parents, and a parent only to one before it."""

KEYS: dict[str, tuple[str, ...]] = {
    "source_text": ("source_id",),
    "relation": ("quote_id", "kind", "to_id"),
    "tag": ("quote_id", "name"),
    "review": ("quote_id", "to_id"),
}
"""The primary keys that are not `id`."""

TOGETHER = 500
"""Deleted rows that are kept in one change."""


def key_columns(table: str) -> tuple[str, ...]:
    """The columns of a table's primary key."""
    return KEYS.get(table, ("id",))


def who() -> str:
    """Who is at work: `QUOTEDB_USER`, or the name of the account."""
    import getpass

    try:
        return os.environ.get("QUOTEDB_USER") or getpass.getuser()
    except (OSError, KeyError):
        return "unknown"


def now() -> str:
    """The time, in UTC, to the second (ISO 8601)."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@dataclass(slots=True)
class Recorder:
    """What one entry is to hold. `entry` is its number once a part of it is written."""

    action: str
    about: str = ""
    undoes: int | None = None
    entry: int | None = None
    _written: int = 0
    _inserted: dict[str, dict[Key, None]] = field(default_factory=dict)
    _updated: dict[tuple[str, Key], tuple[Values, Values]] = field(default_factory=dict)
    _deleted: dict[tuple[str, Key], Values] = field(default_factory=dict)

    def inserted(self, table: str, keys: Iterable[Key]) -> None:
        """Rows are new."""
        self._inserted.setdefault(table, {}).update(dict.fromkeys(keys))

    def updated(self, table: str, key: Key, before: Values, after: Values) -> None:
        """Columns of a row have changed; the values are those of the columns alone."""
        if key in self._inserted.get(table, ()):
            return
        first, _ = self._updated.get((table, key), ({}, {}))
        _, last = self._updated.get((table, key), ({}, {}))
        merged = before | first, last | after
        changed = [name for name in merged[0] if merged[0][name] != merged[1][name]]
        self._updated.pop((table, key), None)
        if changed:
            self._updated[table, key] = (
                {name: merged[0][name] for name in changed},
                {name: merged[1][name] for name in changed},
            )

    def deleted(self, table: str, key: Key, row: Values) -> None:
        """A row is gone, which was so."""
        if key in self._inserted.get(table, ()):
            del self._inserted[table][key]
            return
        before, _ = self._updated.pop((table, key), ({}, {}))
        self._deleted.setdefault((table, key), row | before)

    def forget(self) -> None:
        """What was done has been rolled back."""
        self._inserted.clear()
        self._updated.clear()
        self._deleted.clear()

    def write(self, conn: Connection) -> None:
        """Keep what was done since the last time, in the transaction that did it."""
        changes = [*self._changes()]
        self.forget()
        if not changes:
            return
        entry = self.begun(conn)
        numbered = [
            (entry, number, *change) for number, change in enumerate(changes, self._written)
        ]
        self._written += len(changes)
        columns = ("fact", "what", "keys", "low", "high", "before", "after")
        conn.insert("change", ("entry_id", "number", *columns), numbered)

    def begun(self, conn: Connection) -> int:
        """The number of the entry, which is there from now on."""
        if self.entry is None:
            [self.entry] = conn.new_ids("history", 1)
            row = (self.entry, now(), who(), self.action, self.about, self.undoes)
            conn.insert("history", ("id", "at", "who", "action", "about", "undoes"), [row])
        return self.entry

    def _changes(self) -> Iterator[tuple[object, ...]]:
        for table, some in self._inserted.items():
            if some:
                yield (table, "insert", *packed(table, some), None, None)
        for (table, before, after), keys in _gathered(self._updated).items():
            yield (table, "update", *packed(table, keys), before, after)
        for table, group in groupby(self._deleted.items(), key=lambda item: item[0][0]):
            rows = [(key, row) for (_, key), row in group]
            for start in range(0, len(rows), TOGETHER):
                gone = rows[start : start + TOGETHER]
                images = _json([row for _, row in gone])
                yield (table, "delete", *packed(table, [key for key, _ in gone]), images, None)


def packed(table: str, keys: Iterable[Key]) -> tuple[str, int, int]:
    """Keys as they are kept: JSON, ids as ranges; with their least and greatest first number."""
    some = list(keys)
    numbers = [int(key[0]) for key in some]
    kept = [list(key) for key in some] if len(key_columns(table)) > 1 else _ranges(numbers)
    return _json(kept), min(numbers), max(numbers)


def unpacked(table: str, kept: str) -> Iterator[Key]:
    """The keys that `packed` has kept."""
    for one in json.loads(kept):
        if len(key_columns(table)) > 1:
            yield tuple(one)
        else:
            yield from ((number,) for number in range(one[0], one[1] + 1))


def watch(session: Session, recorder: Recorder, connection: Callable[[], Connection]) -> None:
    """Let a recorder know all that goes through a session, and keep it when that commits.

    Args:
        session: that nothing has been done in.
        recorder: is told.
        connection: gives the connection in the session's transaction.
    """
    from sqlalchemy import event

    session.info["recorder"] = recorder

    @event.listens_for(session, "before_flush")
    def number(session: Session, *_: object) -> None:
        for row in session.new:
            if getattr(row, "id", 0) is None:  # never one that was given before, and taken back
                [row.id] = connection().new_ids(row.__tablename__, 1)

    @event.listens_for(session, "after_flush")
    def note(session: Session, *_: object) -> None:
        _note(session, recorder)

    @event.listens_for(session, "before_commit")
    def keep(session: Session) -> None:
        session.flush()
        recorder.write(connection())

    @event.listens_for(session, "after_rollback")
    def forget(_: Session) -> None:
        recorder.forget()


def _note(session: Session, recorder: Recorder) -> None:
    """What a flush has done, from what the session knows of it."""
    from sqlalchemy import inspect

    for row in session.new:
        if row.__tablename__ in WATCHED:
            recorder.inserted(row.__tablename__, [_key(row)])
    for row in session.dirty:
        if row.__tablename__ in WATCHED:
            past = {a.key: a.history for a in inspect(row).attrs if a.history.has_changes()}
            before = {name: (h.deleted or [None])[0] for name, h in past.items()}
            after = {name: h.added[0] for name, h in past.items()}
            recorder.updated(row.__tablename__, _key(row), before, after)
    for row in session.deleted:
        if row.__tablename__ in WATCHED:
            values = {a.key: a.value for a in inspect(row).attrs}
            recorder.deleted(row.__tablename__, _key(row), values)


def _key(row: Any) -> Key:  # noqa: ANN401 - a row of any table
    return tuple(getattr(row, name) for name in key_columns(row.__tablename__))


def _gathered(
    updated: dict[tuple[str, Key], tuple[Values, Values]],
) -> dict[tuple[str, str, str], list[Key]]:
    """The rows that changed in the same way, together."""
    alike: dict[tuple[str, str, str], list[Key]] = {}
    for (table, key), (before, after) in updated.items():
        alike.setdefault((table, _json(before), _json(after)), []).append(key)
    return alike


def _ranges(numbers: Sequence[int]) -> list[list[int]]:
    ranges: list[list[int]] = []
    for number in sorted(numbers):
        if ranges and number <= ranges[-1][1] + 1:
            ranges[-1][1] = number
        else:
            ranges.append([number, number])
    return ranges


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
