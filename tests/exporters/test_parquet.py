"""Parquet, read back by DuckDB."""

import sys

import pytest

from quotedb.errors import MissingExtra
from quotedb.exporters import parquet
from quotedb.facts import Attestation, Author, Quote, Source

pytest.importorskip("pyarrow")
duckdb = pytest.importorskip("duckdb")


def rows(facts, tmp_path):
    file = tmp_path / "q.parquet"
    file.write_bytes(b"".join(parquet.dump(facts)))
    found = duckdb.sql(f"SELECT * FROM '{file}' ORDER BY id")
    return [dict(zip(found.columns, row, strict=True)) for row in found.fetchall()]


def test_the_same_facts_come_back(tmp_path):
    source = Source(id=1, title="=T", authors=(Author("Doe", "Ann"), Author(literal="Office")))
    printed = Attestation(source=source, exact="As printed", locator="p. 7")
    quote = Quote(id=5, text="-As\nsaid", tags=("a", "b"), status="misattributed", speaker="X",
                  attestations=(printed,))  # fmt: skip
    [row] = rows([quote], tmp_path)
    assert (row["id"], row["text"], row["status"]) == (5, "-As\nsaid", "misattributed")
    assert (row["tags"], row["authors"]) == (["a", "b"], ["Ann Doe", "Office"])
    assert (row["printed"], row["title"], row["locator"]) == ("As printed", "=T", "p. 7")
    assert row["said"] is None


def test_many_rows_are_written_a_batch_at_a_time(tmp_path, monkeypatch):
    monkeypatch.setattr(parquet, "_BATCH", 3)
    quotes = [Quote(id=number, text=f"q{number}") for number in range(1, 9)]
    pieces = list(parquet.dump(quotes))
    assert len(pieces) == 4
    assert all(pieces)
    assert [row["text"] for row in rows(quotes, tmp_path)] == [f"q{n}" for n in range(1, 9)]


def test_without_pyarrow_it_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingExtra, match="quotedb\\[parquet\\]"):
        list(parquet.dump([Quote(id=1, text="x")]))
