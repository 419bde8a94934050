"""SQLite: one file, full-text search by FTS5."""

from __future__ import annotations

import json
import os
import random
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote as url_quote

from quotedb.errors import (
    DatabaseBusy,
    DatabaseDamaged,
    DatabaseError,
    DatabaseFull,
    DatabaseReadOnly,
    InvalidValue,
    NotADatabase,
)
from quotedb.store.backends import PATIENCE, Backend, Mode, Row, Shape

if TYPE_CHECKING:
    from sqlalchemy import Engine

MAGIC = b"SQLite format 3\x00"
BUSY_SECONDS = 2
"""How long SQLite itself waits for another writer: a Ctrl-C is only noticed after that."""
MANY = 5000
"""Hits that are gone through one by one; more are too many for that."""
AT_LENGTH = 500
"""Quotes whose words take so long to be indexed that another thread is worth while."""
CACHE = 393_216  # kilobytes of pages that a writer may keep in memory
READ_CACHE = 65_536  # and who reads: a look-up in a large file touches some hundred

# What SQLite says (https://www.sqlite.org/rescode.html), as the error of ours and what to do.
_FAILURES: tuple[tuple[str, type[DatabaseError], str], ...] = (
    ("disk is full", DatabaseFull, "Make room, and do it again; nothing of it was kept"),
    ("disk I/O error", DatabaseFull, "See whether the disk is full or failing, and do it again"),
    ("readonly database", DatabaseReadOnly, "Give yourself the right to write the file and folder"),
    ("unable to open", DatabaseReadOnly, "See whether the folder is there and yours to write"),
    ("is locked", DatabaseBusy, "Another program is writing; do it again when it is done"),
    (
        "malformed",
        DatabaseDamaged,
        "quotedb db check says what is damaged; quotedb db restore BACKUP",
    ),
    ("not a database", NotADatabase, "Name another file with --db"),
)

_INDEX_WORDS = (
    "INSERT INTO quote_words(rowid, key) SELECT id, key FROM quote"
    " WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id"
)
_BLOCKS = (
    "SELECT ?, b.id, b.run_id, b.hashes, b.quotes FROM fingerprint_run r CROSS JOIN"
    " fingerprint_block b WHERE b.id = (SELECT id FROM fingerprint_block"
    " WHERE run_id = r.id AND first <= ? ORDER BY first DESC LIMIT 1)"
)
_INDEXES = "SELECT name FROM sqlite_master WHERE type = 'index'"


class SqliteBackend(Backend):
    """One SQLite file."""

    name = "sqlite"

    def __init__(self, url: str) -> None:
        super().__init__(url)
        given = url.removeprefix("sqlite:///").removeprefix("sqlite://")
        if given in ("", ":memory:"):
            raise InvalidValue("no file is named for the database", hint="Name one with --db FILE")
        self.path = Path(given).expanduser()

    @property
    def shown(self) -> str:
        """The file."""
        return str(self.path)

    def exists(self) -> bool:
        """Whether the file holds anything yet.

        Raises:
            NotADatabase: it is a folder, or holds something that is not SQLite.
        """
        if not self.path.exists():
            return False
        if self.path.is_dir():
            raise NotADatabase("a folder, not a database", where=self.shown, hint="Name a file")
        with self.path.open("rb") as file:
            head = file.read(len(MAGIC))
        if head and head != MAGIC:
            raise NotADatabase(
                "the file is no quotedb database", where=self.shown, hint="Name another with --db"
            )
        return bool(head)

    def connect(self, mode: Mode) -> sqlite3.Connection:
        """A connection without transactions of its own; reading it never writes the file."""
        address = f"file:{url_quote(str(self.path))}"
        if mode == "read":
            raw = self._open(f"{address}?mode=ro{self._immutable()}")
            raw.execute(f"PRAGMA cache_size = -{READ_CACHE}")
        else:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            raw = self._open(address)
        raw.execute("PRAGMA foreign_keys = ON")
        return raw

    def _open(self, address: str) -> sqlite3.Connection:
        return sqlite3.connect(
            address, uri=True, isolation_level=None, timeout=BUSY_SECONDS, check_same_thread=False
        )

    def _immutable(self) -> str:
        """In a folder that cannot be written, a WAL file beside the database cannot be made."""
        readable_only = not os.access(self.path.parent, os.W_OK)
        log = self.path.with_name(self.path.name + "-wal")
        return "&immutable=1" if readable_only and not log.exists() else ""

    def engine(self) -> Engine:
        """An engine whose transactions begin with the right to write (BEGIN IMMEDIATE).

        Otherwise two writers that both read first would fail instead of waiting for each other.
        """
        from sqlalchemy import create_engine, event
        from sqlalchemy.pool import NullPool

        engine = create_engine("sqlite://", creator=self._for_writing, poolclass=NullPool)

        @event.listens_for(engine, "begin")
        def begin(connection: Any) -> None:
            _patiently(connection.connection.driver_connection, "BEGIN IMMEDIATE")

        return engine

    def _for_writing(self) -> sqlite3.Connection:
        raw = self.connect("write")
        _patiently(raw, "PRAGMA journal_mode = WAL")
        raw.execute("PRAGMA synchronous = NORMAL")
        raw.execute(f"PRAGMA cache_size = -{CACHE}")
        return raw

    def shape(self, raw: Any) -> Shape:
        """The form of the file.

        Raises:
            NotADatabase: an SQLite file of another program.
        """
        tables = [n for (n,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        if not tables:
            return Shape(None, {})
        if "alembic_version" not in tables:
            raise NotADatabase(
                "another program's database", where=self.shown, hint="Name another with --db"
            )
        revisions = [r for (r,) in raw.execute("SELECT version_num FROM alembic_version")]
        columns = {
            table: frozenset(row[1] for row in raw.execute(f'PRAGMA table_info("{table}")'))
            for table in tables
            if not table.startswith(("sqlite_", "quote_words", "quote_vocabulary"))
        }
        return Shape(revisions[0] if len(revisions) == 1 else "", columns)

    def indexes(self, raw: Any) -> frozenset[str]:
        """The names of all indexes."""
        return frozenset(n for (n,) in raw.execute(_INDEXES))

    def rows(self, raw: Any, sql: str, parameters: Sequence[object]) -> list[Row]:
        """All rows of a query."""
        found: list[Row] = raw.execute(sql, tuple(parameters)).fetchall()
        return found

    def insert(
        self, raw: Any, table: str, columns: Sequence[str], rows: Iterable[Sequence[object]]
    ) -> Callable[[], object] | None:
        """FTS5 writes out what it has indexed at the end of every statement, so quotes are indexed
        by one, when all are there. Python does other things meanwhile if another thread does it.
        """
        marks = ", ".join("?" * len(columns))
        statement = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})"
        if table != "quote":
            raw.executemany(statement, rows)
            return None
        quotes, place = list(rows), columns.index("id")
        raw.executemany(statement, quotes)
        told = (json.dumps([quote[place] for quote in quotes]),)
        if len(quotes) >= AT_LENGTH:
            return partial(raw.execute, _INDEX_WORDS, told)
        raw.execute(_INDEX_WORDS, told)
        return None

    def execute(self, raw: Any, sql: str, rows: Iterable[Sequence[object]]) -> None:
        """One statement, prepared once."""
        raw.executemany(sql, rows)

    def new_ids(self, raw: Any, table: str, count: int) -> list[int]:
        """What follows the greatest that ever was: whoever writes holds the only right to."""
        ever = f"SELECT MAX(high) FROM change WHERE fact = '{table}'"
        [(last,)] = raw.execute(
            f"SELECT MAX(COALESCE((SELECT MAX(id) FROM {table}), 0), COALESCE(({ever}), 0))"
        )
        return list(range(last + 1, last + 1 + count))

    def blocks(self, raw: Any, hashes: Sequence[int]) -> list[Row]:
        """One short statement for each: SQLite has no network between."""
        return [row for one in hashes for row in raw.execute(_BLOCKS, (one, one))]

    def failure(self, error: Exception) -> DatabaseError | None:
        """The error of ours that SQLite's means."""
        if not isinstance(error, sqlite3.Error):
            return None
        said = str(error)
        for words, kind, hint in _FAILURES:
            if words in said:
                return kind(f"SQLite says: {said}", where=self.shown, hint=hint)
        return DatabaseError(f"SQLite says: {said}", where=self.shown, hint="quotedb db check")

    def matching(
        self, raw: Any, words: Sequence[tuple[str, bool]], first: int | None
    ) -> tuple[str, tuple[str, ...]]:
        """FTS5: every word quoted, so that none of them is syntax.

        Where hits are few, they are gone through; where they are many, the shortest quotes until
        enough hits are among them (the `+` keeps SQLite from beginning with the hits).
        """
        query = " ".join(_quoted(word, prefix) for word, prefix in words)
        hits = "SELECT rowid FROM quote_words WHERE quote_words MATCH ?"
        if first is None:
            return f"q.id IN ({hits})", (query,)
        some = raw.execute(f"{hits} LIMIT {MANY + 1}", (query,)).fetchall()
        if len(some) > MANY:
            return f"+q.id IN ({hits})", (query,)
        return f"q.id IN ({', '.join(str(number) for (number,) in some)})", ()

    def vocabulary(self, raw: Any, length: int, beginning: str) -> list[str]:
        """Indexed words of about that length; a beginning is a range of the vocabulary."""
        sql = (
            "SELECT term FROM quote_vocabulary WHERE term >= ? AND term < ?"
            " AND length(term) BETWEEN ? AND ?"
        )
        last = beginning + "\U0010ffff"
        return [term for (term,) in raw.execute(sql, (beginning, last, length - 2, length + 2))]

    def known(self, raw: Any, words: Sequence[str]) -> list[str]:
        """One short question each."""
        return [word for word in words if self.has_word(raw, word, prefix=False)]

    def has_word(self, raw: Any, word: str, *, prefix: bool) -> bool:
        """Whether the index has the word; all that begin with it are only asked for if not."""
        sql = "SELECT 1 FROM quote_words WHERE quote_words MATCH ? LIMIT 1"
        ways = (False, True) if prefix else (False,)
        return any(raw.execute(sql, (_quoted(word, way),)).fetchall() for way in ways)

    def integrity(self, raw: Any) -> list[str]:
        """SQLite's own check of pages; where they are sound, of keys."""
        pages = _said(raw, "")
        if any("malformed" in line for line in pages):  # it gave up, so each table by itself
            names = raw.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
            pages = [
                f"table {name}: {line}" for (name,) in names for line in _said(raw, f"('{name}')")
            ] or pages
        return pages or [
            f"row {row[1]} of {row[0]} refers to a row of {row[2]} that is not there"
            for row in raw.execute("PRAGMA foreign_key_check")
        ]

    def reindex_sql(self) -> tuple[str, ...]:
        """FTS5's own rebuilding."""
        return ("INSERT INTO quote_words(quote_words) VALUES ('rebuild')",)

    def index_faults(self, raw: Any) -> list[str]:
        """FTS5's own check, against the rows it is made from; needs a connection that may write."""
        try:
            _patiently(raw, "BEGIN IMMEDIATE")
            raw.execute("INSERT INTO quote_words(quote_words, rank) VALUES ('integrity-check', 1)")
        except sqlite3.OperationalError as error:
            if "readonly" in str(error):
                return []  # SQLite gives this check only to who may write
            raise
        except sqlite3.DatabaseError as error:
            return [f"the search index does not agree with the quotes ({error})"]
        finally:
            if raw.in_transaction:
                raw.execute("ROLLBACK")
        return []

    def copy_to(self, target: Path) -> None:
        """SQLite's online backup, which takes one consistent state."""
        source = self.connect("read")
        copy = sqlite3.connect(target)
        try:
            source.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")
        finally:
            copy.close()
            source.close()

    def fold_log(self) -> None:
        """SQLite's checkpoint, which empties the log. What is damaged keeps its log."""
        raw = self.connect("write")
        try:
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        except sqlite3.DatabaseError:
            return
        finally:
            raw.close()

    def stream(
        self, raw: Any, sql: str, parameters: Sequence[object], size: int
    ) -> Iterator[list[Row]]:
        """SQLite steps through its rows."""
        cursor = raw.execute(sql, tuple(parameters))
        while rows := cursor.fetchmany(size):
            yield rows

    def hold_still(self, raw: Any) -> None:
        """The first read of a transaction fixes what it sees."""
        raw.execute("BEGIN")
        raw.execute("SELECT 1 FROM sqlite_master").fetchall()

    def refer_later(self, raw: Any) -> None:
        """Keys are looked at when the transaction is committed."""
        raw.execute("PRAGMA defer_foreign_keys = ON")

    def by_bytes(self, column: str) -> str:
        """SQLite's own order."""
        return column

    def ids_were_given(self, session: Any, table: str) -> None:
        """SQLite numbers after the greatest id by itself."""


def _said(raw: sqlite3.Connection, of: str) -> list[str]:
    """What SQLite's check finds, of all or of a table."""
    found: list[str] = []
    try:
        for (said,) in raw.execute(f"PRAGMA integrity_check{of}"):
            found += [line for line in said.splitlines() if line != "ok"]
    except sqlite3.DatabaseError as error:
        found.append(str(error))
    return found


def _patiently(raw: sqlite3.Connection, statement: str) -> None:
    """Do what needs the right to write, once the others who have it are done."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            raw.execute(statement)
        except sqlite3.OperationalError as error:
            if "is locked" not in str(error) or time.monotonic() > until:
                raise
            time.sleep(random.uniform(0.001, 0.02))  # not all of those who wait at one moment
        else:
            return


def _quoted(word: str, prefix: bool) -> str:
    """A word for FTS5 to take to the letter, or as a beginning."""
    return '"' + word.replace('"', '""') + '"' + ("*" if prefix else "")
