"""Marks: which words stand between them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotedb.extraction.marks import spans, typed_marks

PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")


def found(text, **options):
    paragraphs = [match.span() for match in PARAGRAPH.finditer(text)]
    return spans(text, paragraphs, **options)


def words(text, **options):
    return [text[span.start : span.end] for span in found(text, **options)]


@pytest.mark.parametrize(
    ("habit", "text", "expected"),
    [
        ("English", "She said: “Go home.” He went.", ["Go home."]),
        ("straight", 'She said: "Go home." He "went".', ["Go home.", "went"]),
        ("German", "Sie sagte: „Geht heim.“ Er ging.", ["Geht heim."]),
        ("German books", "»Geht heim«, sagte sie. »Gleich.«", ["Geht heim", "Gleich."]),
        ("French, with spaces", "« Rentrez », dit-elle.", ["Rentrez"]),
        ("Swiss", "«Geht heim», sagte sie.", ["Geht heim"]),
        ("Swedish", "”Gå hem”, sade hon. ”Nu.”", ["Gå hem", "Nu."]),
        ("Turkish with a low mark", "„Eve gidin” dedi.", ["Eve gidin"]),
        ("British", "‘We are going home,’ she said.", ["We are going home,"]),
        ("nested single", "“He said ‘go home’ twice,” she said.", ["He said ‘go home’ twice,"]),
        ("nested double", "«Il a dit “non” deux fois», dit-elle.", ["Il a dit “non” deux fois"]),
        ("nested in German", "„Er sagte ‚nein‘ zu uns“, sagte sie.", ["Er sagte ‚nein‘ zu uns"]),
        ("two in one line", "“One,” he said. “Two.”", ["One,", "Two."]),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 25 else "",
)
def test_every_habit_of_marks(habit, text, expected):
    assert words(text) == expected


@pytest.mark.parametrize(
    ("what", "text"),
    [
        ("apostrophes", "The dogs' owners don't see the cats' bowls."),
        ("feet and inches", "The board is 5'6\" long."),
        ("attributes of a tag", 'A <a href="x.html" id="y">link</a> to it.'),
        ("marks round nothing", "He wrote “ ” and “…” on the wall."),
        ("two apostrophes", "''Go home,'' she said."),
    ],
)
def test_what_is_no_quotation(what, text):
    assert words(text) == []


def test_two_apostrophes_are_a_mark_when_asked_for():
    assert words("''It isn't far,'' she said. ''Go.''", typewriter=True) == ["It isn't far,", "Go."]
    assert typed_marks("''Go,'' she said. ''Now.''") == 2
    assert typed_marks("''Go,'' she said. “Now.”") == 0


def test_an_odd_mark_costs_its_paragraph_at_most():
    text = "He said “one thing and “two things” ended.\nShe said “three things” at last."
    assert words(text) == ["two things", "three things"]


def test_a_mark_that_is_not_closed_ends_with_its_paragraph():
    [first, second] = found("“One thing.\nNo marks here.\nShe said “two things”.")
    assert (first.closed, second.closed) == (False, True)
    assert not second.continues


@pytest.mark.parametrize(
    "text",
    [
        "“One.\n“Two, ‘three’.\n“Four,” he said.",
        '"One.\n"Two.\n"Four," he said.',
        "Dijo: «Uno.\n»Dos.\n»Cuatro», y calló.",
        "« Un.\n« Deux.\n« Quatre », dit-il.",
    ],
)
def test_a_quotation_that_every_paragraph_reopens(text):
    assert [span.continues for span in found(text)] == [False, True, True]
    assert [span.closed for span in found(text)] == [False, False, True]


@given(st.text(alphabet="ab .,\n“”„‚‘’«»‹›\"'″「」<>/", max_size=80))
def test_spans_are_in_order_apart_and_within_their_marks(text):
    before = 0
    for span in found(text):
        assert before <= span.outer_start < span.start < span.end <= span.outer_end <= len(text)
        assert text[span.start : span.end] == text[span.start : span.end].strip()
        before = span.outer_end


def test_marks_in_many_tags_are_told_from_those_outside():
    text = '<a href="x">“y”</a> ' * 3
    assert words(text) == ["y", "y", "y"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('There was “no doubt" that it sank.', ["no doubt"]),
        ('"The ferry sank,” Roe said, “in fog.”', ["The ferry sank,", "in fog."]),
        ('Her "old” boat and her “new" one.', ["old", "new"]),
        ('“He said "no" to us,” Roe said.', ['He said "no" to us,']),
        ('“He said "no" to us, and left.', ['He said "no" to us, and left.']),
    ],
)
def test_straight_and_curved_marks_close_each_other_where_nothing_else_does(text, expected):
    assert words(text) == expected
