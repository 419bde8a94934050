"""Sources written for reference managers and read again by our own readers: the same facts.

What a format has no place for is listed here, variable by variable.
"""

import json
from pathlib import Path

import pytest

from quotedb.exporters import REGISTRY as EXPORTERS
from quotedb.exporters import CiteOptions
from quotedb.facts import Attestation, Citation, Quote
from quotedb.readers import REGISTRY as READERS
from quotedb.text.records import from_record

FILE = Path(__file__).parents[2] / "fixtures" / "citations" / "sources.jsonl"
FIELDS = (
    "csl_type", "title", "container_title", "authors", "issued", "accessed", "url", "publisher",
    "language",
)  # fmt: skip
# How CSL's dates have what EDTF has: about then for perhaps then, and years for a decade.
DATES = {"1902?": "1902~", "193X": "1930~/1939~"}
LOST = {
    "csl-json": set(),
    "biblatex": {"archive", "archive_location", "archive-place", "medium"},
    "bibtex": {
        "archive", "archive_location", "archive-place", "director", "event-place", "event-title",
        "genre", "host", "interviewer", "medium", "note", "original-date", "publisher-place",
        "recipient", "translator",
    },
    "ris": {
        "archive-place", "director", "event-place", "host", "interviewer", "medium", "note",
        "number", "publisher-place", "recipient", "csl_type",
    },
}  # fmt: skip


def told(source):
    facts = {field: getattr(source, field) for field in FIELDS}
    for detail in source.details:
        facts.setdefault(detail.variable, []).append(detail.text)
    return {name: value for name, value in facts.items() if value}


def citation(source):
    quote = Quote(id=source.id, text="x")
    return Citation(quote=quote, attestation=Attestation(source=source, exact="x"))


def close(form, date):
    """A date as far as a format can have it: without seasons and qualifiers in the lesser ones."""
    date = DATES.get(date, date)
    return date if form == "csl-json" or not date else date[:4]


@pytest.mark.parametrize("form", LOST)
def test_what_is_written_is_read(form):
    records = map(json.loads, FILE.read_text("utf-8").splitlines())
    sources = [from_record(one) for one in records if one["type"] == "source"]
    text = "".join(EXPORTERS.load(form).cite(map(citation, sources), CiteOptions()))
    reader = READERS.load("bibtex" if form == "biblatex" else form)
    read = list(reader.records(text.encode().splitlines(keepends=True), "f"))
    assert len(read) == len(sources) > 40
    for before, after in zip(map(told, sources), map(told, read), strict=True):
        for facts in (before, after):
            facts["issued"] = close(form, facts.get("issued"))
        kept = {*before, *after} - LOST[form]
        assert {n: before.get(n) for n in kept} == {n: after.get(n) for n in kept}


@pytest.mark.parametrize("form", ["bibtex", "biblatex", "ris", "csl-json"])
@pytest.mark.parametrize(
    "name", ["}{\\input{/etc/passwd}", "A & B_c #1 100% ~x^y", "{Braced} and so", "Ünlü «Şair» Öz"]
)
def test_names_and_titles_that_mean_something_to_a_format_come_back(form, name, cite_one):
    from quotedb.facts import Author

    cited = cite_one(title=name, csl_type="book", authors=(Author(literal=name),))
    text = "".join(EXPORTERS.load(form).cite(cited, CiteOptions()))
    reader = READERS.load("bibtex" if form == "biblatex" else form)
    [read] = reader.records(text.encode().splitlines(keepends=True), "f")
    assert (read.title, read.authors[0].full) == (name, name)
