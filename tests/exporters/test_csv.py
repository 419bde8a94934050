"""CSV: a row a printing, and nothing that a spreadsheet would run."""

import csv
import io

import pytest

from quotedb.exporters import csv as exporter
from quotedb.facts import Attestation, Author, Quote, Source


def rows(facts):
    return list(csv.DictReader(io.StringIO("".join(exporter.dump(facts)), newline="")))


def test_a_row_for_each_printing_with_its_source():
    source = Source(id=1, title="T", container_title="C", authors=(Author("Doe", "Ann"),))
    printed = Attestation(source=Source(id=1), exact="As printed", locator="p. 7")
    quote = Quote(id=5, text="As said", tags=("a", "b"), attestations=(printed, printed))
    first, second = rows([source, quote])
    assert first == second
    assert (first["id"], first["text"], first["printed"]) == ("5", "As said", "As printed")
    assert (first["title"], first["outlet"], first["authors"]) == ("T", "C", "Ann Doe")
    assert (first["tags"], first["locator"]) == ("a; b", "p. 7")


def test_a_quote_without_a_printing_has_a_row():
    [row] = rows([Quote(id=5, text='Two\nlines, "quoted"')])
    assert row["text"] == 'Two\nlines, "quoted"'
    assert row["printed"] == ""


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_a_formula_is_made_text(start):
    [row] = rows([Quote(text=f"{start}cmd")])
    assert row["text"] == f"'{start}cmd"


@pytest.mark.parametrize("text", ["a=b", "1-2", "“=x”", "'=x"])
def test_what_is_no_formula_stays(text):
    [row] = rows([Quote(text=text)])
    assert row["text"] == text
