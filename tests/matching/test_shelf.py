"""Columns of numbers: the same in memory and in a file, which is gone with its shelf."""

import os

import numpy as np
import pytest

from quotedb.errors import DataError
from quotedb.matching import shelf
from quotedb.matching.shelf import Shelf

ROWS = np.arange(600, dtype=np.int64).reshape(-1, 3)


@pytest.fixture(params=[0, 1000, 10**6], ids=["in a file", "in a file later", "in memory"])
def filled(request, monkeypatch):
    monkeypatch.setattr(shelf, "SHORT", request.param)
    monkeypatch.setattr(shelf, "MAPPED", 500)
    column = Shelf(np.int64, 3)
    for start in range(0, 200, 30):
        column.add(ROWS[start : start + 30])
    return column


def test_rows_are_those_that_were_added(filled):
    assert len(filled) == 200
    assert (filled.view() == ROWS).all()
    some = np.array([0, 1, 40, 41, 199])
    assert (filled.taken(some) == ROWS[some]).all()


def test_more_can_be_added_after_looking(filled):
    filled.view()
    filled.add(ROWS[:5])
    assert (filled.view()[-5:] == ROWS[:5]).all()


def test_of_one_a_row_there_is_one_dimension(monkeypatch):
    monkeypatch.setattr(shelf, "SHORT", 0)
    column = Shelf(np.int32)
    assert column.view().shape == (0,)
    column.add(np.array([7, 8], np.int32))
    assert column.view().tolist() == [7, 8]


def test_a_file_has_no_name_and_is_closed_with_its_shelf(monkeypatch, tmp_path):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    monkeypatch.setattr(shelf, "SHORT", 0)
    column = Shelf(np.int64, 3)
    column.add(ROWS)
    file = column._file
    assert shelf.folder() == str(tmp_path)
    assert os.name == "nt" or not list(tmp_path.iterdir())
    del column
    assert file.closed


def test_no_room_is_told_in_a_sentence(monkeypatch, tmp_path):
    monkeypatch.setattr(shelf, "SHORT", 0)
    monkeypatch.setattr(shelf, "folder", lambda: str(tmp_path / "missing"))
    with pytest.raises(DataError, match="Make room there, or name another folder by TMPDIR"):
        Shelf(np.int64, 3).add(ROWS)
