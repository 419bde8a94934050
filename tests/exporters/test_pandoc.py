"""Styled lists: what pandoc is asked, and what is done where it is missing."""

import subprocess
from types import SimpleNamespace

import pytest

from quotedb.errors import DataError, MissingExtra, UnknownName
from quotedb.exporters import CiteOptions, _pandoc, markdown, text
from quotedb.exporters._pandoc import pandoc
from quotedb.exporters._styled import styled
from quotedb.facts import Author


@pytest.fixture(autouse=True)
def fresh():
    pandoc.cache_clear()
    yield
    pandoc.cache_clear()


def listed(citations, style="apa", locale="en-US", output="plain"):
    return styled(citations, CiteOptions(style, locale), output)


def test_no_citation_is_no_text_but_a_wrong_style_is_still_an_error():
    assert listed([]) == ""
    with pytest.raises(UnknownName):
        listed([], style="no such style")
    with pytest.raises(UnknownName):
        listed([], locale="xx-XX")


@pytest.mark.parametrize("style", ["apa", "mla", "chicago", "chicago-notes", "isnad", "apa-tr"])
@pytest.mark.parametrize(
    "csl_type", ["speech", "interview", "document", "manuscript", "personal_communication", "post"]
)
def test_no_style_keeps_a_source_out_of_the_list(style, csl_type, cite_one):
    printed = listed(
        cite_one(csl_type=csl_type, title="On dams", authors=(Author("Doe", "Ann"),)), style
    )
    assert "dams" in printed.lower()


def test_a_source_with_several_quotes_is_listed_once(cite_one):
    one = cite_one(id=1, title="On dams")
    assert listed([*one, *one]).count("On dams") == 1


def test_same_author_and_year_are_told_apart_and_dated_in_order(cite_one):
    author = (Author("Doe", "Ann"),)
    later = cite_one(id=1, title="Later", authors=author, issued="2021-11-02", csl_type="webpage")
    sooner = cite_one(id=2, title="Sooner", authors=author, issued="2021-02-11", csl_type="webpage")
    printed = listed([*later, *sooner], locale="tr-TR")
    assert printed.index("2021a, 11 Şubat") < printed.index("2021b, 2 Kasım")


@pytest.mark.parametrize(
    ("locale", "wanted"),
    [
        ("en-US", "‘at Last.’”"),
        ("en-GB", "“at Last”’."),
        ("tr-TR", "‘at Last’”."),
    ],
)
def test_a_full_stop_beside_two_closing_marks(locale, wanted, cite_one):
    source = cite_one(
        title="Open “at last”", csl_type="webpage", language="en", authors=(Author("Doe", "A."),)
    )
    assert wanted in listed(source, "chicago", locale)


@pytest.mark.parametrize("module", [text, markdown])
def test_markup_in_a_title_stays_text(module, cite_one):
    source = cite_one(title="<script>alert(1)</script> *x* [y](z) $E$", csl_type="webpage")
    printed = "".join(module.cite(source, CiteOptions()))
    assert "script" in printed
    if module is markdown:
        assert r"\*x\*" in printed
        assert "<script>" not in printed


def test_html_is_escaped(cite_one):
    printed = listed(cite_one(title="<script>x</script> & y"), output="html")
    assert "<script>" not in printed
    assert "&lt;script&gt;" in printed


def test_a_style_file_goes_before_a_name(tmp_path, cite_one):
    file = tmp_path / "own.csl"
    file.write_text(
        '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">'
        "<info><title>T</title><id>t</id><updated>2020-01-01T00:00:00Z</updated></info><citation>"
        '<layout><text variable="title"/></layout></citation><bibliography><layout suffix="!">'
        '<text variable="title"/></layout></bibliography></style>'
    )
    options = CiteOptions("no such style", "en-US", file)
    assert styled(cite_one(title="On dams"), options, "plain").strip() == "On dams!"


def test_an_old_pandoc_is_passed_over(monkeypatch):
    monkeypatch.setattr(_pandoc.shutil, "which", lambda _: "/old/pandoc")
    answer = SimpleNamespace(stdout=b"pandoc 2.17.1.1\n")
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: answer)
    assert pandoc() != "/old/pandoc"


def test_a_new_pandoc_on_the_path_is_taken(monkeypatch):
    monkeypatch.setattr(_pandoc.shutil, "which", lambda _: "/new/pandoc")
    answer = SimpleNamespace(stdout=b"pandoc 3.1.9\nFeatures\n")
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: answer)
    assert pandoc() == "/new/pandoc"


def test_no_pandoc_is_an_error_that_says_what_to_install(monkeypatch):
    monkeypatch.setattr(_pandoc.shutil, "which", lambda _: None)
    monkeypatch.setattr(_pandoc, "find_spec", lambda _: None)
    with pytest.raises(MissingExtra, match="pypandoc-binary"):
        pandoc()


def test_a_pandoc_that_fails_is_an_error(monkeypatch, cite_one):
    failed = SimpleNamespace(returncode=83, stdout=b"", stderr=b"boom\n")
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: failed)
    monkeypatch.setattr(_pandoc, "pandoc", lambda: "pandoc")
    with pytest.raises(DataError, match="boom"):
        listed(cite_one(title="T"))
