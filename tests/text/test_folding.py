"""Folding: what is the same when case, accents, marks and spacing are put aside."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotedb.text.folding import fold, fold_word
from quotedb.text.parts import joined, read, written


@pytest.mark.parametrize(
    ("what", "text", "folded"),
    [
        ("case", "HARBOUR", "harbour"),
        ("Turkish dots", "İstanbul IĞDIR ısı", "istanbul igdir isi"),
        ("accents", "Élan naïve Ångström", "elan naive angstrom"),
        ("quote marks", "“the quay’s”", "the quays"),
        ("hyphens and dashes", "break-water – quay", "break water quay"),
        ("spacing", " a\u00a0 b\n c ", "a b c"),
        ("width", "ＡＢ１", "ab1"),
        ("sharp s", "Straße", "strasse"),
    ],
)
def test_folding(what, text, folded):
    assert fold(text) == folded


@given(st.text(st.characters(max_codepoint=127), max_size=60))
def test_plain_letters_fold_as_they_do_beside_others(text):
    assert fold(f"{text} ж").split() == [*fold(f"{text} x").split()[:-1], "ж"]


@given(st.text(max_size=60))
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


def test_a_hyphenated_word_stays_one():
    assert fold_word("vice-président") == "vicepresident"


def test_parts_are_written_and_read():
    assert written([(3, 7), (9, 12)]) == "3-7,9-12"
    assert read("3-7,9-12") == ((3, 7), (9, 12))
    assert (written([]), read(None)) == (None, ())


def test_parts_are_joined_by_a_space_or_a_line():
    text = "one, he said, two\nthree"
    assert joined(text, [(0, 4), (14, 17), (18, 23)]) == "one, two\nthree"
