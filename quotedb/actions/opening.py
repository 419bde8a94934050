"""Opening the database that the user means, for as long as an action takes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from quotedb import settings
from quotedb.store.database import Database, open_database, rehearse


@contextmanager
def reading(db: str | None = None) -> Iterator[Database]:
    """A database that is only read; none is made.

    Args:
        db: URL or path; the settings' one when None.

    Raises:
        DatabaseMissing: there is none yet, and where it would be.
    """
    database = open_database(settings.load(db).db, mode="read")
    try:
        yield database
    finally:
        database.close()


@contextmanager
def writing(db: str | None = None, *, dry_run: bool = False) -> Iterator[Database]:
    """A database that may be written: made or upgraded when needed.

    Args:
        db: URL or path; the settings' one when None.
        dry_run: do everything the same way and take all of it back at the end; a database
            that is not there yet is not made.
    """
    url = settings.load(db).db
    database = rehearse(url) if dry_run else open_database(url, mode="write")
    try:
        yield database
    finally:
        database.close()
