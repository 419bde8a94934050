"""Tables: columns in line, texts wrapped to the terminal, wide characters counted as two."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotedb.cli import tables

ROWS = [["id", "text"], ["1", "Veni, vidi, vici"], ["22", "Alea iacta est"]]


def test_without_a_width_a_line_a_row():
    assert list(tables.lines(ROWS, [False, True], None)) == [
        "id  text",
        "1   Veni, vidi, vici",
        "22  Alea iacta est",
    ]


def test_a_text_wraps_under_its_own_column():
    long = "Gallia est omnis divisa in partes tres, quarum unam incolunt Belgae"
    shown = list(tables.lines([["1", long]], [False, True], 33))
    assert shown == [
        "1  Gallia est omnis divisa in",
        "   partes tres, quarum unam",
        "   incolunt Belgae",
    ]


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 5, [""]),
        ("one two", 7, ["one two"]),
        ("one two", 6, ["one", "two"]),
        ("a\nb", 6, ["a", "b"]),
        ("incomprehensibilities", 8, ["incompre", "hensibil", "ities"]),
        ("ab incomprehensible", 8, ["ab", "incompre", "hensible"]),
    ],
)
def test_wrapping(text, width, lines):
    assert tables.wrapped(text, width) == lines


@pytest.mark.parametrize(("text", "cells"), [("abc", 3), ("ğış", 3), ("北京", 4), ("e\u0301", 1)])
def test_cells(text, cells):
    assert tables.cells(text) == cells


@given(st.text(), st.integers(2, 40))
def test_no_line_is_wider_and_no_letter_is_lost(text, width):
    lines = tables.wrapped(text, width)
    assert all(tables.cells(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


@given(st.lists(st.integers(1, 300), min_size=1, max_size=6), st.integers(20, 200))
def test_columns_fit_or_are_at_their_narrowest(widths, terminal):
    wraps = [True] * len(widths)
    fitted = tables.fitted(widths, wraps, terminal)
    total = sum(fitted) + tables.GAP * (len(widths) - 1)
    assert total <= terminal or all(f <= tables.NARROWEST for f in fitted)
    assert all(f <= w for f, w in zip(fitted, widths, strict=True))
