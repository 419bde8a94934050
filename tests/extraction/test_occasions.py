"""When, at what event and where."""

import pytest

THURSDAY = "2021-03-18"


@pytest.mark.parametrize(
    ("way", "text", "language", "day"),
    [
        ("a weekday", "“It is safe and sound,” Jane Roe said on Tuesday.", "en", "2021-03-16"),
        ("the day of issue", "“It is safe and sound,” Jane Roe said on Thursday.", "en", THURSDAY),
        ("yesterday", "Yesterday Jane Roe said: “It is safe.”", "en", "2021-03-17"),
        ("a date", "“It is safe,” Jane Roe said on March 3.", "en", "2021-03-03"),
        ("last year's", "“It is safe,” Jane Roe said on December 3.", "en", "2020-12-03"),
        ("with its year", "“It is safe,” Jane Roe said on 3 March 1921.", "en", "1921-03-03"),
        ("Turkish", "Nihat Karasu, 14 Mart’ta “Rıhtım sağlam” dedi.", "tr", "2021-03-14"),
        ("Spanish", "«Es seguro», dijo Ana Robles el 3 de marzo de 1921.", "es", "1921-03-03"),
    ],
)
def test_the_day_of_saying(quoted, way, text, language, day):
    [one] = quoted(text, language, issued=THURSDAY)
    assert (one.said, one.said_inferred) == (day, False)


@pytest.mark.parametrize(
    ("what", "text"),
    [
        ("another clause", "Jane Roe, who was elected on Tuesday, said: “It is safe.”"),
        ("next week", "“It is safe,” Jane Roe said. It opens on Tuesday."),
        ("no such day", "“It is safe,” Jane Roe said on February 30."),
    ],
)
def test_otherwise_the_day_of_issue_as_inferred(quoted, what, text):
    [one] = quoted(text, issued=THURSDAY)
    assert (one.said, one.said_inferred) == (THURSDAY, True)


def test_a_weekday_is_not_told_by_a_month(quoted):
    [one] = quoted("“It is safe and sound,” Jane Roe said on Tuesday.", issued="2021-03")
    assert (one.said, one.said_inferred) == ("2021-03", True)


def test_without_a_date_of_issue_nothing_is_inferred(quoted):
    [one] = quoted("“It is safe and sound,” Jane Roe said.")
    assert (one.said, one.said_inferred) == (None, False)


def test_the_event_and_its_place(quoted):
    [one] = quoted("“It is safe,” Jane Roe said at the Harbour Congress in Kilmore.")
    assert (one.event, one.place) == ("Harbour Congress", "Kilmore")
