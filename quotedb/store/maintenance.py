"""Looking after a database: its form, its health, copies of it, what can be worked out again."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from quotedb.errors import BackendLacks, DatabaseMissing, InvalidValue, NotADatabase
from quotedb.facts import Attestation
from quotedb.store import migrating, queries, schema
from quotedb.store.backends import Backend, backend_for
from quotedb.store.database import Connection, Database, explained, form, open_database
from quotedb.text.fingerprint import digest, fingerprints
from quotedb.text.folding import fold
from quotedb.text.parts import joined, read

COUNTED = ("quote", "attestation", "source", "speaker", "relation", "review", "fingerprint")
REINDEX = "quotedb db reindex"
RESTORE = "quotedb db restore BACKUP"


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault: what it is, where, and how to mend it."""

    what: str
    where: str
    mend: str


def upgrade(url: str) -> str:
    """Bring a database to this program's form, making it if need be; says what was done."""
    backend = backend_for(url)
    with explained(backend):
        before = form(backend).revision
        if before == schema.HEAD:
            return f"{backend.shown} is up to date ({schema.HEAD})"
        keep = before is not None and backend.name == "sqlite"
        copy = migrating.upgrade(backend, keep_copy=keep)
    told = f"; as it was before: {copy}" if copy else ""
    return f"{backend.shown}: from {before or 'nothing'} to {schema.HEAD}{told}"


def downgrade(url: str, revision: str) -> str:
    """Take a database back to an earlier form, facts kept; says what was done.

    Raises:
        DatabaseMissing: there is none.
        UnknownName: there is no such revision.
    """
    backend = backend_for(url)
    with explained(backend):
        before = form(backend).revision
        if before is None:
            raise DatabaseMissing("there is no database to take back", where=backend.shown)
        copy = migrating.downgrade(backend, revision)
    told = f"; as it was before: {copy}" if copy else ""
    return f"{backend.shown}: from {before} to {revision}{told}"


def stats(database: Database) -> dict[str, int | str]:
    """How many of each fact there are, the database's form, and its size in bytes."""
    conn = database.connection()
    counts: dict[str, int | str] = {
        f"{table}s": conn.rows(f"SELECT COUNT(*) FROM {table}")[0][0] for table in COUNTED
    }
    counts["revision"] = schema.HEAD
    path = Path(database.backend.shown)
    if path.is_file():
        counts["bytes"] = path.stat().st_size
    return counts


def check(database: Database) -> list[Finding]:
    """All faults that can be found: pages, keys, offsets, fingerprints, index, form."""
    with explained(database.backend):
        return [*_integrity(database), *_words(database.connection()), *_index(database)]


def _integrity(database: Database) -> Iterator[Finding]:
    where = database.backend.shown
    for said in database.backend.integrity(database.connection().raw):
        yield Finding(said, where, RESTORE)


def _words(conn: Connection) -> Iterator[Finding]:
    """Keys and fingerprints against the words, and offsets against the stored texts."""
    expected: set[tuple[int, int]] = set()
    for number, text, key, key_hash in conn.rows("SELECT id, text, key, key_hash FROM quote"):
        if key != fold(text) or key_hash != digest(key):
            yield Finding("its folded key does not fit its words", f"quote {number}", REINDEX)
        expected.update((h, number) for h in fingerprints(key))
    kept = set(conn.rows("SELECT hash, quote_id FROM fingerprint"))
    for number in sorted({quote_id for _, quote_id in expected ^ kept}):
        yield Finding("its fingerprints do not fit its words", f"quote {number}", REINDEX)
    sources = "SELECT source_id, text FROM source_text ORDER BY source_id"
    for source_id, text in conn.rows(sources):
        for a in queries.attestations_of(conn, source_id):
            if a.start is not None and _printed(text, a) != a.exact:
                where = f"attestation {a.id}, source {source_id}"
                yield Finding("its words are not at its offsets", where, RESTORE)


def _printed(text: str, attestation: Attestation) -> str:
    """The words at an attestation's offsets."""
    parts = read(attestation.parts)
    return joined(text, parts) if parts else text[attestation.start : attestation.end]


def _index(database: Database) -> Iterator[Finding]:
    """The search index; SQLite looks at it by a statement that only a writer may give."""
    backend = database.backend
    raw = backend.connect("write")
    try:
        for said in backend.index_faults(raw):
            yield Finding(said, backend.shown, REINDEX)
    finally:
        raw.close()


def reindex(database: Database) -> int:
    """Work out again what is worked out: keys, fingerprints, search index.

    Returns:
        How many quotes were gone through.
    """
    from sqlalchemy import text

    from quotedb.store import writing

    ids = [number for (number,) in database.connection().rows("SELECT id FROM quote ORDER BY id")]
    with database.session(None) as session:
        for statement in database.backend.reindex_sql():
            session.connection().execute(text(statement))
        for number in ids:
            writing.refresh_quote(session, number)
        session.commit()
    return len(ids)


def backup(url: str, to: Path) -> None:
    """Copy a database to a file that is not there yet, also while others write.

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
        partial = to.with_name(f".{to.name}.{os.getpid()}.part")
        try:
            backend.copy_to(partial)
            partial.replace(to)
        finally:
            partial.unlink(missing_ok=True)


def restore(url: str, file: Path) -> Path | None:
    """Put a backup in a database's place.

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
    """Copy what is there beside it, and leave no log behind that would be played into the new."""
    place = Path(target.shown)
    number = 1
    while (aside := place.with_name(f"{place.name}-replaced-{number}")).exists():
        number += 1
    place.rename(aside)
    for ending in ("-wal", "-shm"):
        log = place.with_name(place.name + ending)
        if log.exists():
            log.rename(aside.with_name(aside.name + ending))
    return aside
