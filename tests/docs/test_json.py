"""docs/json.md: the keys it tells are those that are printed, no more and no fewer."""

from __future__ import annotations

import json
import re

import pytest

from quotedb.cli.app import run

from .conftest import COMMANDS, ROOT, options_of, text_of

GULLS = "Nobody counts the gulls in winter, and nobody paints the boats before spring"
PART = "nobody paints the boats before spring"
ARTICLE = "Vera Lund said, “The bridge will stand, whatever the river does.”\n"
# How each command of the table is made to print something.
LINES = {
    "extract": ("extract", "ARTICLE", "--explain"),
    "ingest": ("ingest", "ARTICLE", "--dry-run"),
    "add": ("add", GULLS, "-s", "Ada Quill", "--dry-run"),
    "search": ("search", "boats", "--all"),
    "show": ("show", "2"),
    "speakers": ("speakers",),
    "speakers --duplicates": ("speakers", "--duplicates"),
    "review": ("review",),
    "tag": ("tag", "1", "--tag", "sea", "--dry-run"),
    "delete": ("delete", "1", "--dry-run"),
    "log": ("log",),
    "undo": ("undo", "--dry-run"),
    "speaker show": ("speaker", "show", "quill"),
    "compare": ("compare", GULLS, PART),
    "check": ("check", "MANUSCRIPT", "--all"),
    "timeline": ("timeline", "2"),
    "earliest": ("earliest", "3"),
    "conflicts": ("conflicts",),
    "import": ("import", "jsonl", "RECORDS", "--dry-run"),
    "dedupe": ("dedupe", "--workers", "1", "--dry-run"),
    "db check": ("db", "check"),
    "db copy": ("db", "copy", "DATABASE", "copy.db", "--dry-run"),
    "db stats": ("db", "stats"),
}
CHANGING = {"speaker new", "speaker alias", "speaker role", "speaker merge", "speaker rename",
            "speaker wikidata", "edit", "status", "merge", "split"}  # fmt: skip


def keys(cell):
    """The keys that a cell tells, each with those of the objects under it, if it tells them."""
    told = {}
    for key, under in re.findall(r"`([a-z_]+)`(?: \(([^)]*)\))?", cell):
        told[key] = re.findall(r"`([a-z_]+)`", under)
    return told


def rows():
    """Each command of the table with its keys."""
    table = re.findall(r"^\| (`.+?) \| (.+) \|$", text_of(ROOT / "docs" / "json.md"), re.MULTILINE)
    return {
        command.removesuffix(" --json"): keys(cell)
        for commands, cell in table
        for command in re.findall(r"`([^`]+)`", commands)
    }


ROWS = rows()


@pytest.fixture
def printed(tmp_path, capsys):
    """The records that a command prints on a database of two quotes, one a part of the other."""
    db = ("--db", str(tmp_path / "quotes.db"))
    article, records = tmp_path / "article.txt", tmp_path / "records.jsonl"
    article.write_text(ARTICLE, encoding="utf-8")
    records.write_text(json.dumps({"text": PART, "speaker": "Ada Quill"}), encoding="utf-8")
    manuscript = tmp_path / "manuscript.md"
    shortened = GULLS.replace("in winter", "[…]")
    manuscript.write_text(f"Ada Quill wrote: “{shortened}.”", encoding="utf-8")
    files = {"ARTICLE": str(article), "RECORDS": str(records), "MANUSCRIPT": str(manuscript)}
    files["DATABASE"] = db[-1]
    for words, outlet in ((GULLS, "The Horn"), (PART, "The Drum")):
        assert run([*db, "add", words, "-s", "Ada Quill", "--outlet", outlet]) == 0

    for who, issued in (("Vera Lund", "2001"), ("Otto Kern", "2003")):  # a conflict, with dates
        line = ("The tide keeps no diary of its own", "-s", who, "--issued", issued)
        assert run([*db, "add", *line, "--outlet", f"The Bugle {issued}"]) == 0
    near = "A bell without a rope is only furniture", "A bell with no rope is a piece of furniture"
    for words, who in zip(near, ("Vera Lund", "V. Lund"), strict=True):  # waits for review
        assert run([*db, "add", words, "-s", who]) == 0
    assert run([*db, "status", "2", "disputed", "--because", "nobody heard it"]) == 0

    def records_of(line):
        capsys.readouterr()
        assert run([*db, *(files.get(part, part) for part in line), "--json"]) == 0
        shown = json.loads(capsys.readouterr().out)
        return shown if isinstance(shown, list) else [shown]

    return records_of


def test_every_command_that_prints_json_is_in_the_table():
    printing = {name for name, command in COMMANDS.items() if "--json" in options_of(command)}
    assert printing - ROWS.keys() == CHANGING
    assert ROWS.keys() == LINES.keys()


@pytest.mark.parametrize("name", sorted(LINES.keys() - {"db check"}))
def test_the_keys_told_are_the_keys_printed(printed, name):
    found = printed(LINES[name])
    assert found
    told = ROWS[name]
    for record in found:
        assert set(told) == set(record)
        for key, under in told.items():
            for one in record[key] if isinstance(record[key], list) else []:
                if isinstance(one, dict):
                    assert set(one) == set(under), key


def test_the_keys_of_a_fault(printed, tmp_path, capsys):
    import sqlite3

    assert printed(LINES["db check"]) == []
    with sqlite3.connect(tmp_path / "quotes.db") as raw:
        raw.execute("UPDATE quote SET key = 'other'")
    raw.close()
    assert run(["--db", str(tmp_path / "quotes.db"), "db", "check", "--json"]) == 1
    assert {key for fault in json.loads(capsys.readouterr().out) for key in fault} == set(
        ROWS["db check"]
    )


def test_the_keys_under_a_key_are_tried_on_something(printed):
    [shown] = printed(LINES["show"])
    [hit, _] = printed(LINES["search"])
    assert shown["attestations"]
    assert shown["evidence"]
    assert shown["relations"]
    assert shown["related"]
    assert hit["sources"]
    assert hit["hanging"]


def test_the_keys_of_an_error(capsys):
    assert run(["--json", "search", "--since", "soon"]) == 2
    [told] = re.findall(r"^\| an error.*\| (.+) \|$", text_of(ROOT / "docs" / "json.md"), re.M)
    assert set(json.loads(capsys.readouterr().err)) == set(keys(told))


def test_speakers_that_are_changed_print_what_show_does(printed):
    lines = {
        "speaker alias": ("speaker", "alias", "quill", "A. Q."),
        "speaker role": ("speaker", "role", "quill", "Mayor"),
        "speaker rename": ("speaker", "rename", "quill", "Ada M. Quill"),
    }
    for line in lines.values():
        [changed] = printed(line)
        assert [changed] == printed(LINES["speaker show"])


def test_quotes_that_are_changed_print_what_show_does(printed):
    for line in (("edit", "2", "--place", "Port Ellery"), ("merge", "2", "1")):
        [changed] = printed(line)
        assert [changed] == printed(LINES["show"])


def test_text_is_where_the_offsets_say(printed):
    for record in printed(LINES["extract"]):
        assert ARTICLE[record["start"] : record["end"]] == record["text"]


def test_the_lines_of_an_export_come_in_the_order_told(printed, tmp_path, capsys):
    printed(LINES["search"])
    assert run(["--db", str(tmp_path / "quotes.db"), "export"]) == 0
    kinds = [json.loads(line)["type"] for line in capsys.readouterr().out.splitlines()]
    order = ("source", "speaker", "quote", "relation", "review")
    assert kinds == sorted(kinds, key=order.index)
    assert set(kinds) >= {"source", "speaker", "quote", "relation"}
