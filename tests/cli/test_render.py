"""Printing: the four formats, nothing a terminal would act on, and errors in one line."""

from __future__ import annotations

import csv
import io
import json

import pytest

from quotedb.cli import render
from quotedb.cli.options import Format
from quotedb.cli.render import Column
from quotedb.errors import DataError, NotFound

COLUMNS = (Column("id", "id"), Column("text", "text", wraps=True))
ROWS = [
    {"id": 1, "text": "Veni, vidi, vici", "tags": ["war", "latin"], "none": None},
    {"id": 22, "text": "Alea iacta est\nsaid once", "tags": [], "none": None},
]
HOSTILE = "\x1b[31mred\x1b[0m \u202eesrever\u202c \x07bell\x9b2J"


def test_a_table_shows_the_columns_asked_for_a_line_a_row(capsys):
    render.records(ROWS, COLUMNS, Format.table)
    lines = capsys.readouterr().out.splitlines()
    assert lines == ["id  text", "1   Veni, vidi, vici", "22  Alea iacta est said once"]


def test_a_table_of_nothing_is_nothing(capsys):
    render.records([], COLUMNS, Format.table)
    assert capsys.readouterr().out == ""


def test_json_holds_every_field(capsys):
    render.records(ROWS, COLUMNS, Format.json)
    assert json.loads(capsys.readouterr().out) == ROWS
    render.records([], COLUMNS, Format.json)
    assert capsys.readouterr().out == "[]\n"


def test_json_lines_are_a_record_a_line(capsys):
    render.records(ROWS, COLUMNS, Format.jsonl)
    assert [json.loads(line) for line in capsys.readouterr().out.splitlines()] == ROWS


def test_csv_reads_back(capsys):
    render.records(ROWS, COLUMNS, Format.csv)
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [row["text"] for row in rows] == [row["text"] for row in ROWS]
    assert rows[0]["tags"] == "war; latin"


def test_csv_of_nothing_is_its_headings(capsys):
    render.records([], COLUMNS, Format.csv)
    assert capsys.readouterr().out == "id,text\n"


def test_one_record_is_its_fields_without_the_empty_ones(capsys):
    columns = (*COLUMNS, Column("tags", "tags"), Column("none", "none"))
    render.record(ROWS[1], columns, Format.table)
    assert capsys.readouterr().out.splitlines() == ["id    22", "text  Alea iacta est said once"]


@pytest.mark.parametrize("output", list(Format))
def test_nothing_that_a_terminal_would_act_on(capsys, output):
    render.records([{"id": 1, "text": HOSTILE}], COLUMNS, output)
    out = capsys.readouterr().out
    if output is not Format.csv:
        assert not set(out) & set("\x1b\u202e\u202c\x07\x9b")
    if output in (Format.json, Format.jsonl):
        read = json.loads(out)
        assert (read[0] if output is Format.json else read)["text"] == HOSTILE


@pytest.mark.parametrize("output", [Format.csv, None])
def test_documents_are_harmless_on_a_terminal_and_exact_in_a_pipe(capsys, monkeypatch, output):
    def show():
        if output:
            render.records([{"id": 1, "text": HOSTILE}], COLUMNS, output)
        else:
            render.text([HOSTILE])
        return capsys.readouterr().out

    assert HOSTILE in show()
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    assert not set(show()) & set("\x1b\u202e\x07\x9b")


@pytest.mark.parametrize(
    ("given", "shown"),
    [("plain — “ğış” 北京", "plain — “ğış” 北京"), ("\x1b[2J", "\\x1b[2J"), ("\u202e", "\\u202e")],
)
def test_harmless(given, shown):
    assert render.harmless(given) == shown


def test_errors_are_one_line_on_stderr(capsys):
    render.error(DataError("no text\nat all", where="a.txt", hint="give text"), as_json=False)
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err == "quotedb: a.txt: no text at all. give text.\n"


def test_errors_as_json(capsys):
    render.error(NotFound("no quote 3", hint="search"), as_json=True)
    read = json.loads(capsys.readouterr().err)
    assert (read["error"], read["what"], read["exit_code"]) == ("NotFound", "no quote 3", 1)


def test_the_worst_failure_gives_the_exit_code(capsys):
    failed = render.Failures(Format.table)
    assert failed.code == 0
    for number, problem in enumerate([NotFound("a"), DataError("b"), NotFound("c")], 1):
        failed(problem)
        assert len(capsys.readouterr().err.splitlines()) == 1, f"{number} is printed at once"
    assert failed.code == 3


def test_the_difference_of_two_wordings_is_marked():
    shown = render.difference("I came and saw it", "I went and saw it all")
    assert shown.splitlines() == ["I [-came-] and saw it", "I {+went+} and saw it {+all+}"]


def test_colours_only_on_a_terminal(monkeypatch):
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert render.colored()
    monkeypatch.setenv("NO_COLOR", "1")
    assert not render.colored()
