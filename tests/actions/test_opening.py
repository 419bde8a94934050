"""Opening: reading makes nothing, a dry run leaves no trace, writing makes what it needs."""

from __future__ import annotations

import hashlib

import pytest

from quotedb.actions import add as adding
from quotedb.actions import database, opening
from quotedb.actions.add import Entry
from quotedb.actions.search import query, search
from quotedb.actions.sources import Description
from quotedb.errors import DatabaseMissing, DatabaseReadOnly

from .conftest import BELL, LAMPS


def record(store, text):
    return adding.add(store, Entry(text, "Ada Quill"), Description(outlet="The Bugle"))[0]


def traces(folder):
    """Every file of a folder with what is in it, but for the logs of an open database."""
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.iterdir()
        if not path.name.endswith(("-wal", "-shm"))
    }


@pytest.fixture
def filled(file):
    with opening.writing(str(file)) as store:
        record(store, LAMPS)
    return file


def test_reading_what_is_not_there_makes_nothing_and_says_where_it_would_be(file):
    with pytest.raises(DatabaseMissing, match=r"quotes\.db"), opening.reading(str(file)):
        pass
    assert not file.parent.exists()


def test_writing_makes_nothing_until_something_is_written(file):
    with opening.writing(str(file)):
        assert not file.exists()
    assert not file.exists()


def test_folders_are_made_with_the_database(tmp_path):
    deep = tmp_path / "a" / "b" / "quotes.db"
    with opening.writing(str(deep)) as store:
        record(store, LAMPS)
    assert deep.exists()


def test_what_is_opened_for_reading_cannot_be_written(filled):
    before = traces(filled.parent)
    with opening.reading(str(filled)) as store, pytest.raises(DatabaseReadOnly):
        record(store, BELL)
    assert traces(filled.parent) == before


def test_a_dry_run_sees_what_it_did_and_leaves_no_trace(filled):
    before = traces(filled.parent)
    with opening.writing(str(filled), dry_run=True) as store:
        assert record(store, BELL).quote == 2
        assert record(store, BELL).attestation is None, "it is there already"
        assert len(search(store, query())) == 2
    assert traces(filled.parent) == before
    with opening.reading(str(filled)) as store:
        assert len(search(store, query())) == 1


def test_a_dry_run_without_a_database_makes_none(file):
    with opening.writing(str(file), dry_run=True) as store:
        assert record(store, LAMPS).outcome == "new"
    assert not file.parent.exists()


def test_a_dry_run_that_fails_leaves_no_trace(filled):
    before = traces(filled.parent)
    with pytest.raises(RuntimeError), opening.writing(str(filled), dry_run=True) as store:
        record(store, BELL)
        raise RuntimeError
    assert traces(filled.parent) == before


def test_the_database_is_the_settings_when_none_is_named(file, monkeypatch):
    monkeypatch.setenv("QUOTEDB_URL", str(file))
    assert database.path(None) == str(file)
    with opening.writing() as store:
        record(store, LAMPS)
    assert file.exists()


def test_what_was_committed_is_kept_when_the_rest_fails(file):
    with pytest.raises(RuntimeError), opening.writing(str(file)) as store:
        record(store, LAMPS)
        raise RuntimeError
    with opening.reading(str(file)) as store:
        assert len(search(store, query())) == 1
