"""Connected components on a cluster: large-star and small-star by turns (Kiveris, Lattanzi,
Mirrokni, Rastogi & Vassilvitskii 2014, "Connected Components in MapReduce and Beyond").

An edge has two columns, `high` and `low`, the greater number first. Large-star ties every greater
neighbour of a node to the least one around it, small-star the node and its lesser neighbours. Both
keep what is connected; together they come, in a few rounds (of the order of the square of the
logarithm of the nodes at most), to stars: each node is tied to the least of its component. The
statements are plain SQL, so that any engine can run them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

    from quotedb.actions.engines._session import Stages

LARGE = """
    SELECT DISTINCT v AS high, m AS low FROM (
        SELECT u, v, LEAST(u, MIN(v) OVER (PARTITION BY u)) AS m FROM (
            SELECT high AS u, low AS v FROM {edges} UNION ALL SELECT low, high FROM {edges}
        ) AS ways
    ) AS around WHERE v > u
"""

SMALL = """
    SELECT v AS high, m AS low FROM (
        SELECT low AS v, MIN(low) OVER (PARTITION BY high) AS m FROM {edges}
    ) AS around WHERE v > m
    UNION SELECT high, MIN(low) FROM {edges} GROUP BY high
"""

UNSETTLED = """
    SELECT high FROM (
        SELECT high FROM {edges} GROUP BY high HAVING COUNT(*) > 1
        UNION ALL SELECT one.high FROM {edges} AS one JOIN {edges} AS other ON one.low = other.high
    ) AS loose LIMIT 1
"""
"""A row while some node is tied to several, or to one that is tied itself."""

LABELS = """
    SELECT high AS node, low AS component FROM {edges} UNION SELECT low, low FROM {edges}
"""


def components(edges: DataFrame, stages: Stages) -> DataFrame:
    """Every node with the least of its component (`node`, `component`).

    Args:
        edges: `high` and `low`, each pair once.
        stages: where the edges are kept between the rounds.
    """
    spark = stages.spark
    edges = stages.keep(edges, "edges")
    turn = 0
    while spark.sql(UNSETTLED, edges=edges).head(1):
        larger = spark.sql(LARGE, edges=edges)
        edges = stages.keep(spark.sql(SMALL, edges=larger), f"edges-{turn % 2}")
        turn += 1
    return spark.sql(LABELS, edges=edges)
