"""Names that may be one person's: which pairs are proposed, and which never."""

from __future__ import annotations

import pytest

from quotedb.matching.people import CROWDED, namesakes

ALIKE = [
    ("Ada Quill", "A. Quill", "an initial"),
    ("Jane Ruth Kern", "J. R. Kern", "an initial"),
    ("Quill", "Ada Quill", "a part of the name"),
    ("Ada Quill", "Quill, Ada", "another order"),
    ("Friedrich Hartmann", "Friedrich Hartman", "spelt nearly so"),
    ("İsmet Karasu", "Ismet Karasu", "the same name"),
]
APART = [
    ("Ada Quill", "Ada Kern", "another surname"),
    ("Ada Quill", "B. Quill", "another initial"),
    ("Ada Quill", "Vera Quill", "another first name"),
    ("Kern", "Kerr", "too short to say"),
    ("Ada", "Ada Quill", "a first name alone"),
]


@pytest.mark.parametrize(("one", "other", "why"), ALIKE)
def test_these_are_proposed(one, other, why):
    [found] = namesakes([[one], ["Somebody Else"], [other]])
    assert (found.first, found.second, found.names) == (0, 2, (one, other))
    assert why in found.reason
    [turned] = namesakes([[other], [one]])
    assert (turned.names, turned.score) == ((other, one), found.score)


@pytest.mark.parametrize(("one", "other", "why"), APART)
def test_these_are_not(one, other, why):
    assert namesakes([[one], [other]]) == [], why


def test_a_surname_that_two_have_says_nothing():
    assert namesakes([["Ada Quill"], ["Vera Quill"], ["Quill"]]) == []


def test_any_name_of_theirs_counts_and_the_best_is_told():
    [found] = namesakes([["Boz", "Charles Dickens"], ["C. Dickens", "Karl Dickens"]])
    assert found.names == ("Charles Dickens", "C. Dickens")


def test_a_crowd_of_one_first_name_is_gone_through(request):
    people = [[f"Mary {a}{b}son"] for a in "abcdefghijklmnopqrst" for b in "abcdefghijklmnopqrst"]
    assert len(people) > CROWDED
    found = namesakes([*people, ["Mary Quillington"], ["Mary Quilington"]])
    assert ("Mary Quillington", "Mary Quilington") in {one.names for one in found}
