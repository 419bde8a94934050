"""Other programs' files in, facts out: what is counted, skipped, kept and restored."""

from __future__ import annotations

import json

import pytest

from quotedb.actions import importing, intake, judges, opening
from quotedb.actions.exporting import export, save
from quotedb.actions.importing import COUNTED, Asked, import_file
from quotedb.actions.search import query, search
from quotedb.actions.speakers import find
from quotedb.errors import DataError, InvalidValue, MalformedRecord, QuotedbError, UnknownName
from quotedb.facts import Remark

from .conftest import BELL, GULLS, LAMPS

EVERYTHING = query()


@pytest.fixture
def lines(tmp_path):
    """Writes records as a file of JSON Lines."""

    def write(*records):
        path = tmp_path / "some.jsonl"
        written = [one if isinstance(one, str) else json.dumps(one) for one in records]
        path.write_text("".join(line + "\n" for line in written), encoding="utf-8")
        return str(path)

    return write


def said(text, speaker="Ada Quill", **more):
    return {"text": text, "speaker": speaker, **more}


def counted(counts):
    assert tuple(counts) == COUNTED
    return {name: count for name, count in counts.items() if count}


def test_each_record_is_counted_as_what_became_of_it(store, lines):
    path = lines(
        said(GULLS), said(GULLS, outlet="The Horn"), said("nobody paints the boats before spring"),
        said(BELL), said(BELL.replace(" a rope", " its rope")),
        said(BELL.replace(" a rope", " our rope"), "Otto Kern"),
    )  # fmt: skip
    counts = import_file(store, path, Asked("jsonl"), pytest.fail)
    assert counted(counts) == {
        "read": 6, "new": 2, "known": 1, "variant": 1, "excerpt": 1, "review": 1,
    }  # fmt: skip


def test_bad_records_are_skipped_counted_and_told_with_their_line(store, lines):
    failed = []
    path = lines(
        said(LAMPS), "no record", {"text": "No speaker"}, said(BELL, said="soon"),
        said(BELL, colour="red"), said(BELL, " "), said(GULLS, "a" * 501), "[]", "", said(BELL),
    )  # fmt: skip
    counts = import_file(store, path, Asked("jsonl"), failed.append)
    assert counted(counts) == {"read": 9, "new": 2, "skipped": 7}
    told = [error.where for error in failed if error.where]
    assert told == [f"{path}:{number}" for number in (2, 3, 4, 5, 6, 8)]
    assert len(search(store, EVERYTHING)) == 2


@pytest.mark.parametrize("bad", ["no record", json.dumps(said(GULLS, "a" * 501))])
def test_strict_keeps_nothing_at_all(store, lines, bad):
    with pytest.raises(QuotedbError):
        import_file(
            store, lines(said(LAMPS), bad, said(BELL)), Asked("jsonl", strict=True), pytest.fail
        )
    assert search(store, EVERYTHING) == []


def test_a_file_of_nothing_is_nothing(store, lines):
    assert counted(import_file(store, lines(), Asked("jsonl"), pytest.fail)) == {}


@pytest.mark.parametrize(
    ("form", "path", "error"),
    [
        ("nonsense", "some.jsonl", UnknownName),
        ("plain", "some.txt", UnknownName),
        ("jsonl", "/nowhere/at-all.jsonl", DataError),
    ],
)
def test_what_cannot_be_read_makes_no_database(file, unmade, form, path, error):
    with pytest.raises(error):
        import_file(unmade, path, Asked(form), pytest.fail)
    assert not file.exists()


@pytest.fixture
def exported(store, add, tmp_path):
    """An export of a few facts."""
    add(GULLS, outlet="The Horn", said="2001", tags=("sea",))
    add("nobody paints the boats before spring", outlet="The Drum")
    add(BELL, "Vera Lund", outlet="The Bugle", role="Mayor")
    path = tmp_path / "all.jsonl"
    save(export(store, EVERYTHING, "jsonl"), path)
    return path


def test_facts_come_back_as_they_were(exported, tmp_path, facts, store):
    with opening.writing(str(tmp_path / "other.db")) as other:
        counts = import_file(other, str(exported), Asked("jsonl"), pytest.fail)
        assert counts["restored"] == counts["read"] == len(exported.read_text().splitlines())
        assert facts(other) == facts(store)


def test_facts_beside_others_get_new_numbers(exported, tmp_path):
    with opening.writing(str(tmp_path / "other.db")) as other:
        clipping = tmp_path / "first.jsonl"
        clipping.write_text(json.dumps(said(LAMPS, "Vera Lund")))
        import_file(other, str(clipping), Asked("jsonl"), pytest.fail)
        counts = import_file(other, str(exported), Asked("jsonl"), pytest.fail)
        assert counts["skipped"] == 0
        hits = search(other, query(everything=True, sort="added"))
        assert [(hit.quote.id, hit.quote.text) for hit in hits] == [
            (1, LAMPS), (2, GULLS), (3, "nobody paints the boats before spring"), (4, BELL)
        ]  # fmt: skip
        assert [(r.quote_id, r.kind, r.to) for r in hits[2].quote.relations] == [
            (3, "excerpt_of", 2)
        ]
        person = find(other, "Vera Lund")
        assert (person.quotes, [role.title for role in person.roles]) == (2, ["Mayor"])


def test_a_fact_that_refers_to_nothing_before_it_is_skipped(exported, tmp_path):
    records = exported.read_text("utf-8").splitlines()
    torn = tmp_path / "torn.jsonl"
    torn.write_text("\n".join(r for r in records if '"type":"source"' not in r.replace(": ", ":")))
    failed = []
    with opening.writing(str(tmp_path / "other.db")) as other:
        counts = import_file(other, str(torn), Asked("jsonl"), failed.append)
    assert counts["skipped"] == len(failed) > 0
    assert all(isinstance(error, MalformedRecord) for error in failed)


def test_an_export_to_a_file_appears_whole_or_not_at_all(tmp_path):
    target = tmp_path / "all.jsonl"
    target.write_text("as it was")

    def breaking():
        yield "the first piece"
        raise DataError("the disk went away")

    with pytest.raises(DataError):
        save(breaking(), target)
    assert target.read_text() == "as it was"
    assert list(tmp_path.iterdir()) == [target]


def test_an_export_in_no_known_format(store, add):
    add(LAMPS)
    with pytest.raises(UnknownName, match="nonsense"):
        export(store, EVERYTHING, "nonsense")


PROMISE = "We shall not dim one lamp this winter"


def test_a_format_is_guessed_and_a_lone_format_is_no_file(store, lines):
    assert counted(import_file(store, lines(said(LAMPS)), Asked(), pytest.fail)) == {
        "read": 1, "new": 1,
    }  # fmt: skip
    with pytest.raises(InvalidValue, match="no file"):
        import_file(store, "kindle", Asked(), pytest.fail)


@pytest.mark.parametrize("large", [10**9, 0], ids=["here", "in another process"])
def test_a_guessed_encoding_is_a_remark_and_no_record(large, store, tmp_path, monkeypatch):
    monkeypatch.setattr(intake, "LARGE", large)
    file = tmp_path / "sozler.csv"
    words = "Balıkçılarımız ağır bir kıştan çıktı"
    file.write_bytes(f"söz;konuşmacı\n{words};Şeyma Yıldız\n".encode("cp1254"))
    noted = []
    counts = import_file(
        store, str(file), Asked(workers=2), pytest.fail, lambda _: None, noted.append
    )
    assert counted(counts) == {"read": 1, "new": 1}
    assert noted == [Remark("read as iso8859-9", str(file))]
    assert search(store, query(words))[0].quote.speaker == "Şeyma Yıldız"


def test_who_said_it_is_told_by_the_words_round_it(store, tmp_path):
    quote = {"pre": "Mayor Ada Quill told the council: ", "quote": PROMISE + ".", "post": " Then"}
    article = {"date": "2020-09-13T10:01:00Z", "url": "https://bugle.example/1", "title": "Lamps",
               "lang": "ENGLISH", "quotes": [quote]}  # fmt: skip
    file = tmp_path / "graph.json"
    file.write_text(json.dumps(article), encoding="utf-8")
    import_file(store, str(file), Asked(), pytest.fail)
    [hit] = search(store, query(PROMISE))
    assert hit.quote.speaker == "Ada Quill"


def test_every_likely_speaker_is_an_attribution(store, tmp_path):
    file = tmp_path / "bank.json"
    record = {"quoteID": "1", "quotation": PROMISE, "urls": ["https://bugle.example/1"],
              "probas": [["Ada Quill", "0.81"], ["Otto Kern", "0.12"]]}  # fmt: skip
    file.write_text(json.dumps(record), encoding="utf-8")
    import_file(store, str(file), Asked(), pytest.fail)
    [hit] = search(store, query(PROMISE))
    assert hit.quote.speaker == "Ada Quill"
    told = {(a.speaker, a.confidence) for a in hit.quote.attestations}
    assert told == {("Ada Quill", 0.81), ("Otto Kern", 0.12)}


def test_a_status_that_a_collection_gives_is_kept(store, tmp_path):
    page = (
        "<mediawiki><page><title>Ada Quill</title><ns>0</ns><revision><text>"
        f"== Misattributed ==\n* {PROMISE}\n</text></revision></page></mediawiki>"
    )
    file = tmp_path / "dump.xml"
    file.write_text(page, encoding="utf-8")
    import_file(store, str(file), Asked(), pytest.fail)
    [hit] = search(store, query(PROMISE, status="misattributed"))
    assert hit.quote.status == "misattributed"


def test_what_was_read_before_an_interruption_is_kept_and_the_rest_follows(
    store, lines, monkeypatch
):
    monkeypatch.setattr(importing, "BATCH", 2)
    monkeypatch.setattr(importing, "HELD", 0)
    path = lines(said(LAMPS), said(BELL), said(GULLS))

    def interrupt(_more):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        import_file(store, path, Asked(), pytest.fail, interrupt)
    assert counted(import_file(store, path, Asked(), pytest.fail)) == {
        "read": 3, "known": 2, "new": 1,
    }  # fmt: skip


def test_several_processes_decide_as_one_does(store, lines, monkeypatch):
    monkeypatch.setattr(judges, "MANY", 2)
    counts = import_file(
        store, lines(said(LAMPS), said(BELL), said(GULLS)), Asked(workers=2), pytest.fail
    )
    assert counted(counts) == {"read": 3, "new": 3}


SOURCE = {"type": "source", "id": 1, "title": "S"}
SPEAKER = {"type": "speaker", "id": 1, "name": "Ada"}
QUOTE = {
    "type": "quote", "id": 1, "text": GULLS, "speaker_id": 1,
    "attestations": [{"id": 1, "source": {"id": 1}, "exact": GULLS}],
}  # fmt: skip


@pytest.mark.parametrize(
    ("again", "where"),
    [
        (SOURCE | {"title": "T"}, "source 1"),
        (SPEAKER | {"name": "Bea"}, "speaker 1"),
        (QUOTE | {"text": LAMPS}, "quote 1"),
        (QUOTE | {"id": 2, "text": LAMPS}, "quote 2"),  # its printing's number
    ],
)
@pytest.mark.parametrize("apart", [False, True])
def test_a_number_that_came_before_is_named_and_skipped(store, lines, again, where, apart):
    order = [SOURCE, SPEAKER, QUOTE]
    place = 3 if apart else [one["type"] for one in order].index(again["type"]) + 1
    facts = [*order[:place], again, *order[place:]]
    told = []
    counts = import_file(store, lines(*facts), Asked("jsonl"), told.append)
    assert (counts["restored"], counts["skipped"]) == (3, 1)
    assert [error.where for error in told] == [where]


def test_the_same_source_twice_is_known(store, lines):
    counts = import_file(store, lines(SOURCE, SOURCE, SPEAKER, QUOTE), Asked("jsonl"), pytest.fail)
    assert (counts["restored"], counts["known"]) == (3, 1)


def test_a_file_that_breaks_off_keeps_what_came_before(store, tmp_path):
    import gzip

    data = "".join(json.dumps(said(f"Saying number {n} of the old keeper.")) + "\n"
                   for n in range(2000))  # fmt: skip
    file = tmp_path / "torn.jsonl.gz"
    file.write_bytes(gzip.compress(data.encode())[:-400])
    told = []
    counts = import_file(store, str(file), Asked("jsonl"), told.append)
    assert counts["new"] > 100
    assert counts["skipped"] == 1
    assert isinstance(told[0], DataError)
