"""The facts that quotations come to, as tables of Parquet that `quotedb import` reads: a folder a
type, a row a fact with the fields of `quotedb.text.records`, in the order of their numbers.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quotedb.actions.engines._articles import ATTESTED, TOLD
from quotedb.actions.engines._numbering import numbered
from quotedb.actions.engines._recording import relations, reviews

if TYPE_CHECKING:
    from pyspark.sql import Column, DataFrame

    from quotedb.actions.engines._session import Stages


@dataclass(frozen=True, slots=True)
class Recorded:
    """What is known when all is decided.

    Attributes:
        articles: each source that is kept, with its number: `source_id`, `source`.
        printed: each quotation with its place, `at`, and its source's number.
        belonging: the quote of each quotation: `at`, `quote`.
        decisions: of the quotes that look like others.
    """

    articles: DataFrame
    printed: DataFrame
    belonging: DataFrame
    decisions: DataFrame


def tables(recorded: Recorded, stages: Stages) -> dict[str, DataFrame]:
    """Every fact, by its type."""
    people = _people(recorded.printed, stages)
    own = recorded.belonging.where("at = quote").select("quote")
    numbers = numbered(own, ["quote"], "id", stages)
    return {
        "source": recorded.articles.selectExpr("source_id AS id", "source.*").orderBy("id"),
        "speaker": people.select("id", "name", "kind", "roles").orderBy("id"),
        "quote": _quotes(recorded, people, numbers).orderBy("id"),
        "relation": _tied(relations(recorded.decisions), numbers).orderBy("quote_id", "kind", "to"),
        "review": _tied(reviews(recorded.decisions), numbers).orderBy("quote_id", "to"),
    }


def _people(printed: DataFrame, stages: Stages) -> DataFrame:
    """The speakers, called as they were called first, with each role that they were given."""
    named = printed.where("person IS NOT NULL")
    roles = (
        named.where("role IS NOT NULL")
        .groupBy("person", "role_key")
        .agg(*_sql("min(at) AS at", "min_by(role, at) AS title"))
        .groupBy("person")
        .agg(*_sql("sort_array(collect_list(struct(at, title))) AS held"))
        .selectExpr("person", "transform(held, one -> named_struct('title', one.title)) AS roles")
    )
    first = named.groupBy("person").agg(
        *_sql("min(at) AS met", "min_by(called, at) AS name", "min_by(called_kind, at) AS kind")
    )
    return (
        numbered(first, ["met"], "speaker", stages)
        .withColumnRenamed("speaker", "id")
        .join(roles, "person", "left")
    )


def _quotes(recorded: Recorded, people: DataFrame, numbers: DataFrame) -> DataFrame:
    """The quotes, each as its first printing has it, and with what the others tell more, and all
    printings in their order.
    """
    speakers = people.selectExpr("person", "id AS speaker_id")
    each = recorded.printed.join(recorded.belonging.select("at", "quote"), "at").join(
        speakers, "person", "left"
    )
    printings = f"struct(at, {_attestation()} AS printed)"
    told = [f"min_by({name}, at) FILTER (WHERE {name} IS NOT NULL) AS {name}" for name in TOLD]
    dated = "said IS NOT NULL AND NOT said_inferred"
    whole = each.groupBy("quote").agg(
        *_sql(
            "min_by(exact, at) AS text",
            "min_by(speaker_id, at) FILTER (WHERE is_sure AND speaker_id IS NOT NULL)"
            " AS speaker_id",
            f"min_by(said, at) FILTER (WHERE {dated}) AS dated",
            "min_by(said, at) FILTER (WHERE said IS NOT NULL) AS inferred",
            *told,
            f"sort_array(collect_list({printings})) AS printings",
        )
    )
    return whole.join(numbers, "quote").selectExpr(
        "id", "text", "speaker_id", *TOLD, "coalesce(dated, inferred) AS said",
        "dated IS NULL AND inferred IS NOT NULL AS said_inferred",
        "transform(printings, one -> one.printed) AS attestations",
    )  # fmt: skip


def _attestation() -> str:
    """SQL for a printing as a record."""
    own = ", ".join(f"'{name}', `{name}`" for name in ATTESTED)
    source = "'source', named_struct('id', source_id)"
    return f"named_struct({source}, 'speaker_id', speaker_id, {own})"


def _tied(ties: DataFrame, numbers: DataFrame) -> DataFrame:
    """Relations or pairs for review, the quotes by their numbers."""
    for end, name in (("quote", "quote_id"), ("to", "to_id")):
        ties = ties.join(numbers.selectExpr(f"quote AS {end}", f"id AS {name}"), end).drop(end)
    return ties.withColumnRenamed("to_id", "to")


def _sql(*expressions: str) -> list[Column]:
    from pyspark.sql import functions as f

    return [f.expr(one) for one in expressions]
