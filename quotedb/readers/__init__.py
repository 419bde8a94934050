"""Other programs' files in: one file a format.

A file here offers `SUFFIXES`, the endings of the files it reads, and one of two functions: an
article reader makes documents of bytes (`ArticleReader`), a record reader makes quotations or
whole facts of lines (`RecordReader`). Neither needs more than what it is handed.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Protocol

from quotedb.errors import DataError, QuotedbError
from quotedb.facts import Article, Clipping, Fact
from quotedb.registry import Registry

REGISTRY = Registry("quotedb.readers", "a reader")
STDIN = "-"

Record = Clipping | Fact
"""What a record reader makes of one record."""


class ArticleReader(Protocol):
    """A format whose files are documents."""

    SUFFIXES: Sequence[str]

    def read(self, data: bytes, path: str | None) -> Iterator[Article]:
        """The documents in a file's bytes; `path` is for messages.

        Raises:
            DataError: the bytes are not what they should be, or `EmptyInput`.
        """
        ...


class RecordReader(Protocol):
    """A format whose files are lists of quotations or facts."""

    SUFFIXES: Sequence[str]

    def records(self, lines: Iterable[bytes], where: str) -> Iterator[Record | QuotedbError]:
        """One record after the other; `where` names the file in messages.

        A record that cannot be understood comes out as its error, so that it is for the
        caller to stop or to go on.
        """
        ...


def articles(paths: Iterable[str], failed: Callable[[QuotedbError], None]) -> Iterator[Article]:
    """The articles in files, folders or standard input (`-`), in the order given.

    A folder is walked in sorted order, for files whose ending a reader knows.

    Args:
        paths: what to read.
        failed: called with each error that makes one file unreadable; the others are read.
    """
    for path in paths:
        try:
            for file in _files(path):
                yield from _articles_of(file, failed)
        except QuotedbError as error:
            failed(error)


def lines(path: str) -> Iterator[bytes]:
    """The lines of a file or of standard input (`-`), with their ends, one at a time.

    Raises:
        DataError: the file is not there or cannot be read.
    """
    if path == STDIN:
        yield from sys.stdin.buffer
        return
    try:
        with Path(path).open("rb") as file:
            yield from file
    except OSError as error:
        raise _unreadable(path, error) from error


def reader_of(path: str) -> ArticleReader:
    """The article reader for a path, by its ending; plain text where no reader claims it."""
    suffix = Path(path).suffix.lower()
    plain: ArticleReader = REGISTRY.load("plain")
    if path == STDIN or suffix in plain.SUFFIXES:
        return plain
    return _by_suffix().get(suffix, plain)


def _by_suffix() -> dict[str, ArticleReader]:
    modules = [REGISTRY.load(name) for name in REGISTRY.names()]
    reading = [module for module in modules if hasattr(module, "read")]
    return {suffix: module for module in reading for suffix in module.SUFFIXES}


def _articles_of(path: str, failed: Callable[[QuotedbError], None]) -> Iterator[Article]:
    try:
        yield from reader_of(path).read(_bytes(path), None if path == STDIN else path)
    except QuotedbError as error:
        failed(error)


def _files(path: str) -> list[str]:
    """The path itself, or the files of a folder that a reader claims, sorted.

    Raises:
        DataError: the folder has none.
    """
    if path == STDIN or not Path(path).is_dir():
        return [path]
    known = _by_suffix().keys() - {""}
    found = sorted(str(file) for file in Path(path).rglob("*") if _is_claimed(file, known))
    if not found:
        raise DataError(
            "the folder has no file to read",
            where=path,
            hint=f"Files ending in {', '.join(sorted(known))} are read; name others one by one",
        )
    return found


def _is_claimed(file: Path, known: set[str]) -> bool:
    return file.suffix.lower() in known and file.is_file()


def _bytes(path: str) -> bytes:
    try:
        return sys.stdin.buffer.read() if path == STDIN else Path(path).read_bytes()
    except OSError as error:
        raise _unreadable(path, error) from error


def _unreadable(path: str, error: OSError) -> DataError:
    return DataError(error.strerror or str(error), where=path, hint="Look at the path")
