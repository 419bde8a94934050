"""The queue by keys, the form, the editor, what the shell completes, the log."""

from __future__ import annotations

import json

import pytest

from quotedb.cli import asking, completing

from .conftest import BELL, GULLS, LAMPS

NEAR = "A bell with no rope is a piece of furniture"


@pytest.fixture
def at_terminal(monkeypatch):
    """Somebody who presses keys and types lines."""

    def sits(keys="", lines=()):
        pressed, typed = iter(keys), iter(lines)
        monkeypatch.setattr(asking, "is_there", lambda: True)
        monkeypatch.setattr(asking.typer, "getchar", lambda: next(pressed))
        monkeypatch.setattr(asking, "line", lambda label, offers=None: next(typed))

    return sits


@pytest.fixture
def waiting(filled):
    """The command line on a database where quote 6 looks like quote 4."""
    assert filled("add", NEAR, "-s", "Otto Kern").code == 0
    return filled


def statuses(command):
    return [(item["quote"], item["to"]) for item in command("review", "--json").json]


def test_keys_decide_and_what_is_decided_is_kept(waiting, at_terminal):
    at_terminal("xd")
    done = waiting("review")
    assert done.code == 0
    assert "1 wait. perhaps" in done.err
    assert "[-a-] rope" in done.err or "{+" in done.err
    assert "quote 6 is distinct quote 4" in done.err
    assert "quotedb: 0 wait" in done.err
    assert statuses(waiting) == []


def test_a_decision_is_taken_back_and_made_again(waiting, at_terminal):
    waiting("add", "A bell with no rope is only a piece of furniture", "-s", "Ada Quill")
    before = statuses(waiting)
    assert len(before) >= 2
    at_terminal("du" + "q")
    done = waiting("review")
    assert "taken back: review distinct quote 6" in done.err
    assert statuses(waiting) == before


def test_quitting_skipping_and_nothing_to_take_back(waiting, at_terminal):
    at_terminal("uk")
    done = waiting("review")
    assert "nothing to take back" in done.err
    assert statuses(waiting) == [(6, 4)]


def test_a_wrong_speaker_by_keys(waiting, at_terminal):
    at_terminal("wq", ["6", "Ada Quill"])
    waiting("review")
    assert waiting("show", 6, "--json").json["speaker"] == "Ada Quill"


def test_decisions_through_a_pipe(waiting, typed, tmp_path):
    listed = waiting("review", "--format", "jsonl").out.splitlines()
    decided = [json.dumps(json.loads(line) | {"decision": "variant"}) for line in listed]
    typed("\n".join(decided))
    done = waiting("review", "--decisions", "-", "--json")
    assert [one["done"] for one in done.json] == ["quote 6 is variant_of quote 4"]
    missing = waiting("review", "--decisions", tmp_path / "none.jsonl")
    assert missing.code in (2, 3)
    assert len(missing.err.splitlines()) == 1


def test_the_form_asks_for_what_is_not_given(filled, at_terminal):
    lines = ["A tide is a promise kept twice", "Ada Quill", *[""] * 3, "The Horn", *[""] * 5,
             "sea, dawn", ""]  # fmt: skip
    at_terminal(lines=lines)
    done = filled("add", "--said", "1999", "--json")
    assert done.code == 0, done.err
    [made] = done.json
    shown = filled("show", made["quote"], "--json").json
    assert (shown["said"], shown["speaker"], shown["tags"]) == (
        "1999",
        "Ada Quill",
        ["dawn", "sea"],
    )
    assert shown["attestations"][0]["outlet"] == "The Horn"


def test_without_a_terminal_nothing_is_asked(filled):
    done = filled("add")
    assert (done.code, done.out) == (2, "")
    assert "no words are given" in done.err
    done = filled("add", "The tide keeps no diary")
    assert (done.code, "who said it is not told" in done.err) == (2, True)


@pytest.fixture
def editor(monkeypatch, tmp_path):
    """An editor that is a line of sed."""

    def edits(script):
        monkeypatch.setenv("VISUAL", f"sed -i {script!r}")

    return edits


def test_the_form_in_an_editor(filled, editor):
    editor("s/^outlet:.*/outlet: The Horn/; s/^tag:.*/tag: sea, dawn/")
    done = filled("add", "A tide is a promise kept twice", "-s", "Ada Quill", "-e", "--json")
    [made] = done.json
    shown = filled("show", made["quote"], "--json").json
    assert (shown["text"], shown["tags"]) == ("A tide is a promise kept twice", ["dawn", "sea"])
    assert shown["attestations"][0]["outlet"] == "The Horn"


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("/^---$/d", "line of dashes is gone"),
        ("s/^outlet:/shop:/", "no field: 'shop:"),
        ("s/^said:.*/said: soon/", "soon"),
        ("/^Some/d", "no words to record"),
    ],
)
def test_a_form_that_is_spoilt_records_nothing(filled, editor, script, said):
    editor(script)
    done = filled("add", "Some words", "-s", "Ada Quill", "--editor")
    assert done.code in (2, 3)
    assert said in done.err
    assert len(done.err.splitlines()) == 1
    assert filled("log", "--json").json[0]["about"] != "Some words"


def test_an_editor_that_is_none(filled, monkeypatch):
    for name in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    assert "Set EDITOR" in filled("add", "-e").err
    monkeypatch.setenv("EDITOR", "/no/such/editor")
    assert "cannot be run" in filled("add", "-e").err
    monkeypatch.setenv("EDITOR", "false")
    assert "nothing is recorded" in filled("add", "-e").err


def test_what_is_half_typed_is_completed(filled, place):
    assert completing.offered("speaker", str(place), "ada q") == ["Ada Quill"]
    assert completing.offered("tag", str(place), "d") == ["dusk"]
    assert completing.offered("outlet", str(place), "The") == ["The Bugle", "The Drum", "The Horn"]
    assert completing.offered("speaker", str(place.with_name("none.db")), "a") == []


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("search --speaker Ada", "Ada Quill"),
        ("cite --tag se", "sea"),
        ("speaker show Ver", "Vera Lund"),
    ],
)
def test_the_shell_completes_from_the_database(filled, place, monkeypatch, words, offered):
    from typer.testing import CliRunner

    from quotedb.cli.app import app

    monkeypatch.setenv("QUOTEDB_URL", str(place))
    asked = {"_QUOTEDB_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": f"quotedb {words}"}
    shown = CliRunner().invoke(app, [], env=asked, prog_name="quotedb")
    assert offered in shown.output


def test_the_log_shows_what_was_before_and_after(filled):
    filled("edit", LAMPS, "--place", "Port Ellery")
    entry = filled("log", "--json").json[0]["id"]
    shown = filled("log", entry).out
    assert "place: -" in shown
    assert "place: Port Ellery" in shown
    assert [e["id"] for e in filled("log", "--quote", LAMPS, "--json").json] == [entry, 1]
    assert filled("log", 99).code == 1
    assert filled("undo", 99).code == 1


def test_an_undo_that_is_refused_says_what_is_in_the_way(filled):
    filled("tag", GULLS, "--tag", "birds")
    done = filled("undo", 2)
    assert (done.code, done.out) == (1, "")
    assert "rests on entry 2" in done.err
    assert "quotedb undo" in done.err


def test_duplicates_among_speakers_are_proposed_and_merged_and_parted_again(filled):
    filled("add", "Ropes are read by hand", "-s", "V. Lund")
    [pair] = filled("speakers", "--duplicates", "--json").json
    assert pair["reason"] == "an initial stands for a first name"
    people = filled("speakers", "--json").json
    assert filled("speaker", "merge", pair["first"], pair["second"]).code == 0
    assert filled("speakers", "--duplicates", "--json").json == []
    assert filled("undo").code == 0
    assert filled("speakers", "--json").json == people


def test_a_status_shows_everywhere_with_its_evidence(filled):
    filled("status", BELL, "misattributed", "--because", "Kern wrote it", "--source", "Letters")
    shown = filled("show", BELL).out
    assert "Kern wrote it" in shown
    assert "Letters" in shown
    assert [q["id"] for q in filled("search", "--status", "misattributed", "--json").json] == [BELL]
    exported = [json.loads(line) for line in filled("export").out.splitlines()]
    [quote] = [one for one in exported if one["type"] == "quote" and one["id"] == BELL]
    assert quote["evidence"][0]["because"] == "Kern wrote it"
