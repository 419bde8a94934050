"""`cite`, `export` and `add`, as far as they make citations: options, files, formats of bytes."""

from __future__ import annotations

import json

import pytest

from quotedb.cli import render
from quotedb.errors import UsageError
from quotedb.exporters import REGISTRY

from .conftest import LAMPS


def test_quotes_speakers_and_references(filled):
    done = filled("cite", "lamps", "--with-quotes", "--style", "mla")
    assert done.out == (
        "  The lamps on the pier were lit by hand\n\n"
        "— Ada Quill (qtd. in Hartmann 7)\n\n"
        "Hartmann, Greta. “Lamps Out.” The Bugle, 5 May 1999.\n"
    )


@pytest.mark.parametrize(
    ("way", "line"),
    [
        ("auto", "— Ada Quill (as cited in Hartmann, 1999, p. 7)"),
        ("indirect", "— Ada Quill (as cited in Hartmann, 1999, p. 7)"),
        ("direct", "— Ada Quill (1999, p. 7)"),
    ],
)
def test_the_way_to_cite_can_be_chosen(filled, way, line):
    assert line in filled("cite", "lamps", "--with-quotes", "--as", way).out.splitlines()


def test_a_book_of_the_speakers_own_is_cited_directly(filled):
    filled("add", "Ropes are patient things", "-s", "Ada Quill", "--title", "My Ropes", "--type",
           "book", "--author", "Quill, Ada", "--issued", "1951", "--locator", "s. 9",
           "--detail", "translator=Kern, Otto", "--detail", "original-date=1902")  # fmt: skip
    printed = filled("cite", "ropes", "--with-quotes").out
    assert "— Ada Quill (1902/1951, p. 9)" in printed
    assert "My Ropes (O. Kern, Trans.). (Original work published 1902)" in printed


@pytest.mark.parametrize(
    ("group_by", "headings"),
    [
        ("speaker", ["Ada Quill", "Otto Kern", "Vera Lund"]),
        ("source", ["A quiet coast", "Köprü yükseliyor", "Lamps out", "On bells"]),
        ("none", []),
    ],
)
def test_lists_by_speaker_and_by_source(filled, group_by, headings):
    page = filled("cite", "--format", "markdown", "--group-by", group_by).out
    assert sorted(line[3:] for line in page.splitlines() if line.startswith("## ")) == headings


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("list.docx", b"PK"),
        ("list.odt", b"PK"),
        ("list.md", b"Hartmann"),
        ("list.html", b"<div"),
        ("list.bib", b"@article"),
        ("list.ris", b"TY  - NEWS"),
        ("list.json", b"["),
        ("list.wiki", b"* {{cite news"),
        ("list.txt", b"Hartmann"),
        ("list", b"Hartmann"),
    ],
)
def test_the_ending_of_a_file_tells_the_format(filled, tmp_path, name, begins):
    done = filled("cite", "lamps", "--output", tmp_path / name)
    assert (done.code, done.out, done.err) == (0, "", "")
    assert (tmp_path / name).read_bytes().startswith(begins)


def test_a_format_goes_before_the_ending(filled, tmp_path):
    filled("cite", "lamps", "-o", tmp_path / "list.txt", "--format", "biblatex")
    assert "journaltitle" in (tmp_path / "list.txt").read_text("utf-8")


@pytest.mark.parametrize(
    "line",
    [
        ("cite", "--group-by", "colour"),
        ("cite", "--as", "hearsay"),
        ("cite", "--style", "no-such-style-anywhere"),
        ("cite", "--locale", "xx-XX"),
        ("cite", "--format", "nonsense"),
        ("add", "x", "-s", "y", "--type", "spech"),
        ("add", "x", "-s", "y", "--detail", "translater=z"),
        ("add", "x", "-s", "y", "--detail", "translator"),
        ("add", "x", "-s", "y", "--detail", "original-date=soon"),
    ],
    ids=lambda line: " ".join(line),
)
def test_what_cannot_be_is_one_line(filled, line):
    done = filled(*line)
    assert (done.code, done.out) == (2, "")
    assert done.err.count("\n") == 1


@pytest.mark.parametrize("name", ["list.docx", "list.txt", "list.bib"])
def test_a_list_that_fails_leaves_no_file(filled, tmp_path, name):
    (tmp_path / "broken.csl").write_text("<style")
    done = filled("cite", "-o", tmp_path / name, "--csl", tmp_path / "broken.csl")
    written = {path.name for path in tmp_path.iterdir()}
    if name == "list.bib":
        assert done.code == 0, "BibTeX needs no style"
    else:
        assert done.code == 3
        assert name not in written
    assert not any(one.endswith(".part") for one in written)


def test_bytes_are_for_a_file_and_not_for_a_terminal(monkeypatch):
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    with pytest.raises(UsageError, match="--output FILE"):
        render.document([b"PK"], binary=True)


def test_bytes_go_into_a_pipe_as_they_are(capfdbinary):
    render.document([b"PK\xff\x00", b"x"], binary=True)
    assert capfdbinary.readouterr().out == b"PK\xff\x00x"


@pytest.fixture
def misattributed(filled, tmp_path):
    """The command line on a database in which the quote of the lamps is nobody's."""
    lines = [json.loads(line) for line in filled("export").out.splitlines()]
    for line in lines:
        if line["type"] == "quote" and line["id"] == LAMPS:
            line["status"] = "misattributed"
    file = tmp_path / "all.jsonl"
    file.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    other = ("--db", tmp_path / "other.db")
    assert filled("import", "jsonl", file, *other).code == 0
    return lambda *line: filled(*line, *other)


TEXTS = [name for name in REGISTRY.names() if not getattr(REGISTRY.load(name), "BINARY", False)]


@pytest.mark.parametrize("form", TEXTS)
def test_every_format_says_that_a_quote_is_misattributed(misattributed, form):
    assert "misattributed" in misattributed("export", "--format", form).out
    if hasattr(REGISTRY.load(form), "cite"):
        assert "isattributed" in misattributed("cite", "--format", form).out
        assert "isattributed" in misattributed("cite", "--format", form, "--with-quotes").out
