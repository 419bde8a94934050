"""PostgreSQL: one server for many, full-text search by tsvector over the folded key.

No extension is needed (neither pg_trgm nor unaccent): the key is folded before it is stored.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from quotedb.errors import (
    DatabaseBusy,
    DatabaseError,
    DatabaseMissing,
    DatabaseReadOnly,
    MissingExtra,
    NotADatabase,
)
from quotedb.store.backends import PATIENCE, Backend, Mode, Row, Shape

if TYPE_CHECKING:
    from sqlalchemy import Engine

RIGHT_TO_WRITE = 0x71756F7465  # "quote": the advisory lock of whoever writes

_WORDS = "SELECT word FROM ts_stat('SELECT to_tsvector(''simple'', key) FROM quote')"

_NUMBERED = (
    "SELECT table_name FROM information_schema.columns WHERE table_schema = current_schema()"
    " AND column_name = 'id' AND column_default LIKE 'nextval(%'"
)


class PostgresqlBackend(Backend):
    """A database on a PostgreSQL server, 14 or later, by psycopg."""

    name = "postgresql"

    @property
    def shown(self) -> str:
        """The URL without user and password."""
        parts = urlsplit(self.url)
        port = f":{parts.port}" if parts.port else ""
        return f"postgresql://{parts.hostname or ''}{port}{parts.path}"

    def exists(self) -> bool:
        """A server's database is there or connecting fails."""
        return True

    def connect(self, mode: Mode) -> Any:
        """A connection; one for reading refuses to write.

        Raises:
            MissingExtra: psycopg is not installed.
        """
        try:
            import psycopg
        except ImportError as error:
            raise MissingExtra(
                "PostgreSQL needs psycopg", hint="pip install 'quotedb[postgresql]'"
            ) from error
        scheme, _, rest = self.url.partition("://")
        raw = psycopg.connect(f"{scheme.split('+')[0]}://{rest}", autocommit=True)
        if mode == "read":
            raw.execute("SET default_transaction_read_only = on")
            # A plan for any word is a bad one: some are in half of all quotes, most in none.
            raw.execute("SET plan_cache_mode = force_custom_plan")
        return raw

    def engine(self) -> Engine:
        """An engine whose transactions begin with the right to write, one at a time.

        Whether a speaker or a wording is new is a question to all that is stored, and no unique
        constraint says it: two people may have one name, and two people may say one thing. So
        who asks must know that nobody else is about to write the answer. The lock is asked for
        before the first snapshot is taken, hence READ COMMITTED.
        """
        from sqlalchemy import create_engine, event
        from sqlalchemy.pool import NullPool

        _, _, rest = self.url.partition("://")
        engine = create_engine(
            f"postgresql+psycopg://{rest}", poolclass=NullPool, isolation_level="READ COMMITTED"
        )

        @event.listens_for(engine, "begin")
        def begin(connection: Any) -> None:
            connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{PATIENCE}s'")
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({RIGHT_TO_WRITE})")

        return engine

    def shape(self, raw: Any) -> Shape:
        """The form of the database.

        Raises:
            NotADatabase: a database of another program.
        """
        found = raw.execute(
            "SELECT table_name, column_name FROM information_schema.columns"
            " WHERE table_schema = current_schema()"
        ).fetchall()
        columns: dict[str, frozenset[str]] = {}
        for table, column in found:
            columns[table] = columns.get(table, frozenset()) | {column}
        if not columns:
            return Shape(None, {})
        if "alembic_version" not in columns:
            raise NotADatabase(
                "another program's database", where=self.shown, hint="Name another with --db"
            )
        revisions = [
            r for (r,) in raw.execute("SELECT version_num FROM alembic_version").fetchall()
        ]
        return Shape(revisions[0] if len(revisions) == 1 else "", columns)

    def indexes(self, raw: Any) -> frozenset[str]:
        """The names of all indexes."""
        sql = "SELECT indexname FROM pg_indexes WHERE schemaname = current_schema()"
        return frozenset(name for (name,) in raw.execute(sql).fetchall())

    def rows(self, raw: Any, sql: str, parameters: Sequence[object]) -> list[Row]:
        """All rows of a query."""
        statement = sql.replace("%", "%%").replace("?", "%s")
        found: list[Row] = raw.execute(statement, tuple(parameters)).fetchall()
        return found

    def insert(
        self, raw: Any, table: str, columns: Sequence[str], rows: Iterable[Sequence[object]]
    ) -> None:
        """COPY, the fastest way in."""
        names = ", ".join(f'"{name}"' for name in columns)
        with raw.cursor() as cursor, cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)

    def execute(self, raw: Any, sql: str, rows: Iterable[Sequence[object]]) -> None:
        """One statement, sent for all rows together."""
        with raw.cursor() as cursor:
            cursor.executemany(sql.replace("%", "%%").replace("?", "%s"), rows)

    def new_ids(self, raw: Any, table: str, count: int) -> list[int]:
        """The next of the table's sequence."""
        sql = "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)"
        return sorted(number for (number,) in raw.execute(sql, (table, count)).fetchall())

    def blocks(self, raw: Any, hashes: Sequence[int]) -> list[Row]:
        """All in one statement."""
        sql = (
            "SELECT asked.hash, b.id, r.id, b.hashes, b.quotes"
            " FROM unnest(%s::bigint[]) AS asked(hash) CROSS JOIN fingerprint_run r"
            " CROSS JOIN LATERAL (SELECT id, hashes, quotes FROM fingerprint_block"
            " WHERE run_id = r.id AND first <= asked.hash ORDER BY first DESC LIMIT 1) AS b"
        )
        found: list[Row] = raw.execute(sql, (list(hashes),)).fetchall()
        return found

    def failure(self, error: Exception) -> DatabaseError | None:
        """The error of ours that the server's means; its text, but never the connection's."""
        import psycopg

        if not isinstance(error, psycopg.Error):
            return None
        if isinstance(error, psycopg.errors.ReadOnlySqlTransaction):
            return DatabaseReadOnly("the server only lets it be read", where=self.shown)
        if isinstance(error, psycopg.errors.LockNotAvailable):
            return DatabaseBusy(
                f"others have been writing for {PATIENCE} seconds",
                where=self.shown,
                hint="Do it again when they are done; nothing of it was kept",
            )
        said = " ".join(str(error).split())[:300]
        password = urlsplit(self.url).password
        if password:
            said = said.replace(password, "…")
        if error.sqlstate is None and isinstance(error, psycopg.OperationalError):
            return DatabaseMissing(
                f"the server cannot be reached ({said})",
                where=self.shown,
                hint="See whether it runs, and whether host, name and password are right",
            )
        return DatabaseError(f"PostgreSQL says: {said}", where=self.shown)

    def matching(
        self, raw: Any, words: Sequence[tuple[str, bool]], first: int | None
    ) -> tuple[str, tuple[str, ...]]:
        """Every word as a quoted lexeme, so that none of them is syntax. From what it knows of
        how many quotes have them, the server itself chooses whether to go through the hits.
        """
        query = " & ".join(_lexeme(word, prefix) for word, prefix in words)
        return "to_tsvector('simple', q.key) @@ to_tsquery('simple', ?)", (query,)

    def vocabulary(self, raw: Any, length: int, beginning: str) -> list[str]:
        """Indexed words of about that length; a beginning is a range of the vocabulary."""
        sql = (
            "SELECT word FROM quote_vocabulary WHERE word >= ? AND word < ?"
            " AND length(word) BETWEEN ? AND ?"
        )
        asked = (beginning, beginning + "\U0010ffff", length - 2, length + 2)
        return [word for (word,) in self.rows(raw, sql, asked)]

    def known(self, raw: Any, words: Sequence[str]) -> list[str]:
        """Those in the vocabulary."""
        sql = "SELECT word FROM quote_vocabulary WHERE word = ANY(%s) ORDER BY word"
        return [word for (word,) in raw.execute(sql, (list(words),)).fetchall()]

    def has_word(self, raw: Any, word: str, *, prefix: bool) -> bool:
        """Whether the vocabulary has the word. Asked for one quote that has it, the server would
        go through the quotes themselves where it thinks that many have it.
        """
        sql = "SELECT 1 FROM quote_vocabulary WHERE word >= ? AND word < ? LIMIT 1"
        last = word + ("\U0010ffff" if prefix else "\x01")
        return bool(self.rows(raw, sql, (word, last)))

    def integrity(self, raw: Any) -> list[str]:
        """The server looks after its pages, and keys are always enforced."""
        return []

    def reindex_sql(self) -> tuple[str, ...]:
        """The index on the expression, and the vocabulary, made again."""
        return (
            "DROP INDEX IF EXISTS ix_quote_words",
            "CREATE INDEX ix_quote_words ON quote USING gin (to_tsvector('simple', key))",
            "DELETE FROM quote_vocabulary",
            f"INSERT INTO quote_vocabulary {_WORDS}",
        )

    def index_faults(self, raw: Any) -> list[str]:
        """An index on an expression agrees with its rows; it can be gone, or half made, and a
        word can be missing from the vocabulary. A number that would be given twice is found here
        too.
        """
        sql = (
            "SELECT i.indisvalid FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid"
            " WHERE c.relname = 'ix_quote_words' AND pg_table_is_visible(c.oid)"
        )
        found = self.rows(raw, sql, ())
        faults = [] if found == [(True,)] else ["the search index is gone or not complete"]
        if self.rows(raw, f"{_WORDS} EXCEPT SELECT word FROM quote_vocabulary LIMIT 1", ()):
            faults.append("the vocabulary of the search index lacks words")
        for (table,) in self.rows(raw, _NUMBERED, ()):
            sequence = f"pg_sequence_last_value(pg_get_serial_sequence('{table}', 'id')::regclass)"
            [(behind,)] = self.rows(
                raw, f'SELECT COALESCE(MAX(id), 0) > COALESCE({sequence}, 0) FROM "{table}"', ()
            )
            if behind:
                faults.append(f"the next {table} would get a number that is taken")
        return faults

    def stream(
        self, raw: Any, sql: str, parameters: Sequence[object], size: int
    ) -> Iterator[list[Row]]:
        """A cursor that stays on the server; there must be a transaction."""
        statement = sql.replace("%", "%%").replace("?", "%s")
        with raw.cursor(name="stream") as cursor:
            cursor.execute(statement, tuple(parameters))
            while rows := cursor.fetchmany(size):
                yield rows

    def hold_still(self, raw: Any) -> None:
        """The first statement of a transaction fixes what it sees."""
        raw.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")

    def refer_later(self, raw: Any) -> None:
        """COPY is one statement, and keys are looked at when it ends."""

    def by_bytes(self, column: str) -> str:
        """Not the order of the database's language."""
        return f'{column} COLLATE "C"'

    def ids_were_given(self, session: Any, table: str) -> None:
        """Let the sequence of the table go on after the greatest id, and never go back: a number
        that was given once is not another's.
        """
        from sqlalchemy import text

        session.execute(
            text(
                "SELECT setval(s, GREATEST(m, COALESCE(pg_sequence_last_value(s), 0))) FROM"
                " (SELECT pg_get_serial_sequence(:t, 'id')::regclass AS s,"
                f" GREATEST((SELECT max(id) FROM {table}),"
                " (SELECT max(high) FROM change WHERE fact = :t)) AS m) AS g WHERE m IS NOT NULL"
            ),
            {"t": table},
        )


def _lexeme(word: str, prefix: bool) -> str:
    """A word for to_tsquery to take to the letter, or as a beginning."""
    return "'" + word.replace("\\", "").replace("'", "") + "'" + (":*" if prefix else "")
