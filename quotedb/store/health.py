"""What can be wrong with a database, and how each of it is mended.

All of it is looked at in one state of the database, whoever writes meanwhile, and in memory that
grows with the fingerprints alone (some 70 bytes each).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from quotedb.errors import DatabaseError
from quotedb.facts import Attestation
from quotedb.store import migrating, queries, runs
from quotedb.store.backends import Row
from quotedb.store.database import Connection, Database, explained
from quotedb.text.dates import parse_edtf
from quotedb.text.fingerprint import digest
from quotedb.text.folding import fold
from quotedb.text.parts import joined, read

if TYPE_CHECKING:
    import numpy as np

    Postings = np.ndarray[Any, np.dtype[np.int64]]

REINDEX = "quotedb db reindex"
RESTORE = "quotedb db restore BACKUP"
BATCH = 20_000
BLOCKS = 256
SHOWN = 1000
"""Faults of one kind that are told one by one."""

DATED = (
    ("quote", "said", "said_earliest", "said_latest"),
    ("attestation", "said", "said_earliest", "said_latest"),
    ("source", "issued", "issued_earliest", None),
)


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault: what it is, where, and how to mend it."""

    what: str
    where: str
    mend: str


def check(database: Database) -> list[Finding]:
    """All faults that can be found: pages and keys, the form, folded keys, days, fingerprints,
    offsets, and the search index.

    A part of a file that cannot be read is a fault, not an error.
    """
    backend = database.backend
    database.connection()
    with explained(backend):
        conn = Connection(backend, backend.connect("read"))
    looks: tuple[tuple[str, Callable[[], Iterable[Finding]]], ...] = (
        ("the keys of rows", lambda: _integrity(conn)),
        ("the form", lambda: _form(database)),
        ("the quotes", lambda: _keys(conn)),
        ("the dates", lambda: _days(conn)),
        ("the fingerprints", lambda: _fingerprints(conn)),
        ("the offsets", lambda: _offsets(conn)),
        ("the search index", lambda: _index(database)),
    )
    try:
        with explained(backend):
            backend.hold_still(conn.raw)
        return [finding for name, look in looks for finding in _seen(name, conn, look)]
    finally:
        conn.raw.close()


def _seen(name: str, conn: Connection, look: Callable[[], Iterable[Finding]]) -> list[Finding]:
    """What is found, and last that no more of it could be read."""
    found: list[Finding] = []
    try:
        with explained(conn.backend):
            for finding in look():
                found.append(finding)
                if len(found) == SHOWN:
                    where = f"{name} of {conn.backend.shown}"
                    return [*found, Finding("and perhaps more", where, finding.mend)]
    except DatabaseError as error:
        what = f"{name} cannot be read: {error.what}"
        found.append(Finding(what, conn.backend.shown, RESTORE))
    return found


def _integrity(conn: Connection) -> Iterator[Finding]:
    for said in conn.backend.integrity(conn.raw):
        yield Finding(said, conn.backend.shown, RESTORE)


def _form(database: Database) -> Iterator[Finding]:
    """The tables, columns, keys and indexes against the models."""
    for said in migrating.drift(database.backend):
        what = f"its form is not that of this program: {said}"
        lost = said.startswith("the index") and said.endswith("missing")
        yield Finding(what, database.backend.shown, REINDEX if lost else RESTORE)


def _keys(conn: Connection) -> Iterator[Finding]:
    for number, _, _ in wrong_keys(conn):
        yield Finding("its folded key does not fit its words", f"quote {number}", REINDEX)
    for number, _, speaker_id in wrong_names(conn):
        where = f"speaker {speaker_id}, name {number}"
        yield Finding("its folded key does not fit the name", where, REINDEX)


def wrong_keys(conn: Connection) -> Iterator[tuple[int, str, int]]:
    """The quotes whose key or its hash does not fit the words: id, right key, right hash."""
    for rows in _stream(conn, "SELECT id, text, key, key_hash FROM quote ORDER BY id"):
        for number, text, key, key_hash in rows:
            right = fold(text)
            if (key, key_hash) != (right, digest(right)):
                yield number, right, digest(right)


def wrong_names(conn: Connection) -> Iterator[tuple[int, str, int]]:
    """The names whose key does not fit: id, right key, and whose it is."""
    for rows in _stream(conn, "SELECT id, text, key, speaker_id FROM speaker_name ORDER BY id"):
        for number, text, key, speaker_id in rows:
            if key != fold(text):
                yield number, fold(text), speaker_id


def _days(conn: Connection) -> Iterator[Finding]:
    for table, number, _ in wrong_days(conn):
        yield Finding("its days do not fit its date", f"{table} {number}", REINDEX)


def wrong_days(conn: Connection) -> Iterator[tuple[str, int, dict[str, int | None]]]:
    """The rows whose first and last day are not those of the date: table, id, right days."""
    for table, date, first, last in DATED:
        names = [name for name in (first, last) if name]
        sql = f"SELECT id, {date}, {', '.join(names)} FROM {table} ORDER BY id"
        for rows in _stream(conn, sql):
            for number, written, *days in rows:
                right = _bounds(written)[: len(names)]
                if tuple(days) != right:
                    yield table, number, dict(zip(names, right, strict=True))


def _bounds(written: str | None) -> tuple[int | None, int | None]:
    if not written:
        return None, None
    date = parse_edtf(written)
    return date.earliest, date.latest


def _fingerprints(conn: Connection) -> Iterator[Finding]:
    missing, extra = wrong_fingerprints(conn)
    for number in sorted({*missing[:, 1].tolist(), *extra[:, 1].tolist()}):
        yield Finding("its fingerprints do not fit its words", f"quote {number}", REINDEX)


def wrong_fingerprints(conn: Connection) -> tuple[Postings, Postings]:
    """The fingerprints (hash, quote) that are not there, and those that should not be."""
    import numpy as np

    expected = _sorted(_expected(conn))
    kept = _sorted(
        np.stack((np.asarray(some.hashes), np.asarray(some.quotes)), axis=1)
        for some in runs.every(conn, BLOCKS)
    )
    if np.array_equal(expected, kept):
        return expected[:0], kept[:0]
    pair = np.dtype([("hash", np.int64), ("quote", np.int64)])
    one, other = expected.view(pair).ravel(), kept.view(pair).ravel()
    return expected[~np.isin(one, other)], kept[~np.isin(other, one)]


def _expected(conn: Connection) -> Iterator[Postings]:
    """The fingerprints of the stored keys."""
    import numpy as np

    from quotedb.text.sketching import sketch

    for rows in keys(conn):
        found = sketch([key for _, key in rows])
        owner = np.array([number for number, _ in rows], dtype=np.int64)[found.place]
        yield np.stack((found.hash.astype(np.int64), owner), axis=1)


def keys(conn: Connection) -> Iterator[list[Row]]:
    """The ids and folded keys of all quotes, some at a time."""
    return _stream(conn, "SELECT id, key FROM quote ORDER BY id")


def _sorted(parts: Iterator[Postings]) -> Postings:
    import numpy as np

    whole = np.concatenate([np.empty((0, 2), dtype=np.int64), *parts])
    return np.ascontiguousarray(whole[np.lexsort((whole[:, 1], whole[:, 0]))])


def _offsets(conn: Connection) -> Iterator[Finding]:
    """Offsets against the stored texts."""
    sources = conn.rows("SELECT source_id FROM source_text ORDER BY source_id")
    for (source_id,) in sources:
        sql = "SELECT text FROM source_text WHERE source_id = ?"
        [(text,)] = conn.rows(sql, (source_id,))
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


def _stream(conn: Connection, sql: str) -> Iterator[list[Row]]:
    return conn.backend.stream(conn.raw, sql, (), BATCH)
