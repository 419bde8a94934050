"""The facts and citations that every exporter's tests start from."""

import json
from pathlib import Path

import pytest

from quotedb.facts import Attestation, Citation, Quote, Source
from quotedb.text.records import from_record

FACTS = Path(__file__).parents[2] / "fixtures" / "exporters" / "facts.jsonl"


def citation(source):
    return Citation(quote=Quote(text="x"), attestation=Attestation(source=source, exact="x"))


@pytest.fixture(scope="session")
def facts():
    return [from_record(json.loads(line)) for line in FACTS.read_text("utf-8").splitlines()]


@pytest.fixture(scope="session")
def cited(facts):
    return [citation(fact) for fact in facts if isinstance(fact, Source)]


@pytest.fixture(scope="session")
def cite_one():
    return lambda **fields: [citation(Source(**fields))]
