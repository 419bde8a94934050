"""Matching the whole store again: what is tied, what is asked, and what is left alone."""

from __future__ import annotations

import pytest

from quotedb.actions.dedupe import dedupe
from quotedb.errors import UnknownName
from quotedb.facts import Quote, Relation, Speaker
from quotedb.store import bulk, queries, writing

WHOLE = "The harbour was closed for eleven weeks, and not one of the councillors came to see it."
TYPO = WHOLE.replace("councillors", "counsillors").replace(",", "")
PART = "not one of the councillors came to see it"
OTHER = "We shall repaint the lamps before the winter ferry runs again, whatever it may cost."
TEXTS = (WHOLE, TYPO, PART, OTHER)


def fill(database, texts, owners=None):
    """Quotes 1 and up, all of speaker 1 unless `owners` says otherwise."""
    with database.session() as session:
        for name in ("Ada Quill", "Bea Wren"):
            writing.add_speaker(session, Speaker(name=name))
        owned = owners or [1] * len(texts)
        quotes = [
            Quote(id=i, text=text, language="en", speaker_id=owner)
            for i, (text, owner) in enumerate(zip(texts, owned, strict=True), start=1)
        ]
        bulk.add_quotes(database.connection_of(session), quotes)
        session.commit()


def related(database):
    rows = database.connection().rows("SELECT quote_id, kind, to_id FROM relation")
    return sorted(rows)


def waiting(database):
    return sorted(database.connection().rows("SELECT quote_id, to_id FROM review"))


def test_what_is_the_same_or_a_part_is_tied(database):
    fill(database, TEXTS)
    counts = dedupe(database)
    assert related(database) == [(2, "variant_of", 1), (3, "excerpt_of", 1)]
    assert {name: counts[name] for name in ("quotes", "groups", "variant", "excerpt")} == {
        "quotes": 4, "groups": 1, "variant": 1, "excerpt": 1,
    }  # fmt: skip
    assert waiting(database) == []


def test_a_second_time_changes_nothing(database):
    fill(database, TEXTS)
    dedupe(database)
    before = related(database)
    counts = dedupe(database)
    assert related(database) == before
    assert counts["variant"] == counts["excerpt"] == counts["review"] == 0


def test_what_a_person_held_apart_is_not_tied(database):
    fill(database, (WHOLE, TYPO))
    with database.session() as session:
        writing.add_relation(session, Relation(2, "distinct", 1))
        session.commit()
    dedupe(database)
    assert related(database) == [(2, "distinct", 1)]


def test_two_speakers_with_the_same_words_are_for_a_person(database):
    fill(database, (WHOLE, TYPO), [1, 2])
    assert dedupe(database)["review"] == 1
    assert (related(database), waiting(database)) == ([], [(2, 1)])


def test_nothing_hangs_under_itself(database):
    fill(database, TEXTS)
    with database.session() as session:
        writing.add_relation(session, Relation(1, "excerpt_of", 2))
        session.commit()
    dedupe(database)
    up = {low: high for low, kind, high in related(database)}
    for start in up:
        at, steps = start, 0
        while at in up:
            at, steps = up[at], steps + 1
            assert steps <= len(up)


def test_an_empty_store_and_an_unknown_engine(database):
    assert not any(dedupe(database).values())
    with pytest.raises(UnknownName, match="local"):
        dedupe(database, "abacus")


def test_all_wordings_come_by_id(database):
    fill(database, TEXTS)
    found = queries.all_wordings(database.connection())
    assert [(one.quote_id, one.text) for one in found] == list(enumerate(TEXTS, start=1))
