"""`add`, `ingest`, `extract`, `compare`, `import`, `export`: what each really does."""

from __future__ import annotations

import json

import pytest

from .conftest import ARTICLE, BELL, ENTRIES, GULLS, LAMPS, PART

LAMPS_TEXT = ENTRIES[0][0]


def outcome(done):
    assert done.code == 0
    [one] = done.json
    return one


def test_add_keeps_everything_it_is_told(quotedb):
    done = outcome(
        quotedb(
            "add", "The tide keeps no diary", "--speaker", "Ada Quill", "--said", "1850~",
            "--title", "Tides", "--outlet", "The Horn", "--author", "Hartmann, Greta",
            "--author", "Kern, Otto", "--issued", "1851-02", "--url", "https://horn.example/7",
            "--accessed", "2020-01-02", "--publisher", "Horn & Sons", "--locator", "p. 7",
            "--event", "a launch", "--place", "Kıyıkent", "--role", "Harbour Master",
            "--lang", "en", "--tag", "sea", "--tag", "tides", "--note", "from memory", "--json",
        )
    )  # fmt: skip
    assert (done["outcome"], done["speaker"], done["relation_to"]) == ("new", "Ada Quill", None)
    shown = quotedb("show", done["quote"], "--json").json
    told = {
        "text": "The tide keeps no diary", "speaker": "Ada Quill", "role": "Harbour Master",
        "said": "1850~", "place": "Kıyıkent", "event": "a launch", "language": "en",
        "status": "unverified", "tags": ["sea", "tides"], "note": "from memory",
    }  # fmt: skip
    assert {key: shown[key] for key in told} == told
    [printed] = shown["attestations"]
    told = {
        "title": "Tides", "outlet": "The Horn", "issued": "1851-02", "locator": "p. 7",
        "url": "https://horn.example/7", "publisher": "Horn & Sons", "method": "hand",
        "authors": ["Greta Hartmann", "Otto Kern"], "exact": "The tide keeps no diary",
    }  # fmt: skip
    assert {key: printed[key] for key in told} == told
    assert '"accessed":"2020-01-02"' in quotedb("export").out


BELL_VARIED = "A bell without its rope is only furniture"


@pytest.mark.parametrize(
    ("words", "speaker", "said", "of"),
    [
        ("The tide keeps no diary", "Ada Quill", "new", None),
        ("“the lamps on the pier, were lit by hand!”", "Ada Quill", "known", None),
        ("nobody counts the gulls in winter", "Ada Quill", "excerpt", GULLS),
        (BELL_VARIED, "Vera Lund", "variant", BELL),
        (BELL_VARIED, "Otto Kern", "review", BELL),
    ],
)
def test_add_says_what_became_of_it(filled, words, speaker, said, of):
    done = outcome(filled("add", words, "-s", speaker, "--outlet", "The Siren", "--json"))
    assert (done["outcome"], done["relation_to"]) == (said, of)
    assert done["reason"]
    kinds = {"excerpt": ["excerpt_of"], "variant": ["variant_of"]}.get(said, [])
    shown = filled("show", done["quote"], "--json").json
    assert [r["kind"] for r in shown["relations"] if r["to"] == of] == kinds
    assert filled("db", "stats", "--json").json["reviews"] == (said == "review")


def test_add_of_known_words_is_one_printing_more(filled):
    before = filled("db", "stats", "--json").json
    done = outcome(filled("add", LAMPS_TEXT, "-s", "Ada Quill", "--outlet", "The Siren", "--json"))
    after = filled("db", "stats", "--json").json
    assert (done["outcome"], done["quote"]) == ("known", LAMPS)
    assert (after["quotes"], after["attestations"]) == (
        before["quotes"],
        before["attestations"] + 1,
    )


def test_add_of_the_same_from_the_same_source_changes_nothing(filled):
    before = filled("export").out
    again = filled("add", *ENTRIES[0], "--json")
    assert (outcome(again)["outcome"], outcome(again)["attestation"]) == ("known", None)
    assert filled("export").out == before


def test_add_notes_a_conflict_and_throws_nothing_away(filled):
    done = outcome(filled("add", LAMPS_TEXT, "-s", "Otto Kern", "--outlet", "The Siren", "--json"))
    assert "conflict" in done["reason"]
    shown = filled("show", LAMPS, "--json").json
    assert shown["speaker"] == "Ada Quill"
    assert [a["speaker"] for a in shown["attestations"]] == ["Ada Quill", "Otto Kern"]


def test_add_takes_a_part_of_a_name_for_the_only_one_who_has_it(filled):
    done = filled("add", "The tide keeps no diary", "-s", "quill", "--json")
    assert outcome(done)["speaker"] == "Ada Quill"
    assert "Ada Quill" in done.err
    filled("add", "Ropes are patient things", "-s", "Berta Quill")
    done = filled("add", "A harbour is a held breath", "-s", "quill", "--json")
    assert outcome(done)["speaker"] == "quill"
    assert "beside Ada Quill, Berta Quill" in done.err


def test_ingest_records_the_source_and_its_quotes(quotedb, article):
    done = quotedb("ingest", article, "--json")
    assert [o["outcome"] for o in done.json] == ["new", "new"]
    assert len({o["source"] for o in done.json}) == 1
    [first, _] = quotedb("search", "--sort", "added", "--json").json
    assert first["sources"] == [
        {"title": "A bridge at last", "outlet": "The Bugle", "issued": "1999-05-04", "url": None,
         "publisher": None}
    ]  # fmt: skip
    attested = quotedb("show", first["id"], "--json").json["attestations"][0]
    assert attested["method"] == "extraction"
    assert ARTICLE[attested["start"] : attested["end"]] == attested["exact"]


def test_ingest_lets_the_options_go_before_the_file(quotedb, article):
    told = ("--title", "Told", "--outlet", "The Siren", "--author", "Kern, Otto", "--issued",
            "2001", "--url", "https://siren.example/", "--lang", "en-GB")  # fmt: skip
    number = quotedb("ingest", article, *told, "--json").json[0]["quote"]
    shown = quotedb("show", number, "--json").json
    [printed] = shown["attestations"]
    assert (printed["title"], printed["outlet"], printed["issued"], printed["url"]) == (
        "Told", "The Siren", "2001", "https://siren.example/"
    )  # fmt: skip
    assert (printed["authors"], shown["language"]) == (["Otto Kern"], "en-GB")


def test_ingest_walks_a_folder(quotedb, article, tmp_path):
    folder = tmp_path / "folder" / "deeper"
    folder.mkdir(parents=True)
    article.rename(folder / "a.txt")
    (folder.parent / "picture.png").write_bytes(b"\x89PNG")
    assert len(quotedb("ingest", folder.parent, "--json").json) == 2


def test_ingest_says_that_there_is_no_quotation(quotedb, tmp_path):
    (tmp_path / "a.txt").write_text("The bridge was opened yesterday. Nobody spoke.\n")
    done = quotedb("ingest", tmp_path / "a.txt", "--json")
    assert (done.code, done.json) == (0, [])
    assert "no quotation found" in done.err


def test_extract_records_nothing_and_gives_offsets(quotedb, article, place):
    found = quotedb("extract", article, "--json").json
    assert [ARTICLE[q["start"] : q["end"]] for q in found] == [q["text"] for q in found]
    assert {q["file"] for q in found} == {str(article)}
    assert not place.exists()


def test_extract_explains_itself_when_asked(quotedb, article):
    plain, told = (
        quotedb("extract", article, *more, "--json").json for more in ((), ("--explain",))
    )
    assert [q | {"rule": None, "evidence": None} for q in told] == [
        q | {"rule": None, "evidence": None} for q in plain
    ]
    assert "rule" not in plain[0]
    assert all(q["rule"] and q["evidence"] for q in told)
    assert "because" in quotedb("extract", article, "--explain").out.splitlines()[0]


def test_extract_all_gives_titles_and_scare_quotes_too(quotedb, tmp_path):
    file = tmp_path / "a.txt"
    file.write_text("The film “Winter Boats” opened. Ada Quill said, “It is far too long.”\n")
    said, every = (quotedb("extract", file, *more, "--json").json for more in ((), ("--all",)))
    assert [q["text"] for q in said] == ["It is far too long."]
    assert (every[0]["text"], every[0]["kind"]) == ("Winter Boats", "not_said")
    assert every[1:] == said


def test_extract_takes_the_language_it_is_told(quotedb, article):
    assert {q["language"] for q in quotedb("extract", article, "--json").json} == {"en"}
    told = quotedb("extract", article, "--lang", "en-GB", "--json").json
    assert {q["language"] for q in told} == {"en-GB"}


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        (LAMPS_TEXT, LAMPS_TEXT.upper() + "!", "same"),
        (ENTRIES[1][0], ENTRIES[4][0], "excerpt"),
        (LAMPS_TEXT, "The lamps on the pier were not lit by hand", "different"),
        (LAMPS_TEXT, ENTRIES[3][0], "different"),
    ],
)
def test_compare_says_which_and_why(quotedb, a, b, kind):
    verdict, turned = (quotedb("compare", *pair, "--json").json for pair in ((a, b), (b, a)))
    assert (verdict["kind"], verdict["score"]) == (turned["kind"], turned["score"])
    assert verdict["kind"] == kind
    assert 0 <= verdict["score"] <= 100
    assert verdict["reason"]


def test_compare_shows_the_difference_only_in_a_table(quotedb):
    words = ("compare", "the lamps were lit", "the lamps were out")
    assert quotedb(*words).out.endswith("the lamps were [-lit-]\nthe lamps were {+out+}\n")
    assert "[-" not in quotedb(*words, "--json").out


def test_export_holds_every_fact_and_import_takes_it_back(filled, quotedb, tmp_path):
    exported = filled("export").out
    counts = {}
    for line in exported.splitlines():
        kind = json.loads(line)["type"]
        counts[kind] = counts.get(kind, 0) + 1
    assert counts == {"source": 5, "speaker": 3, "quote": 5, "relation": 1}
    file = tmp_path / "all.jsonl"
    assert filled("export", "--output", file).out == ""
    assert file.read_text("utf-8") == exported
    other = ("--db", tmp_path / "other.db")
    done = quotedb("import", "jsonl", file, *other, "--json").json
    assert (done["read"], done["restored"], done["skipped"]) == (14, 14, 0)
    assert quotedb("export", *other).out == exported


@pytest.mark.parametrize(
    ("options", "ids"),
    [
        (("bell",), {BELL}),
        (("-s", "quill"), {LAMPS, GULLS, PART}),
        (("boats", "--all"), {GULLS, PART}),
        (("xyzzyplugh",), set()),
    ],
)
def test_export_of_a_search(filled, options, ids):
    facts = [json.loads(line) for line in filled("export", *options).out.splitlines()]
    assert {fact["id"] for fact in facts if fact["type"] == "quote"} == ids


def test_export_in_the_formats_of_citations(filled):
    assert filled("export", "bell", "--format", "csl-json").json[0]["title"] == "On bells"


BAD = '{"text": "A rope has two ends", "speaker": "Vera Lund"}\n{"text": "No speaker"}\n'


def test_import_skips_a_bad_record_or_with_strict_keeps_nothing(filled, tmp_path):
    file = tmp_path / "some.jsonl"
    file.write_text(BAD)
    before = filled("export").out
    strict = filled("import", "jsonl", file, "--strict")
    assert (strict.code, strict.out) == (3, "")
    assert f"{file}:2: no speaker" in strict.err
    assert filled("export").out == before
    done = filled("import", "jsonl", file, "--json")
    assert (done.code, done.json["new"], done.json["skipped"]) == (3, 1, 1)
    assert filled("search", "rope ends", "--json").json[0]["speaker"] == "Vera Lund"
