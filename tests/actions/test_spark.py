"""Spark: the same verdicts and groups as on this machine."""

from __future__ import annotations

import json
import random
import shutil
from collections import Counter
from dataclasses import replace

import pytest

from quotedb.actions import opening
from quotedb.actions.bulk_ingest import into_folder
from quotedb.actions.dedupe_files import dedupe_files
from quotedb.actions.engines import REGISTRY, Articles, Corpus
from quotedb.actions.engines._groups import groups_of, link_of
from quotedb.actions.importing import import_file
from quotedb.actions.ingest import ingest_files
from quotedb.actions.intake import Asked
from quotedb.actions.sources import Description
from quotedb.errors import DataError, InvalidValue, MissingExtra
from quotedb.facts import Quote, Relation, Review, Source, Speaker
from quotedb.matching.corpus import Told
from quotedb.store.exporting import everything

pytest.importorskip("pyspark", reason="the extra 'spark' is not installed")
pytestmark = [
    pytest.mark.skipif(shutil.which("java") is None, reason="there is no Java"),
    pytest.mark.filterwarnings("ignore"),  # PySpark's own
]

WORDS = [
    "harbour", "lamp", "winter", "ferry", "council", "letter", "mayor", "gull", "bridge", "stone",
    "window", "market", "baker", "sailor", "engine", "garden", "school", "river", "tower", "bell",
    "rope", "signal", "keeper", "island",
]  # fmt: skip


def corpus():
    """Sayings of a few words, each with a slip, a part, another in the same frame, and repeats."""
    rng = random.Random(5)
    texts = []
    for _ in range(40):
        words = [rng.choice(WORDS) for _ in range(rng.randrange(6, 30))]
        slip = [word if rng.random() > 0.07 else word[:-1] for word in words]
        start = rng.randrange(max(len(words) - 8, 1))
        texts += [" ".join(words), " ".join(slip), " ".join(words[start : start + 8])]
        texts.append(" ".join([*words[:-1], rng.choice(WORDS)]))
        texts += [rng.choice(texts).upper()] * rng.randrange(3)
    return Corpus(texts, ["en"] * len(texts), workers=1, master="local[1]")


def test_without_java_it_is_said_what_is_missing(monkeypatch, tmp_path):
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    with pytest.raises(MissingExtra, match="Java 17"):
        REGISTRY.load("spark").found(corpus(), Told(), lambda _: None)


def test_a_wrong_master_is_an_error_of_one_line():
    with pytest.raises(InvalidValue, match="--master") as caught:
        REGISTRY.load("spark").found(replace(corpus(), master="nowhere"), Told(), lambda _: None)
    assert "\n" not in str(caught.value)


def test_spark_gives_what_this_machine_gives():
    made = corpus()
    told_here, told_there, went = Told(), Told(), []
    here = REGISTRY.load("local").found(made, told_here, lambda _: None)
    there = REGISTRY.load("spark").found(made, told_there, went.append)
    assert there == here
    assert told_there == told_here
    assert sum(went) == len(made.texts)
    assert min(len(here.groups), len(here.wholes)) > 10, "the corpus has look-alikes"


PEOPLE = ["Ada Quill", "Bea Wren", "Otto Kern"]


def varied(text, rng):
    """A printing of a saying: itself, with a slip, a part, more, denied, or another."""
    words = text.split()
    kind = rng.random()
    if kind < 0.4:
        return text
    if kind < 0.55:
        at = rng.randrange(len(words))
        return " ".join([*words[:at], words[at][:-1], *words[at + 1 :]])
    if kind < 0.75:
        return " ".join(words[1:9])
    return f"not {text}" if kind < 0.85 else " ".join(rng.choices(WORDS, k=9))


def records():
    """Articles that print the same sayings again and again, one of them twice."""
    rng = random.Random(8)
    sayings = ["we will " + " ".join(rng.choices(WORDS, k=rng.randrange(8, 20))) for _ in range(12)]
    made = []
    for number in range(40):
        said = [varied(rng.choice(sayings), rng) for _ in range(rng.randrange(1, 5))]
        if rng.random() < 0.3:
            said.append("never give up")
        ends = [f"{rng.choice(PEOPLE)} said.", "a spokesman said.", f"said {rng.choice(PEOPLE)}."]
        text = "\n\n".join(f"“{one.capitalize()},” {rng.choice(ends)}" for one in said)
        made.append({"text": text, "title": f"Article {number}", "language": "en"})
    return [*made, made[3]]


@pytest.fixture
def articles(tmp_path):
    """A folder of them: two files of lines with a bad one, and a table, in the order of names."""
    pa, pq = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    folder = tmp_path / "crawl"
    folder.mkdir()
    made = records()
    for name, some in (("a.articles.jsonl", made[:15]), ("b.articles.jsonl", made[15:30])):
        lines = [json.dumps(one, ensure_ascii=False) for one in some]
        (folder / name).write_text("\n".join(lines), encoding="utf-8")
    with (folder / "b.articles.jsonl").open("a", encoding="utf-8") as file:
        file.write('\n{"title": "No text"}\n')
    pq.write_table(pa.Table.from_pylist(made[30:]), folder / "c.articles.parquet", row_group_size=3)
    return folder


def named(database):
    """Every fact, quotes by where they were printed first and speakers by their names, instead of
    their numbers, which have gaps on one machine.
    """
    some = list(everything(database.connection()))
    hashes = {one.id: one.content_hash for one in some if isinstance(one, Source)}
    names = {
        one.id: (hashes[one.attestations[0].source.id], one.attestations[0].start)
        for one in some
        if isinstance(one, Quote)
    }

    def without_numbers(one):
        if isinstance(one, Relation | Review):
            return replace(one, quote_id=names[one.quote_id], to=names[one.to])
        if isinstance(one, Speaker):
            return replace(one, id=None)
        if not isinstance(one, Quote):
            return one
        own = {"id": None, "quote_id": None, "speaker_id": None}
        printed = tuple(replace(a, **own) for a in one.attestations)
        return replace(one, id=names[one.id], speaker_id=None, attestations=printed)

    return {repr(without_numbers(one)) for one in some}


def test_articles_come_to_the_same_facts_as_on_this_machine(articles, database, tmp_path):
    failed, out = [], str(tmp_path / "facts")
    counts = into_folder(Articles([str(articles)], master="local[1]"), "spark", out, failed.append)
    assert (counts["articles"], counts["bad"], counts["repeated"]) == (42, 1, 1)
    assert ["No text" in str(one) or "no text" in str(one) for one in failed] == [True]
    assert not (tmp_path / "facts" / "_work").exists()
    taken = import_file(database, out, Asked(), failed.append)
    assert (taken["skipped"], len(failed)) == (0, 1)
    with opening.writing(str(tmp_path / "here.db")) as here:
        done = list(ingest_files(here, [str(articles)], Description(), failed.append))
        made = named(here)
    assert named(database) == made
    outcomes = Counter(
        outcome.outcome for one in done[:-1] for outcome in one.outcomes
    )  # the last is there already
    assert outcomes == {name: counts[name] for name in outcomes}
    assert {"new", "known", "variant", "excerpt", "review"} <= outcomes.keys()
    with pytest.raises(DataError, match="there already"):
        into_folder(Articles([str(articles)], master="local[1]"), "spark", out, failed.append)


def test_what_cannot_be_read_is_an_error_of_one_line(tmp_path):
    pa, pq = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    (tmp_path / "bad.parquet").write_bytes(b"PAR1 and no more")
    pq.write_table(pa.table({"body": ["No column of that name."]}), tmp_path / "other.parquet")
    for name, words in (("bad", "no Parquet"), ("other", "text"), ("lost", "no such file")):
        asked = Articles([str(tmp_path / f"{name}.parquet")], master="local[1]")
        with pytest.raises(DataError, match=words) as caught:
            into_folder(asked, "spark", str(tmp_path / "out"), lambda _: None)
        assert "\n" not in str(caught.value)


def test_files_of_quotes_are_matched_without_a_database(tmp_path):
    pq = pytest.importorskip("pyarrow.parquet")
    made, file, out = corpus(), tmp_path / "quotes.jsonl", tmp_path / "out"
    lines = [json.dumps({"text": text, "lang": "en", "id": n}) for n, text in enumerate(made.texts)]
    file.write_text("\n".join([*lines, '{"text": ""}']), encoding="utf-8")
    failed = []
    counts = dedupe_files([str(file)], "spark", str(out), failed.append, "local[1]")
    here = REGISTRY.load("local").found(made, Told(), lambda _: None)
    rows = {name: pq.read_table(out / name).to_pylist() for name in ("groups", "parts", "doubts")}
    assert groups_of(rows["groups"]) == here.groups
    assert [(row["part"], link_of(row)) for row in rows["parts"]] == here.wholes
    assert [(row["first"], row["second"]) for row in rows["doubts"]] == [
        (link.first, link.second) for link in here.doubts
    ]
    assert (counts["quotes"], counts["groups"]) == (len(made.texts), len(here.groups))
    assert ["1 records without words" in str(error) for error in failed] == [True]
