"""Runs of fingerprints: whatever was put in and taken out, what is found is what is there."""

from __future__ import annotations

import random

import pytest

from quotedb.errors import DatabaseDamaged
from quotedb.facts import Quote
from quotedb.store import bulk, maintenance, runs
from quotedb.store.backends import backend_for
from quotedb.store.database import open_database
from quotedb.text.fingerprint import fingerprints

HIGH = (1 << 63) - 1
LOW = -(1 << 63)


@pytest.fixture
def small(monkeypatch):
    """Blocks and runs so small that little fills many of them."""
    monkeypatch.setattr(runs, "BLOCK", 5)
    monkeypatch.setattr(runs, "RUNS", 3)
    monkeypatch.setattr(runs, "SLICE", 2)
    monkeypatch.setattr(runs, "FEW", 30)


def written(url):
    """What the blocks hold, whatever the form of the database."""
    backend = backend_for(url)
    raw = backend.connect("read")
    blocks = backend.rows(raw, "SELECT hashes, quotes FROM fingerprint_block", ())
    raw.close()
    return [pair for block in blocks for pair in runs.read_block(*block).pairs()]


def everything(conn):
    return sorted(pair for some in runs.every(conn, 3) for pair in some.pairs())


@pytest.mark.parametrize("seed", range(4))
def test_what_is_found_is_what_was_put_in_and_not_taken_out(database, small, seed):
    rng, there = random.Random(seed), set()
    hashes = [LOW, HIGH, 0, -1, 7, *(rng.randrange(LOW, HIGH) for _ in range(30))]
    with database.session() as session:
        conn = database.connection_of(session)
        for step in range(40):
            new = {(rng.choice(hashes), rng.randrange(60)) for _ in range(rng.randrange(1, 40))}
            runs.add(conn, runs.of_pairs(new))
            there |= new
            gone = set(rng.sample(sorted(there), min(len(there), rng.randrange(8))))
            runs.remove(conn, gone | {(7, 1000 + step)})
            there -= gone
            assert runs.count(conn) >= len(there)
            asked = rng.sample(hashes, 9)
            expected = [(h, q) for h in asked for q in sorted(q for g, q in there if g == h)[:6]]
            assert runs.find(conn, asked, 6) == expected
        assert set(everything(conn)) == there
        assert len(conn.rows("SELECT id FROM fingerprint_run")) < 12


def test_all_quotes_of_one_hash_are_in_one_block(database, small):
    with database.session() as session:
        conn = database.connection_of(session)
        runs.add(conn, runs.of_pairs([(h, q) for h in (1, 2, 3) for q in range(h * 4)]))
        firsts = [first for (first,) in conn.rows("SELECT first FROM fingerprint_block ORDER BY 1")]
        assert firsts == [1, 2, 3]
        assert runs.find(conn, [3, 2], 9) == [(3, q) for q in range(9)] + [(2, q) for q in range(8)]


def test_merged_runs_are_one_in_order_and_nothing_is_twice(database, small):
    with database.session() as session:
        conn = database.connection_of(session)
        for start in (40, 0, 20, 0):
            runs.add(conn, runs.of_pairs([(h % 13, h) for h in range(start, start + 30)]))
        assert conn.rows("SELECT size FROM fingerprint_run") == [(70,)]
        assert everything(conn) == sorted((h % 13, h) for h in range(70))


def test_runs_of_which_nothing_is_left(database, small):
    pairs = [(h, 4) for h in range(20)]
    with database.session() as session:
        conn = database.connection_of(session)
        for _ in range(5):
            runs.add(conn, runs.of_pairs(pairs))
            runs.settle(conn)
            runs.remove(conn, pairs)
            runs.settle(conn)
            assert (runs.count(conn), everything(conn), runs.find(conn, [3], 2)) == (0, [], [])
        runs.add(conn, runs.of_pairs(pairs))
        assert everything(conn) == pairs


def test_quotes_beyond_four_bytes(database):
    pairs = [(5, 3), (5, 1 << 31), (6, (1 << 40) + 1)]
    with database.session() as session:
        conn = database.connection_of(session)
        runs.add(conn, runs.of_pairs(pairs))
        assert runs.find(conn, [5, 6], 9) == pairs


def test_many_are_sorted_as_few_are():
    rng = random.Random(3)
    pairs = [(rng.randrange(-50, 50), rng.randrange(90)) for _ in range(5000)]
    parts = [runs.of_pairs(pairs[i : i + 500]) for i in range(0, 5000, 500)]
    assert list(runs.in_order(parts).pairs()) == sorted(set(pairs))


def test_a_block_that_is_broken_is_said_to_be(database):
    with database.session() as session:
        conn = database.connection_of(session)
        runs.add(conn, runs.of_pairs([(5, 3), (6, 3)]))
        conn.execute("UPDATE fingerprint_block SET hashes = substr(hashes, 1, 9)", [()])
        with pytest.raises(DatabaseDamaged, match="broken"):
            runs.find(conn, [5], 9)


def test_going_back_some_forms_and_forth_keeps_them(store_url):
    words = [" ".join(f"w{i * j % 97}" for j in range(1, 20)) for i in range(1, 60)]
    expected = sorted((h, i) for i, key in enumerate(words, 1) for h in fingerprints(key))
    database = open_database(store_url, mode="write")
    with database.session() as session:
        quotes = [Quote(id=i, text=key) for i, key in enumerate(words, 1)]
        bulk.add_quotes(database.connection_of(session), quotes)
        session.commit()
    database.close()
    maintenance.downgrade(store_url, "0008")
    assert {h for h, _ in written(store_url)}.isdisjoint(h for h, _ in expected)
    maintenance.downgrade(store_url, "0007")
    maintenance.upgrade(store_url)
    database = open_database(store_url, mode="write")
    with database.session() as session:
        conn = database.connection_of(session)
        assert everything(conn) == expected
        assert runs.count(conn) == len(expected)
    database.close()
