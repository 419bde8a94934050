"""Searching, showing, citing, and what a person can say of the people."""

from __future__ import annotations

import json

import pytest

from quotedb.actions import speakers as people
from quotedb.actions.cite import citations, cite
from quotedb.actions.search import query, search
from quotedb.actions.show import show
from quotedb.errors import InvalidDate, InvalidValue, NotFound, UnknownName
from quotedb.facts import Attestation, Author, Quote, Source

from .conftest import BELL, GULLS, LAMPS

PART = "nobody paints the boats before spring"


def test_a_question_is_checked_and_its_dates_become_strict_bounds():
    asked = query("gulls", since="1999-02", until="1999-02", tags=["sea"], sort="said", limit=3)
    assert asked.until - asked.since == 27, "from the month's first day to its last"
    assert (asked.words, asked.tags, asked.sort, asked.limit) == ("gulls", ("sea",), "said", 3)
    assert query(since="1850~").since == query(since="1850").since
    assert query(until="1984/1986").until == query(until="1986").until


@pytest.mark.parametrize(
    ("asked", "error"),
    [
        ({"since": "soon"}, InvalidDate),
        ({"until": "2021-02-30"}, InvalidDate),
        ({"status": "perhaps"}, InvalidValue),
        ({"sort": "colour"}, InvalidValue),
        ({"language": "klingon!"}, UnknownName),
    ],
)
def test_a_question_that_cannot_be_asked(asked, error):
    with pytest.raises(error):
        query(**asked)


def test_a_hit_has_what_hangs_under_it_or_each_stands_on_its_own(store, add):
    add(GULLS, outlet="The Horn")
    add(PART, outlet="The Drum")
    add(LAMPS, outlet="The Bugle")
    [hit] = search(store, query("boats"))
    assert [(kind, under.text) for kind, under in hit.hanging] == [("excerpt_of", PART)]
    assert len(search(store, query())) == 2
    assert len(search(store, query(everything=True))) == 3
    assert search(store, query("xyzzyplugh")) == []


def test_show_tells_both_ends_of_a_relation(store, add):
    add(GULLS, role="Harbour Master")
    add(PART, outlet="The Drum")
    whole, part = show(store, 1), show(store, 2)
    assert (whole.role, [r.outgoing for r in whole.related]) == ("Harbour Master", [False])
    assert [(r.outgoing, r.quote.text) for r in part.related] == [(True, GULLS)]
    with pytest.raises(NotFound, match="no quote 3"):
        show(store, 3)


def printed(number, **source):
    return Attestation(id=number, source=Source(**source), exact=LAMPS, speaker="Ada Quill")


OWN = {"csl_type": "book", "authors": (Author(family="Quill", given="Ada"),), "title": "Memoirs"}
SECOND = {"csl_type": "article-newspaper", "container_title": "The Bugle"}


@pytest.mark.parametrize(
    ("sources", "best", "indirect"),
    [
        ([SECOND | {"issued": "1990"}, OWN], 2, False),
        ([SECOND, SECOND | {"issued": "1990"}], 2, True),
        ([SECOND | {"issued": "1990"}, SECOND | {"issued": "1980"}], 2, True),
        ([SECOND, SECOND], 1, True),
        ([{}, SECOND], 2, True),
        ([OWN | {"authors": (Author(literal="Otto Kern"),)}], 1, True),
    ],
    ids=["first hand", "dated", "earlier", "the first recorded", "described", "another's book"],
)
def test_the_best_printing_is_cited(sources, best, indirect):
    quote = Quote(
        id=1,
        text=LAMPS,
        attestations=tuple(printed(number, **told) for number, told in enumerate(sources, 1)),
    )
    [cited] = citations([quote])
    assert (cited.attestation.id, cited.indirect) == (best, indirect)
    described = [told for told in sources if told]
    assert len(list(citations([quote], every=True))) == len(described)


def test_a_list_says_how_many_quotes_have_no_source(store, add):
    add(LAMPS, outlet="The Bugle")
    add(BELL)
    listed = cite(store, query(), "csl-json")
    assert [item["container-title"] for item in json.loads("".join(listed.chunks))] == ["The Bugle"]
    assert listed.remarks == ("1 of 2 quotes have no source to cite",)
    assert cite(store, query("lamps"), "csl-json").remarks == ()


@pytest.mark.parametrize("form", ["jsonl", "nonsense"])
def test_a_format_that_does_not_cite(store, add, form):
    add(LAMPS)
    with pytest.raises(UnknownName, match="csl-json"):
        cite(store, query(), form)


@pytest.fixture
def three(store, add):
    add(LAMPS, "Ada Quill", role="Harbour Master")
    add(BELL, "Vera Lund")
    add(GULLS, "Ada Kern")
    return store


def test_a_person_is_found_by_number_or_name_and_never_guessed(three):
    assert people.find(three, "2").name == people.find(three, "lund").name == "Vera Lund"
    with pytest.raises(NotFound, match="1 Ada Quill, 3 Ada Kern"):
        people.find(three, "ada")
    for nobody in ("4", "99999999999999999999", "Nobody", "%"):
        with pytest.raises(NotFound):
            people.find(three, nobody)


def test_a_whole_name_goes_before_a_part_of_another(three):
    people.rename(three, "3", "Ada")
    assert people.find(three, "ada").id == 3


@pytest.mark.parametrize(
    ("change", "error"),
    [
        (lambda store: people.alias(store, "lund", ["V. L.", " "]), InvalidValue),
        (lambda store: people.role(store, "lund", "Mayor", start="soon"), InvalidDate),
        (lambda store: people.role(store, "lund", ""), InvalidValue),
        (lambda store: people.rename(store, "lund", "a" * 501), InvalidValue),
        (lambda store: people.merge(store, "lund", "2"), InvalidValue),
        (lambda store: people.merge(store, "lund", "Nobody"), NotFound),
    ],
    ids=["alias", "role's date", "role", "rename", "merge with oneself", "merge with nobody"],
)
def test_what_goes_wrong_changes_nobody(three, facts, change, error):
    before = facts(three)
    with pytest.raises(error):
        change(three)
    assert facts(three) == before


def test_merging_moves_quotes_printings_names_and_roles(three):
    person = people.merge(three, "lund", "quill")
    assert (person.id, person.quotes) == (2, 2)
    assert [name.text for name in person.names] == ["Vera Lund", "Ada Quill"]
    assert [role.title for role in person.roles] == ["Harbour Master"]
    assert show(three, 1).quote.attestations[0].speaker == "Vera Lund"
    with pytest.raises(NotFound):
        people.find(three, "1")
