"""What is worked out is remembered: of many short texts, of few long ones."""

import pytest

from quotedb.text import folding, remembering
from quotedb.text.folding import fold
from quotedb.text.portions import portions
from quotedb.text.remembering import remembered

LONG = "a long speech " * 100


@pytest.fixture
def asked():
    """A function that remembers, and the texts for which it had to work."""
    worked = []

    @remembered(1000)
    def doubled(text, times=2):
        worked.append(text)
        return text * times

    return doubled, worked


def test_what_comes_again_is_not_worked_out_again(asked):
    doubled, worked = asked
    assert [doubled("ab"), doubled("ab"), doubled("ab", 3)] == ["abab", "abab", "ababab"]
    assert doubled(LONG) == doubled(LONG) == LONG * 2
    assert worked == ["ab", "ab", LONG]


def test_many_short_texts_are_remembered_and_few_long_ones(asked):
    doubled, worked = asked
    few = 2 * remembering.FEW
    for head in ("", LONG):
        for _ in range(2):
            for number in range(few):
                doubled(f"{head}{number}")
    assert sum(len(text) < remembering.LONG for text in worked) == few
    assert sum(len(text) >= remembering.LONG for text in worked) == 2 * few


def test_no_more_letters_are_remembered_than_may_be(monkeypatch):
    monkeypatch.setattr(folding, "_MOST", 50_000)
    folding._MEMORY.clear()
    folding._MEMORY.held = 0
    held = set()
    for number in range(200):
        assert fold(f"{number} {LONG}") == f"{number} {LONG}".strip()
        folding.remember(f"{number} {LONG}", "is there already")
        held.add(sum(len(text) + len(key) for text, key in folding._MEMORY.items()))
    assert 40_000 < max(held) <= 50_000
    assert min(held) < 5000


@pytest.mark.parametrize(
    ("what", "lengths", "expected"),
    [
        ("nothing", [], []),
        ("so many at a time", [1, 1, 1, 1, 1, 1, 1], [3, 3, 1]),
        ("fewer long ones", [1, 40, 99, 99, 1, 1], [3, 1, 2]),
        ("one that is too long for all", [500, 1, 1], [1, 2]),
    ],
)
def test_portions(what, lengths, expected):
    texts = [chr(97 + place) * length for place, length in enumerate(lengths)]
    found = list(portions(iter(texts), 3, len, 90))
    assert [len(some) for some in found] == expected
    assert [text for some in found for text in some] == texts
