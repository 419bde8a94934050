"""Fingerprints: the same for one wording and for many, and what look-alikes share."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotedb.text import sketching
from quotedb.text.fingerprint import DENSE, WINDOW, digest, fingerprints, probes
from quotedb.text.folding import fold
from quotedb.text.sketching import sketch

GOLDEN = [
    -291379763149216859, 3565437637096585661, 4825025845753246036, 5323122797406559026,
    6435770631933248244, 7185705841722190653, 9105959539665033932,
]  # fmt: skip
KEYS = st.lists(
    st.sampled_from(
        ["a", "of", "the", "harbour", "closed", "pier", "lighthouse", "keeper", "quay"]
    ),
    max_size=3 * DENSE,
).map(" ".join)
LONG = " ".join(f"word{number}" for number in range(60))


def test_they_are_the_same_on_every_machine():
    assert digest("harbour") == 359356526591091938
    assert fingerprints("we closed no pier") == GOLDEN


@given(KEYS)
def test_they_are_sorted_apart_and_among_the_probes(key):
    found = fingerprints(key)
    assert found == sorted(set(found))
    assert set(found) <= set(probes(key))


@given(st.lists(KEYS | st.text().map(fold), max_size=12))
def test_a_sketch_says_of_many_what_fingerprints_says_of_each(keys):
    found = sketch(keys)
    each = [found.hash[found.place == place].tolist() for place in range(len(keys))]
    assert each == [fingerprints(key) for key in keys]
    assert len(found) == len(keys)


def test_a_sketch_of_more_than_are_hashed_together_is_the_same(monkeypatch):
    keys = [*LONG.split(), "", LONG, "we closed no pier"]
    whole = sketching._sketched.__wrapped__(tuple(keys))
    monkeypatch.setattr(sketching, "AT_ONCE", 7)
    parts = sketching._sketched.__wrapped__(tuple(keys))
    assert parts.place.tolist() == whole.place.tolist()
    assert parts.hash.tolist() == whole.hash.tolist()


@pytest.mark.parametrize("length", [1, 2, 3, 5, 8, 10, 16])
def test_a_short_wording_keeps_all_that_it_is_asked_for(length):
    key = " ".join(LONG.split()[:length])
    assert set(fingerprints(key)) == set(probes(key))


def test_any_run_of_words_as_long_as_a_window_leaves_a_fingerprint():
    words = LONG.split()
    kept = set(fingerprints(LONG))
    for start in range(len(words) - WINDOW - 1):
        assert kept & set(probes(" ".join(words[start : start + WINDOW + 2])))


def test_a_run_of_short_words_is_hardly_ever_kept():
    usual = "it is in the"
    key = f"{LONG} {usual} {LONG}"
    assert set(probes(usual)[:2]).isdisjoint(fingerprints(key))


def test_the_bits_of_a_part_are_among_those_of_the_whole():
    whole, part = sketch([LONG, " ".join(LONG.split()[10:30])]).bits
    assert np.array_equal(whole & part, part)
    assert not sketch([""]).bits.any()
