"""The pairs of a corpus: those that looking up one wording after the other finds, and none lost
that has words enough in common.
"""

import random

import numpy as np
import pytest

from quotedb.matching import index as index_
from quotedb.matching import pairs
from quotedb.matching.blocking import screened
from quotedb.matching.corpus import candidates
from quotedb.matching.index import Filters, Index, share_enough
from quotedb.matching.judging import InMemory, sketched
from quotedb.matching.pairs import Found, Pairs
from quotedb.text.sketching import sketch

WORDS = [f"word{number}" for number in range(40)]


def keys(count, seed=4):
    """Sayings with parts and slips of them among them, and a frame that many share."""
    rng = random.Random(seed)
    made = []
    for number in range(count):
        words = rng.choices(WORDS, k=rng.randrange(1, 30))
        made += [" ".join(words), " ".join(words[2:20]), f"never call a ship after {number}"]
    return made


def paired(some, workers=1):
    return Pairs([sketched(InMemory(some, [None] * len(some)), range(len(some)))], workers)


@pytest.mark.parametrize(("at_once", "workers"), [(1, 1), (50, 3), (10_000, 2)])
def test_they_are_those_that_the_index_finds(monkeypatch, at_once, workers):
    monkeypatch.setattr(pairs, "AT_ONCE", at_once)
    monkeypatch.setattr(index_, "AT_ONCE", at_once)
    some = keys(120)
    index = Index()
    index.add(sketch(some))
    alike = index.find(sketch(some), np.arange(len(some)))
    expected = sorted(zip(alike.place.tolist(), alike.row.tolist(), strict=True))
    found = paired(some, workers).found()
    assert list(zip(found.second.tolist(), found.first.tolist(), strict=True)) == expected
    assert len(expected) > 100


def test_none_is_lost_that_has_words_enough_in_common():
    some = keys(60)
    filters = Filters.of(*(getattr(sketch(some), name) for name in ("bits", "words")))
    first, second = np.triu_indices(len(some), 1)
    many = np.full(len(first), 1000)
    enough = share_enough(many, many, filters.at(first), filters.at(second))
    for one, other, kept in zip(first.tolist(), second.tolist(), enough.tolist(), strict=True):
        assert kept or not screened(some[one], [some[other]])
    assert 0 < enough.sum() < len(enough)


def test_a_fingerprint_of_very_many_is_capped_and_counted(monkeypatch):
    monkeypatch.setattr(pairs, "CAP", 3)
    some = [f"never call a good old ship after {name}" for name in WORDS]
    found = paired(some)
    assert found.capped > 0
    assert max(found.found().first.tolist()) < 3


def test_printings_of_one_quote_come_together():
    first, second = np.array([0, 1, 0, 1, 3], np.int32), np.array([2, 4, 5, 6, 7], np.int32)
    close = np.array([True, True, True, False, False])
    arranged = Found(first, second, close).by_likeness()
    assert list(zip(*(side.tolist() for side in arranged), strict=True)) == [
        (0, 2), (0, 5), (1, 4), (1, 6), (3, 7),
    ]  # fmt: skip


def test_nothing_of_nothing():
    assert list(candidates([])) == []
    assert [side.tolist() for side in Pairs([]).found().by_likeness()] == [[], []]
