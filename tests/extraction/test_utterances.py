"""Quotations in parts: broken by a clause, or over paragraphs."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We closed no pier,” Jane Roe said, “and stopped no ship.”", 1),
        ("“We closed no pier,” Jane Roe said. “We stopped no ship.”", 2),
        ("“We closed no pier,” said Jane Roe, adding, “Nor will we.”", 2),
        ("Jane Roe called it “a good pier” and “the best of quays”.", 2),
        ("“We closed no pier,” Jane Roe said.\n\n“We stopped no ship,” said Ann Wells.", 2),
    ],
)
def test_only_a_clause_within_a_sentence_breaks_a_quotation(quoted, text, expected):
    assert len(quoted(text)) == expected


def test_a_broken_quotation_is_one_with_exact_parts(quoted):
    text = "“We closed no pier,” Jane Roe said, “and stopped no ship.”"
    [one] = quoted(text)
    assert one.text == "We closed no pier, and stopped no ship."
    assert [text[start:end] for start, end in one.parts] == [
        "We closed no pier,",
        "and stopped no ship.",
    ]
    assert (one.start, one.end) == (one.parts[0][0], one.parts[-1][1])


def test_a_quotation_in_one_piece_has_no_parts(quoted):
    text = "“We closed no pier at all,” Jane Roe said."
    [one] = quoted(text)
    assert one.parts == ()
    assert text[one.start : one.end] == one.text


def test_paragraphs_that_reopen_the_mark_are_one_quotation(quoted):
    text = "Jane Roe said: “We closed no pier.\n\n“We stopped no ship.\n\n“Nor will we.”"
    [one] = quoted(text)
    assert one.text == "We closed no pier.\nWe stopped no ship.\nNor will we."
    assert one.speaker == "Jane Roe"
    assert len(one.parts) == 3
