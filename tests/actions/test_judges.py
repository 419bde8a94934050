"""Decisions by other processes are those that would be made here."""

from __future__ import annotations

import pytest

from quotedb.actions import judges
from quotedb.actions.judges import Judges
from quotedb.facts import Wording
from quotedb.matching.decide import decide
from quotedb.text.folding import fold

from .conftest import BELL, GULLS, LAMPS

PART = GULLS.split(", and ")[1]


def wording(number, text, speaker=1):
    return Wording(number, text, fold(text), "en", speaker)


ASKED = [
    ("nothing like it", wording(90, GULLS), []),
    ("a misprint", wording(91, BELL.replace("bell", "bel")), [wording(1, LAMPS), wording(2, BELL)]),
    ("a part", wording(92, PART), [wording(2, GULLS)]),
    ("the whole of a part", wording(93, GULLS), [wording(3, PART)]),
    ("another's", wording(94, BELL.replace("bell", "bel"), 2), [wording(2, BELL)]),
    ("another saying", wording(95, LAMPS), [wording(2, BELL)]),
]


@pytest.mark.parametrize("workers", [1, 2])
def test_they_decide_as_one_would_here(workers, monkeypatch):
    monkeypatch.setattr(judges, "MANY", 1)
    monkeypatch.setattr(judges, "JOB", 2)
    questions = [(new, near) for _, new, near in ASKED]
    with Judges(workers) as several:
        answers = several.ask(questions).answers()
    expected = [decide(new.text, new.language, new.speaker_id, near) for new, near in questions]
    assert answers == expected
    assert {one.outcome for one in expected} >= {"new", "variant", "excerpt", "review"}
    assert [one.quote_id for one, _ in answers[3].absorbed] == [3]
