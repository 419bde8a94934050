"""Articles as records, from JSON Lines and from Parquet."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import pytest

from quotedb.errors import EmptyInput, MalformedRecord
from quotedb.facts import Author
from quotedb.readers import article_records, articles

FIXTURE = Path(__file__).parents[2] / "fixtures" / "readers" / "article-records.jsonl"


def read(path):
    failed = []
    return list(articles([str(path)], failed.append)), failed


def test_what_a_record_says_of_its_article():
    (first, second), failed = read(FIXTURE)
    source = first.source
    assert (source.title, source.container_title) == ("The bridge stands", "The Lowland Courier")
    assert source.authors == (Author("Hartmann", "Greta"), Author("Doe", "Ann"))
    assert (source.issued, source.csl_type) == ("2021-03-11", "article-newspaper")
    assert "\r" not in first.text
    assert (second.source.language, second.source.issued) == ("tr", None)
    assert second.notes == ("issued 'one fine day' is no date, and left out",)
    assert failed == []


def test_parquet_has_the_same_columns(tmp_path):
    pa = pytest.importorskip("pyarrow")
    pq = pytest.importorskip("pyarrow.parquet")
    rows = [json.loads(line) for line in FIXTURE.read_text("utf-8").splitlines() if line]
    for row in rows:
        row["issued"] = datetime(2021, 3, 11, 7)
    pq.write_table(pa.Table.from_pylist(rows), tmp_path / "crawl")
    here, _ = read(tmp_path / "crawl")
    there, _ = read(FIXTURE)
    assert [one.text for one in here] == [one.text for one in there]
    assert here[0].source == there[0].source


@pytest.mark.parametrize("line", ["{", "[1]", '{"title": "T"}', '{"text": " "}', '{"text": 3}'])
def test_a_bad_line_is_named_and_the_others_are_read(tmp_path, line):
    file = tmp_path / "a.articles.jsonl"
    file.write_text(f'{{"text": "One."}}\n{line}\n{{"text": "Two."}}\n', encoding="utf-8")
    found, [error] = read(file)
    assert [one.text for one in found] == ["One.", "Two."]
    assert isinstance(error, MalformedRecord)
    assert error.where == f"{file}:2"


def test_nothing_is_an_error(tmp_path):
    file = tmp_path / "a.articles.jsonl"
    file.write_bytes(b"\n")
    assert [type(error) for error in read(file)[1]] == [EmptyInput]


def test_quotations_and_facts_are_no_articles():
    assert article_records.recognises(b'{"text": "Words.", "title": "T"}\n')
    assert article_records.recognises(b'{"text": "A text longer than what is looked at')
    assert not article_records.recognises(b'{"text": "Words.", "speaker": "Ada Quill"}\n')
    assert not article_records.recognises(b'{"type": "quote", "text": "Words."}\n')
    assert not article_records.recognises(b"Plain text.")
