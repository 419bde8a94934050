"""JSON Lines: every fact out and in again, byte for byte."""

from __future__ import annotations

import json

import pytest

from quotedb.cli.app import run


@pytest.fixture
def full(quotedb, liman, harbour):
    """A database with articles, entries by hand, aliases, tags, a conflict and a review."""
    quotedb("ingest", liman, harbour)
    quotedb("add", "Not a single ship was stopped by us", "-s", "Karasu", "--said", "2019-06-03~",
            "--tag", "sea", "--tag", "winter", "--note", "from memory",
            "--place", "Kıyıkent")  # fmt: skip
    quotedb("add", "We did not close a single pier,", "-s", "Selma Toprak", "--outlet", "The Bugle",
            "--author", "Hartmann, Greta", "--locator", "p. 7",
            "--accessed", "2020-01-02")  # fmt: skip
    quotedb("speaker", "alias", "karasu", "Нихат Карасу")
    quotedb("speaker", "role", "toprak", "Mayor", "--of", "Kıyıkent", "--from", "2014")
    return quotedb


def test_an_export_imported_into_nothing_exports_the_same(full, tmp_path, capsys):
    exported = full("export").out
    (tmp_path / "all.jsonl").write_text(exported, encoding="utf-8")
    other = ["--db", str(tmp_path / "other.db")]
    assert run([*other, "import", "jsonl", str(tmp_path / "all.jsonl")]) == 0
    capsys.readouterr()
    assert run([*other, "export"]) == 0
    assert capsys.readouterr().out == exported
    assert run([*other, "db", "check"]) == 0


def test_imported_beside_itself_nothing_is_doubled(full, tmp_path):
    exported = full("export").out
    (tmp_path / "all.jsonl").write_text(exported, encoding="utf-8")
    counts = full("import", "jsonl", tmp_path / "all.jsonl", "--json").json
    assert counts["known"] == counts["read"]
    assert full("export").out == exported


def test_after_an_import_numbers_go_on(full, tmp_path, capsys):
    (tmp_path / "all.jsonl").write_text(full("export").out, encoding="utf-8")
    other = ["--db", str(tmp_path / "other.db")]
    run([*other, "import", "jsonl", str(tmp_path / "all.jsonl")])
    capsys.readouterr()
    assert run([*other, "add", "A wholly new thing to say here", "-s", "Ada Quill", "--json"]) == 0
    added = json.loads(capsys.readouterr().out)[0]
    assert added["quote"] > max(json.loads(line)["id"] for line in full("export").out.splitlines()
                                if '"type":"quote"' in line)  # fmt: skip


def test_simple_lines_are_recorded_as_by_hand(quotedb, tmp_path):
    lines = [
        {"text": "The die is cast", "speaker": "Julius Caesar", "said": "-0048", "tags": ["war"]},
        {"text": "The Die Is Cast!", "speaker": "Julius Caesar", "outlet": "Rubicon Weekly"},
        {"text": "no speaker"},
    ]
    file = tmp_path / "some.jsonl"
    file.write_text("\n".join(map(json.dumps, lines)) + "\nnot json\n", encoding="utf-8")
    done = quotedb("import", "jsonl", file, "--json")
    assert done.code == 3
    assert {k: v for k, v in done.json.items() if v} == {
        "read": 4,
        "new": 1,
        "known": 1,
        "skipped": 2,
    }
    assert [json.loads(e)["where"][-1] for e in done.err.splitlines()] == ["3", "4"]
    quote = quotedb("search", "die", "--json").json[0]
    assert (quote["said"], quote["attestations"], quote["tags"]) == ("-0048", 2, ["war"])


def test_strict_keeps_nothing_after_a_bad_line(quotedb, tmp_path, place):
    file = tmp_path / "some.jsonl"
    file.write_text('{"text": "The die is cast", "speaker": "Julius Caesar"}\n{"text": 1}\n')
    assert quotedb("import", "jsonl", file, "--strict").code == 3
    assert quotedb("search", "--json").json == []


def test_export_of_a_search_holds_what_it_rests_on(full):
    lines = [json.loads(x) for x in full("export", "--speaker", "toprak").out.splitlines()]
    kinds = [line["type"] for line in lines]
    assert kinds == sorted(kinds, key=["source", "speaker", "quote", "relation"].index)
    assert {"source", "speaker", "quote"} <= set(kinds)


def test_export_to_a_file_appears_whole(full, tmp_path):
    target = tmp_path / "out" / "all.jsonl"
    assert full("export", "-o", target).code == 3
    target.parent.mkdir()
    assert full("export", "-o", target).code == 0
    assert target.read_text(encoding="utf-8") == full("export").out
    assert list(target.parent.iterdir()) == [target]
