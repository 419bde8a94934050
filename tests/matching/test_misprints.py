"""Words misprinted, and words that are others by a letter."""

import pytest

from quotedb.matching.alignment import align
from quotedb.matching.likeness import is_misprint
from quotedb.matching.verdict import compare

LONG = "The keeper of the old lighthouse never sold a single lamp to the summer guests of the town"


@pytest.mark.parametrize(
    ("what", "word", "other", "expected"),
    [
        ("a letter lost", "harbour", "harbur", True),
        ("a letter doubled", "harbour", "harrbour", True),
        ("neighbours changed places", "harbour", "harobur", True),
        ("a letter for another in a long word", "harbour", "harbowr", True),
        ("a letter for another in a short one", "iran", "iraq", False),
        ("two letters", "harbour", "harrbuor", False),
        ("a small word", "now", "not", False),
        ("a number", "1984", "1985", False),
    ],
)
def test_is_it_a_misprint(what, word, other, expected):
    assert is_misprint(word, other) is expected
    assert is_misprint(other, word) is expected


def test_a_misprint_is_seen_beside_the_same_words_though_the_word_stands_elsewhere():
    found = align("We thank Rowell and Rowell alone", "We thank Rowell and Rowlel alone", "en")
    assert [found.b[j] for _, j in found.near] == ["rowlel"]
    assert len(found.runs) == 1


@pytest.mark.parametrize("first", range(0, 12, 2))
def test_a_part_with_a_misprint_is_found_whatever_its_place(first):
    words = LONG.split()[first : first + 7]
    place = max(range(7), key=lambda at: len(words[at]))
    word = words[place]
    words[place] = word[:2] + word[3] + word[2] + word[4:]
    assert compare(" ".join(words), LONG, "en").kind == "excerpt"


def test_a_short_saying_with_another_letter_is_not_taken_for_the_same_without_a_person():
    verdict = compare("The pilot is a sailor", "The pilot is a tailor", "en")
    assert verdict.kind == "different" or verdict.review
