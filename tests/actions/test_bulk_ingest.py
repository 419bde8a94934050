"""What is worked out of articles on a cluster, function by function, with no Spark."""

from __future__ import annotations

import json
import random

import duckdb
import pyarrow as pa
import pytest

from quotedb.actions.bulk_ingest import into_folder
from quotedb.actions.dedupe_files import dedupe_files
from quotedb.actions.engines import Articles
from quotedb.actions.engines._articles import _read, _schema
from quotedb.actions.engines._recording import _prints, settle
from quotedb.actions.engines._screening import SCREEN
from quotedb.actions.sources import Description
from quotedb.errors import InvalidDate, InvalidValue, UnknownName
from quotedb.extraction.extract import extract
from quotedb.facts import Article, Source
from quotedb.matching.blocking import screened

TEXT = "“We paid for it,” said Vera Lund.\n\n“The bridge will stand, whatever comes,” a clerk said."
LONG = "nobody counts the gulls in the winter"


def run(*sures, key=LONG):
    return [{"at": at, "key": key, "sure": sure} for at, sure in enumerate(sures, start=1)]


def test_the_same_words_are_one_quote_and_the_first_who_is_sure_claims_it():
    first, *others = settle(run(None, None, 7, 8))
    assert [row["quote"] for row in others] == [1, 1, 1]
    assert (first["quote"], first["sure"], first["decided"]) == (1, None, False)
    assert (first["claimed"], first["claimed_at"]) == (7, 3)


def test_a_short_saying_of_somebody_else_is_a_quote_of_its_own():
    found = settle(run(7, 8, 7, 8, key="never give up"))
    assert [(row["at"], row["quote"]) for row in found] == [(1, 1), (2, 2), (3, 1), (4, 2)]
    assert [row["decided"] for row in found[:2]] == [False, True]


def test_many_words_are_one_quote_whoever_is_said_to_have_said_them():
    assert [row["quote"] for row in settle(run(7, 8, 9))] == [1, 1, 1]


def batch(**columns):
    placed = {"path": ["file:/a"], "block": [0], "row": [3]}
    return pa.RecordBatch.from_pydict(placed | {name: [value] for name, value in columns.items()})


def read(*batches, **told):
    found = list(_read(batches, Description(**told), False))
    assert all(one.schema == _schema() for one in found)
    return [row for one in found for row in one.to_pylist()]


def test_a_row_is_read_as_one_machine_reads_it():
    line = json.dumps({"text": TEXT, "title": "Bridge", "authors": ["Ann Doe"], "lang": "en"})
    by_line, by_columns = read(
        batch(line=line), batch(text=TEXT, title="Bridge", authors=["Ann Doe"], language="en")
    )
    assert by_line == by_columns
    assert (by_line["source"]["title"], by_line["row"], by_line["problem"]) == ("Bridge", 3, None)
    here = extract(Article(text=TEXT, source=Source(language="en")))
    found = [one["exact"] for one in by_line["quotations"]]
    assert found == sorted((one.text for one in here), key=len, reverse=True)
    assert [one["called"] for one in by_line["quotations"]] == [None, "Vera Lund"]


def test_what_the_user_says_goes_before_what_a_row_says():
    [row] = read(batch(text=TEXT, outlet="Their Post"), outlet="Our Post", language="en")
    assert row["source"]["container_title"] == "Our Post"


@pytest.mark.parametrize("columns", [{"line": "{"}, {"text": None}, {"title": "No text"}])
def test_a_bad_row_is_told_and_no_article(columns):
    [row] = read(batch(**columns))
    assert row["problem"]
    assert row["quotations"] is None


def test_no_pair_with_words_enough_in_common_is_screened_out_by_bits():
    rng = random.Random(3)
    words = [f"w{number}" for number in range(60)]
    keys = [" ".join(rng.choices(words, k=rng.randrange(1, 50))) for _ in range(150)]
    db = duckdb.connect()
    prints = [_prints({"at": at, "key": key, "decided": False}) for at, key in enumerate(keys)]
    db.execute("CREATE TABLE prints (id INT, words INT, low BIGINT, high BIGINT)")
    db.executemany(
        "INSERT INTO prints VALUES (?, ?, ?, ?)",
        [[one[name] for name in ("id", "words", "low", "high")] for one in prints],
    )
    columns = ", ".join(
        f"{end}.{name} AS {end}_{name}"
        for end in ("first", "second")
        for name in ("id", "words", "low", "high")
    )
    pairs = f"SELECT {columns} FROM prints AS first JOIN prints AS second ON first.id < second.id"
    kept = f"SELECT first_id, second_id FROM ({pairs}) AS pairs WHERE {SCREEN}"
    likely = set(db.execute(kept).fetchall())
    alike = {
        (one, other)
        for other, key in enumerate(keys)
        for one in range(other)
        if screened(key, [keys[one]])
    }
    assert alike
    assert alike <= likely
    assert len(likely) < 150 * 149 / 2


@pytest.mark.parametrize(
    ("engine", "told", "error"),
    [
        ("local", {}, UnknownName),
        ("abacus", {}, UnknownName),
        ("spark", {"title": "One for all"}, InvalidValue),
        ("spark", {"issued": "soon"}, InvalidDate),
        ("spark", {"language": "9"}, UnknownName),
    ],
)
def test_what_cannot_be_asked_is_said_before_anything_starts(engine, told, error, tmp_path):
    articles = Articles(["a.jsonl"], Description(**told))
    with pytest.raises(error):
        into_folder(articles, engine, str(tmp_path / "out"), lambda _: None)


def test_the_local_engine_takes_no_files(tmp_path):
    with pytest.raises(UnknownName, match="needs a database"):
        dedupe_files(["quotes.jsonl"], "local", str(tmp_path), lambda _: None)
