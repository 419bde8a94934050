"""Writing: each fact once, however often it is told, and as it was told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quotedb.facts import Attestation, Quote, Relation, Review, Role, Source, Speaker, SpeakerName
from quotedb.store import bulk, curating, exporting, maintenance, naming, queries, runs, writing
from quotedb.store.backends import sqlite
from quotedb.text.fingerprint import fingerprints, probes
from quotedb.text.folding import fold


@pytest.fixture
def session(database):
    with database.session() as opened:
        yield opened


def test_a_source_is_known_by_its_hash(session):
    first = writing.add_source(session, Source(title="A", content_hash="x"))
    again = writing.add_source(session, Source(title="B", content_hash="x"))
    assert first[1] and again == (first[0], False)


def test_a_speaker_has_each_name_and_role_once(database, session):
    person = writing.add_speaker(
        session,
        Speaker(name="Ada Quill", names=(SpeakerName("ADA QUILL"), SpeakerName("A. Quill"))),
    )
    for role in (Role("Mayor"), Role("mayor"), Role("Mayor", start="1999")):
        writing.add_role(session, person, role)
    known = naming.get_speaker(database.connection_of(session), person)
    assert [name.text for name in known.names] == ["Ada Quill", "A. Quill"]
    assert len(known.roles) == 2


def test_what_is_read_is_what_was_written(database, filled):
    quote = queries.get_quote(database.connection(), filled.whole)
    assert (quote.speaker, quote.said, quote.tags) == ("Prince Hamlet", "1601~", ("death", "life"))
    assert (quote.place, quote.event, quote.note) == ("Elsinore", "a soliloquy", "Act III")
    attestation = quote.attestations[0]
    assert (attestation.start, attestation.prefix, attestation.cue) == (10, "x", "Said")
    assert attestation.source.authors[0].family == "Shakespeare"
    assert attestation.source.text is None, "a listing does not read texts"
    assert quote.relations == (Relation(filled.part, "excerpt_of", filled.whole, 100.0, "a part"),)


def test_an_attestation_is_known_by_its_place(session, filled):
    at = Attestation(source=Source(), exact="To be, or not to be.", start=10, end=30)
    by_hand = Attestation(source=Source(), exact="To be", speaker_id=filled.speaker)
    assert writing.add_attestation(session, filled.whole, filled.source, at) is None
    assert writing.add_attestation(session, filled.whole, filled.source, by_hand)
    assert writing.add_attestation(session, filled.whole, filled.source, by_hand) is None
    other_page = replace(by_hand, locator="p. 7")
    assert writing.add_attestation(session, filled.whole, filled.source, other_page)


def test_the_database_itself_refuses_doubles(database, filled):
    from sqlalchemy import text

    from quotedb.errors import DatabaseError

    for statement in (
        "INSERT INTO source (csl_type, authors, content_hash) VALUES ('x', '[]', 'hamlet')",
        "INSERT INTO relation (quote_id, kind, to_id) SELECT quote_id, kind, to_id FROM relation",
        "INSERT INTO attestation (quote_id, source_id, anchor, exact, prefix, suffix,"
        " said_inferred, kind, method, confidence) SELECT quote_id, source_id, anchor, exact,"
        " prefix, suffix, said_inferred, kind, method, confidence FROM attestation",
        f"UPDATE quote SET speaker_id = {filled.speaker + 1000}",
    ):
        with pytest.raises(DatabaseError), database.session() as session:
            session.connection().execute(text(statement))


def test_relations_and_reviews_are_noted_once(session, filled):
    assert not writing.add_relation(session, Relation(filled.part, "excerpt_of", filled.whole))
    assert writing.add_relation(session, Relation(filled.part, "distinct", filled.whole))
    assert not writing.add_review(session, Review(filled.part, filled.whole, 1.0, "again"))


COMPLETIONS = [
    ("a date where there is none", None, False, "1999", False, "1999"),
    ("a date said for one inferred", "2000", True, "1999", False, "1999"),
    ("not one inferred for one said", "2000", False, "1999", True, "2000"),
    ("not one said for another", "2000", False, "1999", False, "2000"),
]


@pytest.mark.parametrize(
    ("had", "inferred", "told", "told_inferred", "then"),
    [c[1:] for c in COMPLETIONS],
    ids=[c[0] for c in COMPLETIONS],
)
def test_completing_a_quote(database, session, had, inferred, told, told_inferred, then):
    number = writing.add_quote(session, Quote(text="x y", said=had, said_inferred=inferred))
    more = Quote(text="x y", said=told, said_inferred=told_inferred, place="here", tags=("t",))
    writing.complete_quote(session, number, more)
    writing.complete_quote(session, number, replace(more, place="there"))
    quote = queries.get_quote(database.connection_of(session), number)
    assert (quote.said, quote.place, quote.tags) == (then, "here", ("t",))


def test_merging_speakers_loses_nothing(database, filled):
    with database.session() as session:
        other = writing.add_speaker(
            session, Speaker(name="Amleth", names=(SpeakerName("Hamblet"),), roles=(Role("Heir"),))
        )
        theirs = writing.add_quote(session, Quote(text="Words, words, words", speaker_id=other))
        curating.merge_speakers(database.connection_of(session), keep=filled.speaker, gone=other)
        session.commit()
    conn = database.connection()
    person = naming.get_speaker(conn, filled.speaker)
    assert {"Prince Hamlet", "Гамлет", "Amleth", "Hamblet"} == {n.text for n in person.names}
    assert {role.title for role in person.roles} == {"Prince", "Heir"}
    assert naming.get_speaker(conn, other) is None
    assert queries.get_quote(conn, theirs).speaker_id == filled.speaker
    assert person.quotes == 3


def test_renaming_keeps_the_old_name(database, filled):
    with database.session() as session:
        writing.rename_speaker(session, filled.speaker, "Hamlet of Denmark")
        session.commit()
    person = naming.find_speakers(database.connection(), "prince hamlet")[0]
    assert person.name == "Hamlet of Denmark"


def test_given_ids_are_kept_and_later_ones_follow(database):
    with database.session() as session:
        writing.add_quote(session, Quote(id=70, text="seventy"))
        writing.add_speaker(session, Speaker(id=7, name="Seven"))
        writing.number_on(session, database.backend)
        assert writing.add_quote(session, Quote(text="next")) == 71
        assert writing.add_speaker(session, Speaker(name="Eight")) == 8


def test_postings_are_the_first_quotes_of_each_fingerprint(database, filled):
    conn = database.connection()
    asked = probes(fold("To be or not to be, he said"))
    found = runs.find(conn, asked, 10)
    assert {quote_id for _, quote_id in found} == {filled.whole, filled.part}
    assert {h for h, _ in found} <= set(asked)
    assert {quote_id for _, quote_id in runs.find(conn, asked, 1)} == {filled.whole}
    assert runs.find(conn, [], 10) == []
    with database.session() as session:
        every = list(runs.every(database.connection_of(session), 10))
    kept = {h for some in every for h, quote in some.pairs() if quote == filled.whole}
    assert kept == set(fingerprints(fold("To be, or not to be.")))


def test_wordings_by_key(database, filled):
    conn = database.connection()
    key = fold("TO BE OR NOT TO BE")
    found = queries.wordings_by_key(conn, [key, "something else"])
    assert [(w.quote_id, w.speaker_id) for w in found[key]] == [(filled.whole, filled.speaker)]
    assert list(found) == [key]


def test_everything_comes_out_in_a_stable_order_and_complete(database, filled):
    conn = database.connection()
    facts = list(exporting.everything(conn))
    kinds = [type(fact).__name__ for fact in facts]
    assert kinds == ["Source", "Speaker", "Quote", "Quote", "Relation", "Review"]
    assert facts[0].text.startswith("Said he")
    assert facts == list(exporting.everything(conn))
    some = list(exporting.of_quotes(conn, [filled.whole]))
    assert [type(fact).__name__ for fact in some] == ["Source", "Speaker", "Quote"]


def test_statistics_count(database, filled):
    counts = maintenance.stats(database)
    assert (counts["quotes"], counts["attestations"], counts["sources"]) == (2, 2, 1)


def test_quotes_are_indexed_while_their_printings_are_made_out(database, monkeypatch):
    monkeypatch.setattr(sqlite, "AT_LENGTH", 1)
    made = []

    def printings():
        made.append("printings")
        yield number, source, Attestation(source=Source(), exact="We closed no pier")

    with database.session() as session:
        conn = database.connection_of(session)
        [source] = bulk.add_sources(conn, [Source(content_hash="abc")]).values()
        [number] = conn.new_ids("quote", 1)
        quote = Quote(id=number, text="We closed no pier", tags=("piers",))
        assert bulk.add_quotes(conn, [quote], printings()) == [1]
        session.commit()
    assert made == ["printings"]
    assert maintenance.check(database) == []
    conn = database.connection()
    assert conn.backend.has_word(conn.raw, "pier", prefix=False)


def test_printings_that_cannot_be_made_out_leave_nothing(database, monkeypatch):
    monkeypatch.setattr(sqlite, "AT_LENGTH", 1)

    def printings():
        raise RuntimeError("stopped half-way")
        yield

    with pytest.raises(RuntimeError), database.session() as session:
        conn = database.connection_of(session)
        bulk.add_quotes(conn, [Quote(id=1, text="We closed no pier")], printings())
    assert database.connection().rows("SELECT COUNT(*) FROM quote") == [(0,)]
    assert maintenance.check(database) == []
