"""Databases to be interrupted: as many copies of one as there are rounds."""

from __future__ import annotations

import itertools
import os
import shutil

import pytest

from quotedb.store import maintenance

from . import jobs

_NUMBERS = itertools.count(1)


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    """Articles and records."""
    made = tmp_path_factory.mktemp("inputs")
    jobs.inputs(made)
    return made


@pytest.fixture
def empty(store_url):
    """A database with its tables and nothing in them."""
    return store_url


@pytest.fixture
def filled(store_url):
    """A database with quotes that look alike."""
    jobs.filled(store_url)
    return store_url


@pytest.fixture
def copies(tmp_path, request):
    """Makes a copy of a database, on the same kind, and gives its URL."""

    def copy(url):
        if not url.startswith("postgresql"):
            target = tmp_path / f"round-{next(_NUMBERS)}.db"
            shutil.copy(url, target)
            return str(target)
        import psycopg

        server = request.getfixturevalue("postgresql_server")
        name = f"round_{os.getpid()}_{next(_NUMBERS)}"
        template = url.partition("?")[0].rpartition("/")[2]
        admin = server.replace("+psycopg", "").format(name="postgres")
        with psycopg.connect(admin, autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
        return server.format(name=name)

    return copy


@pytest.fixture
def sqlite_file(tmp_path):
    """A SQLite database in a folder of its own, with its tables."""
    place = tmp_path / "place"
    place.mkdir()
    maintenance.upgrade(str(place / "quotes.db"))
    return place / "quotes.db"
