"""Look-alikes: the same are found in the store, in memory, and among those on their way in."""

from __future__ import annotations

import pytest

from quotedb.actions import lookalikes
from quotedb.actions.lookalikes import LookAlikes
from quotedb.facts import Quote, Wording
from quotedb.matching import index as indexing
from quotedb.matching import shelf
from quotedb.matching.index import Index
from quotedb.store import bulk
from quotedb.text.folding import fold
from quotedb.text.sketching import sketch

WHOLE = (
    "The harbour was closed for eleven weeks, and in that time not one of the councillors came"
    " down to the quay to see what a closed harbour does to the people who live by it."
)
PART = "not one of the councillors came down to the quay to see"
TYPO = WHOLE.replace("councillors", "counsillors")
OTHER = "We shall repaint the lamps before the winter ferry runs again, whatever it may cost."
FRAME = "I would sooner eat my own hat than vote for"


def wording(number, text):
    return Wording(number, text, fold(text), "en", None)


def store(database, texts):
    with database.session() as session:
        quotes = [Quote(id=i, text=text, language="en") for i, text in enumerate(texts, start=1)]
        bulk.add_quotes(database.connection_of(session), quotes)
        session.commit()


def found(database, new, finder=None):
    with database.session() as session:
        conn = database.connection_of(session)
        alike = (finder or LookAlikes()).of(conn, new)
    return [[one.quote_id for one in some] for some in alike]


@pytest.fixture(params=["looked up", "in memory", "in files"])
def way(request, monkeypatch):
    """All ways of finding, whatever the number."""
    many = 10**9 if request.param == "looked up" else 1
    monkeypatch.setattr(lookalikes, "MANY", many)
    if request.param == "in files":
        monkeypatch.setattr(shelf, "SHORT", 0)


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize(
    ("what", "stored", "new", "expected"),
    [
        ("a misspelling", [WHOLE, OTHER], TYPO, [1]),
        ("a part of a stored one", [OTHER, WHOLE], PART, [2]),
        ("a stored part of it", [PART, OTHER], WHOLE, [1]),
        ("the very words", [WHOLE], WHOLE.upper(), [1]),
        ("a short one with a slip", ["We closed no pier"], "We closed on pier", [1]),
        ("nothing like it", [OTHER], WHOLE, []),
        ("an empty store", [], WHOLE, []),
    ],
)
def test_what_is_found(what, stored, new, expected, database):
    store(database, stored)
    assert found(database, [wording(90, new)]) == [expected]


@pytest.mark.usefixtures("way")
def test_those_before_it_are_found_and_never_itself(database):
    new = [wording(90, WHOLE), wording(91, OTHER), wording(92, TYPO), wording(93, PART)]
    assert [sorted(one) for one in found(database, new)] == [[], [], [90], [90, 92]]


def test_what_came_into_the_store_since_is_found_too(database, monkeypatch):
    monkeypatch.setattr(lookalikes, "MANY", 1)
    finder = LookAlikes()
    store(database, [OTHER])
    assert found(database, [wording(2, TYPO)], finder) == [[]]
    with database.session() as session:
        conn = database.connection_of(session)
        bulk.add_quotes(conn, [Quote(id=7, text=WHOLE)])
        session.commit()
    assert found(database, [wording(90, WHOLE + " Indeed.")], finder)[0][-1] == 7


def test_no_more_is_kept_in_memory_than_may_be(database, monkeypatch):
    monkeypatch.setattr(lookalikes, "MANY", 1)
    finder = LookAlikes()
    store(database, [OTHER, WHOLE])
    assert found(database, [wording(90, TYPO)], finder) == [[2]]
    monkeypatch.setattr(lookalikes, "MOST", 2)
    assert found(database, [wording(91, PART)], finder) == [[2]]
    assert not finder._ids


def test_a_frequent_fingerprint_is_capped_and_counted(monkeypatch):
    monkeypatch.setattr(indexing, "CAP", 5)
    keys = [fold(f"{FRAME} number{number}") for number in range(40)]
    index = Index()
    index.add(sketch(keys))
    import numpy as np

    alike = index.find(sketch(keys), np.arange(40))
    assert index.capped > 0
    assert set(alike.row.tolist()) == set(range(5))


@pytest.mark.parametrize("short", [0, 3000, shelf.SHORT])
def test_segments_are_merged_and_nothing_is_lost(short, monkeypatch):
    import numpy as np

    monkeypatch.setattr(shelf, "SHORT", short)
    monkeypatch.setattr(shelf, "MAPPED", 1000)
    monkeypatch.setattr(indexing, "_SLICE", 200)

    index = Index()
    keys = [fold(f"{WHOLE} {number} {OTHER} {number * 7}") for number in range(60)]
    for start in range(0, 60, 3):
        index.add(sketch(keys[start : start + 3]))
    alike = index.find(sketch(keys), np.arange(60))
    assert len(index) == 60
    assert set(zip(alike.place.tolist(), alike.row.tolist(), strict=True)) >= {
        (one, one - 1) for one in range(1, 60)
    }
