"""Facts into an empty database: together where they can be, else one by one, always the same."""

from __future__ import annotations

import json

import pytest

from quotedb.actions import importing, refilling
from quotedb.actions.intake import Asked
from quotedb.actions.refilling import Numbers
from quotedb.errors import MalformedRecord
from quotedb.facts import (
    Attestation,
    Quote,
    Relation,
    Review,
    Role,
    Source,
    Speaker,
    SpeakerName,
)
from quotedb.text.records import to_record

SOURCES = [Source(id=4, title="Lamps"), Source(id=9, title="Gulls")]
SPEAKERS = [
    Speaker(
        id=2,
        name="Ada Quill",
        names=(SpeakerName("Ada Quill"), SpeakerName("A. Quill", "en"), SpeakerName("ADA QUILL")),
        roles=(Role("keeper"), Role("Keeper"), Role("mayor", start="2001")),
    ),
    Speaker(id=5, name="Harbour Office", kind="organization"),
]
WORDS = ("The lamps are lit by hand.", "Nobody counts the gulls.", "The lamps are lit by hands.")
QUOTES = [
    Quote(
        id=number,
        text=text,
        speaker_id=2,
        tags=("pier",),
        attestations=(Attestation(id=number + 1, source=Source(id=4), exact=text, speaker_id=5),),
    )
    for number, text in zip((3, 6, 8), WORDS, strict=True)
]
TIES = [Relation(8, "variant_of", 3, 91.5, "alike"), Review(8, 6, 40.0, "perhaps")]
FACTS = [*SOURCES, *SPEAKERS, *QUOTES, *TIES]


@pytest.fixture
def take_in(store, tmp_path):
    """Imports facts, and gives the counts and the errors."""

    def one(some):
        file = tmp_path / "facts.jsonl"
        lines = [json.dumps(to_record(fact)) + "\n" for fact in some]
        file.write_text("".join(lines), encoding="utf-8")
        errors = []
        return importing.import_file(store, str(file), Asked(), errors.append), errors

    return one


@pytest.fixture
def one_by_one(monkeypatch):
    monkeypatch.setattr(refilling, "can_be_kept", lambda *_: False)


def test_together_is_as_one_by_one(store, take_in, facts, tmp_path, monkeypatch):
    together = []
    real = refilling.keep
    monkeypatch.setattr(refilling, "keep", lambda *of: (together.append(len(of[1])), real(*of)))
    counts, errors = take_in(FACTS)
    assert (counts["restored"], errors) == (len(FACTS), [])
    assert together == [2, 2, 3, 1, 1]
    quotes = [fact for fact in facts(store) if isinstance(fact, Quote)]
    assert [(q.id, q.text, q.speaker, q.tags, q.attestations[0].id) for q in quotes] == [
        (q.id, q.text, "Ada Quill", ("pier",), q.id + 1) for q in QUOTES
    ]
    [ada] = [fact for fact in facts(store) if isinstance(fact, Speaker) and fact.id == 2]
    assert [name.text for name in ada.names] == ["Ada Quill", "A. Quill"]
    assert [role.title for role in ada.roles] == ["keeper", "mayor"]


def test_one_by_one_gives_the_same(store, take_in, facts, one_by_one):
    counts, errors = take_in(FACTS)
    assert (counts["restored"], errors) == (len(FACTS), [])
    assert [type(fact).__name__ for fact in facts(store)] == [type(f).__name__ for f in FACTS]
    [ada] = [fact for fact in facts(store) if isinstance(fact, Speaker) and fact.id == 2]
    assert [name.text for name in ada.names] == ["Ada Quill", "A. Quill"]
    assert [role.title for role in ada.roles] == ["keeper", "mayor"]


def test_what_is_there_twice_is_kept_once(take_in):
    counts, errors = take_in([*SOURCES, SOURCES[0], *SPEAKERS, *QUOTES, *TIES, *TIES])
    assert (counts["restored"], counts["known"], errors) == (len(FACTS), 3, [])


def test_what_refers_to_nothing_is_an_error_and_the_others_are_kept(store, take_in, facts):
    lost = Quote(id=20, text="Whose?", speaker_id=77)
    counts, errors = take_in([*FACTS[:6], lost, *FACTS[6:]])
    assert (counts["restored"], counts["skipped"]) == (len(FACTS), 1)
    assert [type(error) for error in errors] == [MalformedRecord]


@pytest.mark.parametrize("apart", [0, 70])
def test_numbers_that_stay_or_go_on_are_runs(apart):
    numbers = Numbers()
    for old in (*range(1, 1000), 2000, 2001):
        numbers.put(old, old + apart)
    numbers.put(5000, 7)
    numbers.put(1500, 8)
    asked = (1, 999, 1000, 1500, 2001, 5000, 7, 0)
    assert [numbers.get(one) for one in asked] == [
        1 + apart, 999 + apart, None, 8, 2001 + apart, 7, 7 + apart, None,
    ]  # fmt: skip
    assert len(numbers._starts) == 3
    here = {*range(1 + apart, 1000 + apart), 2000 + apart, 2001 + apart, 7, 8}
    assert {number for number in range(6000) if number in numbers.given} == here
