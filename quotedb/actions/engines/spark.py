"""On Apache Spark, past one machine: the same functions in Arrow batches, and joins between."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from quotedb.actions.engines import Corpus, Found
from quotedb.actions.engines._groups import groups_of, link_of, parts, starred
from quotedb.actions.engines._pairs import WORDINGS, capped, sketched, verdicts
from quotedb.actions.engines._session import Stages, session
from quotedb.matching.corpus import Told

if TYPE_CHECKING:
    import pyarrow as pa


def found(corpus: Corpus, told: Told, went: Callable[[int], None]) -> Found:
    """As `Engine` says; `corpus.master` is the cluster, by default this machine.

    Raises:
        MissingExtra: PySpark is not installed.
    """
    with session(corpus.master) as spark:
        stages = Stages(spark)
        wordings = stages.keep(spark.createDataFrame(_table(corpus), WORDINGS), "wordings")
        known = sketched(wordings, stages)
        judged = stages.keep(verdicts(wordings, known), "verdicts")
        told.pairs, told.capped = judged.count(), capped(known)
        groups = groups_of(starred(judged, stages).toArrow().to_pylist())
        hung = parts(judged).orderBy("part").toArrow().to_pylist()
        doubts = judged.where("review").orderBy("second", "first").toArrow().to_pylist()
    went(len(corpus.texts))
    return Found(groups, [(row["part"], link_of(row)) for row in hung], list(map(link_of, doubts)))


def _table(corpus: Corpus) -> pa.Table:
    import pyarrow as pa

    return pa.table(
        {
            "id": pa.array(range(len(corpus.texts)), pa.int64()),
            "text": pa.array(corpus.texts, pa.string()),
            "language": pa.array(corpus.languages, pa.string()),
        }
    )
