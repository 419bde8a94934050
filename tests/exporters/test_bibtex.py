"""BibTeX, read back by bibtexparser."""

import bibtexparser
import pytest
from bibtexparser.middlewares import LatexDecodingMiddleware
from hypothesis import given, settings
from hypothesis import strategies as st

from quotedb.exporters import CiteOptions, bibtex
from quotedb.exporters._bib import author_list, escaped, verbatim
from quotedb.facts import Author


def entries(citations, **options):
    text = "".join(bibtex.cite(citations, CiteOptions()))
    library = bibtexparser.parse_string(text, **options)
    assert not library.failed_blocks
    return library.entries


def test_every_source_is_an_entry_with_its_facts(cited):
    read = entries(cited)
    assert len(read) == len(cited)
    first = {field.key: field.value for field in read[0].fields}
    assert read[0].entry_type == "article"
    assert first == {
        "author": "Hartmann, Greta",
        "title": "{Rhine bridge opens “at last”}",
        "journal": "The Lowland Courier",
        "year": "2021",
        "month": "3",
        "date": "2021-03-11",
        "url": "https://courier.example/bridge",
        "entrysubtype": "newspaper",
        "language": "en",
        "keywords": "unverified",
    }


@pytest.mark.parametrize(
    ("csl_type", "kind", "container", "publisher"),
    [
        ("article-newspaper", "article", "journal", "publisher"),
        ("book", "book", "howpublished", "publisher"),
        ("webpage", "misc", "howpublished", "organization"),
        ("speech", "misc", "howpublished", "organization"),
    ],
)
def test_types_and_where_a_source_was_printed(csl_type, kind, container, publisher, cite_one):
    [entry] = entries(cite_one(csl_type=csl_type, container_title="C", publisher="P"))
    assert (entry.entry_type, entry[container], entry[publisher]) == (kind, "C", "P")


def test_names_are_people_or_whole():
    names = [{"family": "van den Berg", "given": "Anna"}, {"literal": "A and B"}, {"family": "X"}]
    assert author_list(names) == "van den Berg, Anna and {A and B} and {X}"


def test_what_tex_acts_on_is_harmless():
    assert escaped(r"\{}~^&%$#_") == (
        r"\textbackslash{}\textbraceleft{}\textbraceright{}\textasciitilde{}\textasciicircum{}"
        r"\&\%\$\#\_"
    )
    assert escaped("Müller–Straße, Мост, ığ") == "Müller–Straße, Мост, ığ"
    assert verbatim("https://a.example/x_y?z=%20&a{}\\ ") == (
        "https://a.example/x_y?z=%20&a%7B%7D%5C%20"
    )


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1))
@settings(max_examples=80, deadline=None)
def test_any_title_and_name_leave_one_balanced_entry_that_reads_back(cite_one, text):
    [entry] = entries(
        cite_one(title=text, authors=(Author(literal=text),), url=f"https://a.example/{text}")
    )
    assert entry["title"] == f"{{{escaped(text)}}}"


def test_specials_come_back_through_a_latex_reader(cite_one):
    title = "50% & $5 #1_a ~ Köprü"
    [entry] = entries(cite_one(title=title), append_middleware=[LatexDecodingMiddleware()])
    assert entry["title"] == title


def test_before_christ(cite_one):
    [entry] = entries(cite_one(title="T", issued="-0043-03-15"))
    assert (entry["year"], entry["date"]) == ("44 BC", "-0043-03-15")
