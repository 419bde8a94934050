"""CSV: a row a printing, and nothing that a spreadsheet would run."""

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from quotedb.exporters import csv as exporter
from quotedb.facts import Attestation, Author, Quote, Source
from quotedb.text.cells import restore_cell


def rows(facts):
    return list(csv.DictReader(io.StringIO("".join(exporter.dump(facts)), newline="")))


def test_a_row_for_each_printing_with_its_source():
    source = Source(id=1, title="T", container_title="C", authors=(Author("Doe", "Ann"),))
    printed = Attestation(source=source, exact="As printed", locator="p. 7")
    quote = Quote(id=5, text="As said", tags=("a", "b"), attestations=(printed, printed))
    first, second = rows([source, quote])
    assert first == second
    assert (first["id"], first["text"], first["printed"]) == ("5", "As said", "As printed")
    assert (first["title"], first["outlet"], first["authors"]) == ("T", "C", "Ann Doe")
    assert (first["tags"], first["locator"]) == ("a; b", "p. 7")


def test_a_quote_without_a_printing_has_a_row():
    [row] = rows([Quote(id=5, text='Two\nlines, "quoted"', status="misattributed")])
    assert row["text"] == 'Two\nlines, "quoted"'
    assert (row["printed"], row["status"]) == ("", "misattributed")


@given(st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=20))
def test_no_cell_is_a_formula_and_every_one_comes_back(text):
    [row] = rows([Quote(text=text, note=text, tags=(text,))])
    for column in ("text", "note", "tags"):
        assert not row[column].startswith(("=", "+", "-", "@", "\t", "\r"))
        assert restore_cell(row[column]) == text
