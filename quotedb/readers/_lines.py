"""The lines of a file of records, one at a time, however it is packed or encoded."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, cast

from quotedb.errors import DataError
from quotedb.readers._decoding import wide

STDIN = "-"
PACKED = (".gz", ".bz2", ".xz")
LONGEST = 1 << 26
"""Bytes of a line; what is longer is no file of records, or a trap."""

_HEAD = 65536  # bytes looked at before reading


def lines(path: str) -> Iterator[bytes]:
    """The lines of a file or of standard input (`-`), with their ends, one at a time.

    What is packed by gzip, bzip2 or xz is unpacked as it is read, UTF-16 and UTF-32 come out as
    UTF-8, and a line ends with LF, CR LF or CR.

    Raises:
        DataError: the file is not there, cannot be read or unpacked, or has a line without end.
    """
    try:
        with opened(path) as file:
            plain = _unpacked(file)
            codec = wide(plain.peek(_HEAD)[:_HEAD])
            yield from _recoded(plain, codec, path) if codec else _each(plain, path)
    except OSError as error:
        raise unreadable(path, error) from error
    except (EOFError, zlib.error, lzma.LZMAError) as error:
        raise DataError(
            f"it cannot be unpacked ({error})", where=path, hint="Fetch or pack it again"
        ) from error


def unreadable(path: str, error: OSError) -> DataError:
    """What the system says of a file that it does not give."""
    return DataError(error.strerror or str(error), where=path, hint="Look at the path")


@contextmanager
def opened(path: str) -> Iterator[io.BufferedReader[Any]]:
    """A file, or standard input, whose head can be looked at before it is read."""
    if path != STDIN:
        with io.BufferedReader(io.FileIO(path), _HEAD) as file:
            yield file
        return
    wrapped = io.BufferedReader(cast(io.RawIOBase, sys.stdin.buffer), _HEAD)
    try:
        yield wrapped
    finally:
        wrapped.detach()  # else standard input would be closed with it


def _unpacked(file: io.BufferedReader[Any]) -> io.BufferedReader[Any]:
    """The file, unpacked if its first bytes are those of a packed one."""
    head = file.peek(6)
    if head.startswith(b"\x1f\x8b"):
        packed: object = gzip.GzipFile(fileobj=file)
    elif head.startswith(b"BZh"):
        packed = bz2.BZ2File(file)
    elif head.startswith(b"\xfd7zXZ\x00"):
        packed = lzma.LZMAFile(file)  # noqa: SIM115 - the file itself is closed by its opener
    else:
        return file
    return io.BufferedReader(cast(io.RawIOBase, packed), _HEAD)


def _each(file: io.BufferedReader[Any], path: str) -> Iterator[bytes]:
    while line := file.readline(LONGEST):
        if len(line) == LONGEST:
            raise _endless(path)
        if b"\r" in line[:-2]:
            yield from line.splitlines(keepends=True)
        else:
            yield line


def _recoded(file: io.BufferedReader[Any], codec: str, path: str) -> Iterator[bytes]:
    text = io.TextIOWrapper(file, encoding=codec, newline="")
    try:
        while line := text.readline(LONGEST):
            if len(line) == LONGEST:
                raise _endless(path)
            yield line.encode("utf-8", "surrogatepass")
    except UnicodeDecodeError as error:
        raise DataError(
            f"it looks like {codec} and is not", where=path, hint="Save it as UTF-8"
        ) from error
    finally:
        text.detach()


def _endless(path: str) -> DataError:
    return DataError(f"a line of more than {LONGEST >> 20} MB", where=path, hint="Look at it")
