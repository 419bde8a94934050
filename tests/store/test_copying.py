"""A database copied to another of either kind: the same rows, and what was stopped goes on."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from quotedb import errors
from quotedb.facts import Attestation, Quote, Relation, Source, Speaker
from quotedb.store import copying, exporting, maintenance, writing
from quotedb.store.database import open_database

from .conftest import fill


class Stopped(Exception):
    """What ends a copy in these tests."""


@pytest.fixture
def both(tmp_path, empty_url):
    """A filled database and an empty place: SQLite beside each kind."""
    return str(tmp_path / "from.db"), empty_url


def make(url, quotes=30):
    """A database that has every kind of row, and texts that both kinds order differently."""
    maintenance.upgrade(url)
    database = open_database(url, mode="write")
    fill(database)
    with database.session() as session:
        who = writing.add_speaker(session, Speaker(name="Çiğdem Taş"))
        source, _ = writing.add_source(session, Source(content_hash="many", text="İ\n" * 40))
        last = 1
        for n in range(quotes):
            tags = ("zebra", "Apple", "älter", "a-b", "a b", "ab")[: n % 7]
            quote = Quote(
                text=f"Ölçü {n} 🐦 \u2028 {n * n}", speaker_id=who, tags=tags, said="1999"
            )
            number = writing.add_quote(session, quote)
            printed = Attestation(source=Source(), exact=quote.text, confidence=1 / (n + 3))
            writing.add_attestation(session, number, source, printed)
            writing.add_relation(session, Relation(number, "distinct", last, n / 7))
            last = number
        session.commit()
    database.close()


def facts(url):
    database = open_database(url, mode="read")
    try:
        return list(exporting.everything(database.connection()))
    finally:
        database.close()


def sound(url):
    database = open_database(url, mode="write")
    try:
        return maintenance.check(database) == []
    finally:
        database.close()


def test_there_and_back_again_every_fact_is_the_same(both, tmp_path):
    first, second = both
    make(first)
    there = copying.copy(first, second)
    assert facts(second) == facts(first)
    assert sound(second)
    third = str(tmp_path / "back.db")
    back = copying.copy(second, third)
    assert facts(third) == facts(first)
    assert [(one.table, one.rows, one.hash) for one in back] == [
        (one.table, one.rows, one.hash) for one in there
    ]
    assert {one.table: one.rows for one in there}["quote"] == 32


def test_what_follows_is_numbered_behind_the_copy(both):
    first, second = both
    make(first)
    copying.copy(first, second)
    database = open_database(second, mode="write")
    with database.session() as session:
        assert writing.add_quote(session, Quote(text="Something new.")) == 33
        assert writing.add_speaker(session, Speaker(name="Somebody New")) == 3
        session.commit()
    database.close()


def test_a_second_time_nothing_is_left_to_do(both):
    first, second = both
    make(first)
    copying.copy(first, second)
    assert sum(one.copied for one in copying.copy(first, second)) == 0


@pytest.mark.parametrize("stops", [1, 3, 9, 14, 30])
def test_a_copy_that_was_stopped_goes_on(both, stops, monkeypatch):
    first, second = both
    make(first)
    monkeypatch.setattr(copying, "BATCH", 7)
    batches = []

    def went(count):
        batches.append(count)
        if len(batches) == stops:
            raise Stopped

    with pytest.raises(Stopped):
        copying.copy(first, second, went=went)
    done = copying.copy(first, second)
    total = sum(one.rows for one in done)
    assert sum(one.copied for one in done) == total - sum(batches)
    assert facts(second) == facts(first)


def test_a_place_with_other_data_is_left_alone(both):
    first, second = both
    make(first)
    maintenance.upgrade(second)
    database = open_database(second, mode="write")
    with database.session() as session:
        writing.add_speaker(session, Speaker(name="Somebody Else"))
        session.commit()
    database.close()
    before = facts(second)
    for dry_run in (True, False):
        with pytest.raises(errors.DatabaseError, match="other data: 1 rows of speaker"):
            copying.copy(first, second, dry_run=dry_run)
    assert facts(second) == before


def test_a_copy_that_was_changed_since_is_other_data(both):
    first, second = both
    make(first)
    copying.copy(first, second)
    database = open_database(second, mode="write")
    with database.session() as session:
        session.connection().execute(text("UPDATE quote SET note = 'hm' WHERE id = 5"))
        session.commit()
    database.close()
    with pytest.raises(errors.DatabaseError, match="rows of quote"):
        copying.copy(first, second)


def test_a_copy_that_somebody_writes_to_meanwhile_is_not_called_the_same(both):
    first, second = both
    make(first)

    def went(_):
        database = open_database(second, mode="write")
        with database.session() as session:
            sql = "INSERT INTO tag (quote_id, name) SELECT MIN(id), 'theirs' FROM quote"
            if database.connection_of(session).rows("SELECT 1 FROM relation"):
                session.connection().execute(text(f"{sql} HAVING COUNT(*) > 0"))
                session.commit()
        database.close()

    with pytest.raises(errors.DatabaseError):
        copying.copy(first, second, went=went)


def test_what_is_written_to_the_source_meanwhile_is_not_in_the_copy(both):
    first, second = both
    make(first)
    before = facts(first)

    def went(_):
        database = open_database(first, mode="write")
        with database.session() as session:
            writing.add_speaker(session, Speaker(name="Late"))
            session.commit()
        database.close()

    copying.copy(first, second, went=went)
    assert facts(second) == before


def test_a_dry_run_counts_and_makes_nothing(both, tmp_path):
    first, _ = both
    make(first)
    target = tmp_path / "nowhere" / "to.db"
    told = copying.copy(first, str(target), dry_run=True)
    assert {one.table: one.copied for one in told}["quote"] == 32
    assert not target.parent.exists()


def test_a_database_is_not_copied_into_itself(tmp_path):
    make(str(tmp_path / "q.db"))
    with pytest.raises(errors.InvalidValue, match="itself"):
        copying.copy(str(tmp_path / "q.db"), f"sqlite:///{tmp_path}/./q.db")


def test_there_must_be_something_to_copy(tmp_path):
    with pytest.raises(errors.DatabaseMissing):
        copying.copy(str(tmp_path / "none.db"), str(tmp_path / "to.db"))
    assert not (tmp_path / "to.db").exists()
