"""DOCX, ODT and PDF: documents of bytes, read back by other programs."""

import json
import subprocess

import pytest

from quotedb.errors import DataError, MissingExtra
from quotedb.exporters import CiteOptions, docx, odt, pdf, text
from quotedb.exporters._pandoc import pandoc
from quotedb.facts import Author, Source

from .conftest import citation


def plain(data, form, tmp_path):
    file = tmp_path / f"list.{form}"
    file.write_bytes(data)
    command = [pandoc(), "--from", form, "--to=plain", "--wrap=none", str(file)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize(("module", "form"), [(docx, "docx"), (odt, "odt")])
@pytest.mark.parametrize("quotes", [True, False])
def test_an_office_document_has_the_words_of_the_text(module, form, quotes, quoted, tmp_path):
    options = CiteOptions("mla", "tr-TR", with_quotes=quotes)
    read = plain(b"".join(module.cite(quoted, options)), form, tmp_path)
    assert read.split() == "".join(text.cite(quoted, options)).split()


def test_the_entries_of_a_word_document_are_a_bibliography(quoted, tmp_path):
    (tmp_path / "list.docx").write_bytes(b"".join(docx.cite(quoted, CiteOptions())))
    command = [pandoc(), "--from=docx+styles", "--to=json", str(tmp_path / "list.docx")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert json.dumps(["custom-style", "Bibliography"], separators=(",", ":")) in done.stdout


@pytest.mark.parametrize("module", [docx, odt, pdf])
def test_nothing_is_no_document(module):
    assert list(module.cite([], CiteOptions())) == []


def test_a_pdf_is_set_by_the_engine_that_is_there(quoted):
    pytest.importorskip("typst")
    [data] = pdf.cite(quoted, CiteOptions("chicago-notes", "tr-TR", with_quotes=True))
    assert data.startswith(b"%PDF-")
    assert data.rstrip().endswith(b"%%EOF")


def test_no_engine_is_an_error_that_says_what_to_install(monkeypatch, quoted):
    monkeypatch.setattr(pdf, "find_spec", lambda _: None)
    monkeypatch.setattr(pdf.shutil, "which", lambda _: None)
    with pytest.raises(MissingExtra, match="quotedb\\[pdf\\]"):
        list(pdf.cite(quoted, CiteOptions()))


@pytest.mark.parametrize(("name", "kind"), [("typst", b"#"), ("xelatex", b"\\documentclass")])
def test_a_program_is_run_where_there_is_no_package(name, kind, monkeypatch, quoted):
    seen = []

    def run(command, cwd, **_):
        source = cwd / command[-1]
        seen.append((command[0], kind in source.read_bytes()))
        source.with_suffix(".pdf").write_bytes(b"%PDF-made")

    monkeypatch.setattr(pdf, "find_spec", lambda _: None)
    monkeypatch.setattr(pdf.shutil, "which", lambda asked: asked if asked == name else None)
    monkeypatch.setattr(pdf, "_run", run)
    assert list(pdf.cite(quoted, CiteOptions())) == [b"%PDF-made"]
    assert seen == [(name, True)]


def test_an_engine_that_fails_is_an_error(monkeypatch, quoted):
    def run(*_, **__):
        return subprocess.CompletedProcess([], 1, b"", b"no fonts")

    monkeypatch.setattr(pdf, "find_spec", lambda _: None)
    monkeypatch.setattr(pdf.shutil, "which", lambda asked: asked)
    monkeypatch.setattr(pdf, "_run", run)
    with pytest.raises(DataError, match="no fonts"):
        list(pdf.cite(quoted, CiteOptions()))


HOSTILE = '}{\\input{/etc/passwd} #read("/etc/passwd") $x$ @key <a> *b* _c_ `d` [e] //f'


@pytest.mark.parametrize("module", [docx, odt, pdf])
def test_what_stands_in_a_fact_is_never_a_command(module, tmp_path):
    if module is pdf:
        pytest.importorskip("typst")
    source = Source(id=1, csl_type="book", title=HOSTILE, authors=(Author(literal=HOSTILE),))
    one = [citation(source, text=HOSTILE, speaker=HOSTILE)]
    data = b"".join(module.cite(one, CiteOptions(with_quotes=True, group_by="speaker")))
    assert b"root:" not in data
    if module is not pdf:
        assert HOSTILE in plain(data, module.SUFFIX[1:], tmp_path)
