"""What verdicts come to, worked out on a cluster: stars inside each component, the whole of each
part, and doubts. `matching.grouping` forms them, for as many verdicts as it must see at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from quotedb.actions.engines._batches import Row, batched, runs, schema, spark_schema
from quotedb.actions.engines._components import components
from quotedb.facts import Verdict
from quotedb.matching.grouping import Group, Link, groups, wholes

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql import DataFrame

    from quotedb.actions.engines._session import Stages

SURE_SAME = "kind = 'same' AND NOT review"

_LINK = {
    "first": "int64", "second": "int64", "kind": "string", "score": "float64", "reason": "string",
    "review": "bool", "repeats": "bool",
}  # fmt: skip
_STARRED = {"centre": "int64", "conflict": "bool", **_LINK}
_PARTS = {"part": "int64", **_LINK}


def starred(verdicts: DataFrame, stages: Stages) -> DataFrame:
    """The groups: a row for each member beside its centre, and for each two members in conflict."""
    from pyspark.sql import functions as f

    edges = verdicts.where(SURE_SAME).select(
        f.col("second").alias("high"), f.col("first").alias("low")
    )
    labels = stages.keep(components(edges, stages), "components")
    inside = verdicts.where(f"({SURE_SAME}) OR kind = 'different'").select(*_LINK)
    for end in ("first", "second"):
        named = labels.select(
            f.col("node").alias(end), f.col("component").alias(f"{end}_component")
        )
        inside = inside.join(named, end)
    return (
        inside.where("first_component = second_component")
        .withColumnRenamed("first_component", "component")
        .drop("second_component")
        .repartition("component")
        .sortWithinPartitions("component", "first", "second")
        .mapInArrow(_starred, spark_schema(schema(**_STARRED)))
    )


def parts(verdicts: DataFrame) -> DataFrame:
    """Of every part the verdict on it and the whole that it hangs under."""
    shorter = "first_length < second_length OR (first_length = second_length AND first > second)"
    return (
        verdicts.where("kind = 'excerpt' AND NOT review")
        .selectExpr("*", f"IF({shorter}, first, second) AS part")
        .repartition("part")
        .sortWithinPartitions("part", "second", "first")
        .mapInArrow(_hung, spark_schema(schema(**_PARTS)))
    )


def groups_of(rows: Iterable[Row]) -> list[Group]:
    """The groups that rows of `starred` tell, in the order of their centres."""
    ordered = sorted(
        rows, key=lambda row: (row["centre"], row["conflict"], row["first"], row["second"])
    )
    return [_group(centre, list(some)) for centre, some in groupby(ordered, lambda r: r["centre"])]


def link_of(row: Row) -> Link:
    """The verdict of a row, and the wordings it is on."""
    verdict = Verdict(row["kind"], row["score"], row["reason"], row["review"])
    return Link(row["first"], row["second"], verdict, row["repeats"])


def _group(centre: int, rows: list[Row]) -> Group:
    links = [(row["conflict"], link_of(row)) for row in rows]
    members = [
        (link.first + link.second - centre, link.verdict)
        for conflict, link in links
        if not conflict
    ]
    members.sort(key=lambda one: one[0])
    return Group(centre, tuple(members), tuple(link for conflict, link in links if conflict))


def _starred(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """The verdicts inside components, those of each together, to groups."""
    formed = (
        row
        for run in runs(batches, "component")
        for group in groups([link_of(row) for row in run])
        for row in _rows_of(group)
    )
    yield from batched(formed, schema(**_STARRED))


def _rows_of(group: Group) -> Iterator[Row]:
    for member, verdict in group.members:
        first, second = sorted((member, group.centre))
        yield {"centre": group.centre, "conflict": False, **_row(Link(first, second, verdict))}
    for link in group.conflicts:
        yield {"centre": group.centre, "conflict": True, **_row(link)}


def _hung(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """The verdicts on each part, together, to the one that counts."""
    best = (
        {"part": part, **_row(link)}
        for run in runs(batches, "part")
        for part, link in wholes([link_of(row) for row in run], _lengths(run))
    )
    yield from batched(best, schema(**_PARTS))


def _lengths(run: list[Row]) -> dict[int, int]:
    return {row[end]: row[f"{end}_length"] for row in run for end in ("first", "second")}


def _row(link: Link) -> Row:
    verdict = link.verdict
    return {
        "first": link.first, "second": link.second, "kind": verdict.kind, "score": verdict.score,
        "reason": verdict.reason, "review": verdict.review,
        "repeats": link.repeats,
    }  # fmt: skip
