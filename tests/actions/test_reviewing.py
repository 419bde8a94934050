"""The queue, and what each decision does."""

from __future__ import annotations

import json

import pytest

from quotedb.actions import dedupe, history, reviewing
from quotedb.actions.reviewing import Word
from quotedb.errors import MalformedRecord, NotFound, QuotedbError, UnknownName
from quotedb.store import queries

from .conftest import BELL

NEAR = "A bell with no rope is a piece of furniture"


@pytest.fixture
def waiting(store, add):
    add(BELL, "Vera Lund")
    add(NEAR, "Otto Kern")
    assert [item.key for item in reviewing.queue(store)] == [(2, 1)]
    return store


def quote(database, number):
    return queries.get_quote(database.connection(), number)


def decide(database, decision, **more):
    [item] = reviewing.queue(database)
    return reviewing.decide(database, item, Word(decision, **more))


def relations(database, number):
    return [(r.quote_id, r.kind, r.to) for r in quote(database, number).relations]


def test_same_makes_them_one(waiting):
    assert decide(waiting, "same") == "quote 2 is now quote 1"
    assert quote(waiting, 2) is None
    assert [a.speaker for a in quote(waiting, 1).attestations] == ["Vera Lund", "Otto Kern"]


@pytest.mark.parametrize(
    ("decision", "relation"),
    [
        ("variant", (2, "variant_of", 1)),
        ("translation", (2, "translation_of", 1)),
        ("distinct", (2, "distinct", 1)),
        ("excerpt", (1, "excerpt_of", 2)),
    ],
)
def test_a_relation_is_noted_and_the_pair_waits_no_more(waiting, decision, relation):
    decide(waiting, decision)
    assert relations(waiting, 1) == [relation]
    assert reviewing.queue(waiting) == []
    assert dedupe.dedupe(waiting)["review"] == 0, "never asked again"
    history.undo(waiting, history.last(waiting))
    assert [item.key for item in reviewing.queue(waiting)] == [(2, 1)]


def test_a_wrong_speaker_is_put_right_and_the_pair_waits_on(waiting):
    decide(waiting, "wrong speaker", of=2)
    assert quote(waiting, 2).speaker == "Vera Lund"
    decide(waiting, "wrong speaker", of=1, speaker="Ada Quill")
    assert quote(waiting, 1).speaker == "Ada Quill"
    assert len(reviewing.queue(waiting)) == 1


def test_what_cannot_be_decided(waiting):
    with pytest.raises(UnknownName, match="same, excerpt"):
        decide(waiting, "right")


@pytest.fixture
def unsure(store, add):
    """A quote whose speaker is told with little confidence."""
    from quotedb.actions.ledger import Ledger
    from quotedb.actions.recording import record
    from quotedb.facts import Quotation, Source
    from quotedb.store import writing

    with store.session("add") as session:
        source, _ = writing.add_source(session, Source(title="A", content_hash="a"))
        one = Quotation(
            text=BELL, speaker="Vera Lund", confidence=0.3, rule="a guess", method="extraction"
        )
        record(Ledger(store, session), [(source, one)])
        session.commit()
    assert quote(store, 1).speaker is None
    return store


def test_an_attribution_is_confirmed(unsure):
    [item] = reviewing.queue(unsure)
    assert (item.choices, item.reason) == (reviewing.ATTRIBUTION, "confidence 0.30: a guess")
    assert decide(unsure, "right") == "quote 1 is Vera Lund's"
    assert quote(unsure, 1).speaker == "Vera Lund"
    assert reviewing.queue(unsure) == []


@pytest.mark.parametrize("name", ["Otto Kern", None])
def test_an_attribution_is_somebody_elses_or_nobodys(unsure, name):
    decide(unsure, "wrong speaker", speaker=name)
    one = quote(unsure, 1)
    assert (one.speaker, one.attestations[0].speaker) == (name, name)
    assert reviewing.queue(unsure) == []


def test_decisions_come_in_as_lines(waiting):
    listed = [reviewing.record(item) for item in reviewing.queue(waiting)]
    lines = ["\n", *(json.dumps(one | {"decision": "distinct"}) for one in listed)]
    assert [done for _, done in reviewing.decisions(waiting, lines)] == [
        "quote 2 is distinct quote 1"
    ]
    assert reviewing.queue(waiting) == []


@pytest.mark.parametrize(
    ("line", "error", "said"),
    [
        ("{", MalformedRecord, "line 2: no JSON"),
        ("[]", MalformedRecord, "line 2: no decision"),
        ('{"quote": 2, "to": 1}', MalformedRecord, "line 2: no decision"),
        ('{"quote": "2", "to": 1, "decision": "same"}', MalformedRecord, "quote is '2'"),
        ('{"quote": 2, "to": 7, "decision": "same"}', NotFound, "does not wait"),
        ('{"quote": 2, "to": 1, "decision": "perhaps"}', UnknownName, "'perhaps' cannot be"),
    ],
)
def test_a_line_that_is_no_decision_is_named(waiting, line, error, said):
    skipped = '{"quote": 2, "to": 1, "decision": "skip"}'
    with pytest.raises(error) as raised:
        list(reviewing.decisions(waiting, [skipped, line]))
    assert isinstance(raised.value, QuotedbError)
    assert said in str(raised.value)
    assert len(reviewing.queue(waiting)) == 1


def test_what_is_passed_over_comes_last(waiting, add):
    add("The tide keeps no diary of its own", "Vera Lund")
    assert reviewing.first(waiting, set()).key == (2, 1)
    assert reviewing.first(waiting, {(2, 1)}) is None
    assert reviewing.count(waiting) == 1
