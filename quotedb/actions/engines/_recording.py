"""What becomes of quotations, on a cluster: the same as if they were recorded one after the other.

Each quotation has a place, `at`, that grows in the order of recording, and what is decided of one
depends on those before it alone. So first all of the same words are settled together (one quote, a
short saying of several people), and then each quote is decided on beside those that look like it
and come before it: looked up as in `lookalikes`, the first that share a fingerprint, those that
share most, those that have words enough in common, and the verdicts by `decide`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from quotedb.actions.engines._batches import Row, batched, rows, runs, schema, spark_schema
from quotedb.actions.engines._screening import BITS, SCREEN
from quotedb.actions.lookalikes import GIVEN
from quotedb.facts import Wording
from quotedb.matching.blocking import CAP, MOST, screened
from quotedb.matching.decide import Decision, decide
from quotedb.text.fingerprint import fingerprints, probes
from quotedb.text.sketching import sketch

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql import DataFrame

    from quotedb.actions.engines._session import Stages

SOURCE_BITS = 20
"""A place is the source's number and, in so many bits, that of the quotation in it."""

_SETTLED = {
    "at": "int64", "quote": "int64", "decided": "bool", "sure": "int64", "claimed": "int64",
    "claimed_at": "int64",
}  # fmt: skip
_PRINTS = {
    "id": "int64", "words": "int64", "low": "int64", "high": "int64", "hashes": "list<int64>",
    "asks": "list<int64>",
}  # fmt: skip
_DECIDED = {
    "at": "int64", "outcome": "string", "reason": "string", "to": "int64", "score": "float64",
    "why": "string",
}  # fmt: skip


def settled(printed: DataFrame) -> DataFrame:
    """Which quote each quotation belongs to (`at`, `quote`); of those that are new quotes also
    whether that is `decided` already, the `sure` speaker, and who `claimed` it later, and where.
    """
    return (
        printed.selectExpr("at", "key", "IF(is_sure, person, NULL) AS sure")
        .repartition("key")
        .sortWithinPartitions("key", "at")
        .mapInArrow(_settled, spark_schema(schema(**_SETTLED)))
    )


def decided(quotes: DataFrame, stages: Stages) -> DataFrame:
    """What is decided of the quotes that look like one before them: the `outcome`, `to` which
    quote, with the verdict's `score` and `why`, and the `reason`. Of each quote that one takes in
    as an excerpt there is a row too, whose outcome is `absorbs`.

    Args:
        quotes: `at`, `key`, `text`, `language` and what `settled` says of each.
        stages: where fingerprints are kept.
    """
    prints = quotes.select("at", "key", "decided").mapInArrow(
        _printed, spark_schema(schema(**_PRINTS))
    )
    kept = stages.keep(prints, "prints")
    near = _near(_screenable(_ranked(kept), kept), quotes)
    asked = quotes.select("at", "key", "text", "language", "sure")
    return asked.join(near, "at").mapInArrow(_decided, spark_schema(schema(**_DECIDED)))


def relations(decisions: DataFrame) -> DataFrame:
    """What hangs under what (`quote`, `kind`, `to`, `score`, `reason`): the new under those before
    them, and those under the first that takes them in, unless they hang already.
    """
    from pyspark.sql import Window
    from pyspark.sql import functions as f

    hanging = decisions.where("outcome IN ('variant', 'excerpt')").selectExpr(
        "at AS quote", "outcome || '_of' AS kind", "to", "score", "why AS reason"
    )
    free = decisions.where("outcome = 'absorbs'").join(
        hanging.selectExpr("quote AS to"), "to", "left_anti"
    )
    first = f.row_number().over(Window.partitionBy("to").orderBy("at"))
    absorbed = free.withColumn("turn", first).where("turn = 1")
    return hanging.unionByName(
        absorbed.selectExpr(
            "to AS quote", "'excerpt_of' AS kind", "at AS to", "score", "why AS reason"
        )
    )


def reviews(decisions: DataFrame) -> DataFrame:
    """The pairs that are for a person (`quote`, `to`, `score`, `reason`)."""
    return decisions.where("outcome = 'review'").selectExpr("at AS quote", "to", "score", "reason")


def _settled(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Quotations, those of the same words together, to `_SETTLED`."""
    done = (row for run in runs(batches, "key") for row in settle(run))
    yield from batched(done, schema(**_SETTLED))


def settle(run: list[Row]) -> list[Row]:
    """Quotations of the same words, in order: each of a quote before it, or a new one.

    Args:
        run: `at`, `key` and the `sure` speaker of each.
    """
    same: list[Wording] = []
    found: dict[int, Row] = {}
    for row in run:
        at, key, sure = row["at"], row["key"], row["sure"]
        decision = decide(key, None, sure, same) if same else None
        if decision and decision.outcome == "known" and decision.wording:
            found[at] = {"at": at, "quote": decision.wording.quote_id}
            _claim(same, found[decision.wording.quote_id], sure, at)
        else:
            same.append(Wording(at, key, key, None, sure))
            found[at] = {"at": at, "quote": at, "decided": decision is not None, "sure": sure}
    return list(found.values())


def _claim(same: list[Wording], quote: Row, sure: int | None, at: int) -> None:
    """A known wording that had no speaker has this one from now on."""
    for place, wording in enumerate(same):
        if wording.quote_id == quote["at"] and wording.speaker_id is None and sure is not None:
            same[place] = replace(wording, speaker_id=sure)
            quote |= {"claimed": sure, "claimed_at": at}


def _printed(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Quotes to what is kept of them and what is asked for, none for those that are decided."""
    yield from batched((_prints(row) for row in rows(batches)), schema(**_PRINTS))


def _prints(row: Row) -> Row:
    key = row["key"]
    low, high = sketch([key]).narrow().view("int64")[0].tolist()
    return {
        "id": row["at"], "words": len(set(key.split())), "low": low, "high": high,
        "hashes": fingerprints(key), "asks": [] if row["decided"] else probes(key),
    }  # fmt: skip


def _ranked(prints: DataFrame) -> DataFrame:
    """For each quote (`second`) those before it (`first`) that share most of what it asks for: of
    those that have a fingerprint the first `CAP`, and all of the same source.
    """
    from pyspark.sql import Window
    from pyspark.sql import functions as f

    of_hash = Window.partitionBy("hash").orderBy("first")
    kept = prints.selectExpr("id AS first", "explode(hashes) AS hash")
    placed = kept.withColumn("place", f.row_number().over(of_hash)).withColumn(
        "source", f.shiftright("first", SOURCE_BITS)
    )
    asked = prints.selectExpr("id AS second", "explode(asks) AS hash").withColumn(
        "source", f.shiftright("second", SOURCE_BITS)
    )
    early = asked.drop("source").join(placed.where(f.col("place") <= CAP).drop("source"), "hash")
    beside = asked.join(placed.where(f.col("place") > CAP), ["hash", "source"])
    both = early.select("first", "second").unionByName(beside.select("first", "second"))
    shared = both.where("first < second").groupBy("first", "second").count()
    by_count = Window.partitionBy("second").orderBy(f.desc("count"), "first")
    ranked = shared.withColumn("rank", f.row_number().over(by_count))
    return ranked.where(f.col("rank") <= MOST).select("first", "second", "rank")


def _screenable(pairs: DataFrame, prints: DataFrame) -> DataFrame:
    """The pairs that may have words enough in common: none is lost, most others are."""
    for end in ("first", "second"):
        known = prints.selectExpr(f"id AS {end}", *(f"{one} AS {end}_{one}" for one in BITS))
        pairs = pairs.join(known, end)
    return pairs.where(SCREEN).select("first", "second", "rank")


def _near(pairs: DataFrame, quotes: DataFrame) -> DataFrame:
    """Those that each quote (`at`) is held against, as it finds them: with the speaker whom they
    had when its source was taken up.
    """
    known = quotes.selectExpr(
        "at AS first", "key", "text", "language", "sure", "claimed", "claimed_at"
    )
    claimed_before = f"shiftright(claimed_at, {SOURCE_BITS}) < shiftright(second, {SOURCE_BITS})"
    one = f"""struct(rank, first, key, text, language,
        coalesce(sure, IF({claimed_before}, claimed, NULL)) AS person) AS one"""
    beside = pairs.join(known, "first").selectExpr("second AS at", one)
    return (
        beside.groupBy("at")
        .agg({"one": "collect_list"})
        .withColumnRenamed("collect_list(one)", "near")
    )


def _decided(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Quotes with those near them to what is decided."""
    done = (told for row in rows(batches) for told in _told(row["at"], _decision(row)))
    yield from batched(done, schema(**_DECIDED))


def _decision(row: Row) -> Decision:
    near = sorted(row["near"], key=lambda one: one["rank"])
    chosen = [near[place] for place in screened(row["key"], [one["key"] for one in near])]
    wordings = [
        Wording(one["first"], one["text"], one["key"], one["language"], one["person"])
        for one in chosen[:GIVEN]
    ]
    return decide(row["text"], row["language"], row["sure"], wordings)


def _told(at: int, decision: Decision) -> Iterator[Row]:
    verdict, wording = decision.verdict, decision.wording
    yield {
        "at": at, "outcome": decision.outcome, "reason": decision.reason,
        "to": wording.quote_id if wording else None,
        "score": float(verdict.score) if verdict else None,
        "why": verdict.reason if verdict else None,
    }  # fmt: skip
    for part, why in decision.absorbed if decision.outcome == "new" else ():
        yield {
            "at": at, "outcome": "absorbs", "to": part.quote_id, "score": float(why.score),
            "why": why.reason,
        }  # fmt: skip
