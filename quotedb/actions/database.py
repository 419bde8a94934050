"""The database itself: where it is, its form, its health, copies of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from quotedb import settings
from quotedb.actions import opening
from quotedb.errors import DatabaseDamaged
from quotedb.store import maintenance
from quotedb.store.backends import backend_for
from quotedb.store.health import RESTORE


def path(db: str | None) -> str:
    """Where the database is, or would be; never with a password."""
    return backend_for(settings.load(db).db).shown


def upgrade(db: str | None, *, dry_run: bool = False) -> str:
    """Bring the database to this program's form; says what was done."""
    return maintenance.upgrade(settings.load(db).db, dry_run=dry_run)


def downgrade(db: str | None, revision: str, *, dry_run: bool = False) -> str:
    """Take the database back to an earlier form; says what was done."""
    return maintenance.downgrade(settings.load(db).db, revision, dry_run=dry_run)


def check(db: str | None) -> list[dict[str, Any]]:
    """The faults of the database, each with `what`, `where` and `mend`."""
    try:
        with opening.reading(db) as database:
            found = maintenance.check(database)
    except DatabaseDamaged as error:  # so much that it cannot even be opened
        found = [maintenance.Finding(error.what, error.where or "", RESTORE)]
    return [asdict(finding) for finding in found]


def backup(db: str | None, to: Path, *, dry_run: bool = False) -> str:
    """Copy the database to a new file; says what was done."""
    maintenance.backup(settings.load(db).db, to, dry_run=dry_run)
    return f"copied to {to}"


def restore(db: str | None, file: Path, *, dry_run: bool = False) -> str:
    """Put a backup in the database's place; says what was done."""
    aside = maintenance.restore(settings.load(db).db, file, dry_run=dry_run)
    return f"restored from {file}" + (f"; what was there is kept as {aside}" if aside else "")


def copy(
    source: str, target: str, *, dry_run: bool, went: Callable[[int], None] = lambda _: None
) -> list[dict[str, Any]]:
    """Copy a database into another; each table with its rows, those copied now, and a hash."""
    from quotedb.store import copying

    return [asdict(one) for one in copying.copy(source, target, dry_run=dry_run, went=went)]


def stats(db: str | None) -> dict[str, int | str]:
    """How much the database holds."""
    with opening.reading(db) as database:
        return maintenance.stats(database)


def reindex(db: str | None, *, dry_run: bool = False) -> str:
    """Work out again what can be; says what was done."""
    with opening.writing(db, dry_run=dry_run) as database:
        return f"{maintenance.reindex(database)} quotes gone through"
