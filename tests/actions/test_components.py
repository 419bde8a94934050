"""Connected components as statements of SQL: by DuckDB they come to what a walk comes to."""

from __future__ import annotations

import random
from itertools import pairwise

import duckdb
import pytest

from quotedb.actions.engines._components import LABELS, LARGE, SMALL, UNSETTLED


def walked(edges):
    """The least node that can be walked to from each."""
    around = {}
    for one, other in edges:
        around.setdefault(one, set()).add(other)
        around.setdefault(other, set()).add(one)
    least = {}
    for start in sorted(around):
        todo = [start]
        while todo:
            node = todo.pop()
            if node not in least:
                least[node] = start
                todo += around[node]
    return least


def by_sql(edges):
    """The labels, and after how many rounds."""
    db = duckdb.connect()
    db.execute("CREATE TABLE edges (high BIGINT, low BIGINT)")
    db.executemany("INSERT INTO edges VALUES (?, ?)", [[max(e), min(e)] for e in set(edges)])
    rounds = 0
    while db.execute(UNSETTLED.format(edges="edges")).fetchall():
        db.execute("CREATE TABLE larger AS " + LARGE.format(edges="edges"))
        db.execute("CREATE OR REPLACE TABLE edges AS " + SMALL.format(edges="larger"))
        db.execute("DROP TABLE larger")
        rounds += 1
    return dict(db.execute(LABELS.format(edges="edges")).fetchall()), rounds


CHAIN = [(n, n + 1) for n in range(200)]
SHUFFLED = random.Random(1).sample(range(200), 200)
GRAPHS = {
    "one edge": [(1, 2)],
    "a chain in order": CHAIN,
    "a chain in no order": list(pairwise(SHUFFLED)),
    "a star round the greatest": [(n, 99) for n in range(99)],
    "a ring": [*CHAIN, (200, 0)],
}


@pytest.mark.parametrize("edges", GRAPHS.values(), ids=GRAPHS)
def test_a_shape_is_labelled_by_its_least(edges):
    assert by_sql(edges)[0] == walked(edges)


@pytest.mark.parametrize("seed", range(8))
def test_a_random_graph_is_labelled_by_its_least(seed):
    rng = random.Random(seed)
    pairs = [rng.sample(range(-60, 60), 2) for _ in range(rng.randrange(1, 90))]
    edges = list({(min(pair), max(pair)) for pair in pairs})
    assert by_sql(edges)[0] == walked(edges)


def test_a_chain_takes_few_rounds():
    assert by_sql(CHAIN)[1] <= 10
