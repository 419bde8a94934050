"""Facts as JSON records, there and back."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotedb.errors import MalformedRecord
from quotedb.facts import (
    Attestation,
    Author,
    Quote,
    Relation,
    Review,
    Role,
    Source,
    Speaker,
    SpeakerName,
)
from quotedb.text.records import TYPES, from_record, to_record

WORDS = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=12)
SAID = WORDS.filter(str.strip)
MAYBE = st.none() | WORDS
TAGS = st.none() | st.sampled_from(["en", "tr-TR", "zh-Hant-TW"])
NUMBERS = st.integers(1, 10**6)
APART = st.integers(10**6 + 1, 10**7)
SCORES = st.floats(0, 100)
AUTHORS = st.builds(Author, family=MAYBE, given=MAYBE, literal=MAYBE)
SOURCES = st.builds(
    Source, id=NUMBERS, title=MAYBE, authors=st.lists(AUTHORS, max_size=3).map(tuple), text=MAYBE
)
PRINTED = st.builds(
    Attestation,
    id=NUMBERS,
    source=st.builds(Source, id=NUMBERS),
    exact=SAID,
    start=st.none() | st.integers(0, 99),
    kind=st.sampled_from(["direct", "mixed", "indirect"]),
    confidence=st.floats(0, 1),
)
SPEAKERS = st.builds(
    Speaker,
    name=SAID,
    names=st.lists(st.builds(SpeakerName, SAID, TAGS), max_size=2).map(tuple),
    roles=st.lists(st.builds(Role, SAID, MAYBE), max_size=2).map(tuple),
)
QUOTES = st.builds(
    Quote,
    id=NUMBERS,
    text=SAID,
    said_inferred=st.booleans(),
    tags=st.lists(WORDS, max_size=3).map(tuple),
    attestations=st.lists(PRINTED, max_size=2).map(tuple),
    relations=st.lists(
        st.builds(Relation, NUMBERS, st.just("excerpt_of"), APART, SCORES), max_size=2
    ).map(tuple),
)
FACTS = st.one_of(
    SOURCES,
    SPEAKERS,
    QUOTES,
    st.builds(Relation, NUMBERS, st.sampled_from(["variant_of", "distinct"]), APART),
    st.builds(Review, NUMBERS, APART, SCORES, WORDS),
)


@given(FACTS)
@settings(max_examples=150, deadline=None)
def test_a_fact_comes_back_from_its_line_and_makes_the_same_line_again(fact):
    line = json.dumps(to_record(fact), ensure_ascii=False)
    back = from_record(json.loads(line))
    assert back == fact
    assert json.dumps(to_record(back), ensure_ascii=False) == line


def test_what_is_at_its_default_is_left_out_and_the_order_is_fixed():
    source = Source(url="u", title="T", id=4)
    assert json.dumps(to_record(source)) == '{"type": "source", "id": 4, "title": "T", "url": "u"}'


def test_what_must_be_there_is_written_even_when_empty():
    assert to_record(Quote(text="")) == {"type": "quote", "text": ""}


def test_an_attestation_names_its_source_by_number():
    printed = Attestation(source=Source(id=7, title="T", text="long"), exact="x")
    record = to_record(Quote(text="x", attestations=(printed,)))
    assert record["attestations"] == [{"source": {"id": 7}, "exact": "x"}]


def test_a_source_without_a_number_is_written_whole():
    printed = Attestation(source=Source(title="T"), exact="x")
    record = to_record(Quote(text="x", attestations=(printed,)))
    assert record["attestations"] == [{"source": {"title": "T"}, "exact": "x"}]


def test_a_whole_number_is_a_number():
    assert from_record({"type": "review", "quote_id": 1, "to": 2, "score": 70, "reason": "r"}) == (
        Review(1, 2, 70.0, "r")
    )


@pytest.mark.parametrize(
    ("record", "what"),
    [
        pytest.param({}, "no fact is of type None", id="no type"),
        pytest.param({"type": "mood"}, "no fact is of type 'mood'", id="unknown type"),
        pytest.param({"type": ["quote"]}, "no fact is of type ['quote']", id="type that is a list"),
        pytest.param(
            {"type": "quote", "text": "a", "txt": 1, "x": 2}, "unknown keys: txt, x", id="keys"
        ),
        pytest.param({"type": "quote"}, "missing: text", id="a key that must be there"),
        pytest.param({"type": "quote", "text": None}, "text is 'None', not text", id="null"),
        pytest.param({"type": "quote", "text": 5}, "text is '5', not text", id="a number for text"),
        pytest.param(
            {"type": "quote", "text": "a", "id": True},
            "id is 'True', not a whole number",
            id="true",
        ),
        pytest.param(
            {"type": "quote", "text": "a", "id": 1.5}, "id is '1.5', not a whole number", id="half"
        ),
        pytest.param(
            {"type": "quote", "text": "a", "tags": "b"}, "tags is 'b', not a list", id="no list"
        ),
        pytest.param(
            {"type": "quote", "text": "a", "tags": [1]}, "tags[0] is '1', not text", id="odd tag"
        ),
        pytest.param(
            {"type": "quote", "text": "a", "status": "true"},
            "status is 'true', not unverified or verified or disputed or misattributed",
            id="a word that is none of those",
        ),
        pytest.param(
            {"type": "quote", "text": "a", "status": []},
            "status is '[]', not unverified or verified or disputed or misattributed",
            id="a list for a word",
        ),
        pytest.param(
            {"type": "quote", "text": "a", "attestations": [{"exact": "a", "source": {"idd": 1}}]},
            "unknown keys: attestations[0].source.idd",
            id="deep inside",
        ),
        pytest.param(
            {"type": "source", "authors": ["Doe"]}, "authors[0]. is no object", id="text for a name"
        ),
    ],
)
def test_what_is_wrong_is_named(record, what):
    with pytest.raises(MalformedRecord) as caught:
        from_record(record)
    assert caught.value.what == what
    assert caught.value.hint


def test_every_sort_of_fact_has_a_type():
    assert set(TYPES) == {"source", "speaker", "quote", "relation", "review"}
