"""A saying that everybody gives to a famous doctor, traced to the surveyor who printed it first.

The people, the outlets and the words are invented.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from quotedb.cli.app import run

from .conftest import Result

FOLDER = Path(__file__).parents[2] / "fixtures" / "misattributed"
SAYING = "A map is only a rumour until somebody has got lost with it,"
FIRST = "A map is only a rumour until somebody has been lost with it"
QUOTED = f"{FIRST},"
MODERN = ("evening-ledger.txt", "coast-weekly.txt", "northern-post.txt")


@pytest.fixture
def desk(store_url, capsys):
    """Runs commands on a store, of each kind, that has read the three articles."""

    def command(*arguments):
        capsys.readouterr()
        code = run(["--db", store_url, *map(str, arguments)])
        captured = capsys.readouterr()
        return Result(code, captured.out, captured.err)

    assert command("ingest", *(FOLDER / name for name in MODERN)).code == 0
    return command


def one(desk, text):
    """The number of the quote of those words."""
    return next(q["id"] for q in desk("search", "--all", "--json").json if q["text"] == text)


def printed_in_1911(desk):
    """The fact-checker finds the lecture and records it."""
    line = ("add", FIRST, "-s", "Tobias Reed", "--said", "1911-03-02", "--title", "On Plane Tables",
            "--outlet", "Proceedings of the Surveyors", "--issued", "1911", "--locator", "p. 44",
            "--type", "speech")  # fmt: skip
    assert desk(*line).code == 0


@pytest.fixture
def traced(desk):
    """The saying as the fact-checker leaves it."""
    printed_in_1911(desk)
    waiting = desk("review", "--json").json
    decided = [json.dumps(item | {"decision": "variant"}) for item in waiting
               if {item["text"], item["other"]["text"]} == {SAYING, QUOTED}]  # fmt: skip
    file = desk.folder / "decisions.jsonl"
    file.write_text("\n".join(decided))
    assert desk("review", "--decisions", file).code == 0
    because = "Reed printed it in 1911, when Stone was four; nothing of hers has it"
    line = ("status", one(desk, SAYING), "misattributed", "--because", because)
    assert desk(*line, "--source", "On Plane Tables").code == 0
    return desk


@pytest.fixture(autouse=True)
def folder(desk, tmp_path):
    desk.folder = tmp_path


def test_the_two_printings_of_the_famous_name_are_one_quote(desk):
    shown = desk("show", one(desk, SAYING), "--json").json
    assert shown["speaker"] == "Aurelia Stone"
    assert {a["outlet"] for a in shown["attestations"]} == {"The Evening Ledger", "Coast Weekly"}


def test_the_disagreement_is_seen_before_anybody_decides(desk):
    printed_in_1911(desk)
    assert one(desk, QUOTED) != one(desk, SAYING), "never merged by itself: two people said it"
    [pair] = [i for i in desk("review", "--json").json if i["kind"] == "pair"]
    assert {pair["speaker"], pair["other"]["speaker"]} == {"Aurelia Stone", "Tobias Reed"}


def test_the_first_printing_is_found(traced):
    first = traced("earliest", one(traced, SAYING), "--json").json
    assert (first["date"], first["speaker"]) == ("1911", "Tobias Reed")
    line = traced("timeline", one(traced, SAYING), "--json").json
    assert [p["outlet"] for p in line] == [
        "Proceedings of the Surveyors", "The Evening Ledger", "Coast Weekly", "The Northern Post",
    ]  # fmt: skip
    assert {d["here"] for p in line for d in p["difference"]} == {"got"}


def test_the_status_keeps_its_evidence(traced):
    shown = traced("show", one(traced, SAYING), "--json").json
    [evidence] = shown["evidence"]
    assert shown["status"] == evidence["status"] == "misattributed"
    assert evidence["source"]["title"] == "On Plane Tables"
    found = traced("search", "rumour", "--status", "misattributed", "--json").json
    assert [q["text"] for q in found] == [SAYING]


def test_a_manuscript_that_repeats_it_is_stopped(traced):
    done = traced("check", FOLDER / "manuscript.md", "--json")
    assert done.code == 1
    assert [f["name"] for f in done.json] == ["misattributed"]
    assert "Reed printed it in 1911" in done.json[0]["message"]


def test_no_list_gives_it_out_as_verified(traced):
    for form in ("text", "markdown", "bibtex", "wikitext", "csl-json"):
        listed = traced(
            "cite", "rumour", "--status", "misattributed", "--format", form, "--all"
        ).out
        assert "misattributed" in listed.casefold(), form


def test_everything_can_be_taken_back(traced):
    before = traced("export").out
    number = one(traced, SAYING)
    assert traced("undo").code == 0
    assert traced("show", number, "--json").json["status"] == "unverified"
    assert traced("undo").code == 0
    assert len([i for i in traced("review", "--json").json if i["kind"] == "pair"]) == 1
    redone = [e["undone_by"] for e in traced("log", "--json").json if e["undone_by"]]
    for entry in sorted(redone, reverse=True):
        assert traced("undo", entry).code == 0
    assert traced("export").out == before
