"""Exit codes, errors in one line or one object, remarks, colours, standard input."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

import quotedb as package
from quotedb.cli.app import run

from .conftest import ARTICLE, COMMANDS, LAMPS

UNCLEAR = ("add", "The tide keeps no diary", "-s", "Quill", "--dry-run")
REMARK = "Quill is taken to be Ada Quill"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("show", LAMPS), 0),
        (("search", "xyzzyplugh"), 0),
        (("compare", "one thing", "quite another"), 0),
        (("show", "99"), 1),
        (("show", "0"), 1),
        (("speaker", "show", "Nobody Atall"), 1),
        (("speaker", "show", "99999999999999999999"), 1),
        (("speaker", "alias", "Nobody Atall", "N. A."), 1),
        (("speaker", "merge", "quill", "Nobody Atall"), 1),
        (("show",), 2),
        (("show", "one"), 2),
        (("search", "lamps", "bells"), 2),
        (("search", "--since", "2021-02-30"), 2),
        (("search", "--until", "soon"), 2),
        (("search", "--lang", "klingon!"), 2),
        (("search", "--status", "perhaps"), 2),
        (("search", "--sort", "colour"), 2),
        (("search", "--limit", "none"), 2),
        (("cite", "--limit", "-1"), 2),
        (("cite", "--frobnicate"), 2),
        (("compare", "only one"), 2),
        (("extract",), 2),
        (("import", "jsonl"), 2),
        (("import", "plain", "a.txt"), 2),
        (("export", "--format", "nonsense"), 2),
        (("speaker", "role", "quill", "Mayor", "--from", "soon"), 2),
        (("speaker", "role", "quill", " "), 2),
        (("speaker", "alias", "quill", " "), 2),
        (("speaker", "rename", "quill", " "), 2),
        (("speaker", "merge", "quill", "Ada Quill"), 2),
        (("db", "downgrade", "9999"), 2),
        (("db", "nonsense"), 2),
        (("ingest", "/nowhere/at-all.txt"), 3),
        (("extract", "/nowhere/at-all.txt"), 3),
        (("cite", "--csl", "/nowhere/at-all.csl"), 3),
        (("db", "restore", "/nowhere/at-all.db"), 3),
        (("export", "-o", "/nowhere/at-all.jsonl"), 3),
    ],
    ids=lambda value: " ".join(map(str, value)) if isinstance(value, tuple) else None,
)
def test_exit_codes(filled, arguments, code):
    done = filled(*arguments)
    assert done.code == code
    assert "Traceback" not in done.err
    if code:
        assert done.out == ""
        assert done.err.startswith("quotedb: ")
        assert len(done.err.splitlines()) == 1
        assert done.err.endswith(".\n")


@pytest.mark.parametrize("group", [(), ("speaker",), ("db",)])
def test_a_command_that_is_none_names_itself(quotedb, group):
    done = quotedb(*group, "frobnicate")
    assert (done.code, done.out) == (2, "")
    assert "'frobnicate'" in done.err


@pytest.mark.parametrize("group", [("speaker",), ("db",)])
def test_a_family_without_a_command_lists_its_own(capsys, group):
    assert run(group) == 2
    shown = "".join(capsys.readouterr())
    assert [path[1] for path in COMMANDS if path[0] == group[0] and path[1] not in shown] == []


def test_nothing_at_all_is_the_help(capsys):
    assert run([]) == 2
    shown = "".join(capsys.readouterr())
    assert [path[0] for path in COMMANDS if path[0] not in shown] == []


@pytest.mark.parametrize("option", ["-h", "--help"])
def test_help_is_done(capsys, option):
    assert run([option]) == 0
    captured = capsys.readouterr()
    assert "Usage: quotedb" in captured.out
    assert captured.err == ""


def test_version(capsys):
    assert run(["--version"]) == 0
    assert capsys.readouterr().out == f"quotedb {package.__version__}\n"


def test_a_near_name_of_an_option_is_offered(quotedb):
    assert "--speaker" in quotedb("search", "--speakr", "x").err


@pytest.mark.parametrize(
    ("arguments", "kind", "code"),
    [
        (("show", "99", "--json"), "NotFound", 1),
        (("--json", "show", "99"), "NotFound", 1),
        (("show", "99", "--format=json"), "NotFound", 1),
        (("--json", "cite", "--format", "nonsense"), "UnknownName", 2),
        (("search", "--json", "--frobnicate"), "UsageError", 2),
        (("search", "--json", "--since", "soon"), "InvalidDate", 2),
        (("search", "--json", "--status", "perhaps"), "InvalidValue", 2),
        (("extract", "--json", "/nowhere/at-all.txt"), "DataError", 3),
    ],
)
def test_errors_are_one_json_object_on_stderr(filled, arguments, kind, code):
    done = filled(*arguments)
    problem = json.loads(done.err)
    assert set(problem) == {"error", "what", "where", "hint", "exit_code"}
    assert (problem["error"], problem["exit_code"], done.code) == (kind, code, code)
    assert problem["what"]


def test_what_went_well_is_printed_beside_what_did_not(filled, article):
    done = filled("extract", article, "/nowhere/at-all.txt", article, "--json")
    assert done.code == 3
    assert [q["file"] for q in done.json] == [str(article)] * 4
    assert json.loads(done.err)["where"] == "/nowhere/at-all.txt"


@pytest.mark.parametrize("quiet", ["-q", "--quiet"])
def test_quiet_leaves_out_remarks(filled, quiet):
    assert REMARK in filled(*UNCLEAR).err
    assert filled(*UNCLEAR, quiet).err == ""
    assert filled(quiet, *UNCLEAR).err == ""
    assert filled(*UNCLEAR, quiet).out == filled(*UNCLEAR).out


def test_quiet_does_not_silence_errors(filled):
    assert filled("--quiet", "show", "99").err.startswith("quotedb: there is no quote 99")


def test_quiet_holds_for_the_family_of_maintenance(filled):
    assert "no fault" in filled("db", "check").err
    for arguments in (("db", "check"), ("db", "reindex"), ("db", "upgrade")):
        assert filled(*arguments, "--quiet").err == ""


def test_remarks_stand_beside_the_result_not_in_it(filled):
    done = filled(*UNCLEAR, "--json")
    assert [o["outcome"] for o in done.json] == ["new"]
    assert REMARK in done.err


def test_no_colours_where_they_are_not_wanted(quotedb, monkeypatch):
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setenv("NO_COLOR", "1")
    shown = quotedb("compare", "nobody counts gulls", "nobody counts boats").out
    assert "[-gulls-]" in shown
    assert "x1b" not in shown


def test_no_colours_in_a_pipe(quotedb, monkeypatch):
    monkeypatch.delenv("NO_COLOR", raising=False)
    shown = quotedb("compare", "nobody counts gulls", "nobody counts boats").out
    assert "{+boats+}" in shown
    assert "\x1b" not in shown


def test_words_from_standard_input(quotedb, typed):
    typed("  The tide keeps\nno diary  \n")
    [done] = quotedb("add", "-", "-s", "Ada Quill", "--json").json
    assert done["text"] == "The tide keeps\nno diary"


def test_no_words_on_standard_input(quotedb, typed, place):
    typed("\n")
    assert quotedb("add", "-", "-s", "Ada Quill").code == 2
    assert not place.exists()


@pytest.mark.parametrize("command", ["extract", "ingest"])
def test_an_article_from_standard_input(quotedb, typed, command):
    typed(ARTICLE)
    done = quotedb(command, "-", "--json")
    assert done.code == 0
    assert [(q["speaker"], q["text"].split()[0]) for q in done.json] == [
        ("Vera Lund", "The"),
        ("Vera Lund", "We"),
    ]


def test_records_from_standard_input(filled, quotedb, typed, tmp_path):
    exported = filled("export").out
    typed(exported)
    other = ("--db", tmp_path / "other.db")
    assert quotedb("import", "jsonl", "-", *other).code == 0
    assert quotedb("export", *other).out == exported


def test_a_bad_record_on_standard_input_is_named_by_its_line(quotedb, typed):
    typed('{"text": "A rope has two ends", "speaker": "Vera Lund"}\nno record\n')
    done = quotedb("import", "jsonl", "-")
    assert done.code == 3
    assert done.err.startswith("quotedb: -:2: ")


PYTHON = [sys.executable, "-m", "quotedb"]


def test_a_reader_that_goes_away_is_no_error(filled, place):
    command = [*PYTHON, "--db", str(place), "show", "1"]
    env = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    reading, writing = os.pipe()
    os.close(reading)
    with open(writing, "wb") as gone:  # noqa: PTH123  a pipe's number is no path
        done = subprocess.run(command, stdout=gone, stderr=subprocess.PIPE, env=env, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_the_exit_code_of_the_process(filled, place):
    for arguments, code in ((["show", "1"], 0), (["show", "99"], 1), (["show", "x"], 2)):
        done = subprocess.run(
            [*PYTHON, "--db", str(place), *arguments], capture_output=True, check=False
        )
        assert done.returncode == code
        assert b"Traceback" not in done.stderr


def test_the_database_is_the_nearest_named(made, tmp_path, monkeypatch, capsys):
    def where(*arguments):
        capsys.readouterr()
        assert run([*arguments, "db", "path"]) == 0
        return capsys.readouterr().out.strip()

    assert where().endswith("quotes.db")
    (tmp_path / "no-config.toml").write_text('db = "/of/the/config.db"\n', encoding="utf-8")
    assert where() == "/of/the/config.db"
    monkeypatch.setenv("QUOTEDB_URL", "/of/the/environment.db")
    assert where() == "/of/the/environment.db"
    assert where("--db", "/of/the/option.db") == "/of/the/option.db"


def test_a_password_is_never_shown(capsys):
    assert run(["--db", "postgresql+psycopg://ada:gulls@localhost/quotes", "db", "path"]) == 0
    shown = "".join(capsys.readouterr())
    assert "gulls" not in shown
    assert "quotes" in shown
