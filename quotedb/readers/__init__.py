"""Other programs' files in: one file a format.

A file here offers `SUFFIXES`, the endings of the files it reads, and one of two functions: an
article reader makes documents of bytes (`ArticleReader`), a record reader makes quotations or
whole facts of lines (`RecordReader`). Neither needs more than what it is handed. An article
reader may offer two things more: `recognises`, to know its files where no ending tells, and
`pages`, if its files hold many documents and are too large to be read at once (`ArchiveReader`).
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Protocol, cast, runtime_checkable

from quotedb.errors import DataError, QuotedbError, UnknownName
from quotedb.facts import Article, Clipping, Fact, Remark
from quotedb.readers._lines import PACKED, STDIN, lines, opened, unreadable
from quotedb.registry import Registry

REGISTRY = Registry("quotedb.readers", "a reader")

Record = Clipping | Fact | Remark
"""What a record reader makes of one record; a remark is on the file."""

__all__ = [
    "REGISTRY", "STDIN", "ArchiveReader", "ArticleReader", "Record", "RecordReader", "articles",
    "guessed", "lines", "reader_of", "record_formats", "record_reader",
]  # fmt: skip

_HEAD = 65536  # bytes; by so many a file is recognised


class ArticleReader(Protocol):
    """A format whose files are documents.

    It may also have `recognises(head: bytes) -> bool`: whether a file begins like its own.
    """

    SUFFIXES: Sequence[str]

    def read(self, data: bytes, path: str | None) -> Iterator[Article]:
        """The documents in a file's bytes; `path` is for messages.

        Raises:
            DataError: the bytes are not what they should be, or `EmptyInput`.
        """
        ...


@runtime_checkable
class ArchiveReader(ArticleReader, Protocol):
    """An article reader whose files may be larger than memory."""

    def pages(self, file: io.BufferedIOBase, path: str | None) -> Iterator[Article | QuotedbError]:
        """The documents of a file opened for reading, one at a time.

        One that cannot be read comes out as its error, and the others follow.
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


@runtime_checkable
class TableReader(RecordReader, Protocol):
    """A record reader whose files are no lines, but must be sought in; or are whole folders."""

    def records_at(self, path: str) -> Iterator[Record | QuotedbError]:
        """One record after the other of a file or a folder, as `records`.

        Raises:
            DataError: it is not there, or not what it should be.
        """
        ...


def record_reader(form: str) -> RecordReader:
    """The record reader of a name.

    Raises:
        UnknownName: there is none, or it reads articles.
    """
    reader = REGISTRY.load(form)
    if not hasattr(reader, "records"):
        raise UnknownName(
            f"{form} files are articles",
            hint=f"quotedb ingest reads those; import: {', '.join(record_formats())}",
        )
    return cast(RecordReader, reader)


def record_formats() -> list[str]:
    """The names of the record readers."""
    return [name for name in REGISTRY.names() if hasattr(REGISTRY.load(name), "records")]


def guessed(path: str, head: bytes) -> str:
    """The format of a file of records: what it begins like, or else what its ending says.

    Args:
        path: the file's name, perhaps with the ending of a packed one.
        head: its first bytes, unpacked.

    Raises:
        UnknownName: neither tells.
    """
    formats = {name: REGISTRY.load(name) for name in record_formats()}
    # A table in general is told after those that it may be in particular.
    for name, module in sorted(formats.items(), key=lambda one: hasattr(one[1], "GENERAL")):
        if _recognises(cast(ArticleReader, module), head):
            return name
    endings = {suffix: name for name, module in formats.items() for suffix in module.SUFFIXES}
    plain = path.lower()
    for ending in PACKED:
        plain = plain.removesuffix(ending)
    found = _suffix(plain, endings)
    if not found:
        raise UnknownName(
            "the format cannot be told", where=path, hint=f"Name it: {', '.join(formats)}"
        )
    return endings[found]


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


def reader_of(path: str, head: bytes = b"") -> ArticleReader:
    """The article reader for a file.

    Args:
        path: by whose ending it is told.
        head: the file's first bytes, by which it is told where no reader claims the ending;
            plain text when they do not tell either.
    """
    plain: ArticleReader = REGISTRY.load("plain")
    claimed = _by_suffix()
    suffix = "" if path == STDIN else _suffix(path, claimed)
    if suffix:
        return claimed[suffix]
    readers = dict.fromkeys(claimed.values())
    return next((one for one in readers if _recognises(one, head)), plain)


def _by_suffix() -> dict[str, ArticleReader]:
    modules = [REGISTRY.load(name) for name in REGISTRY.names()]
    reading = [cast(ArticleReader, module) for module in modules if hasattr(module, "read")]
    return {suffix: reader for reader in reading for suffix in reader.SUFFIXES}


def _suffix(path: str, known: Iterable[str]) -> str:
    """The ending of a path, of two parts (`.warc.gz`) or one, if it is among `known`; else ""."""
    last = [suffix.lower() for suffix in Path(path).suffixes[-2:]]
    endings = ("".join(last), *last[-1:])
    return next((ending for ending in endings if ending in known), "")


def _recognises(reader: ArticleReader, head: bytes) -> bool:
    recognises: Callable[[bytes], bool] | None = getattr(reader, "recognises", None)
    return bool(recognises and recognises(head))


def _articles_of(path: str, failed: Callable[[QuotedbError], None]) -> Iterator[Article]:
    name = None if path == STDIN else path
    try:
        with opened(path) as file:
            reader = reader_of(path, file.peek(_HEAD))
            if not isinstance(reader, ArchiveReader):
                yield from reader.read(file.read(), name)
                return
            for page in reader.pages(file, name):
                if isinstance(page, QuotedbError):
                    failed(page)
                else:
                    yield page
    except OSError as error:
        failed(unreadable(path, error))
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


def _is_claimed(file: Path, known: Iterable[str]) -> bool:
    return bool(_suffix(str(file), known)) and file.is_file()
