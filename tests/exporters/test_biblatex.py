"""BibLaTeX, read back by bibtexparser and by pandoc."""

import json
import re
import subprocess

import bibtexparser
import pytest

from quotedb.exporters import CiteOptions, biblatex, bibtex
from quotedb.exporters._pandoc import pandoc
from quotedb.facts import Author, Detail, Source

from .conftest import citation


def written(citations, module=biblatex):
    return "".join(module.cite(citations, CiteOptions()))


def by_pandoc(citations, module=biblatex):
    command = [pandoc(), f"--from={module.__name__.rpartition('.')[2]}", "--to=csljson"]
    text = written(citations, module)
    done = subprocess.run(command, input=text, capture_output=True, text=True, check=True)
    return json.loads(re.sub(r"</?span[^>]*>", "", done.stdout.replace('\\"', "'")))


NAMES = [
    Author("Çelik", "Şule"),
    Author("Ли", "Анна"),
    Author("van den Berg", "Anna"),
    Author("O’Neil", "Ann"),
    Author(literal="Dışişleri Bakanlığı"),
    Author(literal="Smith and Sons & Co"),
]
PARTS = ("given", "dropping-particle", "non-dropping-particle", "family", "literal")
TITLES = ["Мост открыт", "Işık ve ığdır", "The US and the EU", "50% & $5 #1_a", "A back\\slash ^ ~"]


@pytest.mark.parametrize("module", [biblatex, bibtex])
def test_names_and_titles_come_back_from_another_reader(module):
    citations = [
        citation(Source(id=n, title=title, authors=tuple(NAMES), csl_type="book", language="en"))
        for n, title in enumerate(TITLES, 1)
    ]
    for title, item in zip(TITLES, by_pandoc(citations, module), strict=True):
        assert item["title"] == title
        whole = [
            " ".join(n[part] for part in PARTS if part in n)
            for n in item["author"]
        ]  # fmt: skip
        assert whole == [author.full for author in NAMES]


@pytest.mark.parametrize(
    ("csl_type", "kind", "read_as"),
    [
        ("article-newspaper", "article", "article-newspaper"),
        ("article-magazine", "article", "article-magazine"),
        ("book", "book", "book"),
        ("webpage", "online", "webpage"),
        ("post", "online", "webpage"),
        ("speech", "unpublished", "speech"),
        ("motion_picture", "movie", "motion_picture"),
        ("personal_communication", "letter", "personal_communication"),
        ("document", "misc", ""),
    ],
)
def test_types(csl_type, kind, read_as):
    event = (Detail("event-title", "Harbour Day"), Detail("event-place", "Port Lowen"))
    details = event if csl_type == "speech" else ()
    one = [citation(Source(csl_type=csl_type, title="T", container_title="C", details=details))]
    [entry] = bibtexparser.parse_string(written(one)).entries
    assert entry.entry_type == kind
    assert by_pandoc(one)[0]["type"] == read_as


def test_what_bibtex_has_no_field_for(quoted):
    book = quoted[1:2]
    [item] = by_pandoc(book)
    assert item["translator"] == [{"family": "Kern", "given": "Otto"}]
    assert item["original-date"]["date-parts"] == [[1902]]
    assert (item["edition"], item["volume"], item["publisher"]) == ("2", "3", "Old Quay Press")
    [entry] = bibtexparser.parse_string(written(book)).entries
    assert (entry["library"], entry["langid"]) == ("Old Town Library", "english")
    [plain] = bibtexparser.parse_string(written(book, bibtex)).entries
    assert plain["note"] == (
        "translated by Kern, Otto; first published 1902; kept in Old Town Library"
    )


@pytest.mark.parametrize(
    ("issued", "date"),
    [("1850~", "1850~"), ("1984/2004", "1984/2004"), ("-0043", "-0043"), ("2021-03", "2021-03")],
)
def test_dates_are_those_of_iso_8601(issued, date, cite_one):
    [entry] = bibtexparser.parse_string(written(cite_one(title="T", issued=issued))).entries
    assert entry["date"] == date


@pytest.mark.parametrize("module", [biblatex, bibtex])
def test_the_status_of_a_quote_is_told(module, quoted):
    *_, last = bibtexparser.parse_string(written(quoted, module)).entries
    assert last["keywords"] == "misattributed"
    assert last["note"].startswith("misattributed to Albert Einstein: “Doing the same")


@pytest.mark.parametrize("module", [biblatex, bibtex])
def test_a_name_cannot_leave_its_entry(module, cite_one):
    name = Author(literal="}{\\input{/etc/passwd}")
    [item] = by_pandoc(cite_one(title="T", authors=(name,), csl_type="book"), module)
    assert item["title"] == "T"
    assert "input" in item["author"][0]["literal"], "words, and no command"
