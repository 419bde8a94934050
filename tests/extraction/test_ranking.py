"""The weights that ship, and the sums made of them."""

import math

import pytest

from quotedb.extraction.ranking import Weights, shares, shipped, sure, weigh


def test_the_weights_are_there_and_finite():
    weights = shipped()
    assert len(weights.speaker) > 50
    assert len(weights.said) > 20
    for value in (*weights.speaker.values(), *weights.said.values()):
        assert math.isfinite(value)


def test_the_curve_of_confidence_never_falls():
    points = shipped().confidence
    assert list(points) == sorted(points)
    assert [y for _, y in points] == sorted(y for _, y in points)
    assert all(0 <= y <= 1 for _, y in points)


def test_a_measure_without_a_weight_counts_nothing():
    assert weigh({"known": 2.0, "unknown": 5.0}, {"known": 1.5}) == 3.0


def test_shares_are_probabilities():
    parts = shares([1.0, 2.0, 1000.0])
    assert sum(parts) == pytest.approx(1)
    assert parts == sorted(parts)


def test_confidence_lies_on_the_lines_between_the_points():
    curve = [(0.0, 0.0), (0.5, 0.2), (1.0, 1.0)]
    found = [sure(p, curve) for p in (0.0, 0.25, 0.5, 0.75, 1.0)]
    assert found == pytest.approx([0, 0.1, 0.2, 0.6, 1])


def test_a_ceiling_holds_where_the_curve_was_not_fitted_on_the_language():
    line = [(0.0, 0.0), (1.0, 1.0)]
    weights = Weights({}, {}, line, frozenset(["en"]), {"untied": 0.8})
    found = [weights.sure(p, "untied", "de") for p in (0.5, 0.8, 0.9, 1.0)]
    assert found == pytest.approx([0.5, 0.8, 0.8, 0.8])
    assert weights.sure(0.9, "tied", "de") == pytest.approx(0.9)
    assert weights.sure(0.9, "untied", "en") == pytest.approx(0.9)
