"""`search`, `show` and `cite`: every option does what its help says."""

from __future__ import annotations

import json

import pytest

from .conftest import BELL, BRIDGE, ENTRIES, GULLS, LAMPS, PART

ALL = {LAMPS, GULLS, BRIDGE, BELL}


def ids(done):
    assert done.code == 0
    return [hit["id"] for hit in done.json]


FILTERS = [
    ("nothing said", (), ALL),
    ("words", ("lamps",), {LAMPS}),
    ("words of an excerpt find its quote", ("paints boats",), {GULLS}),
    ("every excerpt on its own", ("paints boats", "--all"), {GULLS, PART}),
    ("no Turkish letters", ("koprunun ayaklari",), {BRIDGE}),
    ("a typo", ("furnitrue",), {BELL}),
    ("a speaker", ("--speaker", "Ada Quill"), {LAMPS, GULLS}),
    ("a part of a name", ("-s", "LUND"), {BELL}),
    ("an outlet", ("--outlet", "bugle"), {LAMPS, BELL}),
    ("an outlet without its accents", ("--outlet", "kiyi postasi"), {BRIDGE}),
    ("a tag", ("--tag", "sea"), {LAMPS, GULLS}),
    ("two tags", ("--tag", "sea", "--tag", "dusk"), {LAMPS}),
    ("a language", ("--lang", "tr"), {BRIDGE}),
    ("a language with its regions", ("--lang", "en"), {LAMPS, GULLS, BELL}),
    ("a region", ("--lang", "en-GB"), {BELL}),
    ("a status", ("--status", "unverified"), ALL),
    ("another status", ("--status", "verified"), set()),
    ("two filters", ("--tag", "sea", "--outlet", "horn"), {GULLS}),
    ("words and a filter", ("lamps", "-s", "lund"), set()),
    # Strict bounds: a quote is kept when its last possible day is not before, its first not after.
    ("since its very day", ("--since", "1999-05-04"), {LAMPS, GULLS, BRIDGE}),
    ("since the day after", ("--since", "1999-05-05"), {GULLS, BRIDGE}),
    ("since a month in the year it was said", ("--since", "2001-07"), {GULLS}),
    ("since the last day of its month", ("--since", "2001-03-31"), {GULLS, BRIDGE}),
    ("since the day after its month", ("--since", "2001-04-01"), {GULLS}),
    ("until its very day", ("--until", "1999-05-04"), {LAMPS, BELL}),
    ("until the day before", ("--until", "1999-05-03"), {BELL}),
    ("until a month in its interval", ("--until", "1984-06"), {BELL}),
    ("until the day before its interval", ("--until", "1983-12-31"), set()),
    ("between", ("--since", "1999", "--until", "2000"), {LAMPS}),
    ("an interval", ("--since", "1985", "--until", "1985"), {BELL}),
    ("a year before Christ", ("--until", "-0044"), set()),
]


@pytest.mark.parametrize(
    ("options", "expected"), [f[1:] for f in FILTERS], ids=[f[0] for f in FILTERS]
)
def test_search_keeps_what_is_asked_for(filled, options, expected):
    found = ids(filled("search", *options, "--json"))
    assert sorted(found) == sorted(expected)


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("said", [BELL, LAMPS, GULLS, BRIDGE]),
        ("added", [LAMPS, GULLS, BRIDGE, BELL]),
        ("speaker", [LAMPS, GULLS, BRIDGE, BELL]),
    ],
)
def test_search_sorts(filled, order, expected):
    assert ids(filled("search", "--sort", order, "--json")) == expected
    assert ids(filled("search", "--sort", order, "--limit", "2", "--json")) == expected[:2]


def test_search_without_an_order_is_by_date_and_with_words_by_relevance(filled):
    assert ids(filled("search", "--json")) == ids(filled("search", "--sort", "said", "--json"))
    filled("add", "Lamps, lamps, and lamps", "-s", "Otto Kern", "--said", "2020")
    by_relevance = ids(filled("search", "lamps", "--json"))
    assert by_relevance[0] == PART + 1
    assert by_relevance == ids(filled("search", "lamps", "--sort", "relevance", "--json"))
    assert ids(filled("search", "lamps", "--sort", "said", "--json")) == by_relevance[::-1]


def test_search_shows_what_hangs_below(filled):
    [hit] = filled("search", "gulls", "--json").json
    assert hit["hanging"] == [
        {"id": PART, "kind": "excerpt_of", "text": "nobody paints the boats before spring"}
    ]
    heading, line = filled("search", "gulls").out.splitlines()
    assert heading.split()[:3] == ["id", "speaker", "said"]
    assert line.startswith(f"{GULLS}   Ada Quill")
    assert f" {PART} " in line


def test_show_has_the_quote_its_printings_and_what_it_is_to_others(filled):
    shown = filled("show", PART, "--json").json
    assert shown["relations"] == [{"kind": "excerpt_of", "to": GULLS}]
    [other] = shown["related"]
    assert (other["direction"], other["quote"]) == ("excerpt_of", GULLS)
    [other] = filled("show", GULLS, "--json").json["related"]
    assert (other["direction"], other["quote"]) == ("has excerpt", PART)


def test_show_in_words(filled):
    quote, printed, related = filled("show", GULLS).out.split("\n\n")
    assert "text      Nobody counts the gulls in winter" in quote
    assert "A quiet coast, The Horn" in printed
    assert "has excerpt" in related
    assert "p. 7" in filled("show", LAMPS).out


def titles(done):
    assert done.code == 0
    return {item["title"] for item in done.json}


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ((), {"Lamps out", "A quiet coast", "Köprü yükseliyor", "On bells"}),
        (("lamps",), {"Lamps out"}),
        (("--speaker", "lund"), {"On bells"}),
        (("--outlet", "bugle", "--tag", "sea"), {"Lamps out"}),
        (("--since", "2001-04"), {"A quiet coast"}),
        (("--until", "1990"), {"On bells"}),
        (("--lang", "tr"), {"Köprü yükseliyor"}),
        (("--status", "disputed"), set()),
        (("boats", "--all"), {"A quiet coast", "Heard on the quay"}),
        (("--speaker", "quill", "--limit", "1"), {"Lamps out"}),
    ],
)
def test_cite_takes_the_options_of_search(filled, options, expected):
    assert titles(filled("cite", *options, "--format", "csl-json")) == expected


# What stands at the head of a list of one entry, in each format that can be told by it.
MARKS = {
    "text": "Hartmann, G. (1999, May 5).",
    "markdown": "*The Bugle*",
    "html": '<div id="refs"',
    "bibtex": "@article{",
    "csl-json": '"family": "Hartmann"',
    "ris": "AU  - Hartmann, Greta",
    "wikitext": "{{cite news",
}


@pytest.mark.parametrize("form", MARKS)
def test_cite_in_a_format(filled, form):
    done = filled("cite", "lamps", "--format", form)
    assert (done.code, done.err) == (0, "")
    assert MARKS[form] in done.out
    assert "Lamps out" in done.out


@pytest.mark.parametrize(
    ("style", "locale", "expected"),
    [
        ("apa", "en-US", "Hartmann, G. (1999, May 5). Lamps out. The Bugle."),
        ("apa", "tr-TR", "Hartmann, G. (1999, 5 Mayıs). Lamps out. The Bugle."),
        ("mla", "en-US", "Hartmann, Greta. “Lamps Out.” The Bugle, 5 May 1999."),
    ],
)
def test_cite_in_a_style_and_a_language(filled, style, locale, expected):
    done = filled("cite", "lamps", "--style", style, "--locale", locale)
    assert done.out == f"{expected}\n"


def test_cite_takes_style_and_locale_of_the_settings(filled, tmp_path):
    told = filled("cite", "lamps", "--style", "mla", "--locale", "tr-TR").out
    assert told != filled("cite", "lamps").out
    (tmp_path / "no-config.toml").write_text('style = "mla"\nlocale = "tr-TR"\n')
    assert filled("cite", "lamps").out == told


def test_cite_takes_a_style_file_before_a_style(filled, tmp_path):
    style = tmp_path / "short.csl"
    style.write_text(
        '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">'
        "<info><title>Short</title><id>short</id><updated>2020-01-01T00:00:00Z</updated></info>"
        '<citation><layout><text variable="title"/></layout></citation>'
        '<bibliography><layout suffix="!"><text variable="title"/></layout></bibliography></style>'
    )
    done = filled("cite", "lamps", "--csl", style, "--style", "mla")
    assert done.out == "Lamps out!\n"


def test_cite_of_nothing_is_an_empty_list(filled):
    for form in MARKS:
        done = filled("cite", "xyzzyplugh", "--format", form)
        assert (done.code, done.err) == (0, "")
        assert done.out in ("", "[]\n")


def test_cite_says_which_quotes_have_no_source(filled):
    filled("add", "The tide keeps no diary", "-s", "Ada Quill")
    done = filled("cite", "tide", "--format", "csl-json")
    assert json.loads(done.out) == []
    assert "1 of 1 quotes have no source to cite" in done.err
    assert filled("cite", "tide", "--quiet").err == ""


def test_cite_names_a_source_once(filled):
    told = ("--title", "On bells", "--outlet", "The Bugle")
    filled("add", "Ropes are patient things", "-s", "Vera Lund", *told)
    assert len(ids(filled("search", "-s", "lund", "--json"))) == 2
    assert len(filled("cite", "-s", "lund", "--format", "csl-json").json) == 1


def test_cite_all_names_every_printing(filled):
    filled("add", ENTRIES[0][0], "-s", "Ada Quill", "--title", "Again", "--outlet", "The Siren")
    assert titles(filled("cite", "lamps", "--format", "csl-json")) == {"Lamps out"}
    every = filled("cite", "lamps", "--all", "--format", "csl-json")
    assert titles(every) == {"Lamps out", "Again"}
