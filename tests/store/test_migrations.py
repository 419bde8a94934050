"""Migrations: up and down with rows kept, in one transaction, and models that agree with them."""

from __future__ import annotations

import pytest

from quotedb.errors import UnknownName
from quotedb.store import exporting, maintenance, migrating, schema
from quotedb.store.backends import backend_for
from quotedb.store.database import open_database
from quotedb.store.tables import SQLModel

from .conftest import fill


def facts(url):
    database = open_database(url, mode="read")
    try:
        return list(exporting.everything(database.connection()))
    finally:
        database.close()


def test_down_and_up_keeps_every_fact(store_url):
    database = open_database(store_url, mode="write")
    fill(database)
    database.close()
    before = facts(store_url)
    maintenance.downgrade(store_url, "0001")
    shape = backend_for(store_url)
    raw = shape.connect("read")
    assert "fingerprint" not in shape.shape(raw).columns
    raw.close()
    maintenance.upgrade(store_url)
    assert facts(store_url) == before
    database = open_database(store_url, mode="write")
    assert maintenance.check(database) == []
    database.close()


def test_upgrade_says_what_it_did(empty_url):
    assert f"from nothing to {schema.HEAD}" in maintenance.upgrade(empty_url)
    assert "up to date" in maintenance.upgrade(empty_url)


def test_an_unknown_revision(store_url):
    with pytest.raises(UnknownName, match=", ".join(schema.REVISIONS)):
        maintenance.downgrade(store_url, "9999")


def test_models_and_migrations_agree(store_url):
    assert migrating.drift(backend_for(store_url)) == []


def test_the_form_that_opening_expects_is_that_of_the_models():
    expected = {
        str(table.name): frozenset(column.name for column in table.columns)
        for table in SQLModel.metadata.sorted_tables
    }
    assert dict(schema.REVISIONS[schema.HEAD]) == expected
    assert sorted(schema.REVISIONS)[-1] == schema.HEAD


def test_every_revision_has_a_file_and_the_last_is_the_head():
    from alembic.script import ScriptDirectory

    tree = ScriptDirectory.from_config(migrating.config_for(None))
    assert {s.revision for s in tree.walk_revisions()} == set(schema.REVISIONS)
    assert tree.get_current_head() == schema.HEAD


def test_a_migration_that_fails_leaves_the_form_it_found(store_url, monkeypatch):
    maintenance.downgrade(store_url, "0001")
    import sqlalchemy

    real = sqlalchemy.engine.Connection.execute

    def fails_late(self, statement, *arguments, **options):
        if "quote_words" in str(statement):
            raise RuntimeError("stopped half-way")
        return real(self, statement, *arguments, **options)

    monkeypatch.setattr(sqlalchemy.engine.Connection, "execute", fails_late)
    with pytest.raises(RuntimeError):
        maintenance.upgrade(store_url)
    monkeypatch.undo()
    backend = backend_for(store_url)
    raw = backend.connect("read")
    shape = backend.shape(raw)
    raw.close()
    assert (shape.revision, schema.faults("0001", shape.columns)) == ("0001", [])
    maintenance.upgrade(store_url)
