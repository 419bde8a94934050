"""The main job: an article goes in, its quotes are found again by speaker, and cited."""

from __future__ import annotations

import pytest

LEAD = "Balıkçılarımızın yeni rıhtımdan ilkbahar gelmeden yararlanacağını umuyoruz"


@pytest.fixture
def filled(quotedb, liman):
    assert quotedb("ingest", liman).code == 0
    return quotedb


def test_one_source_one_speaker_five_attestations(quotedb, liman):
    done = quotedb("ingest", liman, "--json")
    assert done.code == 0
    assert [(o["outcome"], o["speaker"]) for o in done.json] == [
        ("excerpt", "Nihat Karasu"),
        ("new", "Nihat Karasu"),
        ("excerpt", "Nihat Karasu"),
        ("new", "Nihat Karasu"),
        ("new", "Nihat Karasu"),
    ]
    stats = quotedb("db", "stats", "--json").json
    assert (stats["sources"], stats["speakers"], stats["attestations"]) == (1, 1, 5)
    person = quotedb("speaker", "show", "karasu", "--json").json
    assert (person["name"], person["roles"]) == ("Nihat Karasu", ["Ulaştırma Bakanı"])


def test_every_outcome_says_why(quotedb, liman):
    assert all(o["reason"] for o in quotedb("ingest", liman, "--json").json)


def test_the_same_article_again_adds_nothing_and_says_so(filled, liman):
    before = filled("export").out
    again = filled("ingest", liman, "--json")
    assert {o["outcome"] for o in again.json} == {"known"}
    assert "already recorded" in again.err
    assert filled("export").out == before


def test_the_shorter_printings_hang_under_the_quotes_they_are_from(filled):
    shown = filled("search", "--speaker", "karasu", "--json").json
    assert len(shown) == 3
    below = {under["text"]: quote["text"] for quote in shown for under in quote["hanging"]}
    assert below[LEAD].startswith("Yeni rıhtımın yapımı")
    heading = next(text for text in below if text.startswith("Bakanlığımız, "))
    assert below[heading].startswith("Bu kurultay on yıldır")

    every = filled("search", "--speaker", "karasu", "--all", "--json").json
    assert len(every) == 5
    assert sum(r["kind"] == "excerpt_of" for q in every for r in q["relations"]) == 2


@pytest.mark.parametrize(
    "words",
    [
        "rıhtım yapımı",
        "RIHTIM YAPIMI",
        "rihtim yapimi",
        "rıhtımn yapımı",
        "deneme sefer",
        "İLKBAHAR",
    ],
)
def test_found_by_words(filled, words):
    found = filled("search", words, "--json").json
    assert [q["text"][:20] for q in found] == ["Yeni rıhtımın yapımı"]


@pytest.mark.parametrize("words", ['"', "a OR", "%", "*", "NEAR(", "'; DROP TABLE quote; --"])
def test_syntax_of_a_search_engine_is_only_words(filled, words):
    found = filled("search", words, "--json")
    assert (found.code, found.err) == (0, "")
    assert filled("db", "check").code == 0


def test_dates_bound_the_search(filled):
    assert len(filled("search", "--since", "2019-06", "--json").json) == 3
    assert filled("search", "--since", "2019-07", "--json").json == []
    assert len(filled("search", "--until", "2019", "--json").json) == 3
    assert filled("search", "--until", "2019-05-31", "--json").json == []


@pytest.mark.parametrize(
    ("style", "locale", "entry"),
    [
        ("apa", "tr-TR", "Denizcilik Kurumu. (2019, Haziran). [Başlıksız belge]."),
        ("apa", "en-US", "Denizcilik Kurumu. (2019, June). [Untitled document]."),
        ("mla", "tr-TR", "Denizcilik Kurumu. Başlıksız belge. Haziran 2019."),
    ],
)
def test_cited_once(filled, style, locale, entry):
    listed = filled("cite", "--speaker", "karasu", "--style", style, "--locale", locale)
    assert listed.out.strip() == entry


def test_the_day_stands_before_the_month_in_turkish(quotedb, harbour):
    quotedb("ingest", harbour)
    listed = quotedb("cite", "--style", "apa", "--locale", "tr-TR").out
    assert "(2019, 3 Haziran)" in listed


def test_the_same_words_from_another_source_are_known(filled):
    plain = (
        "Kiyilarimiz cetin bir kistan cikti.  Dalgakiranlarin ucte biri yenilenmek zorunda kaldi."
        " Buna ragmen hicbir iskeleyi kapatmadik ve gemilerin seferini durdurmadik"
    )
    done = filled("add", plain, "--speaker", "Karasu", "--outlet", "Kıyı Postası", "--json")
    assert [o["outcome"] for o in done.json] == ["known"]
    assert "Nihat Karasu" in done.err
    shown = filled("show", done.json[0]["quote"], "--json").json
    assert len({a["source"] for a in shown["attestations"]}) == 2
    assert len(filled("speakers", "--json").json) == 1


def test_offsets_are_those_of_the_stored_text(filled, liman):
    text = liman.read_text(encoding="utf-8")
    for quote in filled("search", "--all", "--json").json:
        for one in filled("show", quote["id"], "--json").json["attestations"]:
            assert text[one["start"] : one["end"]] == one["exact"] == quote["text"]
            assert text[: one["start"]].endswith(one["prefix"] + "“")
            assert text[one["end"] :].startswith("”" + one["suffix"])


def test_a_second_article_finds_the_speaker_again(filled, harbour):
    done = filled("ingest", harbour, "--json").json
    assert {o["speaker"] for o in done} == {"Nihat Karasu", "Selma Toprak", "a harbour official"}
    people = {p["name"]: p for p in filled("speakers", "--json").json}
    assert set(people) == {"Nihat Karasu", "Selma Toprak"}, "an unnamed official is no speaker"
    assert set(people["Nihat Karasu"]["roles"]) == {"Ulaştırma Bakanı", "Transport Minister"}


def test_options_go_before_what_the_file_says(quotedb, harbour):
    quotedb("ingest", harbour, "--outlet", "Another Paper", "--issued", "2019-06-04")
    source = quotedb("search", "--json").json[0]["sources"][0]
    assert (source["outlet"], source["issued"]) == ("Another Paper", "2019-06-04")
    assert source["title"] == "Minister promises a quay before the spring"
