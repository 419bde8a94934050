"""What is cited at first hand, and facts out by their sources, on each kind of database."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from quotedb.actions import add as adding
from quotedb.actions import speakers as people
from quotedb.actions.add import Entry
from quotedb.actions.cite import cite, form_of, is_indirect
from quotedb.actions.exporting import by_source, export, is_binary
from quotedb.actions.search import query
from quotedb.actions.sources import Description, read_details
from quotedb.facts import Attestation, Author, Detail, Quote, Search, Source
from quotedb.store import asking, queries

from .conftest import BELL, GULLS, LAMPS

ADA, OTTO = Author("Quill", "Ada"), Author("Kern", "Otto")


@pytest.mark.parametrize(
    ("csl_type", "authors", "indirect"),
    [
        ("speech", (ADA,), False),
        ("speech", (), False),
        ("interview", (ADA,), False),
        ("interview", (), False),
        ("interview", (OTTO,), True),
        ("post", (ADA,), False),
        ("post", (), True),
        ("post-weblog", (ADA,), False),
        ("book", (ADA,), False),
        ("book", (OTTO, ADA), False),
        ("book", (OTTO,), True),
        ("book", (), True),
        ("personal_communication", (ADA,), False),
        ("report", (ADA,), False),
        ("report", (OTTO,), True),
        ("article-newspaper", (OTTO,), True),
        ("article-newspaper", (ADA,), True),
        ("webpage", (), True),
        ("broadcast", (), True),
    ],
)
def test_only_the_speakers_own_work_is_cited_directly(csl_type, authors, indirect):
    printed = Attestation(source=Source(csl_type=csl_type, authors=authors), exact="x")
    quote = Quote(text="x", speaker="Ada Quill", speaker_id=1)
    assert is_indirect(printed, quote) is indirect


BOOK = Attestation(source=Source(csl_type="book", authors=(ADA,)), exact="x")


@pytest.mark.parametrize(
    ("quote", "names", "indirect"),
    [
        (Quote(text="x", speaker="Quill"), {}, False),
        (Quote(text="x", speaker="A. Q.", speaker_id=1), {}, True),
        (Quote(text="x", speaker="A. Q.", speaker_id=1), {1: ["A. Q.", "Ada Quill"]}, False),
        (Quote(text="x", speaker="Ada Quill", status="misattributed"), {}, True),
        (Quote(text="x"), {}, True),
    ],
    ids=["a part of the name", "other names", "known by both", "not the speaker's", "nobody"],
)
def test_the_speaker_is_known_by_any_name(quote, names, indirect):
    assert is_indirect(BOOK, quote, names) is indirect


def test_an_alias_of_the_store_makes_a_book_the_speakers_own(store):
    told = Description(title="My Ropes", authors=("Quill, Ada",), csl_type="book", issued="1951")
    adding.add(store, Entry("Ropes are patient things", "A. Q."), told)
    listed = lambda: "".join(cite(store, query(), with_quotes=True).chunks)  # noqa: E731
    assert "(as cited in Quill, 1951)" in listed()
    people.alias(store, "A. Q.", ["Ada Quill"])
    assert "— A. Q. (1951)" in listed()


def test_details_of_a_source_are_kept_and_come_out_again(store):
    details = read_details(["translator=Kern, Otto", "original-date = 1902", "archive=Old Library"])
    told = Description(title="T", authors=("Quill, Ada",), csl_type="book", details=details)
    adding.add(store, Entry(LAMPS, "Ada Quill"), told)
    [quote] = queries.quotes(store.connection(), [1])
    source = quote.attestations[0].source
    assert source.csl_type == "book"
    assert source.details == (
        Detail("translator", "Kern, Otto"),
        Detail("original-date", "1902"),
        Detail("archive", "Old Library"),
    )
    [item] = json.loads("".join(export(store, Search(), "csl-json")))
    assert item["translator"] == [{"family": "Kern", "given": "Otto"}]
    [line] = [json.loads(one) for one in export(store, Search(), "jsonl") if '"source"' in one[:20]]
    assert line["details"][1] == {"variable": "original-date", "text": "1902"}


def test_two_editions_are_two_sources(store):
    for translator in ("Kern", "Lund", "Kern"):
        details = read_details([f"translator={translator}"])
        told = Description(title="T", csl_type="book", details=details)
        adding.add(store, Entry(f"{LAMPS} {translator}", "Ada Quill"), told)
    numbers = {c.attestation.source.id for c in by_source(store)}
    assert len(numbers) == 2


@pytest.mark.parametrize("form", ["bibtex", "biblatex", "ris", "csl-json", "wikitext"])
def test_the_whole_database_comes_by_its_sources(store, add, form, monkeypatch):
    monkeypatch.setattr(asking, "CHUNK", 2)
    add(GULLS, outlet="The Horn")
    add(LAMPS, outlet="The Bugle")
    add(BELL, "Vera Lund", outlet="The Horn")
    add("Ropes are patient things")
    found = list(by_source(store))
    assert [c.attestation.source.container_title for c in found] == [
        "The Horn", "The Horn", "The Bugle",
    ]  # fmt: skip
    printed = "".join(export(store, Search(), form))
    assert printed.count("The Horn") == printed.count("The Bugle") == 1


@pytest.mark.parametrize(
    ("name", "form"),
    [
        (None, "text"),
        ("a.docx", "docx"),
        ("a.PDF", "pdf"),
        ("a.md", "markdown"),
        ("a.bib", "bibtex"),
        ("a.json", "csl-json"),
        ("a.htm", "text"),
        ("a", "text"),
    ],
)
def test_the_ending_of_a_file_tells_the_format(name, form):
    assert form_of(Path(name) if name else None) == form


def test_which_formats_are_bytes():
    assert [is_binary(form) for form in ("docx", "pdf", "parquet", "text")] == [
        True, True, True, False,
    ]  # fmt: skip
