"""Entries held against a reference CSL processor, citeproc-js.

`fixtures/citations/citeproc-js.json` has what it prints for 46 sources of our own invention in
five styles and two locales (benchmarks/citeproc_js.py made it); `differences.json` has every
entry that comes out otherwise here, with the kinds of difference, each explained.
"""

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from quotedb.exporters import CiteOptions
from quotedb.exporters._styled import styled
from quotedb.facts import Source
from quotedb.text.records import from_record

from .conftest import citation

FOLDER = Path(__file__).parents[2] / "fixtures" / "citations"
LINES = (FOLDER / "sources.jsonl").read_text("utf-8").splitlines()
SOURCES = [from_record(json.loads(line)) for line in LINES]
REFERENCE = json.loads((FOLDER / "citeproc-js.json").read_text("utf-8"))
DIFFERENCES = json.loads((FOLDER / "differences.json").read_text("utf-8"))
PAIRS = [(style, locale) for style, locales in REFERENCE.items() for locale in locales]


class Entries(HTMLParser):
    """The text of each entry of a list, by the key of its source."""

    def __init__(self):
        super().__init__()
        self.key, self.found = None, {}

    def handle_starttag(self, tag, attrs):
        name = dict(attrs).get("id") or ""
        if tag == "div" and name.startswith("ref-"):
            self.key = name.removeprefix("ref-")
            self.found[self.key] = ""

    def handle_data(self, data):
        if self.key:
            self.found[self.key] += data


def normal(entry):
    """An entry with plain spaces and without its number in the list."""
    return re.sub(r"^\[\d+\]\s*", "", " ".join(entry.replace("\u2060", "").split()))


def ours(style, locale):
    page = Entries()
    cited = [citation(source) for source in SOURCES if isinstance(source, Source)]
    page.feed(styled(cited, CiteOptions(style, locale), "html"))
    return {key: normal(entry) for key, entry in page.found.items()}


@pytest.mark.parametrize(("style", "locale"), PAIRS)
def test_every_difference_is_listed(style, locale):
    theirs = {key: normal(entry) for key, entry in REFERENCE[style][locale].items()}
    entries = ours(style, locale)
    assert len(entries) == len(SOURCES), "no source is left out"
    found = {key: entry for key, entry in entries.items() if entry != theirs.get(key, "")}
    listed = DIFFERENCES["entries"][f"{style} {locale}"]
    assert {k: e for k, e in found.items() if k not in listed} == {}, "differs, and is not listed"
    assert [key for key in listed if key not in found] == [], "listed, and does not differ"


def test_there_is_enough_to_compare():
    assert len(SOURCES) >= 40
    assert len(REFERENCE) >= 5
    assert {locale for _, locale in PAIRS} == {"en-US", "tr-TR"}


def test_every_kind_of_difference_is_explained_and_met():
    kinds = {
        kind
        for entries in DIFFERENCES["entries"].values()
        for some in entries.values()
        for kind in some
    }
    assert kinds == DIFFERENCES["kinds"].keys()
    assert all(len(why.split()) > 8 for why in DIFFERENCES["kinds"].values())
