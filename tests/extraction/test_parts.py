"""Measures in parts: what each weighs, and that a choice is the sum of its parts."""

from collections import Counter
from pathlib import Path

import pytest

from quotedb.extraction import outcomes
from quotedb.extraction.cast import Cast
from quotedb.extraction.extract import known, survey
from quotedb.extraction.parts import Parts
from quotedb.extraction.ranking import shipped, weigh
from quotedb.extraction.reading import read
from quotedb.extraction.speakers import Attributor

ARTICLES = Path(__file__).parents[2] / "fixtures" / "articles"


def test_a_part_is_made_once_and_weighs_what_its_measures_weigh():
    parts = Parts({"nobody": 2.0, "nobody, no cue": -0.5, "nobody, stands alone": 1.0})
    part = parts[outcomes.nobody, False, True]
    assert part.measures == {"nobody": 1.0, "nobody, no cue": 1.0, "nobody, stands alone": 1.0}
    assert part.weight == 2.5
    assert parts[outcomes.nobody, False, True] is part
    assert parts[outcomes.nobody, True, False].weight == 2.0


@pytest.mark.parametrize("tag", ["de", "es", "fr", "ru", "tr"])
def test_no_measure_of_a_choice_is_in_two_parts(tag):
    choices = [one for path in (ARTICLES / tag).glob("*.txt") for one in choices_in(path, tag)]
    assert {one.candidate.where for one in choices if one.candidate} >= {"left", "before"}
    for choice in choices:
        names = Counter(name for part in choice.parts for name in part.measures)
        assert set(names.values()) == {1}
        assert choice.weight == pytest.approx(weigh(choice.measures, shipped().speaker))


def choices_in(path, tag):
    """All choices between candidates in an article."""
    reading = read(path.read_text(encoding="utf-8"), 0, known(tag))
    surveyor, around = survey(reading)
    attributor = Attributor(surveyor, Cast(reading, surveyor.mentions), shipped())
    return [one for choices, _ in attributor.weighed(around) for one in choices]
