"""Many processes write at once, on either database: nothing is lost, nothing doubled."""

from __future__ import annotations

import sqlite3
import threading

import pytest

from quotedb.store import maintenance
from quotedb.store.database import open_database

from .writers import OWN, SHARED, acknowledged, at_once, one_writer

WRITERS = 8

CONTENTS = {
    "quotes": "SELECT text FROM quote",
    "speakers": "SELECT name FROM speaker",
    "names": "SELECT key FROM speaker_name",
    "sources": "SELECT content_hash FROM source",
    "attestations": "SELECT s.content_hash, a.exact FROM attestation a"
    " JOIN source s ON s.id = a.source_id",
    "roles": "SELECT p.name, r.title FROM role r JOIN speaker p ON p.id = r.speaker_id",
}


def contents(url):
    """What a database holds, without numbers: they say in which order it came."""
    database = open_database(url, mode="read")
    try:
        conn = database.connection()
        return {name: sorted(conn.rows(sql)) for name, sql in CONTENTS.items()}
    finally:
        database.close()


def faults(url):
    database = open_database(url, mode="read")
    try:
        return maintenance.check(database)
    finally:
        database.close()


def there(url):
    """The quotes and attestations of a database, as numbers."""
    database = open_database(url, mode="read")
    try:
        return set(database.connection().rows("SELECT quote_id, id FROM attestation"))
    finally:
        database.close()


def test_many_at_once_write_what_one_after_the_other_would(empty_url, tmp_path):
    if empty_url.startswith("postgresql"):
        maintenance.upgrade(empty_url)  # a server's database is made by a person
    heard = at_once(empty_url, WRITERS)
    assert [(h.code, h.err) for h in heard if h.code] == []
    assert not any("locked" in h.err for h in heard)

    alone = str(tmp_path / "alone.db")
    for number in range(WRITERS):
        one_writer(alone, number)
    assert contents(empty_url) == contents(alone)
    assert faults(empty_url) == []

    told = acknowledged(heard)
    assert {(one["quote"], one["attestation"]) for one in told if one["attestation"]} == there(
        empty_url
    )
    own = [one for one in told if any(f"Under the {word} tree" in one["text"] for word in OWN)]
    assert len({one["attestation"] for one in own}) == 3 * WRITERS
    for text, _ in SHARED:
        outcomes = [one["outcome"] for one in told if one["text"] == text]
        assert sorted(outcomes) == ["known"] * (WRITERS - 1) + ["new"]


def test_an_old_file_is_upgraded_once_however_many_open_it(tmp_path):
    url = str(tmp_path / "old.db")
    one_writer(url, 0)
    maintenance.downgrade(url, "0003")
    copies = set(tmp_path.glob("old.db-before-*"))
    heard = at_once(url, 4)
    assert [(h.code, h.err) for h in heard if h.code] == []
    assert len(set(tmp_path.glob("old.db-before-*")) - copies) == 1
    assert faults(url) == []


def test_several_make_a_servers_database_at_once(empty_url):
    told, threads = [], []
    for _ in range(4):
        threads.append(threading.Thread(target=lambda: told.append(maintenance.upgrade(empty_url))))
        threads[-1].start()
    for thread in threads:
        thread.join()
    assert len(told) == 4
    assert faults(empty_url) == []


def test_a_writer_waits_for_another_and_says_so_only_in_the_end(tmp_path, monkeypatch):
    from quotedb import errors
    from quotedb.store.backends import sqlite

    url = str(tmp_path / "q.db")
    one_writer(url, 0)
    holder = sqlite3.connect(url, isolation_level=None, check_same_thread=False)
    holder.execute("BEGIN IMMEDIATE")
    database = open_database(url, mode="write")
    monkeypatch.setattr(sqlite, "BUSY_SECONDS", 0.01)
    monkeypatch.setattr(sqlite, "PATIENCE", 0.1)
    with pytest.raises(errors.DatabaseBusy), database.session() as session:
        session.connection()
    monkeypatch.setattr(sqlite, "PATIENCE", 60)
    threading.Timer(0.3, lambda: holder.execute("ROLLBACK")).start()
    with database.session() as session:
        session.connection()
    database.close()
    holder.close()
