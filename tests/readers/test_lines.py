"""The lines of files that are packed, encoded or ended otherwise."""

import codecs
import gzip
import io
import sys

import pytest

from quotedb.errors import DataError
from quotedb.readers import lines

TEXT = "tèxt,spéaker\nRüzgâr,Ada\n"


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8"])
def test_wide_text_comes_as_utf_8(codec, tmp_path):
    file = tmp_path / "f"
    mark = codecs.BOM_UTF16_LE if codec == "utf-16-le" else b""
    file.write_bytes(mark + TEXT.encode(codec))
    found = b"".join(lines(str(file))).decode().removeprefix("\ufeff")
    assert found == TEXT


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_end_of_line_ends_one(end, tmp_path):
    file = tmp_path / "f"
    file.write_bytes(f"one{end}two{end}three".encode())
    assert [line.strip() for line in lines(str(file))] == [b"one", b"two", b"three"]


def test_standard_input_may_be_packed(monkeypatch):
    stdin = io.TextIOWrapper(io.BytesIO(gzip.compress(TEXT.encode("utf-16"))))
    monkeypatch.setattr(sys, "stdin", stdin)
    assert b"".join(lines("-")).decode() == TEXT
    assert not stdin.buffer.closed


def test_half_a_character_at_the_end_is_an_error(tmp_path):
    file = tmp_path / "f"
    file.write_bytes("text".encode("utf-16")[:-1])
    with pytest.raises(DataError, match="utf-16"):
        list(lines(str(file)))
