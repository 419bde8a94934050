"""How sure an attribution is by how the speaker hangs on the words, where grammar alone decides."""

from typing import get_args

import pytest

from quotedb.extraction.ranking import shipped
from quotedb.extraction.ties import Tie

PLAIN = [
    ("de", "Ana Roe sagte: „Der Kai ist fest und sicher.“"),
    ("es", "«El muelle es firme y seguro», dijo Ana Roe."),
    ("fr", "« Le quai est solide et sûr », a déclaré Ana Roe."),
    ("ru", "«Причал крепкий и надёжный», — сказала Ана Роева."),
    ("tr", "Ana Roe, “Rıhtım sağlam ve güvenli” dedi."),
]
CONTESTED = [
    ("de", "Der Zeitung sagte Ana Roe: „Der Kai ist fest und sicher.“"),
    ("fr", "Le maire Luc Paz, qualifié par Ana Roe d’« homme du quai », est venu."),
]


@pytest.mark.parametrize(("language", "text"), PLAIN)
def test_who_alone_hangs_on_the_cue_is_sure(quoted, language, text):
    [one] = quoted(text, language)
    assert one.confidence >= 0.9


@pytest.mark.parametrize(("language", "text"), CONTESTED)
def test_who_shares_the_cue_with_somebody_else_is_not(quoted, language, text):
    [one] = quoted(text, language)
    assert 0 < one.confidence <= shipped().ceilings["contested"] < 0.9


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Ana Roe kam spät. „Der Kai ist fest und sicher“, sagte sie."),
        ("fr", "La maire Ana Roe est venue. « Le quai est solide et sûr », a dit la maire."),
        ("es", "La ministra Ana Roe vino. «El muelle es firme», dijo la ministra."),
    ],
)
def test_whom_a_pronoun_or_an_office_stands_for_is_less_sure(quoted, language, text):
    [one] = quoted(text, language)
    assert one.speaker == "Ana Roe"
    assert 0 < one.confidence <= shipped().ceilings["traced"] < shipped().ceilings["tied"]


def test_who_hangs_on_no_cue_is_not_sure_in_a_language_that_was_not_fitted(quoted):
    text = "„Der Kai ist fest“, sagte Ana Roe. Sie nickte. „Er hält noch hundert Jahre.“"
    one = quoted(text, "de")[-1]
    assert one.speaker == "Ana Roe"
    assert one.confidence <= shipped().ceilings["untied"] < 0.9


def test_in_the_language_that_was_fitted_the_curve_alone_tells(quoted):
    text = "“The quay is safe,” Jane Roe said. She smiled. “It will last a hundred years.”"
    one = quoted(text)[-1]
    assert one.speaker == "Jane Roe"
    assert one.confidence > shipped().ceilings["untied"]


def test_every_tie_has_a_ceiling_and_a_tied_one_the_highest():
    ceilings = shipped().ceilings
    assert sorted(ceilings) == sorted(get_args(Tie))
    assert all(0 < share < 1 for share in ceilings.values())
    assert max(ceilings, key=lambda tie: ceilings[tie]) == "tied"
