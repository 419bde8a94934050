"""The verdicts on wordings that look alike, on a cluster: joins by fingerprint, and the same
functions as everywhere, in Arrow batches.

What `Index` does with sorted arrays is done here with joins by fingerprint; the rules, of how
much two wordings must share and of how many wordings one fingerprint may tell, are its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quotedb.actions.engines._batches import Row, batched, rows, schema
from quotedb.actions.engines._screening import BITS, SCREEN
from quotedb.matching.blocking import CAP, screened
from quotedb.matching.index import LEAST, RARE, SHARE
from quotedb.matching.verdict import SAME_WORDS, compare
from quotedb.text.fingerprint import digest
from quotedb.text.folding import fold

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql import DataFrame

    from quotedb.actions.engines._session import Stages

_ORIGINAL = "id = original"
WORDINGS = "id long, text string, language string"
_ASKED = ("id", "size", *BITS)
SKETCHED = (
    "id long, key string, digest long, size int, words int, low long, high long, hashes array<long>"
)
VERDICT = ("first", "second", "kind", "score", "reason", "review", "repeats")
VERDICTS = (
    "first long, second long, kind string, score double, reason string, review boolean,"
    " repeats boolean, first_length long, second_length long"
)


def sketched(wordings: DataFrame, stages: Stages) -> DataFrame:
    """The keys and fingerprints (`SKETCHED`) of wordings (`WORDINGS`), and of each wording the
    `original`: the first that has its very words, itself when there is none before it.
    """
    from pyspark.sql import Window
    from pyspark.sql import functions as f

    each = stages.keep(wordings.mapInArrow(_sketched, SKETCHED), "sketched")
    first = f.min("id").over(Window.partitionBy("digest"))
    originals = each.select("id", first.alias("original"), "digest").drop("digest")
    return stages.keep(each.drop("digest").join(originals, "id"), "originals")


def verdicts(wordings: DataFrame, known: DataFrame, stages: Stages) -> DataFrame:
    """The verdicts (`VERDICTS`) on the wordings (`WORDINGS`) that look alike; what has the words
    of another has one verdict alone, on it and the first of them.

    Args:
        wordings: all of them.
        known: what `sketched` says of them.
        stages: where the pairs are kept.
    """
    alone = known.where(_ORIGINAL)
    chosen = stages.keep(_alike(alone), "pairs")
    both = wordings.join(alone.select("id", "key"), "id")
    pairs = _beside(_beside(chosen, both, "first"), both, "second")
    same, length = SAME_WORDS, "CAST(length(key) AS BIGINT)"
    repeats = known.where(f"NOT ({_ORIGINAL})").selectExpr(
        "original AS first", "id AS second", f"'{same.kind}' AS kind", f"{same.score}D AS score",
        f"'{same.reason}' AS reason", f"{same.review} AS review", "true AS repeats",
        f"{length} AS first_length", f"{length} AS second_length",
    )  # fmt: skip
    return pairs.mapInArrow(_judged, VERDICTS).unionByName(repeats)


def capped(known: DataFrame) -> int:
    """How often a fingerprint has more wordings than are taken from it."""
    from pyspark.sql import functions as f

    each = known.where(_ORIGINAL).select(f.explode("hashes").alias("hash")).groupBy("hash").count()
    total = each.where(f.col("count") > CAP).agg(f.sum("count")).head()
    return int(total[0] or 0) if total else 0


def _alike(known: DataFrame) -> DataFrame:
    """Pairs (`first`, `second`) that share enough fingerprints and words, the earlier first.

    Each fingerprint goes with what is asked of both wordings, so that a pair that has too few
    words in common ends where it is met, and is never sent on to be counted.
    """
    from pyspark.sql import Window
    from pyspark.sql import functions as f

    hashes = known.select(*_ASKED, f.explode("hashes").alias("hash"))
    same = Window.partitionBy("hash")
    told = (
        _named(hashes, "first")
        .withColumn("place", f.row_number().over(same.orderBy("first")))
        .withColumn("there", f.count("*").over(same))
        .where((f.col("place") <= CAP) & (f.col("there") > 1))
        .withColumn("weight", f.when(f.col("there") <= RARE, 2).otherwise(1))
        .drop("place", "there")
    )
    met = _named(hashes, "second").join(told, "hash").where("first < second")
    met = met.where(SCREEN)
    shared = met.groupBy("first", "second").agg(
        f.sum("weight").alias("shared"), f.min(f.least("first_size", "second_size")).alias("fewer")
    )
    enough = f"shared >= {LEAST} AND shared >= {SHARE}D * fewer"
    return shared.where(enough).select("first", "second")


def _named(known: DataFrame, end: str) -> DataFrame:
    """What is known of wordings, named by one end of a pair."""
    return known.withColumnsRenamed({"id": end} | {name: f"{end}_{name}" for name in _ASKED[1:]})


def _beside(pairs: DataFrame, known: DataFrame, end: str) -> DataFrame:
    """The pairs with what is known of one of their ends, named by it."""
    renamed = known.withColumnsRenamed(
        {name: end if name == "id" else f"{end}_{name}" for name in known.columns}
    )
    return pairs.join(renamed, end)


def _sketched(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Wordings to their keys and fingerprints (`SKETCHED`)."""
    import numpy as np
    import pyarrow as pa

    from quotedb.text.sketching import sketch

    for batch in batches:
        keys = [fold(text) for text in batch["text"].to_pylist()]
        found = sketch(keys)
        size = np.bincount(found.place, minlength=len(keys)).astype(np.int32)
        ends = np.concatenate([[0], np.cumsum(size)]).astype(np.int32)
        bits = found.narrow().view(np.int64)
        yield pa.record_batch(
            [
                batch["id"], pa.array(keys), pa.array(map(digest, keys), pa.int64()),
                pa.array(size), pa.array(found.words),
                pa.array(bits[:, 0].copy()), pa.array(bits[:, 1].copy()),
                pa.ListArray.from_arrays(ends, found.hash),
            ],
            names=["id", "key", "digest", "size", "words", "low", "high", "hashes"],
        )  # fmt: skip


def _judged(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Pairs of wordings to verdicts (`VERDICTS`), where they have words enough in common."""
    of = schema(
        first="int64", second="int64", kind="string", score="float64", reason="string",
        review="bool", repeats="bool", first_length="int64", second_length="int64",
    )  # fmt: skip
    yield from batched((_verdict(row) for row in rows(batches) if _screened(row)), of)


def _screened(row: Row) -> bool:
    return bool(screened(row["second_key"], [row["first_key"]]))


def _verdict(row: Row) -> Row:
    language = row["first_language"] or row["second_language"]
    verdict = compare(row["first_text"], row["second_text"], language)
    return {
        "first": row["first"], "second": row["second"], "kind": verdict.kind,
        "score": float(verdict.score), "reason": verdict.reason, "review": verdict.review,
        "repeats": False,
        "first_length": len(row["first_key"]), "second_length": len(row["second_key"]),
    }  # fmt: skip
