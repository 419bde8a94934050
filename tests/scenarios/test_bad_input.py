"""Bad input: one clear line, the right exit code, nothing lost and nothing half-written."""

from __future__ import annotations

import hashlib
import json

import pytest

ARTICLE = "Mayor Ada Quill said, “The bridge will stand, whatever the river does.”\n"


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"", "no text"), (b" \n\t\n", "no text"), (b"\x00" * 1000, "no text")],
    ids=["empty", "blank", "NULs"],
)
def test_a_file_without_text(quotedb, place, tmp_path, content, said):
    file = tmp_path / "bad.txt"
    file.write_bytes(content)
    done = quotedb("ingest", file)
    assert done.code == 3
    assert len(done.err.splitlines()) == 1
    assert "bad.txt" in done.err
    assert not place.exists()


@pytest.mark.parametrize("encoding", ["iso8859-9", "cp1254", "utf-16", "utf-16-le", "utf-8-sig"])
def test_other_encodings_are_read(quotedb, tmp_path, encoding):
    text = 'Vali Şükrü Ağaoğlu, "Köprünün yapımı için çalışıyoruz, söz verdik" dedi.\n'
    file = tmp_path / "other.txt"
    file.write_bytes(text.encode(encoding))
    done = quotedb("ingest", file, "--json")
    assert done.code == 0
    assert done.json[0]["speaker"] == "Şükrü Ağaoğlu"
    if encoding != "utf-8-sig":
        assert "read as" in done.err


def test_a_bad_file_does_not_keep_the_good_ones_out(quotedb, tmp_path):
    (tmp_path / "good.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "bad.txt").write_bytes(b"")
    done = quotedb("ingest", tmp_path / "bad.txt", tmp_path / "good.txt", "--json")
    assert done.code == 3
    assert [o["speaker"] for o in done.json] == ["Ada Quill"]
    assert json.loads(done.err)["where"].endswith("bad.txt")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("add", "x", "--speaker", "y", "--said", "2021-02-30"), 2),
        (("add", "x", "--speaker", "y", "--issued", "soon"), 2),
        (("add", "x", "--speaker", " "), 2),
        (("add", " ", "--speaker", "y"), 2),
        (("add", "x", "--speaker", "a" * 10_000), 2),
        (("add", "x", "--speaker", "y", "--lang", "klingon!"), 2),
        (("add", "x"), 2),
        (("ingest", "/nowhere/at-all.txt"), 3),
        (("import", "jsonl", "/nowhere/at-all.jsonl"), 3),
        (("import", "nonsense", "file"), 2),
        (("frobnicate",), 2),
        (("search", "--limit", "0"), 2),
        (("search", "--sort", "colour"), 2),
        (("search", "x"), 3),
        (("show", "1"), 3),
        (("cite",), 3),
    ],
)
def test_wrong_usage_is_one_line_and_makes_nothing(quotedb, place, arguments, code):
    done = quotedb(*arguments)
    assert (done.code, done.out) == (code, "")
    assert len(done.err.splitlines()) == 1
    assert done.err.startswith("quotedb: ")
    assert not place.exists()


def test_errors_are_json_when_json_is_asked_for(quotedb):
    done = quotedb("search", "x", "--json")
    assert json.loads(done.err)["error"] == "DatabaseMissing"


def test_escapes_are_stored_as_given_and_shown_harmless(quotedb):
    text = "\x1b[31mBeware\x1b[0m of \u202etxet\u202c that turns"
    quotedb("add", text, "--speaker", "Ada Quill")
    shown = quotedb("search", "beware").out
    assert "\\x1b[31mBeware" in shown
    assert not set(shown) & set("\x1b\u202e")
    assert quotedb("search", "beware", "--json").json[0]["text"] == text


def test_a_file_that_is_no_database_is_left_alone(quotedb, place):
    place.write_bytes(b"A diary, and no database at all.\n")
    before = hashlib.sha256(place.read_bytes()).hexdigest()
    for arguments in (("search", "x"), ("add", "x", "--speaker", "y"), ("db", "upgrade")):
        done = quotedb(*arguments)
        assert done.code == 3
        assert "no quotedb database" in done.err
    assert hashlib.sha256(place.read_bytes()).hexdigest() == before


def test_what_is_not_there_is_exit_1(quotedb):
    quotedb("add", "Well begun is half done, as they say", "--speaker", "Ada Quill")
    assert quotedb("show", "99").code == 1
    assert quotedb("speaker", "show", "nobody").code == 1
    found = quotedb("search", "nothing-of-the-kind", "--json")
    assert (found.code, found.json) == (0, [])


def test_names_of_formats_and_styles(quotedb):
    quotedb("add", "Well begun is half done", "--speaker", "Ada Quill", "--outlet", "The Bugle")
    for arguments in (
        ("cite", "--format", "nonsense"),
        ("cite", "--style", "nonsense-style"),
        ("cite", "--locale", "xx-XX"),
        ("export", "--format", "nonsense"),
        ("search", "--status", "perhaps"),
    ):
        done = quotedb(*arguments)
        assert done.code == 2, arguments
        assert len(done.err.splitlines()) == 1
