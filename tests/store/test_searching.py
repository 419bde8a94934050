"""Search: words however they are typed, what hangs under what, every filter and order."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quotedb.facts import Attestation, Quote, Relation, Search, Source, Speaker, SpeakerName
from quotedb.store import conditions, maintenance, writing
from quotedb.store.backends import sqlite
from quotedb.store.searching import search, search_ids
from quotedb.text.dates import parse_edtf

QUOTES = [
    # words, speaker, said, outlet, tags
    ("Bağımsızlık benim karakterimdir, ışığım odur", "Mustafa Kemal", "1921-04-22", None, ("a",)),
    ("Die Würfel sind gefallen und niemand hebt sie auf", "Julius Caesar", "-0048", "Forum", ()),
    ("The dice have fallen where they fell", "Julius Caesar", None, "Forum Weekly", ("b",)),
    ("Мороз и солнце; день чудесный", "Александр Пушкин", "1829~", None, ("a", "b")),
    ("Ships are safe in harbours", "Ada Quill", "1999/2001", "The Bugle", ()),
]  # fmt: skip


@pytest.fixture
def store(database):
    with database.session() as session:
        people = {}
        for words, speaker, said, outlet, tags in QUOTES:
            if speaker not in people:
                people[speaker] = writing.add_speaker(session, Speaker(name=speaker))
            quote = writing.add_quote(
                session, Quote(text=words, speaker_id=people[speaker], said=said, tags=tags)
            )
            source, _ = writing.add_source(
                session,
                Source(container_title=outlet, issued="2005", content_hash=f"{outlet}{words}"),
            )
            writing.add_attestation(
                session, quote, source,
                Attestation(source=Source(), exact=words, speaker_id=people[speaker]),
            )  # fmt: skip
        writing.add_speaker_name(session, people["Mustafa Kemal"], SpeakerName("Atatürk"))
        session.commit()
    return database


def found(store, **wanted):
    return [quote.text.split()[0] for quote in search(store.connection(), Search(**wanted))]


WORDS = [
    ("as written", "Würfel sind", ["Die"]),
    ("without accents", "wurfel", ["Die"]),
    ("capitals with a dotless i", "BAĞIMSIZLIK IŞIĞIM", ["Bağımsızlık"]),
    ("no Turkish letters at all", "bagimsizlik isigim", ["Bağımsızlık"]),
    ("Cyrillic capitals", "МОРОЗ", ["Мороз"]),
    ("the beginning of the last word", "dice hav", ["The"]),
    ("the stem of a word in the middle", "ship harbour", ["Ships"]),
    ("words in another order", "harbours ships", ["Ships"]),
    ("a letter missing", "harburs", ["Ships"]),
    ("the first letter wrong", "jarbours", ["Ships"]),
    ("the first two exchanged", "ahrbours", ["Ships"]),
    ("one that begins alike before one that does not", "fallan", ["The"]),
    ("a letter too many", "harboours", ["Ships"]),
    ("neighbours exchanged", "habrours", ["Ships"]),
    ("two letters wrong in a long word", "bagimzislik", ["Bağımsızlık"]),
    ("the first letter missing", "arbours", ["Ships"]),
    ("a letter too many at the front", "hparbours", ["Ships"]),
    ("the first letter wrong in Cyrillic", "породы солнце", []),
    ("the first letter of a Cyrillic word wrong", "тороз", ["Мороз"]),
    ("one word that is nowhere", "ships xyzzyplugh", []),
    ("nothing but marks", "“…”", []),
    ("nothing", "", []),
]


@pytest.mark.parametrize(("words", "expected"), [w[1:] for w in WORDS], ids=[w[0] for w in WORDS])
def test_words(store, words, expected):
    assert found(store, words=words) == expected


@pytest.mark.parametrize(
    "words",
    ['"', '""', "a OR", "NOT x", "x*", "(", ")", "a:b", "^a", "%", "_", "NEAR(a b)", "\\", "'",
     "';--", "ships AND", "ships & !x", "ships:*", "ships <-> x", "\x00", "ships\x00", "😀"],
)  # fmt: skip
def test_syntax_is_only_words(store, words):
    search(store.connection(), Search(words=words))
    search(store.connection(), Search(speaker=words, outlet=words, tags=(words,)))
    assert maintenance.stats(store)["quotes"] == len(QUOTES)


@settings(
    max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(words=st.text(max_size=40))
def test_any_text_can_be_looked_for(store, words):
    search(store.connection(), Search(words=words, speaker=words or None))


def bounds(since=None, until=None):
    return {
        "since": parse_edtf(since).earliest if since else None,
        "until": parse_edtf(until).latest if until else None,
    }


FILTERS = [
    ("the whole name", {"speaker": "Julius Caesar"}, ["Die", "The"]),
    ("a part of the name", {"speaker": "caesar"}, ["Die", "The"]),
    ("the beginning of a part", {"speaker": "jul"}, ["Die", "The"]),
    ("an alias", {"speaker": "ataturk"}, ["Bağımsızlık"]),
    ("another script", {"speaker": "ПУШКИН"}, ["Мороз"]),
    ("nobody", {"speaker": "Nobody"}, []),
    ("a sign that SQL knows", {"speaker": "%"}, []),
    ("since a year", bounds(since="1950"), ["Ships", "The"]),
    ("until a year before Christ", bounds(until="-0040"), ["Die"]),
    ("between", bounds("1800", "1930"), ["Мороз", "Bağımsızlık"]),
    ("an interval overlaps", bounds("2000", "2000"), ["Ships"]),
    ("an outlet, in part", {"outlet": "forum"}, ["Die", "The"]),
    ("an outlet in small letters", {"outlet": "the bugle"}, ["Ships"]),
    ("a tag", {"tags": ("a",)}, ["Мороз", "Bağımsızlık"]),
    ("two tags", {"tags": ("a", "b")}, ["Мороз"]),
    ("a status", {"status": "verified"}, []),
    ("words and a speaker", {"words": "dice", "speaker": "caesar"}, ["The"]),
    ("words and another speaker", {"words": "dice", "speaker": "quill"}, []),
    ("a limit", {"limit": 2}, ["Die", "Мороз"]),
]


@pytest.mark.parametrize(
    ("wanted", "expected"), [f[1:] for f in FILTERS], ids=[f[0] for f in FILTERS]
)
def test_filters(store, wanted, expected):
    assert sorted(found(store, **wanted)) == sorted(expected)


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("said", ["Die", "Мороз", "Bağımsızlık", "Ships", "The"]),
        ("added", ["Bağımsızlık", "Die", "The", "Мороз", "Ships"]),
        ("speaker", ["Ships", "Die", "The", "Bağımsızlık", "Мороз"]),
    ],
)
def test_orders(store, sort, expected):
    assert found(store, sort=sort) == expected


def test_excerpts_and_variants_count_for_what_they_hang_under(store):
    with store.session() as session:
        part = writing.add_quote(session, Quote(text="niemand hebt sie wieder"))
        other = writing.add_quote(session, Quote(text="keiner hebt sie jemals"))
        writing.add_relation(session, Relation(part, "excerpt_of", 2))
        writing.add_relation(session, Relation(other, "variant_of", part))
        session.commit()
    assert found(store, words="jemals") == ["Die"]
    assert sorted(found(store, words="hebt", everything=True)) == ["Die", "keiner", "niemand"]
    assert "niemand" not in found(store)
    assert len(found(store, everything=True)) == len(QUOTES) + 2


def test_a_ring_of_relations_ends(store):
    with store.session() as session:
        writing.add_relation(session, Relation(1, "variant_of", 2))
        writing.add_relation(session, Relation(2, "variant_of", 1))
        session.commit()
    found(store, words="würfel")


def test_a_hit_is_whole(store):
    hit = search(store.connection(), Search(words="Мороз"))[0]
    assert (hit.speaker, hit.said, hit.tags) == ("Александр Пушкин", "1829~", ("a", "b"))
    assert [a.source.issued for a in hit.attestations] == ["2005"]


SAID = [
    "1850", "1901-05-07", None, "1890/1910", "1999-02", None, "19XX", "../1930", "1940/..", None,
    "1901-05", "-0044-03-15", "1850-01/1850-03", None, "1700/1999", "1999-02-14", "2001~", None,
]  # fmt: skip
ISSUED = ["1901", "1999-02-20", None, "1850/1950", "1960-01", "2001"]


@pytest.fixture
def crowd(database):
    """Many quotes of one word: with all kinds of dates, some hanging under others, some given to
    another than their speaker.
    """
    with database.session() as session:
        people = [writing.add_speaker(session, Speaker(name=name)) for name in ("Ann", "Bo", "Cy")]
        sources = [
            writing.add_source(session, Source(issued=day, content_hash=str(place)))[0]
            for place, day in enumerate(ISSUED)
        ]
        for number in range(54):
            text = f"gull {'and ' * (number * 7 % 11)}{number}"
            speaker = people[number % 2] if number % 5 else None
            quote = writing.add_quote(
                session, Quote(text=text, speaker_id=speaker, said=SAID[number % len(SAID)])
            )
            for source in (sources[number % 6], sources[number * 5 % 6]):
                given = people[number % 3]
                attestation = Attestation(
                    source=Source(), exact=text, speaker_id=given, locator=f"{source}"
                )
                writing.add_attestation(session, quote, source, attestation)
            if number % 9 == 4:
                kind = "variant_of" if number % 2 else "excerpt_of"
                writing.add_relation(session, Relation(quote, kind, quote - 3))
        session.commit()
    return database


ASKED = [
    {}, {"words": "gull"}, {"words": "gull", "speaker": "cy"}, {"words": "gul", "sort": "said"},
    {"speaker": "ann"}, {"speaker": "cy"}, {"speaker": "bo", **bounds("1900", "1999")},
    bounds("1901"), bounds(None, "1901"), bounds("1900", "1960"), bounds("1999-02", "1999-02"),
    bounds("1700", "1701"), {"words": "gull", **bounds("1850", "1950")},
    {"sort": "speaker"}, {"sort": "added", "speaker": "ann"}, {"sort": "relevance"},
]  # fmt: skip


@pytest.mark.parametrize("everything", [False, True])
@pytest.mark.parametrize("few", [True, False])
def test_a_limit_gives_the_first_of_all(crowd, monkeypatch, few, everything):
    conn = crowd.connection()
    for asked in ASKED:
        wanted = {"everything": everything, **asked}
        whole = search_ids(conn, Search(**wanted))
        assert len(set(whole)) == len(whole)
        if few:
            monkeypatch.setattr(sqlite, "MANY", 3)
            monkeypatch.setattr(conditions, "MOST_NAMED", 2)
        for limit in (1, 2, 7, 30, 100):
            assert search_ids(conn, Search(limit=limit, **wanted)) == whole[:limit], asked
        monkeypatch.undo()


@pytest.mark.parametrize("since", [None, "1700", "1901-05-07", "1999-02-18"])
@pytest.mark.parametrize("until", [None, "1850", "1901", "2001"])
def test_dates_are_a_quotes_own_or_those_of_its_first_printing(crowd, since, until):
    quotes = search(crowd.connection(), Search(everything=True))
    asked = bounds(since, until)

    def days(quote):
        own = parse_edtf(quote.said) if quote.said else None
        if own and (own.earliest, own.latest) != (None, None):
            return ends(own)
        printed = [ends(parse_edtf(a.source.issued)) for a in quote.attestations if a.source.issued]
        return (min(d[0] for d in printed), min(d[1] for d in printed)) if printed else None

    def ends(date):
        earliest = date.latest if date.earliest is None else date.earliest
        return earliest, earliest if date.latest is None else date.latest

    def meets(quote):
        first, last = days(quote) or (float("inf"), float("-inf"))
        return (asked["since"] is None or last >= asked["since"]) and (
            asked["until"] is None or first <= asked["until"]
        )

    expected = [q.id for q in quotes if meets(q)]
    if since or until:
        assert search_ids(crowd.connection(), Search(everything=True, **asked)) == expected
