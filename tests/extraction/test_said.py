"""The measures by which words are held for said or not."""

import pytest

from quotedb.extraction.extract import known, survey
from quotedb.extraction.reading import read
from quotedb.extraction.said import measures_of


def measured(text, language="en"):
    """The measures of each utterance of a text."""
    reading = read(text, 0, known(language))
    return measures_of(reading, survey(reading)[1])


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("a title", "She read “A Year by the Sea” twice.", True),
        ("a title", "She said “a year by the Sea” was enough.", False),
        ("words of a clause", "She said they “were not welcome.”", True),
        ("words of a clause", "The “northern quay” debate ended.", False),
        ("runs on", "The “northern quay” debate ended.", True),
        ("runs on", "The “northern quay,” a debate says, will end.", False),
        ("article before, runs on", "The “northern quay” debate ended.", True),
        ("article before, runs on", "Roe said “northern quay” twice.", False),
        ("possessive before", "She watched Roe’s “Harbour Hour.”", True),
        ("noun or verb before", "She read the novel “Salt” twice.", True),
        ("noun or verb before", "She slept with “Salt” beside her.", False),
        ("cue in its clause, left", "Roe called the plan “a bad joke.”", True),
        ("cue in its clause, left", "Roe said it rained, and the “boats” stayed.", False),
        ("in marks again", "The “dead sea” came. They feared the “dead sea” most.", True),
        ("in marks again", "The “dead sea” came. They feared the “iron mile” most.", False),
    ],
)
def test_what_a_measure_holds_for(name, text, expected):
    assert bool(measured(text)[-1].get(name, 0.0)) is expected


def test_capitals_weigh_otherwise_where_every_noun_has_them():
    [english] = measured("She read “Salt Ashes” twice.")
    [german] = measured("Sie las „Salz Asche“ zweimal.", "de")
    assert english["a title"] == german["a title, capital nouns"] == 1.0
    assert "a title" not in german


def test_every_utterance_is_measured_alike():
    first, second = measured("“Yes,” Roe said, and read “Salt” aloud.")
    assert {name for name in first if "before" not in name} == {
        name for name in second if "before" not in name
    }


def test_measures_have_names_of_their_own_where_no_cue_is_known():
    [dutch] = measured("De minister noemde de wet “een stap terug”.", "nl")
    assert dutch
    assert all(name.endswith(", cues unknown") for name in dutch)
