"""Bringing a database from one form to another, by Alembic, in one transaction."""

from __future__ import annotations

import os
import warnings
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quotedb.errors import UnknownName
from quotedb.store import schema
from quotedb.store.backends import Backend

if TYPE_CHECKING:
    from alembic.config import Config
    from sqlalchemy import Connection, Index


def upgrade(backend: Backend, *, keep_copy: bool = False, dry_run: bool = False) -> Path | None:
    """Bring a database to this program's form; all of it or nothing is done.

    Args:
        backend: where it is.
        keep_copy: copy the file to `NAME-before-REVISION` first.
        dry_run: take all of it back in the end, and make no copy.

    Returns:
        The copy, if one was made.
    """
    from alembic import command

    copies: list[Path | None] = [None]

    def work(connection: Connection) -> None:
        # Another process may have done it while this one waited for the right to write.
        if keep_copy and not dry_run and _revision(connection) != schema.HEAD:
            copies[0] = _copy_aside(backend)
        command.upgrade(config_for(connection), "head")

    _in_one_transaction(backend, work, dry_run=dry_run)
    return copies[0]


def downgrade(backend: Backend, revision: str, *, dry_run: bool = False) -> Path | None:
    """Take a database back to an earlier form, a copy of the file kept beside it.

    Raises:
        UnknownName: there is no such revision.
    """
    from alembic import command

    if revision not in schema.REVISIONS:
        known = ", ".join(schema.REVISIONS)
        raise UnknownName(f"there is no revision {revision!r}", hint=f"Known: {known}")
    copy = _copy_aside(backend) if backend.name == "sqlite" and not dry_run else None
    _in_one_transaction(
        backend,
        lambda connection: command.downgrade(config_for(connection), revision),
        dry_run=dry_run,
    )
    return copy


def config_for(connection: object) -> Config:
    """Alembic's configuration for a connection: the tree of migrations, wherever it is kept."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(scripts()).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def scripts() -> Path:
    """The folder of migrations: in the package as installed, beside it in the repository."""
    package = Path(__file__).parent.parent
    inside = package / "migrations"
    return inside if inside.is_dir() else package.parent / "migrations"


INTERNAL = ("quote_words", "quote_vocabulary", "alembic_version")
"""Tables that no model has: the search index of SQLite, and the note of the form."""


def drift(backend: Backend) -> list[str]:
    """What of the tables, columns, keys and indexes is not as the models say; only read."""
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext
    from sqlalchemy import create_engine
    from sqlalchemy.pool import NullPool
    from sqlmodel import SQLModel

    import quotedb.store.tables  # noqa: F401  declares them

    url = backend.engine().url
    engine = create_engine(url, creator=lambda: backend.connect("read"), poolclass=NullPool)
    with engine.connect() as connection, warnings.catch_warnings():
        # SQLAlchemy cannot read those of SQLite: here all are known by their names.
        warnings.filterwarnings("ignore", ".*expression-based index")
        context = MigrationContext.configure(connection, opts={"include_name": _is_modelled})
        changes = compare_metadata(context, SQLModel.metadata)
        missing = missing_indexes(backend, connection.connection.driver_connection)
    engine.dispose()
    told = dict.fromkeys(_told(change) for change in changes)
    return list(told | dict.fromkeys(_told(("add_index", index)) for index in missing))


def missing_indexes(backend: Backend, raw: Any) -> list[Index]:  # noqa: ANN401 - a driver's
    """The indexes of the models that the database has not."""
    from sqlmodel import SQLModel

    import quotedb.store.tables  # noqa: F401  declares them

    there = backend.indexes(raw)
    tables = SQLModel.metadata.sorted_tables
    known = [index for table in tables for index in table.indexes]
    return sorted((i for i in known if i.name not in there), key=lambda i: str(i.name))


def _is_modelled(name: str | None, kind: str, _: object) -> bool:
    """Whether a table or index is one that models know; PostgreSQL's search index is not."""
    return not (
        kind in ("table", "index") and (name or "").startswith((*INTERNAL, "ix_quote_words"))
    )


def _told(change: Sequence[Any]) -> str:
    """A difference as Alembic tells it (`add_index`, and what), in words."""
    if isinstance(change, list):
        what, _, table, column = change[0][:4]
        return f"{what.removeprefix('modify_')} of the column {table}.{column} is another"
    does, kind = change[0].split("_", 1)
    thing = change[-1]
    owner = change[2] if kind == "column" else getattr(getattr(thing, "table", None), "name", None)
    place = f" of {owner}" if owner else ""
    state = "is missing" if does == "add" else "should not be there"
    name = thing.name or ", ".join(column.name for column in thing.columns)
    return f"the {kind} {name}{place} {state}"


def _revision(connection: Connection) -> str | None:
    """The form of a database that has one."""
    row = connection.exec_driver_sql("SELECT version_num FROM alembic_version").first()
    return row[0] if row else None


def _in_one_transaction(
    backend: Backend, work: Callable[[Connection], None], *, dry_run: bool
) -> None:
    engine = backend.engine()
    try:
        with engine.connect() as connection, connection.begin() as transaction:
            work(connection)
            if dry_run:
                transaction.rollback()
    finally:
        engine.dispose()


def _copy_aside(backend: Backend) -> Path | None:
    place = Path(backend.shown)
    for number in range(1, 1000):
        suffix = f"-before-{schema.HEAD}" + (f"-{number}" if number > 1 else "")
        copy = place.with_name(place.name + suffix)
        if not copy.exists():
            partial = copy.with_name(f".{copy.name}.{os.getpid()}.part")
            try:
                backend.copy_to(partial)
                partial.replace(copy)
            finally:
                partial.unlink(missing_ok=True)
            return copy
    return None
