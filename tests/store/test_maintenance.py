"""Looking after a database: every planted fault is found, and backups come back."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from quotedb import errors
from quotedb.store import maintenance, runs
from quotedb.store.backends import Backend
from quotedb.store.database import open_database

from .conftest import fill


def plant(database, fault):
    """Do damage: by a statement, or by what is done on a connection."""
    with database.session() as session:
        if callable(fault):
            fault(database.connection_of(session))
        else:
            session.connection().execute(text(fault))
        session.commit()


def spare(quote_id):
    """A fingerprint too many."""
    return lambda conn: runs.add(conn, runs.of_pairs([(7, quote_id)]))


def test_nothing_is_found_in_a_sound_database(database, filled):
    assert maintenance.check(database) == []


FAULTS = [
    ("a key", "UPDATE quote SET key = 'other' WHERE id = 1", "key", True),
    ("a hash", "UPDATE quote SET key_hash = 7 WHERE id = 1", "key", True),
    ("fingerprints", "DELETE FROM fingerprint_block WHERE run_id = 1", "fingerprints", True),
    ("fingerprints too many", spare(1), "fingerprints", True),
    ("of no quote", spare(99), "fingerprints", True),
    (
        "a broken block",
        "UPDATE fingerprint_block SET quotes = substr(quotes, 1, 3)",
        "a block of fingerprints is broken",
        True,
    ),
    ("a name", "UPDATE speaker_name SET key = 'nobody' WHERE id = 1", "key", True),
    ("a day", "UPDATE quote SET said_latest = 7 WHERE id = 1", "days", True),
    ("no day", "UPDATE source SET issued_earliest = NULL", "days", True),
    ("offsets", "UPDATE attestation SET start_offset = 3 WHERE id = 1", "offsets", False),
    (
        "an index",
        "DROP INDEX ix_quote_status",
        "ix_quote_status of quote is missing",
        True,
    ),
    (
        "an index on what is worked out",
        "DROP INDEX ix_quote_said",
        "ix_quote_said of quote is missing",
        True,
    ),
    ("a column", "ALTER TABLE role ADD COLUMN rank TEXT", "rank of role should not", False),
    ("a table", "CREATE TABLE stray (id INTEGER PRIMARY KEY)", "the table stray should not", False),
]


@pytest.mark.parametrize(
    ("statement", "said", "mended"), [f[1:] for f in FAULTS], ids=[f[0] for f in FAULTS]
)
def test_a_fault_is_found_and_mended_where_it_can_be(database, filled, statement, said, mended):
    plant(database, statement)
    findings = maintenance.check(database)
    assert any(said in finding.what for finding in findings)
    assert all(finding.mend for finding in findings)
    assert maintenance.reindex(database) == 2
    assert bool(maintenance.check(database)) is not mended


def test_an_index_that_does_not_fit_is_found_and_made_again(tmp_path):
    database = open_database(str(tmp_path / "q.db"), mode="write")
    fill(database)
    plant(database, "INSERT INTO quote_words(rowid, key) VALUES (99, 'stray words')")
    assert any("index" in finding.what for finding in maintenance.check(database))
    maintenance.reindex(database)
    assert maintenance.check(database) == []
    database.close()


def test_a_servers_index_and_numbers_are_looked_at(database, filled):
    if database.backend.name == "sqlite":
        pytest.skip("SQLite numbers by itself")
    plant(database, "DROP INDEX ix_quote_words")
    plant(database, "SELECT setval(pg_get_serial_sequence('quote', 'id'), 1)")
    said = [finding.what for finding in maintenance.check(database)]
    assert said == [
        "the search index is gone or not complete",
        "the next quote would get a number that is taken",
    ]
    maintenance.reindex(database)
    assert maintenance.check(database) == []


def test_a_number_that_was_given_once_is_not_given_again(database, filled):
    if database.backend.name == "sqlite":
        pytest.skip("SQLite numbers by itself")
    plant(database, "SELECT setval(pg_get_serial_sequence('quote', 'id'), 50)")
    maintenance.reindex(database)
    assert database.connection().rows(
        "SELECT pg_sequence_last_value(pg_get_serial_sequence('quote', 'id')::regclass)"
    ) == [(50,)]


def test_faults_beyond_number_are_cut_short(database, filled, monkeypatch):
    from quotedb.store import health

    monkeypatch.setattr(health, "SHOWN", 2)
    plant(database, "UPDATE quote SET key = 'other'")
    plant(database, "UPDATE speaker_name SET key = 'other ' || id")
    told = [one for one in maintenance.check(database) if "the quotes" in one.where]
    assert [one.what for one in told] == ["and perhaps more"]


def test_a_backup_comes_back_and_what_was_there_is_kept(tmp_path):
    url = str(tmp_path / "q.db")
    database = open_database(url, mode="write")
    fill(database)
    maintenance.backup(url, tmp_path / "copy.db")
    plant(database, "DELETE FROM tag")
    database.close()
    aside = maintenance.restore(url, tmp_path / "copy.db")
    assert aside and aside.exists()
    again = open_database(url, mode="read")
    assert again.connection().rows("SELECT COUNT(*) FROM tag") == [(2,)]
    assert maintenance.check(again) == []
    again.close()
    old = open_database(str(aside), mode="read")
    assert old.connection().rows("SELECT COUNT(*) FROM tag") == [(0,)]
    old.close()


def test_a_backup_into_nothing(tmp_path):
    url = str(tmp_path / "q.db")
    database = open_database(url, mode="write")
    fill(database)
    database.close()
    maintenance.backup(url, tmp_path / "copy.db")
    assert maintenance.restore(str(tmp_path / "new" / "q.db"), tmp_path / "copy.db") is None


def test_a_backup_during_a_write_is_one_consistent_state(tmp_path):
    url = str(tmp_path / "q.db")
    database = open_database(url, mode="write")
    fill(database)
    with database.session() as session:
        session.connection().execute(text("DELETE FROM tag"))
        maintenance.backup(url, tmp_path / "copy.db")
        session.commit()
    database.close()
    copy = open_database(str(tmp_path / "copy.db"), mode="read")
    assert copy.connection().rows("SELECT COUNT(*) FROM tag") == [(2,)]
    assert maintenance.check(copy) == []
    copy.close()


def test_backups_that_cannot_be(tmp_path):
    url = str(tmp_path / "q.db")
    with pytest.raises(errors.DatabaseMissing):
        maintenance.backup(url, tmp_path / "copy.db")
    fill(database := open_database(url, mode="write"))
    database.close()
    (tmp_path / "there.db").write_text("precious")
    with pytest.raises(errors.InvalidValue, match="already"):
        maintenance.backup(url, tmp_path / "there.db")
    with pytest.raises(errors.InvalidValue, match="folder"):
        maintenance.backup(url, tmp_path / "no" / "copy.db")
    assert (tmp_path / "there.db").read_text() == "precious"


@pytest.mark.parametrize(
    "content", [None, b"", b"no database", b"SQLite format 3\x00" + b"\xff" * 5000]
)
def test_restoring_what_is_no_backup_changes_nothing(tmp_path, content):
    url = str(tmp_path / "q.db")
    fill(database := open_database(url, mode="write"))
    database.close()
    bad = tmp_path / "bad.db"
    if content is not None:
        bad.write_bytes(content)
    with pytest.raises(errors.DatabaseError):
        maintenance.restore(url, bad)
    again = open_database(url, mode="read")
    assert maintenance.stats(again)["quotes"] == 2
    again.close()
    assert not list(tmp_path.glob("*replaced*")) and not list(tmp_path.glob(".*"))


def test_a_server_is_backed_up_by_its_own_tools(store_url, tmp_path):
    if not store_url.startswith("postgresql"):
        pytest.skip("files are copied")
    with pytest.raises(errors.BackendLacks, match="pg_dump"):
        maintenance.backup(store_url, tmp_path / "copy.db")
    with pytest.raises(errors.BackendLacks, match="pg_restore"):
        maintenance.restore(store_url, tmp_path / "copy.db")


def test_a_backend_says_what_it_lacks():
    bare = Backend("nowhere://")
    for method, arguments in (
        (bare.exists, ()), (bare.connect, ("read",)), (bare.engine, ()), (bare.shape, (None,)),
        (bare.rows, (None, "", ())), (bare.matching, (None, [], None)), (bare.copy_to, (None,)),
        (bare.integrity, (None,)), (bare.reindex_sql, ()), (bare.vocabulary, (None, 1, "")),
    ):  # fmt: skip
        with pytest.raises(errors.BackendLacks, match="the backend"):
            method(*arguments)
