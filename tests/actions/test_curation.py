"""What a person says of quotes: done whole, with its reason, or refused with nothing changed."""

from __future__ import annotations

import pytest

from quotedb.actions import add as adding
from quotedb.actions import curation, dedupe, history, search, show
from quotedb.actions import speakers as people
from quotedb.actions.sources import Description
from quotedb.errors import InvalidDate, InvalidValue, NotFound, UnknownName
from quotedb.store import maintenance, queries

from .conftest import BELL, GULLS, LAMPS


@pytest.fixture
def printed(store, add):
    """One quote in two papers (1), another speaker's (2)."""
    add(LAMPS, outlet="The Horn")
    add(GULLS, "Vera Lund", outlet="The Horn", tags=("birds",))
    add(LAMPS, outlet="The Drum")  # the second printing of quote 1 is number 3
    return store


def quote(database, number):
    return queries.get_quote(database.connection(), number)


def test_an_edit_changes_what_is_named_and_is_found_by(printed):
    words = "The lamps along the pier were lit by hand"
    shown = curation.edit(printed, 1, {"text": words, "said": "1999-05", "place": "Port Ellery"})
    assert (shown.quote.text, shown.quote.said, shown.quote.place) == (
        words,
        "1999-05",
        "Port Ellery",
    )
    assert {a.exact for a in shown.quote.attestations} == {LAMPS}, "printings stay as printed"
    assert [hit.quote.id for hit in search.search(printed, search.query("along"))] == [1]
    assert search.search(printed, search.query("lit on")) == []
    assert maintenance.check(printed) == []


def test_an_empty_value_takes_one_away(printed):
    curation.edit(printed, 1, {"note": "seen twice"})
    assert curation.edit(printed, 1, {"note": ""}).quote.note is None
    assert curation.edit(printed, 1, {"speaker": ""}).quote.speaker is None


def test_a_speaker_by_part_of_a_name_number_or_new(printed):
    assert curation.edit(printed, 1, {"speaker": "lund"}).quote.speaker == "Vera Lund"
    assert curation.edit(printed, 1, {"speaker": "1"}).quote.speaker == "Ada Quill"
    assert curation.edit(printed, 1, {"speaker": "Otto Kern"}).quote.speaker == "Otto Kern"


def test_a_printing_that_was_read_wrongly(printed):
    curation.edit(printed, 1, {"speaker": "Otto Kern", "said": "1998", "locator": "p. 3"}, 3)
    first, second = quote(printed, 1).attestations
    assert (first.speaker, second.speaker, second.said, second.locator) == (
        "Ada Quill", "Otto Kern", "1998", "p. 3",
    )  # fmt: skip
    assert quote(printed, 1).speaker == "Ada Quill"


@pytest.mark.parametrize(
    ("values", "printing", "error"),
    [
        ({}, None, InvalidValue),
        ({"text": " "}, None, InvalidValue),
        ({"said": "soon"}, None, InvalidDate),
        ({"language": "klingon!"}, None, UnknownName),
        ({"speaker": "99"}, None, NotFound),
        ({"text": GULLS, "speaker": "Vera Lund"}, None, InvalidValue),
        ({"text": LAMPS}, None, InvalidValue),
        ({"text": "New words"}, 3, InvalidValue),
        ({"said": "1998"}, 2, NotFound),
    ],
    ids=str,
)
def test_an_edit_that_cannot_be_changes_nothing(printed, values, printing, error):
    before = quote(printed, 1)
    with pytest.raises(error):
        curation.edit(printed, 1, values, printing)
    assert quote(printed, 1) == before
    assert len(history.log(printed)) == 3


def test_what_a_quote_is_to_another(printed):
    curation.edit(printed, 2, {"note": "his"}, ties=[("translation", 1)])
    assert [(r.quote_id, r.kind, r.to) for r in quote(printed, 1).relations] == [
        (2, "translation_of", 1)
    ]
    curation.edit(printed, 1, {}, ties=[("unrelated", 2), ("distinct", 2)])
    assert [r.kind for r in quote(printed, 2).relations] == ["distinct"]
    for ties, error in (([("variant", 2)], InvalidValue), ([("variant", 9)], NotFound),
                        ([("cousin", 1)], UnknownName)):  # fmt: skip
        with pytest.raises(error):
            curation.edit(printed, 2, {}, ties=ties)


def test_tags_of_several_quotes_at_once(printed):
    curation.tag(printed, [1, 2], ["harbour", "birds"])
    assert [q.tags for q in curation.tag(printed, [1, 2], ["birds"], remove=True)] == [
        ("harbour",), ("harbour",),
    ]  # fmt: skip
    with pytest.raises(NotFound, match="no quote 9"):
        curation.tag(printed, [1, 9], ["lost"])
    assert quote(printed, 1).tags == ("harbour",)


def test_a_status_keeps_why_and_what_shows_it(printed):
    ground = curation.Ground("the harbour's log names another", "https://log.example/1")
    shown = curation.status(printed, 1, "misattributed", ground).quote
    [evidence] = shown.evidence
    assert (shown.status, evidence.because) == ("misattributed", ground.because)
    assert evidence.source.url == ground.source
    curation.status(
        printed, 1, "disputed", curation.Ground("they quarrel", str(evidence.source.id))
    )
    assert [e.status for e in quote(printed, 1).evidence] == ["misattributed", "disputed"]
    with pytest.raises(UnknownName, match="verified, disputed"):
        curation.status(printed, 1, "true", ground)
    with pytest.raises(InvalidValue, match="without a reason"):
        curation.status(printed, 1, "verified", curation.Ground(" "))
    with pytest.raises(NotFound, match="no source 99"):
        curation.status(printed, 1, "verified", curation.Ground("so", "99"))


def test_merged_quotes_lose_nothing(printed, add):
    part = add("the lamps on the pier", "Ada Quill", outlet="The Bugle").quote
    bell = add(BELL, "Vera Lund", said="1984", tags=("dusk",), outlet="The Bugle").quote
    curation.status(printed, bell, "verified", curation.Ground("heard"))
    merged = curation.merge(printed, 2, [bell, 1]).quote
    assert len(merged.attestations) == 4
    assert (merged.tags, merged.said, merged.status) == (("birds", "dusk"), "1984", "verified")
    assert merged.speaker == "Vera Lund"
    assert [(r.quote_id, r.kind, r.to) for r in merged.relations] == [(part, "excerpt_of", 2)]
    assert quote(printed, 1) is quote(printed, bell) is None
    assert maintenance.check(printed) == []
    with pytest.raises(InvalidValue, match="with itself"):
        curation.merge(printed, 2, [2])


def test_a_split_takes_printings_out_and_says_what_they_are(printed):
    shown = curation.split(printed, 1, [3])
    assert [a.id for a in shown.quote.attestations] == [3]
    assert [(r.kind, r.to) for r in shown.quote.relations] == [("distinct", 1)]
    assert [a.id for a in quote(printed, 1).attestations] == [1]
    assert dedupe.dedupe(printed)["review"] == 0, "what is distinct is never asked again"
    with pytest.raises(InvalidValue, match="no printing would be left"):
        curation.split(printed, 1, [1])
    with pytest.raises(NotFound, match="no printing 9"):
        curation.split(printed, 1, [9])
    with pytest.raises(UnknownName, match="excerpt, variant"):
        curation.split(printed, 1, [1], "cousin")


def test_deleting_takes_all_of_a_quote_and_idle_sources(printed):
    curation.delete(printed, [1])
    assert quote(printed, 1) is None
    rows = printed.connection().rows("SELECT container_title FROM source")
    assert [title for (title,) in rows] == ["The Horn"], "the other source attests nothing now"
    assert maintenance.check(printed) == []


def test_deleting_one_printing(printed):
    curation.delete(printed, [1], printing=3)
    assert [a.id for a in quote(printed, 1).attestations] == [1]
    with pytest.raises(InvalidValue, match="only printing"):
        curation.delete(printed, [1], printing=1)
    with pytest.raises(InvalidValue, match="one quote"):
        curation.delete(printed, [1, 2], printing=1)


def test_the_role_is_that_of_the_day(store, add):
    add(LAMPS, said="2001-06")
    for title, start, end in (("Pilot", "1990", "2000"), ("Mayor", "2000-03", "2004"),
                              ("Senator", "2004-02", None), ("Poet", None, None)):  # fmt: skip
        people.role(store, "quill", title, "Port Ellery", start, end)
    assert show.show(store, 1).role == "Mayor, Port Ellery"
    for said, role in (("1995", "Pilot"), ("2020-01-01", "Senator"), ("1950", "Poet")):
        assert curation.edit(store, 1, {"said": said}).role == f"{role}, Port Ellery"


def test_people_of_one_name_are_kept_apart(store, add):
    add(LAMPS, role="Harbour Master")
    other = people.new(store, "Ada Quill", "Pilot", "q77")
    assert other.wikidata == "Q77"
    with pytest.raises(NotFound, match=r"1 Ada Quill \(Harbour Master\), 2 Ada Quill \(Pilot\)"):
        add(GULLS)
    add(GULLS, "2")
    assert quote(store, 2).speaker_id == 2
    with pytest.raises(InvalidValue, match="speaker 2"):
        people.wikidata(store, "1", "Q77")
    assert people.wikidata(store, "1", "https://www.wikidata.org/wiki/Q78").wikidata == "Q78"
    with pytest.raises(InvalidValue, match="no item"):
        people.wikidata(store, "1", "Douglas")


def test_an_article_tells_namesakes_by_their_roles_or_asks(store, tmp_path):
    from quotedb.actions import ingest, reviewing

    people.new(store, "Ada Quill", "Pilot")
    people.new(store, "Ada Quill", "Mayor")
    file = tmp_path / "a.txt"
    file.write_text(
        "“The tide was against us all that night,” said the mayor, Ada Quill.\n\n"
        "“Nobody had lit the lamps on the pier,” said Ada Quill.\n"
    )
    told = adding.Description()
    outcomes = [o for done in ingest.ingest_files(store, [str(file)], told, pytest.fail)
                for o in done.outcomes]  # fmt: skip
    speakers = [quote(store, o.quote).speaker_id for o in outcomes]
    assert set(speakers) <= {None, 2}
    unsure = [item for item in reviewing.queue(store) if "2 speakers are called" in item.reason]
    assert len(unsure) == speakers.count(None)
    assert Description() == told


def test_a_printing_is_known_again_after_its_speaker_was_merged(store, add):
    add(LAMPS, "Ada Quill", outlet="The Horn")
    add(GULLS, "A. B. Quillfeather", outlet="The Drum")
    people.merge(store, "A. B. Quillfeather", "Ada Quill")
    again = add(LAMPS, "Ada Quill", outlet="The Horn")
    assert (again.outcome, again.attestation) == ("known", None)
    assert maintenance.check(store) == []
