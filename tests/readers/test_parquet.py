"""Parquet in: facts in folders, quotations by rows, and files that are none."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from pathlib import Path

import pytest

from quotedb.errors import DataError, MalformedRecord
from quotedb.facts import Attestation, Clipping, Quote, Source, Speaker
from quotedb.readers import guessed, parquet

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")

FIXTURE = Path(__file__).parents[2] / "fixtures" / "readers" / "parquet.parquet"
SOURCE = Source(id=1, title="Lamps out", authors=())
SPEAKER = Speaker(id=1, name="Ada Quill")
QUOTE = Quote(
    id=7,
    text="A lamp is a promise.",
    speaker_id=1,
    attestations=(Attestation(source=Source(id=1), exact="A lamp is a promise.", start=3, end=23),),
)


def write(path, *facts, **more):
    path.parent.mkdir(parents=True, exist_ok=True)
    rows = [{"type": type(fact).__name__.lower(), **asdict(fact)} for fact in facts] or [more]
    pq.write_table(pa.Table.from_pylist(rows), path)
    return str(path)


def test_a_folder_of_facts_comes_in_the_order_in_which_they_refer_to_each_other(tmp_path):
    write(tmp_path / "a" / "part-0.parquet", QUOTE)
    write(tmp_path / "b" / "part-0.parquet", SPEAKER)
    write(tmp_path / "c" / "part-0.parquet", SOURCE)
    write(tmp_path / "_work" / "part-0.parquet", text="half done")
    assert list(parquet.records_at(str(tmp_path))) == [SOURCE, SPEAKER, QUOTE]


def test_a_date_is_a_date_and_columns_of_other_names_are_left_alone(tmp_path):
    file = write(tmp_path / "q.parquet", text="Kept.", issued=date(2021, 3, 11), shelf=4)
    [found] = parquet.records_at(file)
    assert isinstance(found, Clipping)
    assert (found.quotation.text, found.source.issued) == ("Kept.", "2021-03-11")


def test_the_status_of_an_export_is_kept():
    found = list(parquet.records_at(str(FIXTURE)))
    assert [one.quotation.status for one in found] == ["unverified", "unverified", "misattributed"]


def test_a_row_without_words_is_named_by_its_place(tmp_path):
    file = write(tmp_path / "q.parquet", speaker="Ada Quill")
    [found] = parquet.records_at(file)
    assert isinstance(found, MalformedRecord)
    assert str(found).startswith(f"{file}:1")


@pytest.mark.parametrize("keep", [0, 40, 700])
def test_a_file_cut_off_is_one_error(tmp_path, keep):
    file = tmp_path / "cut.parquet"
    file.write_bytes(FIXTURE.read_bytes()[:keep])
    with pytest.raises(DataError, match="no Parquet"):
        list(parquet.records_at(str(file)))


def test_a_folder_without_any_is_one_error(tmp_path):
    with pytest.raises(DataError, match="no Parquet file"):
        list(parquet.records_at(str(tmp_path)))


def test_it_is_known_by_its_first_bytes():
    assert guessed("whatever", FIXTURE.read_bytes()[:64]) == "parquet"
