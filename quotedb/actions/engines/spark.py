"""On Apache Spark, past one machine: the same functions in Arrow batches, and joins between."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from quotedb.actions.engines import Articles, Corpus, Found
from quotedb.actions.engines._articles import found_in
from quotedb.actions.engines._facts import Recorded, tables
from quotedb.actions.engines._groups import groups_of, link_of, parts, starred
from quotedb.actions.engines._numbering import numbered
from quotedb.actions.engines._pairs import VERDICT, WORDINGS, capped, sketched, verdicts
from quotedb.actions.engines._reading import PLACE
from quotedb.actions.engines._recording import SOURCE_BITS, decided, settled
from quotedb.actions.engines._session import Stages, session
from quotedb.actions.engines._wordings import wordings_in
from quotedb.errors import DataError, MalformedRecord, QuotedbError
from quotedb.matching.corpus import Told

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql import DataFrame

SHOWN = 1_000
"""Bad rows that are told one by one; the others are counted."""

OUTCOMES = ("new", "known", "variant", "excerpt", "review")


def found(corpus: Corpus, told: Told, went: Callable[[int], None]) -> Found:
    """As `Engine` says; `corpus.master` is the cluster, by default this machine.

    Raises:
        MissingExtra: PySpark is not installed.
    """
    with session(corpus.master) as spark:
        stages = Stages(spark)
        wordings = stages.keep(spark.createDataFrame(_table(corpus), WORDINGS), "wordings")
        known = sketched(wordings, stages)
        judged = stages.keep(verdicts(wordings, known, stages), "verdicts")
        told.pairs, told.capped = judged.count(), capped(known)
        stages.name("groups")
        groups = groups_of(starred(judged, stages).toArrow().to_pylist())
        stages.name("parts and doubts")
        hung = parts(judged).orderBy("part").toArrow().to_pylist()
        doubts = judged.where("review").orderBy("second", "first").toArrow().to_pylist()
    went(len(corpus.texts))
    return Found(groups, [(row["part"], link_of(row)) for row in hung], list(map(link_of, doubts)))


def match_files(
    paths: Sequence[str], to: str, failed: Callable[[QuotedbError], None], master: str | None = None
) -> dict[str, int]:
    """Match the quotes in files with each other, and write what is found as Parquet.

    Args:
        paths: files and folders of Parquet or JSON Lines: `text` and, if there are, `language`
            and `id`, a number of its own for each; without, they are numbered in their order.
        to: a folder that is not there yet, which the driver and all workers see. `wordings` has
            the numbers; `groups` each member beside its centre, and those in conflict; `parts`
            what each part hangs under; `doubts` what is for a person.
        failed: called when there are records without words, once.
        master: URL of the cluster; this machine when None.

    Returns:
        Counts, as of `dedupe`.

    Raises:
        MissingExtra: PySpark is not installed.
        DataError: there is nothing to read, two have one number, or the folder is there.
    """
    with session(master) as spark:
        stages = Stages(spark, to)
        stages.see_that_it_is_new()
        every = stages.keep(wordings_in(spark, paths), "records")
        wordings = _with_ids(every.where("text IS NOT NULL"), stages)
        known = sketched(wordings, stages)
        judged = stages.keep(verdicts(wordings, known, stages), "verdicts")
        found = {
            "wordings": wordings.orderBy("id"),
            "groups": starred(judged, stages).orderBy("centre", "conflict", "first", "second"),
            "parts": parts(judged).orderBy("part"),
            "doubts": judged.where("review").orderBy("second", "first").select(*VERDICT),
        }
        for name, table in found.items():
            stages.name(f"write {name}")
            table.write.parquet(f"{to}/{name}")
        if bad := every.where("text IS NULL").count():
            failed(MalformedRecord(f"{bad} records without words are left out", where=paths[0]))
        written = {name: spark.read.parquet(f"{to}/{name}") for name in found}
        members = written["groups"].where("NOT conflict")
        counts = {
            "quotes": wordings.count(),
            "pairs": judged.count(),
            "groups": members.select("centre").distinct().count(),
            "variant": members.count(),
            "excerpt": written["parts"].count(),
            "review": written["doubts"].count() + written["groups"].where("conflict").count(),
            "capped": capped(known),
        }
        stages.clear()
    return counts


def _with_ids(some: DataFrame, stages: Stages) -> DataFrame:
    """Wordings under the numbers that they have, or else their places.

    Raises:
        DataError: some have a number and others none, or two have the same.
    """
    with_number = some.where("number IS NOT NULL").count()
    if not with_number:
        return numbered(some, PLACE, "id", stages).select("id", "text", "language")
    if some.count() != some.select("number").distinct().count() or some.count() != with_number:
        raise DataError("not every quote has an id of its own", hint="Leave out the column id")
    return some.selectExpr("number AS id", "text", "language")


def ingest(articles: Articles, to: str, failed: Callable[[QuotedbError], None]) -> dict[str, int]:
    """Read articles and write every fact that they come to, as Parquet for `quotedb import`.

    Args:
        articles: what is read, what the user says of it, and where it is worked on.
        to: a folder that is not there yet, which the driver and all workers see.
        failed: called with what is wrong with a row, for the first `SHOWN` that are bad.

    Returns:
        How many articles there were, how many of them bad or there twice, how many quotations,
        and what became of these.

    Raises:
        MissingExtra: PySpark is not installed.
        DataError: there is nothing to read, or the folder is there.
    """
    with session(articles.master) as spark:
        stages = Stages(spark, to)
        stages.see_that_it_is_new()
        read = found_in(spark, articles.paths, articles.told, typewriter=articles.typewriter)
        every = stages.keep(read, "found")
        for row in every.where("problem IS NOT NULL").orderBy(*PLACE).limit(SHOWN).collect():
            failed(MalformedRecord(row["problem"], where=row["path"], hint=row["hint"]))
        recorded = _recorded(every.where("problem IS NULL"), stages)
        for name, table in tables(recorded, stages).items():
            stages.name(f"write {name}")
            table.selectExpr(f"'{name}' AS type", "*").write.parquet(f"{to}/{name}")
        counts = _counts(every, recorded)
        stages.clear()
    return counts


def _recorded(good: DataFrame, stages: Stages) -> Recorded:
    """What becomes of the quotations of articles."""
    kept = numbered(_first_of_each(good), PLACE, "source_id", stages)
    articles = good.join(kept, list(PLACE))
    printed = stages.keep(_one_by_one(articles), "printed")
    belonging = stages.keep(settled(printed), "settled")
    words = printed.selectExpr("at", "key", "exact AS text", "language")
    quotes = stages.keep(belonging.where("at = quote").join(words, "at"), "quotes")
    decisions = stages.keep(decided(quotes, stages), "decided")
    return Recorded(articles.select("source_id", "source"), printed, belonging, decisions)


def _first_of_each(good: DataFrame) -> DataFrame:
    """The places of the articles, of those with the same text the first."""
    from pyspark.sql import Window
    from pyspark.sql import functions as f

    turn = f.row_number().over(Window.partitionBy("hash").orderBy(*PLACE))
    return good.select(*PLACE, "hash").withColumn("turn", turn).where("turn = 1").select(*PLACE)


def _one_by_one(articles: DataFrame) -> DataFrame:
    """The quotations, each with its place among all, `at`."""
    each = articles.selectExpr("source_id", "posexplode(quotations) AS (turn, one)")
    at = f"shiftleft(source_id, {SOURCE_BITS}) + turn AS at"
    return each.selectExpr("source_id", at, "one.*")


def _counts(every: DataFrame, recorded: Recorded) -> dict[str, int]:
    own = recorded.decisions.where("outcome <> 'absorbs'").select("at", "outcome")
    whose = recorded.printed.selectExpr("at", "person IS NOT NULL AND NOT is_sure AS unsure")
    outcome = """CASE WHEN at <> quote THEN 'known'
        WHEN unsure AND coalesce(outcome, 'new') = 'new' THEN 'review'
        ELSE coalesce(outcome, 'new') END AS outcome"""
    each = recorded.belonging.join(whose, "at").join(own, "at", "left").selectExpr(outcome)
    counts: dict[str, int] = dict(each.groupBy("outcome").count().collect())
    articles, bad = every.count(), every.where("problem IS NOT NULL").count()
    return {
        "articles": articles,
        "bad": bad,
        "repeated": articles - bad - recorded.articles.count(),
        "quotations": sum(counts.values()),
        **{name: counts.get(name, 0) for name in OUTCOMES},
    }


def _table(corpus: Corpus) -> pa.Table:
    import pyarrow as pa

    return pa.table(
        {
            "id": pa.array(range(len(corpus.texts)), pa.int64()),
            "text": pa.array(corpus.texts, pa.string()),
            "language": pa.array(corpus.languages, pa.string()),
        }
    )
