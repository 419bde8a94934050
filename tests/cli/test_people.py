"""`speakers` and `speaker show|alias|role|merge|rename`: what each really does."""

from __future__ import annotations

import pytest

from .conftest import BRIDGE


def names(done):
    assert done.code == 0
    return [person["name"] for person in done.json]


def test_speakers_are_listed_with_their_quotes(filled):
    people = filled("speakers", "--json").json
    assert [(p["name"], p["quotes"]) for p in people] == [
        ("Ada Quill", 3),
        ("Otto Kern", 1),
        ("Vera Lund", 1),
    ]
    assert [p["roles"] for p in people] == [["Harbour Master"], [], []]
    assert names(filled("speakers", "kern", "--json")) == ["Otto Kern"]


@pytest.mark.parametrize("who", ["1", "Ada Quill", "quill", "ADA QUİLL", "ada", "Ada Q"])
def test_show_finds_by_number_and_by_any_name(filled, who):
    person = filled("speaker", "show", who, "--json").json
    assert (person["id"], person["name"], person["kind"]) == (1, "Ada Quill", "person")


def test_show_asks_back_when_several_are_meant(filled):
    filled("speaker", "alias", "kern", "Ada Kern")
    done = filled("speaker", "show", "ada")
    assert done.code == 1
    assert "1 Ada Quill, 2 Otto Kern" in done.err
    assert "number" in done.err


def test_show_in_words(filled):
    lines = [line.split(maxsplit=1) for line in filled("speaker", "show", "1").out.splitlines()]
    assert lines == [
        ["id", "1"], ["name", "Ada Quill"], ["roles", "Harbour Master"], ["quotes", "3"],
        ["kind", "person"],
    ]  # fmt: skip


def test_alias_gives_names_by_which_the_speaker_is_found(filled):
    person = filled("speaker", "alias", "kern", "Отто Керн", "O. K.", "OTTO KERN", "--json").json
    assert person["names"] == ["Отто Керн", "O. K."], "the same folded is no other name"
    assert names(filled("speakers", "керн", "--json")) == ["Otto Kern"]
    [hit] = filled("search", "--speaker", "отто", "--json").json
    assert hit["id"] == BRIDGE


def test_role_is_noted_once(filled):
    told = (
        "speaker",
        "role",
        "kern",
        "Mayor",
        "--of",
        "Kıyıkent",
        "--from",
        "1999",
        "--to",
        "2004",
    )
    assert filled(*told, "--json").json["roles"] == ["Mayor, Kıyıkent"]
    assert filled(*told, "--json").json["roles"] == ["Mayor, Kıyıkent"]
    assert '"start":"1999","end":"2004"' in filled("export").out.replace('": "', '":"')


def test_merge_gives_everything_to_the_one_who_stays(filled):
    filled("speaker", "role", "kern", "Mayor")
    filled("speaker", "alias", "kern", "O. K.")
    person = filled("speaker", "merge", "quill", "kern", "--json").json
    assert (person["name"], person["quotes"]) == ("Ada Quill", 4)
    assert person["names"] == ["Otto Kern", "O. K."]
    assert person["roles"] == ["Harbour Master", "Mayor"]
    assert names(filled("speakers", "--json")) == ["Ada Quill", "Vera Lund"]
    shown = filled("show", BRIDGE, "--json").json
    assert (shown["speaker"], shown["attestations"][0]["speaker"]) == ("Ada Quill", "Ada Quill")
    assert filled("db", "check", "--json").json == []


def test_rename_shows_another_name_and_keeps_the_old(filled):
    person = filled("speaker", "rename", "kern", "Otto J. Kern", "--json").json
    assert (person["name"], person["names"]) == ("Otto J. Kern", ["Otto Kern"])
    assert filled("show", BRIDGE, "--json").json["speaker"] == "Otto J. Kern"
    assert names(filled("speakers", "otto kern", "--json")) == ["Otto J. Kern"]
