"""JSON Lines in: clippings, facts, bad lines."""

import json
from pathlib import Path

import pytest

from quotedb.errors import MalformedRecord
from quotedb.facts import Author, Clipping, Quotation, Source, Speaker
from quotedb.readers import jsonl

FIXTURE = Path(__file__).parents[2] / "fixtures" / "readers" / "jsonl.jsonl"


def read(*lines):
    return list(jsonl.records([line.encode() for line in lines], "f.jsonl"))


def test_the_fixture_is_two_clippings():
    first, second = jsonl.records(FIXTURE.read_bytes().splitlines(keepends=True), "f")
    assert first == Clipping(
        Quotation(
            text="The die is cast.",
            speaker="Julius Caesar",
            said="-0048-01",
            locator="7",
            language="en",
            tags=("rivers", "war"),
            method="import",
        ),
        Source(
            csl_type="article-newspaper",
            title="At the Rubicon",
            container_title="The Ariminum Crier",
            authors=(Author(family="Lentulus", given="Gaius"),),
            issued="2021-03-11",
            url="https://crier.example/die",
        ),
        "f:1",
    )
    assert second.quotation.tags == ("barış",)
    assert second.source.authors == (Author(literal="Ova Kurumu"), Author("Uydurma", "Ali"))
    assert second.source.csl_type == "document"


def test_a_line_with_a_type_is_a_fact():
    assert read('{"type":"speaker","id":3,"name":"Cicero"}') == [Speaker(id=3, name="Cicero")]


def test_blank_lines_and_a_byte_order_mark_are_passed_over():
    [clipping] = read("\ufeff" + '{"text":"a","speaker":"b"}', "", "  ")
    assert clipping.quotation.text == "a"


def test_nothing_is_no_record():
    assert read() == []


@pytest.mark.parametrize(
    ("line", "what"),
    [
        pytest.param("{", "not a line of JSON", id="broken"),
        pytest.param("[1]", "not a JSON object", id="a list"),
        pytest.param("[" * 100_000, "not a line of JSON", id="nested without end"),
        pytest.param('{"speaker":"b"}', "no text", id="no text"),
        pytest.param('{"text":" ","speaker":"b"}', "no text", id="blank text"),
        pytest.param('{"text":"a"}', "no speaker", id="no speaker"),
        pytest.param('{"text":"a","speaker":"b","sayd":"2021"}', "unknown keys: sayd", id="typo"),
        pytest.param('{"text":"a","speaker":["b"]}', "speaker is", id="a list for a text"),
        pytest.param('{"text":"a","speaker":"b","tags":[{}]}', "tags is", id="an odd tag"),
        pytest.param(
            '{"text":"a","speaker":"b","said":"2021-02-30"}', "said: no calendar", id="no such day"
        ),
        pytest.param('{"type":"mood"}', "no fact is of type 'mood'", id="unknown type"),
        pytest.param('{"type":"speaker","name":7}', "name is '7', not text", id="a number"),
    ],
)
def test_a_bad_line_is_an_error_with_its_place_and_the_next_is_read(line, what):
    good, bad, after = read('{"text":"a","speaker":"b"}', line, '{"text":"c","speaker":"d"}')
    assert isinstance(bad, MalformedRecord)
    assert bad.where == "f.jsonl:2"
    assert bad.what.startswith(what)
    assert bad.hint
    assert (good.quotation.text, after.quotation.text) == ("a", "c")


def test_bytes_that_are_no_utf8_are_an_error():
    [bad] = jsonl.records([b'{"text":"\xe9","speaker":"b"}'], "f")
    assert isinstance(bad, MalformedRecord)


def test_keys_of_add_are_all_taken():
    dates = {"said": "2021", "issued": "2021-03", "accessed": "2021-03-11"}
    names = ["text", "speaker", "title", "outlet", "author", "url", "locator", "event", "place"]
    texts = {name: name for name in [*names, "role", "lang", "tag", "note"]}
    [clipping] = read(json.dumps(texts | dates | {"lang": "tr-TR"}))
    assert isinstance(clipping, Clipping)
    assert clipping.quotation.event == "event"
    assert clipping.source.accessed == "2021-03-11"
