"""The facts and citations that every exporter's tests start from."""

import json
from pathlib import Path

import pytest

from quotedb.facts import Attestation, Author, Citation, Detail, Quote, Source
from quotedb.text.records import from_record

FACTS = Path(__file__).parents[2] / "fixtures" / "exporters" / "facts.jsonl"


def citation(source, *, locator=None, indirect=True, **quote):
    told = {"id": source.id, "text": "x", **quote}
    printed = Attestation(source=source, exact=told["text"], locator=locator)
    return Citation(quote=Quote(**told), attestation=printed, indirect=indirect)


@pytest.fixture(scope="session")
def facts():
    return [from_record(json.loads(line)) for line in FACTS.read_text("utf-8").splitlines()]


@pytest.fixture(scope="session")
def cited(facts):
    return [citation(fact) for fact in facts if isinstance(fact, Source)]


@pytest.fixture(scope="session")
def cite_one():
    return lambda **fields: [citation(Source(**fields))]


ARTICLE = Source(
    id=1,
    csl_type="article-newspaper",
    title="Köprü açıldı",
    container_title="Ova Postası",
    authors=(Author("Uydurma", "Ayşe"),),
    issued="2021-03-11",
    language="tr",
)
BOOK = Source(
    id=2,
    csl_type="book",
    title="Letters from the river",
    authors=(Author("Quill", "Ada"),),
    issued="1951",
    publisher="Old Quay Press",
    language="en",
    details=(
        Detail("translator", "Kern, Otto"),
        Detail("original-date", "1902"),
        Detail("archive", "Old Town Library"),
        Detail("edition", "2"),
        Detail("volume", "3"),
    ),
)
PAGE = Source(id=3, csl_type="webpage", title="Sayings", url="https://a.example/x", language="en")
BRIDGE = "The bridge will stand."
RIVER = "The river remembers every stone.\nIt forgets the bridges."
SAME = "Doing the same thing twice is madness."


@pytest.fixture(scope="session")
def quoted():
    """A quote from an article, one from the speaker's own book, one that is not the speaker's."""
    return [
        citation(ARTICLE, locator="s. 7", text=BRIDGE, speaker="Vera Lund"),
        citation(BOOK, locator="pp. 7-9", indirect=False, text=RIVER, speaker="Ada Quill"),
        citation(PAGE, text=SAME, speaker="Albert Einstein", status="misattributed"),
    ]
