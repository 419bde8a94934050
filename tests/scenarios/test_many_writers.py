"""Many processes write at once, on either database: nothing is lost, nothing doubled."""

from __future__ import annotations

import json
import sqlite3
import threading

import pytest
from sqlalchemy import text

from quotedb.store import maintenance
from quotedb.store.database import open_database

from .writers import OWN, SHARED, acknowledged, at_once, one_writer, say

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
    for words, _ in SHARED:
        outcomes = [one["outcome"] for one in told if one["text"] == words]
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


def test_readers_do_not_wait_for_a_writer(empty_url):
    maintenance.upgrade(empty_url)
    one_writer(empty_url, 0)
    database = open_database(empty_url, mode="write")
    with database.session() as session:
        session.connection().execute(text("UPDATE quote SET note = 'not yet'"))
        found = say(empty_url, "search", "alder", "--json")
        assert found.code == 0 and json.loads(found.out)
        assert "not yet" not in say(empty_url, "export").out
    database.close()


def test_an_export_is_taken_in_while_others_write(empty_url, tmp_path, monkeypatch):
    """Its facts keep their numbers as long as nobody else writes, and get new ones from then on."""
    from quotedb.actions import importing

    maintenance.upgrade(empty_url)
    first = str(tmp_path / "first.db")
    one_writer(first, 1)
    lines = tmp_path / "facts.jsonl"
    lines.write_text(say(first, "export").out, "utf-8")
    monkeypatch.setattr(importing, "BATCH", 4)
    monkeypatch.setattr(importing, "HELD", 0)
    asked, written = importing.Asked("jsonl"), []

    def raises(error):
        raise error

    def went(_):
        if len(written) < 3:
            words = f"A stranger's {len(written)} words of no export"
            written.append(say(empty_url, "add", words, "-s", "Otto Kern", "--lang", "en"))

    database = open_database(empty_url, mode="write")
    importing.import_file(database, str(lines), asked, raises, went)
    database.close()
    assert [heard.code for heard in written] == [0, 0, 0]
    held, expected = contents(empty_url), contents(first)
    strange = [row for row in held["quotes"] if "stranger" in row[0]]
    assert len(strange) == 3
    assert [row for row in held["quotes"] if row not in strange] == expected["quotes"]
    assert set(held["attestations"]) >= set(expected["attestations"])
    assert len(held["attestations"]) == len(expected["attestations"]) + 3
    assert faults(empty_url) == []


def test_what_is_changed_while_the_store_is_matched_is_left_for_the_next_time(empty_url):
    from quotedb.actions import dedupe
    from quotedb.facts import Quote
    from quotedb.store import writing

    maintenance.upgrade(empty_url)
    database = open_database(empty_url, mode="write")
    words = ("The mill stands where the river turns, and has done so for ages",
             "The ferry leaves when the bell rings, and never a minute before")  # fmt: skip
    with database.session() as session:
        for one in words:
            writing.add_quote(session, Quote(text=one, language="en"))
            writing.add_quote(session, Quote(text=f"{one}!", language="en"))
        session.commit()

    def went(_):
        other = open_database(empty_url, mode="write")
        with other.session() as session:
            session.connection().execute(
                text("UPDATE quote SET text = 'Something else', key = 'something else'"
                     " WHERE text LIKE 'The ferry%!'")
            )  # fmt: skip
            session.commit()
        other.close()

    counts = dedupe.dedupe(database, went=went)
    tied = database.connection().rows("SELECT quote_id, to_id FROM relation")
    assert counts["variant"] == len(tied) == 1
    assert set(tied[0]) == {1, 2}
    database.close()
