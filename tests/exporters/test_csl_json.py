"""CSL-JSON, checked against the shape of CSL's input schema and read back by pandoc."""

import json
import subprocess

import jsonschema
import pytest

from quotedb.exporters import CiteOptions, csl_json
from quotedb.exporters._pandoc import pandoc
from quotedb.facts import Author, Detail, Source

from .conftest import citation
from .schema import LIST

EVERYTHING = [
    citation(
        Source(
            id=number,
            csl_type=kind,
            title=f"Title {number}",
            container_title="C",
            authors=(Author("Doe", "Ann"), Author(literal="Office")),
            issued=issued,
            accessed="2021-04-05",
            url="https://a.example",
            publisher="P",
            language="en",
            details=(Detail("translator", "Kern, Otto"), Detail("original-date", "1902~"),
                     Detail("archive", "A"), Detail("event-place", "B"), Detail("page", "7-9")),
        ),
        status=status, speaker="X",
    )
    for number, (kind, issued, status) in enumerate([
        ("article-newspaper", "2021-03-11", "unverified"), ("book", "1850~", "verified"),
        ("speech", "-0043-03-15", "disputed"), ("post", "199X", "misattributed"),
        ("broadcast", "1984/2004", "unverified"), ("interview", "2021-21", "unverified"),
    ], 1)
]  # fmt: skip


def read(citations, **options):
    return json.loads("".join(csl_json.cite(citations, CiteOptions(**options))))


@pytest.mark.parametrize("streamed", [True, False])
def test_items_have_the_shape_of_the_schema(streamed, cited):
    for citations in (cited, EVERYTHING):
        items = read(citations, streamed=streamed)
        jsonschema.validate(items, LIST, jsonschema.Draft7Validator)
        assert len({item["id"] for item in items}) == len(citations)


def test_the_shape_is_one_that_can_fail():
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate([{"id": "a", "type": "book", "outlet": "x"}], LIST)


def test_pandoc_reads_the_same_facts():
    written = read(EVERYTHING)
    command = [pandoc(), "--from=csljson", "--to=csljson"]
    text = json.dumps(written)
    done = subprocess.run(command, input=text, capture_output=True, text=True, check=True)
    for ours, theirs in zip(written, json.loads(done.stdout), strict=True):
        for variable in ("id", "type", "title", "author", "translator", "URL", "archive", "page"):
            assert theirs[variable] == ours[variable]
        assert theirs["original-date"]["date-parts"] == [[1902]]


def test_the_statuses_of_its_quotes_are_an_items_keywords():
    assert [item["keyword"] for item in read(EVERYTHING)] == [
        "unverified", "verified", "disputed", "misattributed", "unverified", "unverified",
    ]  # fmt: skip
    notes = [item.get("note") for item in read(EVERYTHING)]
    assert notes == [None, None, "disputed: “x”", "misattributed to X: “x”", None, None]


def test_nothing_is_an_empty_list():
    assert read([]) == []
