"""A finished manuscript held against the store: ten mistakes of nine kinds among fifty
quotations that are right. Every speaker, sentence and outlet is invented.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pypandoc
import pytest

from quotedb.cli.app import run
from quotedb.readers import _manuscript

from .conftest import Result

FOLDER = Path(__file__).parents[2] / "fixtures" / "manuscripts"
CHAPTER, STORE = FOLDER / "coast.md", FOLDER / "store.jsonl"
HOOK = Path(__file__).parents[2] / ".pre-commit-hooks.yaml"
STATUS = {"The winter storm": "misattributed", "We build for": "disputed"}
# Line, code, and what is wrong: every mistake that was put into the chapter.
MISTAKES = [
    (19, "Q101", "sea → lake"),  # a word changed
    (37, "Q102", "'not'"),  # a negation lost
    (49, "Q201", "given to Piet Maas; it is Vera Lund's"),  # another speaker
    (67, "Q202", "it is Piet Maas's"),  # nobody named
    (79, "Q301", "said 2019-05-03, not 2021-11"),  # another date
    (97, "Q401", "misattributed"),
    (109, "Q402", "disputed"),
    (127, "Q501", "no such words"),  # never said
    (139, "Q101", "and crowded"),  # words put in without brackets
    (155, "Q102", "the words left out have 'not'"),  # an ellipsis that turns it round
]
RIGHT = 50

# What of the SARIF 2.1.0 schema (OASIS Standard, errata 01) concerns a log such as ours.
MESSAGE = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string"}}}
REGION = {
    "type": "object",
    "additionalProperties": False,
    "required": ["startLine"],
    "properties": {
        "startLine": {"type": "integer", "minimum": 1},
        "startColumn": {"type": "integer", "minimum": 1},
    },
}
PHYSICAL = {
    "type": "object",
    "additionalProperties": False,
    "required": ["artifactLocation"],
    "properties": {
        "artifactLocation": {
            "type": "object",
            "required": ["uri"],
            "properties": {"uri": {"type": "string", "pattern": r"^[^\s\\]+$"}},
        },
        "region": REGION,
    },
}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
RESULT = {
    "type": "object",
    "required": ["message", "ruleId"],
    "properties": {
        "ruleId": {"type": "string"},
        "ruleIndex": {"type": "integer", "minimum": 0},
        "level": LEVEL,
        "message": MESSAGE,
        "locations": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "physicalLocation": PHYSICAL,
                    "logicalLocations": {"type": "array", "items": {"type": "object"}},
                },
            },
        },
    },
}
RULE = {
    "type": "object",
    "required": ["id"],
    "properties": {
        "id": {"type": "string"},
        "name": {"type": "string"},
        "shortDescription": MESSAGE,
        "defaultConfiguration": {"type": "object", "properties": {"level": LEVEL}},
    },
}
DRIVER = {
    "type": "object",
    "required": ["name"],
    "properties": {"rules": {"type": "array", "uniqueItems": True, "items": RULE}},
}
SARIF = {
    "type": "object",
    "additionalProperties": False,
    "required": ["version", "runs"],
    "properties": {
        "$schema": {"type": "string", "format": "uri"},
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["tool"],
                "properties": {
                    "tool": {
                        "type": "object",
                        "required": ["driver"],
                        "properties": {"driver": DRIVER},
                    },
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "results": {"type": "array", "items": RESULT},
                },
            },
        },
    },
}


@pytest.fixture
def desk(store_url, capsys, tmp_path):
    """Runs commands on a store, of each kind, that knows all but one of the quotations."""

    def command(*arguments, on=store_url):
        capsys.readouterr()
        code = run(["--db", on, *map(str, arguments)])
        captured = capsys.readouterr()
        return Result(code, captured.out, captured.err)

    first = str(tmp_path / "first.db")
    assert command("import", "jsonl", STORE, on=first).code == 0
    facts = [json.loads(line) for line in command("export", on=first).out.splitlines()]
    for fact in facts:
        status = [s for head, s in STATUS.items() if fact.get("text", "").startswith(head)]
        fact |= {"status": status[0]} if status else {}
    told = tmp_path / "told.jsonl"
    told.write_text("\n".join(map(json.dumps, facts)))
    assert command("import", "jsonl", told).code == 0
    return command


def mistakes(rows):
    return [(row["line"], row["code"]) for row in rows]


def test_every_mistake_is_found_and_none_is_invented(desk):
    done = desk("check", CHAPTER, "--json")
    assert done.code == 1
    assert mistakes(done.json) == [(line, code) for line, code, _ in MISTAKES]
    for row, (_, _, why) in zip(done.json, MISTAKES, strict=True):
        assert why in row["message"]
        assert row["wrong"]
    everything = desk("check", CHAPTER, "--all", "--json").json
    assert [row["code"] for row in everything if not row["wrong"]].count("Q001") == 45
    assert [row["code"] for row in everything if not row["wrong"]].count("Q002") == 5
    assert sum(not row["wrong"] for row in everything) == RIGHT
    lines = CHAPTER.read_text("utf-8").splitlines()
    for row in everything:
        there = lines[row["line"] - 1][row["column"] - 1 :].replace("*", "")
        assert there[:8] == row["text"][:8]


def test_without_the_mistakes_it_is_clean(desk, tmp_path):
    lines = CHAPTER.read_text("utf-8").splitlines()
    wrong = {line for line, _, _ in MISTAKES}
    good = tmp_path / "good.md"
    good.write_text("\n".join(line for n, line in enumerate(lines, 1) if n not in wrong), "utf-8")
    done = desk("check", good, "--json")
    assert (done.code, done.json, done.err) == (0, [], "")


def test_the_same_in_every_format_that_pandoc_writes(desk, tmp_path):
    for form, ending in (("html", "html"), ("latex", "tex"), ("docx", "docx"), ("odt", "odt")):
        file = tmp_path / f"coast.{ending}"
        pypandoc.convert_file(
            str(CHAPTER), form, "commonmark_x-smart", extra_args=["-s"], outputfile=str(file)
        )
        done = desk("check", file, "--json")
        assert [row["code"] for row in done.json] == [code for _, code, _ in MISTAKES], form
        assert all((row["line"] is None) == (ending in ("docx", "odt")) for row in done.json)


def test_sarif_is_as_its_schema_wants_it(desk):
    done = desk("check", CHAPTER, "--format", "sarif")
    assert done.code == 1
    log = json.loads(done.out)
    jsonschema.validate(log, SARIF)
    [one] = log["runs"]
    rules = [rule["id"] for rule in one["tool"]["driver"]["rules"]]
    assert [rules[result["ruleIndex"]] for result in one["results"]] == [c for _, c, _ in MISTAKES]
    regions = [r["locations"][0]["physicalLocation"]["region"] for r in one["results"]]
    assert [region["startLine"] for region in regions] == [line for line, _, _ in MISTAKES]


def test_github_gets_a_line_for_each(desk):
    lines = desk("check", CHAPTER, "--format", "github").out.splitlines()
    told = [re.match(r"::error file=(.+?),line=(\d+),col=\d+,title=(Q\d+) ", one) for one in lines]
    assert [(int(m[2]), m[3]) for m in told] == [(line, code) for line, code, _ in MISTAKES]


def test_errors_of_one_manuscript_leave_the_others(desk, tmp_path):
    done = desk("check", tmp_path / "gone.md", CHAPTER, "--json")
    assert done.code == 3
    assert len(done.json) == len(MISTAKES)
    assert "gone.md" in json.loads(done.err)["where"]


def test_the_hook_of_pre_commit_takes_the_files_that_are_read(desk, tmp_path):
    hook = dict(re.findall(r"^(?:- |  )(\w+): (.+)$", HOOK.read_text("utf-8"), re.MULTILINE))
    program, *command = hook["entry"].split()
    assert program == "quotedb"
    for suffix in _manuscript.SUFFIXES:
        assert re.search(hook["files"], f"chapter{suffix}"), suffix
    assert desk(*command, CHAPTER).code == 1
