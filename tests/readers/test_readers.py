"""Which files are read, by what, in which order."""

import io
import sys
from types import SimpleNamespace

import pytest

from quotedb import readers
from quotedb.errors import DataError
from quotedb.readers import plain


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "sub").mkdir()
    for name in ("b.txt", "a.txt", "sub/c.TXT"):
        (tmp_path / name).write_text(f"Text of {name}.")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\0")
    (tmp_path / "no-suffix").write_text("Not taken from a folder.")
    return tmp_path


def read(*paths):
    failed = []
    return [a.text for a in readers.articles(map(str, paths), failed.append)], failed


def test_a_folder_is_walked_in_order_for_known_endings(folder):
    assert read(folder) == (["Text of a.txt.", "Text of b.txt.", "Text of sub/c.TXT."], [])


def test_a_named_file_is_read_whatever_its_ending(folder):
    texts, failed = read(folder / "no-suffix", folder / "picture.png")
    assert texts == ["Not taken from a folder."]
    assert [error.where for error in failed] == [str(folder / "picture.png")]


def test_a_bad_file_does_not_stop_the_others(folder):
    texts, failed = read(folder / "missing.txt", folder / "a.txt")
    assert texts == ["Text of a.txt."]
    assert "No such file" in str(failed[0])


def test_a_folder_with_nothing_to_read_is_an_error(tmp_path):
    texts, [error] = read(tmp_path)
    assert texts == []
    assert ".txt" in str(error)


def test_standard_input_is_an_article_without_a_path(monkeypatch):
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"Some text.")))
    [article] = readers.articles(["-"], pytest.fail)
    assert (article.text, article.path) == ("Some text.", None)


def test_lines_of_a_file_and_of_standard_input(tmp_path, monkeypatch):
    (tmp_path / "x").write_bytes(b"a\nb")
    assert list(readers.lines(str(tmp_path / "x"))) == [b"a\n", b"b"]
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"c\n")))
    assert list(readers.lines("-")) == [b"c\n"]


def test_lines_of_a_missing_file_are_an_error(tmp_path):
    with pytest.raises(DataError, match="No such file"):
        list(readers.lines(str(tmp_path / "x")))


@pytest.mark.parametrize("path", ["-", "a.txt", "a", "a.TXT", "a.unknown"])
def test_plain_text_is_what_nothing_else_claims(path):
    assert readers.reader_of(path) is plain
