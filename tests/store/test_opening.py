"""Opening: what is not a database of ours is refused by name and left byte for byte as it was."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3

import pytest

from quotedb import errors
from quotedb.store import maintenance, schema
from quotedb.store.backends import backend_for
from quotedb.store.database import open_database, rehearse

from .conftest import fill


@pytest.fixture
def sound(tmp_path):
    """A sound SQLite file, not in use, without a log beside it."""
    path = tmp_path / "sound.db"
    database = open_database(str(path), mode="write")
    fill(database)
    database.close()
    maintenance.backup(str(path), tmp_path / "copy.db")
    return tmp_path / "copy.db"


def fingerprint(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def change(path, *statements):
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        for statement in statements:
            connection.execute(statement)
    connection.close()


@pytest.mark.parametrize("mode", ["read", "write"])
@pytest.mark.parametrize(
    ("statements", "error"),
    [
        (["UPDATE alembic_version SET version_num = '0099'"], errors.DatabaseTooNew),
        (["DROP TABLE relation"], errors.DatabaseIncomplete),
        (["ALTER TABLE quote DROP COLUMN note"], errors.DatabaseIncomplete),
        (["UPDATE alembic_version SET version_num = '0001'"], errors.DatabaseIncomplete),
        (["DELETE FROM alembic_version"], errors.DatabaseIncomplete),
        (["DROP TABLE alembic_version"], errors.NotADatabase),
    ],
    ids=["later", "table gone", "column gone", "half up", "no form noted", "another program's"],
)
def test_refused_and_left_alone(sound, mode, statements, error):
    change(sound, *statements)
    before = fingerprint(sound)
    with pytest.raises(error) as raised:
        open_database(str(sound), mode=mode)
    assert str(sound) in str(raised.value)
    assert len(str(raised.value).splitlines()) == 1
    assert fingerprint(sound) == before
    assert not list(sound.parent.glob("copy.db-before*"))


@pytest.mark.parametrize("mode", ["read", "write"])
def test_a_text_file(tmp_path, mode):
    path = tmp_path / "diary.db"
    path.write_bytes(b"Dear diary")
    with pytest.raises(errors.NotADatabase, match="diary"):
        open_database(str(path), mode=mode)
    assert path.read_bytes() == b"Dear diary"


def test_a_folder(tmp_path):
    with pytest.raises(errors.NotADatabase, match="folder"):
        open_database(str(tmp_path), mode="write")


def test_a_damaged_file_has_an_error_of_ours(sound):
    data = bytearray(sound.read_bytes())
    data[200:40000] = b"\xff" * 39800
    sound.write_bytes(bytes(data))
    with pytest.raises(errors.DatabaseError):
        database = open_database(str(sound), mode="read")
        database.connection().rows("SELECT * FROM quote")


def test_reading_never_makes_a_file(tmp_path):
    path = tmp_path / "deep" / "quotes.db"
    with pytest.raises(errors.DatabaseMissing, match=str(path)):
        open_database(str(path), mode="read")
    assert not path.parent.exists()


def test_opening_for_writing_makes_it_only_when_something_is_written(tmp_path):
    path = tmp_path / "deep" / "quotes.db"
    database = open_database(str(path), mode="write")
    assert not path.exists()
    fill(database)
    database.close()
    assert path.exists()


def test_an_empty_file_is_room_for_a_database(tmp_path):
    path = tmp_path / "quotes.db"
    path.touch()
    with pytest.raises(errors.DatabaseMissing):
        open_database(str(path), mode="read")
    database = open_database(str(path), mode="write")
    fill(database)
    database.close()


@pytest.mark.parametrize("mode", ["read", "write"])
def test_a_file_that_is_behind_is_upgraded_with_a_copy_beside(sound, mode):
    maintenance.downgrade(str(sound), "0001")
    for old in sound.parent.glob("copy.db-before*"):
        old.unlink()
    database = open_database(str(sound), mode=mode)
    assert maintenance.stats(database)["quotes"] == 2
    assert maintenance.check(database) == []
    database.close()
    copy = sound.parent / f"copy.db-before-{schema.HEAD}"
    raw = backend_for(str(copy)).connect("read")
    assert raw.execute("SELECT version_num FROM alembic_version").fetchone() == ("0001",)
    raw.close()


def test_a_server_that_is_behind_or_empty_is_left_to_a_person(empty_url):
    if not empty_url.startswith("postgresql"):
        pytest.skip("files are upgraded by themselves")
    with pytest.raises(errors.DatabaseMissing, match="db upgrade"):
        open_database(empty_url, mode="write")
    maintenance.upgrade(empty_url)
    maintenance.downgrade(empty_url, "0001")
    with pytest.raises(errors.DatabaseBehind, match="db upgrade"):
        open_database(empty_url, mode="write")


def test_a_session_of_a_database_opened_for_reading(store_url):
    database = open_database(store_url, mode="read")
    with pytest.raises(errors.DatabaseReadOnly), database.session():
        pass
    database.close()


def test_a_connection_for_reading_refuses_to_write(database, filled):
    with pytest.raises(errors.DatabaseReadOnly):
        database.connection().rows("DELETE FROM tag RETURNING name")


def test_what_is_not_committed_is_taken_back(database):
    with database.session() as session:
        from quotedb.facts import Speaker
        from quotedb.store import writing

        writing.add_speaker(session, Speaker(name="Nobody"))
    assert maintenance.stats(database)["speakers"] == 0


def test_a_reader_reads_while_another_writes(sound):
    writer = open_database(str(sound), mode="write")
    reader = open_database(str(sound), mode="read")
    with writer.session() as session:
        from quotedb.facts import Speaker
        from quotedb.store import writing

        writing.add_speaker(session, Speaker(name="Somebody"))
        assert maintenance.stats(reader)["speakers"] == 1
        session.commit()
    assert maintenance.stats(reader)["speakers"] == 2
    reader.close()
    writer.close()


def test_a_rehearsal_keeps_nothing(store_url):
    first = open_database(store_url, mode="write")
    fill(first)
    before = maintenance.stats(first)
    first.close()
    rehearsal = rehearse(store_url)
    from quotedb.facts import Speaker
    from quotedb.store import writing

    with rehearsal.session() as session:
        writing.add_speaker(session, Speaker(name="Nobody"))
        session.commit()
    with rehearsal.session() as session:
        writing.add_speaker(session, Speaker(name="Taken back"))
    counted = rehearsal.connection().rows("SELECT name FROM speaker ORDER BY id")
    assert [name for (name,) in counted] == ["Prince Hamlet", "Nobody"]
    rehearsal.close()
    again = open_database(store_url, mode="read")
    assert maintenance.stats(again) | {"bytes": 0} == before | {"bytes": 0}
    again.close()


def test_a_rehearsal_on_a_file_that_is_behind_leaves_it_so(sound):
    maintenance.downgrade(str(sound), "0001")
    before = fingerprint(sound)
    rehearsal = rehearse(str(sound))
    assert maintenance.stats(rehearsal)["quotes"] == 2
    rehearsal.close()
    assert fingerprint(sound) == before


@pytest.mark.parametrize(
    ("said", "error"),
    [
        ("attempt to write a readonly database", errors.DatabaseReadOnly),
        ("unable to open database file", errors.DatabaseReadOnly),
        ("database or disk is full", errors.DatabaseFull),
        ("disk I/O error", errors.DatabaseFull),
        ("database is locked", errors.DatabaseBusy),
        ("database disk image is malformed", errors.DatabaseDamaged),
        ("something else", errors.DatabaseError),
    ],
)
def test_what_sqlite_says_in_our_words(tmp_path, said, error):
    backend = backend_for(str(tmp_path / "quotes.db"))
    ours = backend.failure(sqlite3.OperationalError(said))
    assert type(ours) is error
    assert ours.hint
    assert backend.failure(ValueError(said)) is None


def test_a_full_disk_keeps_what_was_there(sound):
    database = open_database(str(sound), mode="write")
    from quotedb.facts import Quote
    from quotedb.store import writing

    with pytest.raises(errors.DatabaseFull), database.session() as session:
        raw = database.connection_of(session).raw
        pages = raw.execute("PRAGMA page_count").fetchone()[0]
        raw.execute(f"PRAGMA max_page_count = {pages}")
        for number in range(1000):
            writing.add_quote(session, Quote(text=f"word {number} " * 200))
        session.commit()
    database.close()
    again = open_database(str(sound), mode="read")
    assert maintenance.stats(again)["quotes"] == 2
    assert maintenance.check(again) == []
    again.close()


def test_a_password_is_never_shown():
    backend = backend_for("postgresql+psycopg://ada:s3cret@127.0.0.1:1/quotes")
    assert "s3cret" not in backend.shown
    with pytest.raises(errors.DatabaseError) as raised:
        open_database(backend.url, mode="read")
    assert "s3cret" not in str(raised.value)
    assert "127.0.0.1" in str(raised.value)


@pytest.mark.parametrize("url", ["mysql://host/name", "http://example.org"])
def test_another_kind_of_database(url):
    with pytest.raises(errors.UnknownName, match="postgresql"):
        open_database(url, mode="read")


def test_a_log_without_its_database_is_no_database(sound):
    shutil.move(sound, sound.with_suffix(".moved"))
    with pytest.raises(errors.DatabaseMissing):
        open_database(str(sound), mode="read")
