"""A minister's sentence reported by five outlets in three languages: who had it first, how it
changed, and who disagrees. The minister, the outlets and the words are invented.
"""

from __future__ import annotations

import json

import pytest

from quotedb.cli.app import run
from quotedb.facts import Attestation, Quote, Relation, Source
from quotedb.store import writing
from quotedb.store.database import open_database

from .conftest import Result

WHOLE = "We closed no pier in that winter, and we stopped no ship, because the islands must eat"
CHANGED = "We closed no pier in that winter, and we stopped no boat, because the islands must eat"
PART = "we stopped no ship, because the islands must eat"
TURKISH = "O kış hiçbir iskeleyi kapatmadık, hiçbir gemiyi durdurmadık, çünkü adalar da yiyecek"
GERMAN = "In jenem Winter schlossen wir keinen Anleger, denn auch die Inseln müssen essen"

# Out of order, as clippings come in.
PRINTED = (
    (PART, "The Horn", "2019-06-09", "en", "Nihat Karasu", None),
    (WHOLE, "The Bugle", "2019-06-04", "en", "Nihat Karasu", "2019-06-03"),
    (TURKISH, "Kıyı Postası", "2019-06-05", "tr", "Nihat Karasu", "2019-06-03"),
    (GERMAN, "Der Leuchtturm", "2019-06-07", "de", "Nihat Karasu", "2019-06"),
    (CHANGED, "The Drum", "2019-07", "en", "Nihat Karasu", None),
    (WHOLE, "The Gazette", "2020", "en", "Selma Toprak", "2020-01-02"),
)


@pytest.fixture
def desk(store_url, capsys):
    """Runs commands on a store, of each kind, that has the clippings."""

    def command(*arguments):
        capsys.readouterr()
        code = run(["--db", store_url, *map(str, arguments)])
        captured = capsys.readouterr()
        return Result(code, captured.out, captured.err)

    for text, outlet, issued, lang, speaker, said in PRINTED:
        line = ["add", text, "-s", speaker, "--outlet", outlet, "--issued", issued, "--lang", lang]
        assert command(*line, *(["--said", said] if said else [])).code == 0
    ids = {quote["text"]: quote["id"] for quote in command("search", "--all", "--json").json}
    for text in (TURKISH, GERMAN):
        assert command("edit", ids[text], "--translation-of", ids[WHOLE]).code == 0
    command.ids = ids
    return command


def test_who_had_it_first_and_how_it_changed(desk):
    line = desk("timeline", desk.ids[PART], "--json").json
    assert [(one["date"], one["outlet"], one["how"]) for one in line] == [
        ("2019-06-04", "The Bugle", "first"),
        ("2019-06-05", "Kıyı Postası", "translation"),
        ("2019-06-07", "Der Leuchtturm", "translation"),
        ("2019-06-09", "The Horn", "excerpt"),
        ("2019-07", "The Drum", "changed"),
        ("2020", "The Gazette", "same"),
    ]
    assert line[4]["difference"] == [{"first": "ship,", "here": "boat,"}]
    assert {one["language"] for one in line} == {"en", "tr", "de"}


def test_the_first_printing_is_the_same_from_wherever_one_asks(desk):
    firsts = [desk("earliest", number, "--json").json for number in desk.ids.values()]
    assert {one["outlet"] for one in firsts} == {"The Bugle"}


def test_it_is_drawn_in_the_terminal(desk):
    lines = desk("timeline", desk.ids[WHOLE], "--graph").out.splitlines()
    assert [next(char for char in line if char not in "·─ ") for line in lines] == list("●◇◇◐◆○")
    assert lines[0].split()[-1] == "Bugle"


def test_it_is_drawn_into_a_picture_the_same_each_time(desk, tmp_path):
    pytest.importorskip("matplotlib")
    drawn = []
    for name in ("a.svg", "b.svg"):
        done = desk("timeline", desk.ids[WHOLE], "--svg", tmp_path / name, "--quiet")
        assert (done.code, done.err) == (0, "")
        drawn.append((tmp_path / name).read_bytes())
    assert drawn[0] == drawn[1]
    for outlet in ("The Bugle", "Kıyı Postası", "Der Leuchtturm"):
        assert outlet in drawn[0].decode()
    assert desk("timeline", desk.ids[WHOLE], "--svg", tmp_path / "no" / "x.svg").code == 3


def test_a_speaker_has_a_timeline_too(desk):
    line = desk("timeline", "--speaker", "karasu", "--json").json
    assert [one["outlet"] for one in line] == [
        "The Bugle", "Kıyı Postası", "Der Leuchtturm", "The Horn", "The Drum",
    ]  # fmt: skip


@pytest.mark.parametrize("line", [("timeline",), ("timeline", "1", "--speaker", "karasu")])
def test_a_timeline_is_of_one_thing(desk, line):
    assert desk(*line).code == 2


def test_what_is_not_there_says_so(desk):
    assert desk("timeline", 999).code == 1
    assert desk("earliest", 999).code == 1
    desk("add", "Nobody wrote a date under this one", "-s", "Otto Kern")
    last = desk("search", "nobody wrote", "--json").json[0]["id"]
    done = desk("earliest", last, "--json")
    assert (done.code, done.out) == (1, "")
    assert "no printing" in json.loads(done.err)["what"]


def test_disagreements_with_the_best_supported_reading_first(desk):
    found = desk("conflicts", "--json").json
    about = {}
    for one in found:
        about.setdefault(one["kind"], []).append(one)
    speaker, date = about["speaker"], about["date"]
    assert [one["reading"] for one in speaker] == ["Nihat Karasu", "Selma Toprak"]
    assert [one["best"] for one in speaker] == [True, False]
    assert [one["earliest_outlet"] for one in speaker] == ["The Bugle", "The Gazette"]
    assert "outlets against" in speaker[0]["because"]
    assert [one["reading"] for one in date] == ["2019-06-03", "2020-01-02"]
    assert date[0]["earliest"] == "2019-06-04"


def test_a_common_saying_ties_nobody_together(desk):
    before = desk("conflicts", "--json").json
    for who in ("Vera Lund", "Otto Kern"):
        desk("add", "Better late than never", "-s", who, "--outlet", f"Paper of {who}")
    assert desk("conflicts", "--json").json == before


@pytest.mark.parametrize(
    ("first", "second", "disagree"),
    [
        ("2001", "2001-05-04", False),
        ("2001-05/2001-07", "2001-06", False),
        ("2001-05", "2001-06", True),
        ("1999~", "2001", True),
        ("../2000", "1850", False),
        ("../2000", "2001-01-01", True),
    ],
)
def test_dates_disagree_when_no_day_is_in_both(desk, first, second, disagree):
    words = "A kettle that is watched by a committee boils on the following Tuesday"
    for said, outlet in ((first, "The Horn"), (second, "The Drum")):
        desk("add", words, "-s", "Vera Lund", "--said", said, "--outlet", outlet)
    number = desk("search", "kettle", "--json").json[0]["id"]
    kinds = {one["kind"] for one in desk("conflicts", number, "--json").json}
    assert kinds == ({"date"} if disagree else set())


def test_a_source_of_the_speakers_own_goes_before_many_outlets(desk):
    words = "The clerk who never lost a letter never posted one either, said the postmistress"
    for place in range(3):
        desk("add", words, "-s", "Otto Kern", "--outlet", f"Paper {place}", "--issued", "2001")
    own = ("--author", "Lund, Vera", "--title", "Memoirs", "--issued", "2010")
    desk("add", words, "-s", "Vera Lund", *own)
    number = desk("search", "clerk", "--json").json[0]["id"]
    best = desk("conflicts", number, "--json").json[0]
    assert (best["reading"], best["because"]) == ("Vera Lund", "a source is the speaker's own")


def test_a_year_agrees_with_two_months_that_do_not_agree(desk):
    words = "A lantern that is lent to a neighbour comes home with another neighbour"
    for said, outlet in (("2001", "The Horn"), ("2001-05", "The Drum"), ("2001-06", "The Bugle")):
        desk("add", words, "-s", "Vera Lund", "--said", said, "--outlet", outlet)
    number = desk("search", "lantern", "--json").json[0]["id"]
    found = desk("conflicts", number, "--json").json
    assert {one["reading"] for one in found} == {"2001-05", "2001-06"}


def test_what_a_person_told_distinct_is_no_conflict(desk, store_url):
    words = "Whoever paints the gate on a Sunday waits until Tuesday to walk through it"
    desk("add", words, "-s", "Vera Lund", "--outlet", "The Horn")
    exported = [json.loads(line) for line in desk("export").out.splitlines()]
    gate = next(fact for fact in exported if fact.get("text") == words)
    database = open_database(store_url, mode="write")
    with database.session() as session:
        other = Quote(text=words, speaker_id=next(
            fact["id"] for fact in exported if fact.get("name") == "Nihat Karasu"))  # fmt: skip
        twin = writing.add_quote(session, other)
        source, _ = writing.add_source(session, Source(title="On gates", content_hash="x"))
        printed = Attestation(source=Source(), exact=words, speaker_id=other.speaker_id)
        writing.add_attestation(session, twin, source, printed)
        session.commit()
    assert {one["reading"] for one in desk("conflicts", twin, "--json").json} == {
        "Vera Lund", "Nihat Karasu",
    }  # fmt: skip
    with database.session() as session:
        writing.add_relation(session, Relation(twin, "distinct", gate["id"]))
        session.commit()
    database.close()
    assert desk("conflicts", twin, "--json").json == []


def test_a_script_that_no_font_here_has_is_drawn_all_the_same(desk, tmp_path):
    pytest.importorskip("matplotlib")
    words = "The well is deepest where the village tells its oldest jokes about wells"
    desk("add", words, "-s", "Vera Lund", "--outlet", "港新聞 $5", "--issued", "2001")
    number = desk("search", "village", "--json").json[0]["id"]
    done = desk("timeline", number, "--svg", tmp_path / "a.svg", "--quiet")
    assert (done.code, done.err) == (0, "")
    assert "港新聞 $5" in (tmp_path / "a.svg").read_text("utf-8")
