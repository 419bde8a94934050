"""Opening a database: in which form it is, for reading or writing, and in whose transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quotedb.errors import (
    DatabaseBehind,
    DatabaseError,
    DatabaseIncomplete,
    DatabaseMissing,
    DatabaseReadOnly,
    DatabaseTooNew,
)
from quotedb.store import history, schema
from quotedb.store.backends import Backend, Mode, Row, Shape, backend_for

if TYPE_CHECKING:
    from sqlalchemy import Engine
    from sqlmodel import Session

    from quotedb.store.history import Recorder


@dataclass(frozen=True, slots=True)
class Connection:
    """A driver's connection that is asked in one SQL, its parameters written `?`.

    `recorder` is told what is written, when it is a session's that records.
    """

    backend: Backend
    raw: Any
    recorder: Recorder | None = None

    def rows(self, sql: str, parameters: Sequence[object] = ()) -> list[Row]:
        """All rows of a query.

        Raises:
            DatabaseError: what the database says is wrong, in our words.
        """
        with explained(self.backend):
            return self.backend.rows(self.raw, sql, [without_nul(p) for p in parameters])

    def insert(self, table: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
        """Write many rows in the transaction that is open.

        Raises:
            DatabaseError: what the database says is wrong, in our words.
        """
        with self.inserting(table, columns, rows):
            pass

    @contextmanager
    def inserting(
        self, table: str, columns: Sequence[str], rows: Iterable[Sequence[object]]
    ) -> Iterator[None]:
        """The same; the database goes on working while the block does, which must leave the
        connection alone.
        """
        with explained(self.backend):
            rest = self.backend.insert(self.raw, table, columns, rows)
            if rest is None:
                yield
                return
            with ThreadPoolExecutor(1, "insert") as pool:
                done = pool.submit(rest)
                yield
            done.result()

    def execute(self, sql: str, rows: Iterable[Sequence[object]]) -> None:
        """Do a statement once for each row of parameters, in the transaction that is open."""
        with explained(self.backend):
            self.backend.execute(self.raw, sql, rows)

    def new_ids(self, table: str, count: int) -> list[int]:
        """Numbers for rows to be written, in order."""
        with explained(self.backend):
            return self.backend.new_ids(self.raw, table, count) if count else []

    def blocks(self, hashes: Sequence[int]) -> list[Row]:
        """Where fingerprints are, if they are there: of each run of them one block."""
        with explained(self.backend):
            return self.backend.blocks(self.raw, hashes)


def connection_of(session: Session) -> Connection:
    """For what is said to the driver itself in a session's transaction."""
    fairy = session.connection().connection
    told = session.info
    return Connection(told["backend"], fairy.driver_connection, told.get("recorder"))


def without_nul(value: object) -> object:
    """A text without NUL, which PostgreSQL cannot hold, in its place the replacement character."""
    return value.replace("\x00", "\ufffd") if isinstance(value, str) else value


class Database:
    """An open database. `close` it, or what is not committed yet may hold up others.

    One that is not there yet is made when the first session or query needs it, so that a command
    that fails before leaves nothing behind.
    """

    def __init__(self, backend: Backend, mode: Mode, *, to_be_made: bool = False) -> None:
        self.backend = backend
        self.mode = mode
        self._to_be_made = to_be_made
        self._reading: Connection | None = None
        self._engine: Engine | None = None

    def connection(self) -> Connection:
        """For queries outside of any session; nothing can be written through it."""
        if self._reading is None:
            with explained(self.backend):
                self._make()
                self._reading = Connection(self.backend, self.backend.connect("read"))
        return self._reading

    @contextmanager
    def session(self, action: str | None = None, about: str = "") -> Iterator[Session]:
        """A session for writing: what is not committed when it ends is taken back.

        Args:
            action: what the change is called in the history; None for what is only worked out
                again, which is not recorded.
            about: what it is done to, in a few words.

        Raises:
            DatabaseReadOnly: the database was opened for reading.
            DatabaseError: what the database says is wrong, in our words.
        """
        from sqlmodel import Session

        if self.mode == "read":
            raise DatabaseReadOnly("opened for reading only", where=self.backend.shown)
        with explained(self.backend):
            self._make()
            with self._session(Session) as session:
                session.info["backend"] = self.backend
                if action is not None:
                    history.watch(
                        session,
                        history.Recorder(action, about),
                        lambda: self.connection_of(session),
                    )
                yield session

    def connection_of(self, session: Session) -> Connection:
        """For queries inside a session's transaction, which see what it has written so far."""
        return connection_of(session)

    def engine(self) -> Engine:
        """The engine that sessions and migrations write through."""
        if self._engine is None:
            self._engine = self.backend.engine()
        return self._engine

    def close(self) -> None:
        """Close what is open."""
        if self._reading is not None:
            self._reading.raw.close()
            self._reading = None
        if self._engine is not None:
            self._engine.dispose()
            self._engine = None

    def _make(self) -> None:
        if self._to_be_made:
            from quotedb.store import migrating

            migrating.upgrade(self.backend)
            self._to_be_made = False

    def _session(self, kind: type[Session]) -> Session:
        return kind(self.engine(), expire_on_commit=False)


class Rehearsal(Database):
    """A database in which everything is done the same way, and all of it taken back at the end.

    One transaction holds the whole; each session's commit only ends a savepoint in it.
    """

    def __init__(self, backend: Backend) -> None:
        super().__init__(backend, "write")
        with explained(backend):
            self._outer = self.engine().connect()
            self._transaction = self._outer.begin()

    def connection(self) -> Connection:
        """For queries, which see what the rehearsal has written so far."""
        return Connection(self.backend, self._outer.connection.driver_connection)

    def close(self) -> None:
        """Take everything back."""
        self._transaction.rollback()
        self._outer.close()
        super().close()

    def _session(self, kind: type[Session]) -> Session:
        return kind(self._outer, join_transaction_mode="create_savepoint", expire_on_commit=False)


def open_database(url: str, *, mode: Mode) -> Database:
    """Open a database, and bring an SQLite file to this program's form if it is behind.

    Args:
        url: a path, or a URL such as `postgresql+psycopg://host/name`.
        mode: "read" never makes a file; "write" makes and migrates one that is not there.

    Raises:
        DatabaseMissing: to be read, and not there.
        NotADatabase, DatabaseTooNew, DatabaseIncomplete: it is left as it was.
        DatabaseBehind: a server database of an earlier form, or a file that cannot be written.
    """
    backend = backend_for(url)
    with explained(backend):
        shape = form(backend)
        if shape.revision is None:
            _see_that_it_may_be_made(backend, mode)
        elif shape.revision != schema.HEAD:
            _catch_up(backend, shape.revision)
    return Database(backend, mode, to_be_made=shape.revision is None)


def rehearse(url: str) -> Database:
    """Open a database for a dry run: nothing of what is done stays.

    A file that is not there, or that would first have to be upgraded, is rehearsed on a copy.
    """
    backend = backend_for(url)
    with explained(backend):
        shape = form(backend)
    if shape.revision == schema.HEAD or backend.name != "sqlite":
        open_database(url, mode="write").close()
        return Rehearsal(backend)
    return _OnCopy(backend if shape.revision else None)


class _OnCopy(Database):
    """A copy of a database, or an empty one, in a folder that goes when it is closed."""

    def __init__(self, original: Backend | None) -> None:
        from tempfile import TemporaryDirectory

        self._folder = TemporaryDirectory(prefix="quotedb-")
        copy = Path(self._folder.name, "rehearsal.db")
        if original:
            original.copy_to(copy)
        made = open_database(str(copy), mode="write")
        super().__init__(made.backend, "write", to_be_made=original is None)

    def close(self) -> None:
        """Close the copy and remove it."""
        super().close()
        self._folder.cleanup()


def form(backend: Backend) -> Shape:
    """The form a database is in; nothing at all when it is not there.

    Raises:
        NotADatabase: it is something else.
        DatabaseTooNew: a later program's.
        DatabaseIncomplete: tables are missing, or there too early.
    """
    if not backend.exists():
        return Shape(None, {})
    raw = backend.connect("read")
    try:
        shape = backend.shape(raw)
    finally:
        raw.close()
    if shape.revision is None:
        return shape
    if shape.revision not in schema.REVISIONS and shape.revision.isdigit():
        raise DatabaseTooNew(
            f"made by a later quotedb (its form is {shape.revision}, this one knows {schema.HEAD})",
            where=backend.shown,
            hint="Update quotedb, or name another database with --db",
        )
    _complete(backend, shape)
    return shape


def _complete(backend: Backend, shape: Shape) -> None:
    known = shape.revision in schema.REVISIONS
    wrong = schema.faults(shape.revision or "", shape.columns) if known else ["no form is noted"]
    if wrong:
        more = f" and {len(wrong) - 1} more" if len(wrong) > 1 else ""
        raise DatabaseIncomplete(
            f"a migration stopped half-way: {wrong[0]}{more}",
            where=backend.shown,
            hint="Put a backup back with quotedb db restore FILE",
        )


def _see_that_it_may_be_made(backend: Backend, mode: Mode) -> None:
    if backend.name != "sqlite":
        raise DatabaseMissing(
            "the database is empty", where=backend.shown, hint="Make it with quotedb db upgrade"
        )
    if mode == "read":
        raise DatabaseMissing(
            f"there is no database yet; it would be {backend.shown}",
            hint="The first quotedb add or ingest makes it",
        )


def _catch_up(backend: Backend, revision: str) -> None:
    """Bring a file up to date, a copy of it kept beside; a server's is a person's decision."""
    if backend.name != "sqlite":
        raise DatabaseBehind(
            f"its form is {revision}, this program's is {schema.HEAD}",
            where=backend.shown,
            hint="Bring it up to date with quotedb db upgrade",
        )
    from quotedb.store import migrating

    migrating.upgrade(backend, keep_copy=True)


@contextmanager
def explained(backend: Backend) -> Iterator[None]:
    """Turn what a driver raises into our errors: the only place that does."""
    try:
        yield
    except DatabaseError:
        raise
    except sqlite3.Error as error:
        raise backend.failure(error) or error from error
    except Exception as error:
        ours = _ours(backend, error)
        if ours is None:
            raise
        raise ours from error


def _ours(backend: Backend, error: Exception) -> DatabaseError | None:
    """Our error for one of SQLAlchemy's (its `orig` is the driver's) or of psycopg's."""
    family = type(error).__module__.split(".")[0]
    cause = getattr(error, "orig", None) if family == "sqlalchemy" else error
    if not isinstance(cause, Exception) or type(cause).__module__.split(".")[0] not in (
        "sqlite3",
        "psycopg",
    ):
        return None
    return backend.failure(cause)
