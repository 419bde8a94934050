"""Numbers in order on a cluster: 1, 2, 3 and so on, without all rows at one place."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

    from quotedb.actions.engines._session import Stages

_BITS = 33
"""Of Spark's growing numbers so many tell the place in a partition; those above, which."""


def numbered(some: DataFrame, order: Sequence[str], number: str, stages: Stages) -> DataFrame:
    """The rows with their places in an order, from 1, in a column of that name.

    Sorted rows get Spark's growing numbers, which have gaps between partitions; how many rows
    each partition has is counted, and the gaps are taken out.
    """
    from pyspark.sql import functions as f

    grown = some.orderBy(*order).withColumn("grown", f.monotonically_increasing_id())
    kept = stages.keep(grown, number)
    part = f.shiftright("grown", _BITS).cast("int")
    counts: dict[int, int] = dict(kept.groupBy(part.alias("part")).count().collect())
    sizes = [counts.get(one, 0) for one in range(max(counts, default=0) + 1)]
    before = f.array(*[f.lit(total).cast("long") for total in accumulate(sizes, initial=0)])
    place = f.col("grown") % f.lit(1 << _BITS) + 1
    return kept.withColumn(number, before[part] + place).drop("grown")
