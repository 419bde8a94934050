"""Looking after a database: its form, its health, copies of it, what can be worked out again."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from quotedb.errors import (
    BackendLacks,
    DatabaseDamaged,
    DatabaseMissing,
    InvalidValue,
    NotADatabase,
)
from quotedb.store import fingerprinting, health, migrating, runs, schema
from quotedb.store.backends import Backend, backend_for
from quotedb.store.database import Connection, Database, explained, form, open_database
from quotedb.store.health import Finding as Finding
from quotedb.store.health import check as check

if TYPE_CHECKING:
    from sqlmodel import Session

COUNTED = ("quote", "attestation", "source", "speaker", "relation", "review")


def upgrade(url: str, *, dry_run: bool = False) -> str:
    """Bring a database to this program's form, making it if need be; says what was done.

    Args:
        url: of the database.
        dry_run: do it all, and take all of it back; one that is not there is not made.
    """
    backend = backend_for(url)
    with explained(backend):
        before = form(backend).revision
        if before == schema.HEAD:
            return f"{backend.shown} is up to date ({schema.HEAD})"
        keep = before is not None and backend.name == "sqlite"
        made = before is not None or backend.name != "sqlite"
        copy = None
        if made or not dry_run:
            copy = migrating.upgrade(backend, keep_copy=keep, dry_run=dry_run)
    told = f"; as it was before: {copy}" if copy else ""
    return f"{backend.shown}: from {before or 'nothing'} to {schema.HEAD}{told}"


def downgrade(url: str, revision: str, *, dry_run: bool = False) -> str:
    """Take a database back to an earlier form, with what that has room for; says what was done.

    Args:
        url: of the database.
        revision: of the form.
        dry_run: do it all, and take all of it back.

    Raises:
        DatabaseMissing: there is none.
        UnknownName: there is no such revision.
    """
    backend = backend_for(url)
    with explained(backend):
        before = form(backend).revision
        if before is None:
            raise DatabaseMissing("there is no database to take back", where=backend.shown)
        copy = migrating.downgrade(backend, revision, dry_run=dry_run)
    told = f"; as it was before: {copy}" if copy else ""
    return f"{backend.shown}: from {before} to {revision}{told}"


def stats(database: Database) -> dict[str, int | str]:
    """How many of each fact there are, the database's form, and its size in bytes."""
    conn = database.connection()
    counts: dict[str, int | str] = {
        f"{table}s": conn.rows(f"SELECT COUNT(*) FROM {table}")[0][0] for table in COUNTED
    }
    counts["fingerprints"] = runs.count(conn)
    counts["revision"] = schema.HEAD
    path = Path(database.backend.shown)
    if path.is_file():
        counts["bytes"] = path.stat().st_size
    return counts


def reindex(database: Database) -> int:
    """Work out again what is worked out: keys, days, fingerprints, indexes, numbering.

    Only what is wrong is written, all of it in one transaction.

    Returns:
        How many quotes were gone through.
    """
    from sqlalchemy import text

    with database.session() as session:
        conn, execute = database.connection_of(session), session.connection().execute
        for statement in database.backend.reindex_sql():
            execute(text(statement))
        for index in migrating.missing_indexes(database.backend, conn.raw):
            index.create(session.connection())
        keys = "UPDATE quote SET key = :key, key_hash = :hash WHERE id = :id"
        for number, key, key_hash in list(health.wrong_keys(conn)):
            execute(text(keys), {"key": key, "hash": key_hash, "id": number})
        for number, key, _ in list(health.wrong_names(conn)):
            name = "UPDATE speaker_name SET key = :key WHERE id = :id"
            execute(text(name), {"key": key, "id": number})
        for table, number, days in list(health.wrong_days(conn)):
            told = ", ".join(f"{day} = :{day}" for day in days)
            execute(text(f"UPDATE {table} SET {told} WHERE id = :id"), {**days, "id": number})
        _mend_fingerprints(conn)
        numbered(session, database.backend)
        [(count,)] = conn.rows("SELECT COUNT(*) FROM quote")
        session.commit()
    return int(count)


def _mend_fingerprints(conn: Connection) -> None:
    """Make all of them again where any is wrong."""
    try:
        if not any(map(len, health.wrong_fingerprints(conn))):
            return
    except DatabaseDamaged:  # what cannot be read is made again too
        pass
    runs.clear(conn)
    for some in health.keys(conn):
        fingerprinting.keep(conn, [key for _, key in some], [number for number, _ in some])


def numbered(session: Session, backend: Backend) -> None:
    """Let new rows of every table be numbered after those that are there."""
    for table, columns in schema.REVISIONS[schema.HEAD].items():
        if "id" in columns:
            backend.ids_were_given(session, table)


def backup(url: str, to: Path, *, dry_run: bool = False) -> None:
    """Copy a database to a file that is not there yet, also while others write.

    Args:
        url: of the database.
        to: the file.
        dry_run: only see that it can be done.

    Raises:
        InvalidValue: the file is there already.
        BackendLacks: a server's database, which the server's own tools copy.
    """
    backend = backend_for(url)
    if to.exists():
        raise InvalidValue("the file is there already", where=str(to), hint="Name a new one")
    if not to.parent.is_dir():
        raise InvalidValue("no such folder", where=str(to.parent), hint="Make it first")
    with explained(backend):
        open_database(url, mode="read").close()
        if dry_run and backend.name == "sqlite":
            return
        partial = to.with_name(f".{to.name}.{os.getpid()}.part")
        try:
            backend.copy_to(partial)
            partial.replace(to)
        finally:
            partial.unlink(missing_ok=True)


def restore(url: str, file: Path, *, dry_run: bool = False) -> Path | None:
    """Put a backup in a database's place, in one step: until then what was there is there.

    Args:
        url: of the database.
        file: the backup.
        dry_run: only see that it can be done.

    Returns:
        Where what was there before is kept, if there was anything.

    Raises:
        DatabaseMissing: no such backup.
        NotADatabase: the backup is none, or is damaged.
    """
    target, source = backend_for(url), backend_for(str(file))
    if target.name != "sqlite":
        raise BackendLacks(f"{target.name} is restored by the server's own tools (pg_restore)")
    with explained(source):
        _see_that_it_is_sound(source)
    place = Path(target.shown)
    if dry_run:
        return _free(place) if target.exists() else None
    place.parent.mkdir(parents=True, exist_ok=True)
    partial = place.with_name(f".{place.name}.{os.getpid()}.part")
    with explained(target):
        try:
            source.copy_to(partial)
            aside = _put_aside(target) if target.exists() else None
            partial.replace(place)
        finally:
            partial.unlink(missing_ok=True)
    return aside


def _see_that_it_is_sound(source: Backend) -> None:
    if form(source).revision is None:
        raise DatabaseMissing("there is no backup", where=source.shown, hint="Name another file")
    raw = source.connect("read")
    try:
        wrong = source.integrity(raw)
    finally:
        raw.close()
    if wrong:
        raise NotADatabase(f"the backup is damaged: {wrong[0]}", where=source.shown)


def _put_aside(target: Backend) -> Path:
    """Keep what is there beside it too, and leave no log that would be played into the new."""
    place = Path(target.shown)
    aside = _free(place)
    target.fold_log()
    try:
        os.link(place, aside)
    except OSError:  # a file system without links
        shutil.copy2(place, aside)
    for ending in ("-wal", "-shm"):
        log = place.with_name(place.name + ending)
        if log.exists():
            log.rename(aside.with_name(aside.name + ending))
    return aside


def _free(place: Path) -> Path:
    """A name beside a file that nothing has."""
    number = 1
    while (aside := place.with_name(f"{place.name}-replaced-{number}")).exists():
        number += 1
    return aside
