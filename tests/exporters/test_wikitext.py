"""Wikitext templates."""

import re
from dataclasses import replace
from html import unescape

import pytest
import wikitextparser
from hypothesis import given, settings
from hypothesis import strategies as st

from quotedb.exporters import CiteOptions, wikitext
from quotedb.facts import Author


def listed(citations):
    return "".join(wikitext.cite(citations, CiteOptions()))


@pytest.mark.parametrize(
    ("csl_type", "template"),
    [
        ("article-newspaper", "cite news"),
        ("webpage", "citation"),
        ("document", "citation"),
        ("book", "cite book"),
        ("speech", "cite speech"),
    ],
)
def test_the_template_is_that_of_the_type(csl_type, template, cite_one):
    assert listed(cite_one(csl_type=csl_type, title="T")) == f"* {{{{{template} |title=T}}}}\n"


@pytest.mark.parametrize(
    ("issued", "date"),
    [
        ("2021-03-11", "2021-03-11"),
        ("1984/2004", "1984–2004"),
        ("-0043-03-15", "44 BC"),
        ("-0043/0014", "44 BC–14 AD"),
    ],
)
def test_dates_are_such_as_the_templates_take(issued, date, cite_one):
    assert f"|date={date}}}}}" in listed(cite_one(title="T", issued=issued))


def test_a_page_without_a_title_is_described(cite_one):
    printed = listed(cite_one(csl_type="webpage", url="https://a.example"))
    assert printed == "* {{cite web |title=&#91;Untitled web page&#93; |url=https://a.example}}\n"


def test_every_parameter(cite_one):
    assert listed(
        cite_one(
            csl_type="article-newspaper",
            title="On dams",
            container_title="Courier",
            authors=(Author("Doe", "Ann"), Author(literal="Office")),
            issued="2021-03",
            accessed="2021-04-05",
            url="https://a.example/x?y=1",
            publisher="P",
            language="en",
        )
    ) == (
        "* {{cite news |last1=Doe |first1=Ann |author2=Office |title=On dams |work=Courier"
        " |publisher=P |date=2021-03 |access-date=2021-04-05 |language=en"
        " |url=https://a.example/x?y=1}}\n"
    )


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1))
@settings(max_examples=80, deadline=None)
def test_any_title_stays_within_its_parameter(cite_one, text):
    line = listed(cite_one(title=text, url=f"https://a.example/{text}"))
    inside = re.fullmatch(r"\* \{\{cite web \|title=([^|{}\[\]<>=]*) \|url=([^|{}]*)\}\}\n", line)
    assert inside
    assert unescape(inside[1]) == text
    assert "''" not in inside[1]


def templates(page):
    return [
        (t.name.strip(), {a.name.strip(): unescape(a.value.strip()) for a in t.arguments})
        for t in wikitextparser.parse(page).templates
    ]


def test_another_reader_finds_the_same_facts(quoted):
    (news, article), (book, letters), (web, page) = templates(listed(quoted))
    assert (news, book, web) == ("cite news", "cite book", "cite web")
    assert article == {
        "last1": "Uydurma", "first1": "Ayşe", "title": "Köprü açıldı", "work": "Ova Postası",
        "date": "2021-03-11", "language": "tr",
    }  # fmt: skip
    assert (letters["date"], letters["orig-date"]) == ("1951", "1902")
    assert page["url"] == "https://a.example/x"


def test_quotes_are_laid_out_as_wikiquote_does(quoted):
    page = "".join(wikitext.cite(quoted, CiteOptions(with_quotes=True, group_by="speaker")))
    assert "== Vera Lund ==\n* The bridge will stand.\n** {{cite news |" in page
    assert "|page=7}}" in page
    assert page.index("== Albert Einstein ==") < page.index("=== Misattributed ===\n* Doing")
    sections = [s.title for s in wikitextparser.parse(page).sections if s.title]
    assert [s.strip() for s in sections] == [
        "Vera Lund", "Ada Quill", "Albert Einstein", "Misattributed",
    ]  # fmt: skip


def test_a_list_says_what_is_misattributed(quoted):
    assert (
        listed(quoted)
        .splitlines()[-1]
        .endswith(
            "''(misattributed to Albert Einstein: “Doing the same thing twice is madness.”)''"
        )
    )


@given(st.text(min_size=1))
@settings(max_examples=60, deadline=None)
def test_no_quote_leaves_its_line(cite_one, text):
    [one] = cite_one(title="T")
    one = replace(one, attestation=replace(one.attestation, exact=text))
    page = "".join(wikitext.cite([one], CiteOptions(with_quotes=True)))
    first, second = page.splitlines()
    assert first.startswith("* ")
    assert not first[2:].startswith(tuple("*#:;-{|="))
    assert second.startswith("** {{citation |")
