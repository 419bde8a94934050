"""On Apache Spark, past one machine: the same functions, in Arrow batches, and the joins between.

What `Index` does with sorted arrays is done here with joins by fingerprint; the rules, of how
much two wordings must share and of how many wordings one fingerprint may tell, are its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from quotedb.actions.engines import Corpus
from quotedb.errors import MissingExtra
from quotedb.facts import Verdict
from quotedb.matching.blocking import CAP, COMMON, screened
from quotedb.matching.corpus import Told
from quotedb.matching.decide import compare
from quotedb.matching.grouping import Link
from quotedb.matching.index import LEAST, RARE, SHARE
from quotedb.text.folding import fold

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql import DataFrame, SparkSession

WORDINGS = "id long, text string, language string"
SKETCHED = "id long, key string, size int, low long, high long, hashes array<long>"
VERDICTS = "first long, second long, kind string, score double, reason string, review boolean"


def links(corpus: Corpus, told: Told, went: Callable[[int], None]) -> Iterable[Link]:
    """As `Engine` says; `corpus.master` is the cluster, by default this machine.

    Raises:
        MissingExtra: PySpark is not installed.
    """
    spark = session(corpus.master)
    try:
        wordings = spark.createDataFrame(_table(corpus), WORDINGS)
        found = verdicts(wordings)
        rows = found.orderBy("second", "first").toArrow().to_pylist()
    finally:
        spark.stop()
    told.pairs = len(rows)
    went(len(corpus.texts))
    for row in rows:
        verdict = Verdict(row["kind"], row["score"], row["reason"], row["review"])
        yield Link(row["first"], row["second"], verdict)


def session(master: str | None) -> SparkSession:
    """A Spark session, quiet, that sends data to Python as Arrow.

    Raises:
        MissingExtra: PySpark is not installed, or finds no Java or no cluster.
    """
    try:
        from pyspark.errors import PySparkException
        from pyspark.sql import SparkSession
    except ImportError as error:
        raise MissingExtra(
            "the engine needs PySpark and Java 17", hint="pip install 'quotedb[spark]'"
        ) from error
    builder = (
        SparkSession.builder.appName("quotedb")
        .master(master or "local[*]")
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.log.level", "ERROR")
        .config("spark.sql.execution.arrow.pyspark.enabled", "true")
    )
    try:
        return builder.getOrCreate()
    except (PySparkException, OSError) as error:
        said = str(error).splitlines()[0][:100]
        raise MissingExtra(
            f"Spark does not start ({said})",
            hint="See whether Java 17 or later is there, and whether --master is right",
        ) from error


def verdicts(wordings: DataFrame) -> DataFrame:
    """The verdicts (`VERDICTS`) on the wordings (`WORDINGS`) that look alike."""
    sketched = wordings.mapInArrow(_sketched, SKETCHED).persist()
    chosen = _alike(sketched)
    keys = sketched.select("id", "key")
    both = wordings.join(keys, "id")
    pairs = _beside(_beside(chosen, both, "first"), both, "second")
    return pairs.mapInArrow(_judged, VERDICTS)


def _alike(sketched: DataFrame) -> DataFrame:
    """Pairs (`first`, `second`) that share enough fingerprints and words, the earlier first."""
    from pyspark.sql import Window
    from pyspark.sql import functions as f

    hashes = sketched.select("id", f.explode("hashes").alias("hash"))
    same = Window.partitionBy("hash")
    told = (
        hashes.withColumn("place", f.row_number().over(same.orderBy("id")))
        .withColumn("there", f.count("*").over(same))
        .where((f.col("place") <= CAP) & (f.col("there") > 1))
        .select("hash", f.col("id").alias("first"), (f.col("there") <= RARE).alias("rare"))
    )
    shared = (
        hashes.withColumnRenamed("id", "second")
        .join(told, "hash")
        .where(f.col("first") < f.col("second"))
        .groupBy("first", "second")
        .agg(f.sum(f.when(f.col("rare"), 2).otherwise(1)).alias("shared"))
        .where(f.col("shared") >= LEAST)
    )
    size = sketched.select("id", "size", "low", "high")
    both = _beside(_beside(shared, size, "first"), size, "second")
    return both.where(_enough()).select("first", "second")


def _enough() -> str:
    """SQL for what `Index` asks of sizes and bits."""
    words = "least({})".format(
        ", ".join(f"bit_count({end}_low) + bit_count({end}_high)" for end in ("first", "second"))
    )
    common = "bit_count(first_low & second_low) + bit_count(first_high & second_high)"
    sizes = "least(first_size, second_size)"
    return f"shared >= {SHARE}D * {sizes} AND {common} >= {COMMON}D * {words}"


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
        bits = found.bits.view(np.int64)
        yield pa.record_batch(
            [
                batch["id"], pa.array(keys), pa.array(size), pa.array(bits[:, 0].copy()),
                pa.array(bits[:, 1].copy()), pa.ListArray.from_arrays(ends, found.hash),
            ],
            names=["id", "key", "size", "low", "high", "hashes"],
        )  # fmt: skip


def _judged(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Pairs of wordings to verdicts (`VERDICTS`), where they have words enough in common."""
    import pyarrow as pa

    schema = pa.schema(
        [("first", pa.int64()), ("second", pa.int64()), ("kind", pa.string()),
         ("score", pa.float64()), ("reason", pa.string()), ("review", pa.bool_())]
    )  # fmt: skip
    for batch in batches:
        rows = [_verdict(row) for row in batch.to_pylist() if _screened(row)]
        yield pa.RecordBatch.from_pylist(rows, schema=schema)


def _screened(row: dict[str, str]) -> bool:
    return bool(screened(row["second_key"], [row["first_key"]]))


def _verdict(row: dict[str, str]) -> dict[str, object]:
    language = row["first_language"] or row["second_language"]
    verdict = compare(row["first_text"], row["second_text"], language)
    return {
        "first": row["first"], "second": row["second"], "kind": verdict.kind,
        "score": float(verdict.score), "reason": verdict.reason, "review": verdict.review,
    }  # fmt: skip


def _table(corpus: Corpus) -> pa.Table:
    import pyarrow as pa

    return pa.table(
        {
            "id": pa.array(range(len(corpus.texts)), pa.int64()),
            "text": pa.array(corpus.texts, pa.string()),
            "language": pa.array(corpus.languages, pa.string()),
        }
    )
