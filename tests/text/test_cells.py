"""Cells that a spreadsheet would run, and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotedb.text.cells import escape_cell, restore_cell


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_a_formula_is_made_text(start):
    assert escape_cell(f"{start}cmd") == f"'{start}cmd"


@pytest.mark.parametrize("text", ["", "a=b", "1-2", "“=x”", "'tis", "'"])
def test_what_is_no_formula_stays(text):
    assert escape_cell(text) == restore_cell(text) == text


@given(st.text(alphabet="'=+-@\t\rab", max_size=6))
def test_anything_comes_back(text):
    escaped = escape_cell(text)
    assert not escaped.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert restore_cell(escaped) == text
