"""Databases of both kinds to act on, and short ways to write into them."""

from __future__ import annotations

import pytest

from quotedb.actions import add as adding
from quotedb.actions import opening
from quotedb.actions.add import Entry
from quotedb.actions.sources import Description
from quotedb.store.exporting import everything

LAMPS = "The lamps on the pier were lit by hand"
GULLS = "Nobody counts the gulls in winter, and nobody paints the boats before spring"
BELL = "A bell without a rope is only furniture"
ARTICLE = (
    "Mayor Vera Lund told the council: “The bridge will stand, whatever the river does.”\n"
    "“We paid for it ourselves,” said Lund.\n"
)


@pytest.fixture
def store(database):
    """An empty database open for writing, on each kind."""
    return database


@pytest.fixture
def file(tmp_path):
    """Where a database file would be; there is none."""
    return tmp_path / "unmade" / "quotes.db"


@pytest.fixture
def unmade(file):
    """A database open for writing that is made by the first write."""
    with opening.writing(str(file)) as database:
        yield database


@pytest.fixture
def add(store):
    """Records one quote, and gives its outcome."""

    def one(text, speaker="Ada Quill", *, outlet=None, **more):
        return adding.add(store, Entry(text, speaker, **more), Description(outlet=outlet))[0]

    return one


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.fixture
def facts():
    """Every fact of an open database."""
    return lambda database: list(everything(database.connection()))
