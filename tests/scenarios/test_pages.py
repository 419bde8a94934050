"""Web pages and archives from the command line, and what the user says of them."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

FIXTURES = Path(__file__).parents[2] / "fixtures" / "readers"
PAGE = FIXTURES / "html.html"
ARCHIVE = FIXTURES / "warc.warc"


def cited(quotedb):
    return quotedb("cite", "--format", "csl-json").json


def test_a_page_is_recorded_once(quotedb):
    first = quotedb("ingest", PAGE, "--json")
    again = quotedb("ingest", PAGE, "--json")
    assert (first.code, again.code) == (0, 0)
    assert "Ada Quill" in {one["speaker"] for one in first.json}
    assert {one["outcome"] for one in again.json} == {"known"}
    assert [one["attestation"] for one in again.json] == [one["attestation"] for one in first.json]


def test_a_citation_has_what_the_page_says_of_itself(quotedb):
    quotedb("ingest", PAGE)
    [item] = cited(quotedb)
    assert item["type"] == "article-newspaper"
    assert item["container-title"] == "The Lowland Courier"
    assert item["issued"] == {"date-parts": [[2021, 3, 11]]}
    assert item["URL"] == "https://courier.example/2021/03/ferry"


def test_what_the_user_says_goes_before_what_the_page_says(quotedb):
    told = ("--title", "A ferry", "--outlet", "The Bugle", "--author", "Bert Hill", "--author",
            "Cem Ova", "--issued", "2021-03-12", "--url", "https://bugle.example/f",
            "--publisher", "Bugle Press")  # fmt: skip
    assert quotedb("ingest", PAGE, *told).code == 0
    [item] = cited(quotedb)
    assert (item["title"], item["container-title"]) == ("A ferry", "The Bugle")
    assert [author["family"] for author in item["author"]] == ["Hill", "Ova"]
    assert item["issued"] == {"date-parts": [[2021, 3, 12]]}
    assert (item["URL"], item["publisher"]) == ("https://bugle.example/f", "Bugle Press")


def test_extract_takes_the_same_options(quotedb):
    found = quotedb("extract", PAGE, "--issued", "2020", "--json")
    assert found.code == 0
    assert {one["said"][:4] for one in found.json} == {"2020"}


@pytest.mark.parametrize("command", ["ingest", "extract"])
@pytest.mark.parametrize("option", ["--title", "--url"])
def test_one_title_is_not_that_of_several_articles(quotedb, place, command, option):
    for files in ([PAGE, ARCHIVE], [ARCHIVE], [FIXTURES]):
        done = quotedb(command, *files, option, "https://mill.example/a")
        assert (done.code, done.out) == (2, "")
        assert len([line for line in done.err.splitlines() if "several articles" in line]) == 1
    assert not place.exists()


def test_an_outlet_may_be_that_of_several_articles(quotedb):
    assert quotedb("ingest", PAGE, ARCHIVE, "--outlet", "The Bugle").code == 0
    assert {item["container-title"] for item in cited(quotedb)} == {"The Bugle"}


@pytest.mark.parametrize("command", ["ingest", "extract"])
def test_a_date_that_is_none_is_wrong_usage(quotedb, place, command):
    done = quotedb(command, PAGE, "--issued", "soon")
    assert (done.code, done.out) == (2, "")
    assert not place.exists()


@pytest.mark.parametrize("file", [PAGE, ARCHIVE], ids=["page", "archive"])
def test_standard_input_is_known_by_its_content(quotedb, monkeypatch, file):
    named = quotedb("extract", file, "--json").json
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(file.read_bytes())))
    piped = quotedb("extract", "-", "--json").json
    assert named
    for one in (*named, *piped):
        del one["file"]
    assert piped == named


def test_a_broken_page_does_not_keep_the_good_ones_out(quotedb, tmp_path):
    (tmp_path / "a.html").write_text("<html><body></body></html>")
    (tmp_path / "b.html").write_bytes(PAGE.read_bytes())
    (tmp_path / "c.txt").write_text("“The mill turns again,” Ada Quill said.", encoding="utf-8")
    (tmp_path / "d.warc").write_bytes(ARCHIVE.read_bytes()[:-30])
    done = quotedb("ingest", tmp_path, "--json")
    assert done.code == 3
    errors = [json.loads(line) for line in done.err.splitlines() if line.startswith("{")]
    assert [Path(error["where"]).name for error in errors] == ["a.html", "d.warc"]
    assert {one["source"] for one in done.json} == {1, 2, 3}
