"""What differs between databases, a file each; everything else in the store is written once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from quotedb.errors import BackendLacks, DatabaseError

if TYPE_CHECKING:
    from sqlalchemy import Engine

Mode = Literal["read", "write"]
Row = tuple[Any, ...]

PATIENCE = 600
"""Seconds that a writer waits for the others before it gives up."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What form a database is in: its revision (None when it is empty), tables with columns."""

    revision: str | None
    columns: dict[str, frozenset[str]]


class Backend:
    """One kind of database at one place. What a kind cannot do, it says by `BackendLacks`."""

    name = "?"

    def __init__(self, url: str) -> None:
        self.url = url

    @property
    def shown(self) -> str:
        """The place as it may be shown: never with a password."""
        return self.url

    def exists(self) -> bool:
        """Whether there is a database of ours, or room for one, at that place."""
        raise self._lacks("way to look for a database")

    def connect(self, mode: Mode) -> Any:
        """A driver connection. In mode "read" nothing can be written through it."""
        raise self._lacks("connection")

    def engine(self) -> Engine:
        """An SQLAlchemy engine for writing; a transaction holds the right to write."""
        raise self._lacks("engine")

    def shape(self, raw: Any) -> Shape:
        """The form the database is in."""
        raise self._lacks("way to tell its form")

    def indexes(self, raw: Any) -> frozenset[str]:
        """The names of all indexes."""
        raise self._lacks("way to tell its indexes")

    def rows(self, raw: Any, sql: str, parameters: Sequence[object]) -> list[Row]:
        """All rows of a query, whose parameters are written `?`."""
        raise self._lacks("query")

    def insert(
        self, raw: Any, table: str, columns: Sequence[str], rows: Iterable[Sequence[object]]
    ) -> Callable[[], object] | None:
        """Write many rows in the transaction that is open; quotes with their words in the search
        index.

        Returns:
            What is left to do, if it takes long: another thread may do it, but nothing else may be
            done through the connection till it is done.
        """
        raise self._lacks("way to write")

    def execute(self, raw: Any, sql: str, rows: Iterable[Sequence[object]]) -> None:
        """Do a statement, whose parameters are written `?`, once for each row of them."""
        raise self._lacks("way to write")

    def new_ids(self, raw: Any, table: str, count: int) -> list[int]:
        """Numbers for rows to be written, which nobody else is given, in order."""
        raise self._lacks("numbering")

    def blocks(self, raw: Any, hashes: Sequence[int]) -> list[Row]:
        """Of each run of fingerprints the block in which a hash is, if it is there: the hash, the
        block's id and run, and its hashes and quotes as they are written.
        """
        raise self._lacks("fingerprints")

    def failure(self, error: Exception) -> DatabaseError | None:
        """The error of ours that a driver's error means; None when it is not the driver's."""
        raise self._lacks("errors")

    def matching(
        self, raw: Any, words: Sequence[tuple[str, bool]], first: int | None
    ) -> tuple[str, tuple[str, ...]]:
        """SQL for whether the quote `q` has folded words, with the values of its `?`.

        Args:
            raw: the connection on which it will be asked.
            words: each with whether it may be the beginning of a longer one.
            first: how many quotes are wanted, the shortest first; None for all.
        """
        raise self._lacks("full-text search")

    def vocabulary(self, raw: Any, length: int, beginning: str) -> list[str]:
        """The indexed words whose length is near `length` and that begin so, for forgiving a
        typo; some may be of quotes that are gone.
        """
        raise self._lacks("vocabulary")

    def known(self, raw: Any, words: Sequence[str]) -> list[str]:
        """Those of the folded words that are indexed; on a server, one may be of quotes that are
        gone.
        """
        raise self._lacks("vocabulary")

    def has_word(self, raw: Any, word: str, *, prefix: bool) -> bool:
        """Whether the folded word is indexed, or one that begins with it."""
        raise self._lacks("vocabulary")

    def integrity(self, raw: Any) -> list[str]:
        """What the database itself finds wrong with its pages and keys."""
        raise self._lacks("check of its own")

    def reindex_sql(self) -> tuple[str, ...]:
        """Statements that work the search index out again."""
        raise self._lacks("index to be made again")

    def index_faults(self, raw: Any) -> list[str]:
        """What of the search index does not agree with the quotes."""
        raise self._lacks("check of its index")

    def copy_to(self, target: Path) -> None:
        """Copy the database to a file, also while it is being written."""
        raise self._lacks("backup of its own: use the server's (pg_dump)")

    def fold_log(self) -> None:
        """Write what stands in a log beside the file into the file, if it can be read."""
        raise self._lacks("log beside it")

    def stream(
        self, raw: Any, sql: str, parameters: Sequence[object], size: int
    ) -> Iterator[list[Row]]:
        """The rows of a query, so many at a time, never all in memory."""
        raise self._lacks("way to read on")

    def hold_still(self, raw: Any) -> None:
        """Let a connection see the database as it is now until it is closed."""
        raise self._lacks("snapshot")

    def refer_later(self, raw: Any) -> None:
        """Let rows refer to rows that are written later in the transaction that is open."""
        raise self._lacks("foreign keys")

    def by_bytes(self, column: str) -> str:
        """A column of texts, to be ordered by their bytes in UTF-8."""
        raise self._lacks("order of texts")

    def ids_were_given(self, session: Any, table: str) -> None:
        """Rows were written with ids of their own: number what follows after them."""
        raise self._lacks("numbering")

    def _lacks(self, what: str) -> BackendLacks:
        return BackendLacks(f"the backend {self.name} has no {what}")


def backend_for(url: str) -> Backend:
    """The backend of a path or URL.

    Raises:
        UnknownName: a URL of a kind that there is no backend for.
    """
    from quotedb.errors import UnknownName

    scheme, separator, _ = url.partition("://")
    if not separator or scheme == "sqlite":
        from quotedb.store.backends.sqlite import SqliteBackend

        return SqliteBackend(url)
    if scheme.split("+")[0] in ("postgresql", "postgres"):
        from quotedb.store.backends.postgresql import PostgresqlBackend

        return PostgresqlBackend(url)
    raise UnknownName(
        f"no backend for {scheme!r} databases",
        hint="Give a file, sqlite:///FILE or postgresql+psycopg://HOST/NAME",
    )
