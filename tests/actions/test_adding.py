"""Recording by hand: what becomes of a quote, and what is checked before anything is made."""

from __future__ import annotations

import pytest

from quotedb.actions import opening
from quotedb.actions.add import Entry, add, as_quotation
from quotedb.actions.show import show
from quotedb.actions.sources import Description, described, description_hash, is_described
from quotedb.errors import InvalidDate, InvalidValue, UnknownName
from quotedb.facts import Source
from quotedb.store import maintenance

from .conftest import BELL, GULLS, LAMPS

BECOMES = [
    # what is stored, whose; what is added, whose; what becomes of it
    ("other words", (LAMPS, "Ada Quill"), (BELL, "Ada Quill"), "new"),
    ("the same words", (LAMPS, "Ada Quill"), (LAMPS, "Ada Quill"), "known"),
    ("other marks and capitals", (LAMPS, "Ada Quill"), (f"“{LAMPS.upper()}!”", "Ada Quill"),
     "known"),
    ("a long saying of another's", (LAMPS, "Ada Quill"), (LAMPS, "Otto Kern"), "known"),
    ("a short saying of another's", ("Full sail", "Ada Quill"), ("Full sail", "Otto Kern"), "new"),
    ("a word changed", (BELL, "Ada Quill"), (BELL.replace(" a rope", " its rope"), "Ada Quill"),
     "variant"),
    ("a word changed by another", (BELL, "Ada Quill"), (BELL.replace(" a rope", " its rope"),
     "Otto Kern"), "review"),
    ("a part", (GULLS, "Ada Quill"), ("nobody paints the boats before spring", "Ada Quill"),
     "excerpt"),
    ("three words of it", (LAMPS, "Ada Quill"), ("lit by hand", "Ada Quill"), "review"),
    ("a negation", (LAMPS, "Ada Quill"), (LAMPS.replace("were", "were not"), "Ada Quill"), "new"),
    ("a number", ("We lit 12 lamps that night", "Ada Quill"),
     ("We lit 13 lamps that night", "Ada Quill"), "new"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("stored", "added", "outcome"), [b[1:] for b in BECOMES], ids=[b[0] for b in BECOMES]
)
def test_what_becomes_of_it(add, stored, added, outcome):
    first = add(stored[0], stored[1], outlet="The Bugle")
    assert (first.outcome, first.quote, first.relation_to) == ("new", 1, None)
    done = add(added[0], added[1], outlet="The Horn")
    assert done.outcome == outcome
    assert (done.quote == first.quote) == (outcome == "known")
    if outcome != "new":
        assert done.relation_to == (None if outcome == "known" else first.quote)
    assert done.reason


def test_a_whole_takes_in_the_part_that_was_there(store, add):
    part = add("nobody paints the boats before spring")
    whole = add(GULLS, outlet="The Horn")
    assert (whole.outcome, whole.relation_to) == ("new", None)
    assert f"takes in quote {part.quote}" in whole.reason
    [relation] = show(store, part.quote).quote.relations
    assert (relation.kind, relation.to) == ("excerpt_of", whole.quote)


def test_a_look_alike_waits_for_a_person_and_is_no_relation(store, add):
    add(BELL)
    done = add(BELL.replace(" a rope", " its rope"), "Otto Kern")
    assert maintenance.stats(store)["reviews"] == 1
    assert show(store, done.quote).quote.relations == ()


def test_the_same_printing_is_recorded_once(add):
    assert add(LAMPS, outlet="The Bugle").attestation == 1
    again = add(LAMPS, outlet="The Bugle")
    assert (again.attestation, again.reason) == (None, "already recorded from this source")
    assert add(LAMPS, outlet="The Horn").attestation == 2


def test_a_second_printing_fills_in_what_the_first_left_open(store, add):
    add(LAMPS, outlet="The Bugle", tags=("sea",))
    add(LAMPS, outlet="The Horn", said="1999", place="Kıyıkent", tags=("dusk",))
    add(LAMPS, outlet="The Drum", said="2005", place="Elsewhere")
    quote = show(store, 1).quote
    assert (quote.said, quote.place, quote.tags) == ("1999", "Kıyıkent", ("dusk", "sea"))
    assert [a.said for a in quote.attestations] == [None, "1999", "2005"], "nothing is thrown away"


def test_words_are_stored_composed_and_without_space_around(store, add):
    done = add("  Ku\u0308ste und  Meer\n")
    assert done.text == "Küste und  Meer"
    assert show(store, done.quote).quote.text == done.text


@pytest.mark.parametrize(
    ("entry", "error", "said"),
    [
        (Entry(" \n", "Ada Quill"), InvalidValue, "no words"),
        (Entry(LAMPS, " "), InvalidValue, "name is empty"),
        (Entry(LAMPS, "a" * 501), InvalidValue, "501 characters"),
        (Entry(LAMPS, "Ada Quill", said="soon"), InvalidDate, "'soon'"),
        (Entry(LAMPS, "Ada Quill", said="2021-02-30"), InvalidDate, "2021-02-30"),
        (Entry(LAMPS, "Ada Quill", language="klingon!"), UnknownName, "klingon!"),
    ],
)
def test_what_cannot_be_recorded_makes_no_database(file, entry, error, said):
    with opening.writing(str(file)) as database, pytest.raises(error, match=said):
        add(database, entry, Description())
    assert not file.exists()


@pytest.mark.parametrize("told", [Description(issued="soon"), Description(accessed="2020-13")])
def test_a_source_with_a_wrong_date_makes_no_database(file, told):
    with opening.writing(str(file)) as database, pytest.raises(InvalidDate):
        add(database, Entry(LAMPS, "Ada Quill"), told)
    assert not file.exists()


def test_the_language_is_found_unless_it_is_told():
    assert as_quotation(Entry("Köprünün ayakları gelecek yıl bitecek", "x")).language == "tr"
    assert as_quotation(Entry(LAMPS, "x", language="en-GB")).language == "en-GB"


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        (Description(outlet="The Bugle", url="https://bugle.example/1"), "article-newspaper"),
        (Description(url="https://bugle.example/1"), "webpage"),
        (Description(title="Lamps out"), "document"),
    ],
)
def test_the_kind_of_source_is_told_by_what_is_known_of_it(told, kind):
    assert described(told).csl_type == kind


SAME = [
    ("capitals and accents", {"outlet": "Kıyı Postası"}, {"outlet": "KIYI POSTASI"}, True),
    ("the same address", {"url": "https://bugle.example/1"},
     {"url": "https://bugle.example/1/", "title": "Lamps out"}, True),
    ("another address", {"url": "https://bugle.example/1"},
     {"url": "https://bugle.example/2"}, False),
    ("another date", {"title": "On bells", "issued": "1999"},
     {"title": "On bells", "issued": "2000"}, False),
    ("another author", {"title": "On bells", "authors": ("Kern, Otto",)},
     {"title": "On bells", "authors": ("Lund, Vera",)}, False),
    ("an author either way round", {"authors": ("Kern, Otto",)}, {"authors": ("Otto Kern",)}, True),
    ("a title is no outlet", {"title": "The Bugle"}, {"outlet": "The Bugle"}, False),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "same"), [s[1:] for s in SAME], ids=[s[0] for s in SAME])
def test_when_two_descriptions_mean_one_source(a, b, same):
    hashes = {description_hash(described(Description(**told))) for told in (a, b)}
    assert (len(hashes) == 1) == same


def test_a_source_of_which_nothing_is_known_cannot_be_found_again():
    assert not is_described(Source(issued="1999", accessed="2020", language="en"))
    assert is_described(Source(publisher="Horn & Sons"))
