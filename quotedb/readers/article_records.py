"""Articles as records: JSON Lines or Parquet, one article a row, its columns the options of
`quotedb ingest` (`text`, `title`, `outlet`, `authors`, `issued`, `url`, `language`, …).
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from itertools import chain
from typing import Any

from quotedb.errors import EmptyInput, MalformedRecord, QuotedbError
from quotedb.facts import Article
from quotedb.readers._articles import article_of
from quotedb.readers._json import loaded
from quotedb.readers._pages import readable
from quotedb.readers._parquet import MAGIC, is_parquet, rows

SUFFIXES = (".articles.jsonl", ".articles.ndjson", ".articles.parquet")

_NOT_ARTICLES = frozenset(("type", "speaker", "quotation"))


def recognises(head: bytes) -> bool:
    """By the mark of Parquet, or the keys of its first line."""
    if is_parquet(head):
        return True
    line, end, _ = head.partition(b"\n")
    try:
        first = json.loads(line)
    except (ValueError, RecursionError):
        return not end and line.startswith(b"{") and b'"text"' in line
    return isinstance(first, dict) and "text" in first and _NOT_ARTICLES.isdisjoint(first)


def read(data: bytes, path: str | None) -> Iterator[Article]:
    """The articles of a file that is in memory.

    Raises:
        EmptyInput: there is none in it.
        DataError: a record is bad; raised after all that can be read.
    """
    return readable(pages(io.BytesIO(data), path))


def pages(file: io.BufferedIOBase, path: str | None) -> Iterator[Article | QuotedbError]:
    """The articles of a file, and an error for each record that is bad."""
    where = path or "standard input"
    try:
        found = _records(file, where)
        first = next(found, None)
        if first is None:
            yield EmptyInput("there is no article in it", where=where)
            return
        for number, record in chain([first], found):
            yield page(record, f"{where}:{number}")
    except QuotedbError as error:
        yield error


def page(record: bytes | dict[str, Any], where: str) -> Article | QuotedbError:
    """The article of a row or of a line of JSON, or what is wrong with it."""
    try:
        return article_of(record if isinstance(record, dict) else _object(record), where)
    except QuotedbError as error:
        return MalformedRecord(error.what, where=where, hint=error.hint)


def _records(file: io.BufferedIOBase, where: str) -> Iterator[tuple[int, bytes | dict[str, Any]]]:
    """The rows or lines, numbered; lines that are blank left out."""
    head = file.read(len(MAGIC))
    if is_parquet(head):
        if file.seekable():
            file.seek(0)
            yield from enumerate(rows(file, where), start=1)
        else:
            yield from enumerate(rows(io.BytesIO(head + file.read()), where), start=1)
        return
    first = head + (b"" if head.endswith(b"\n") else file.readline())
    for number, line in enumerate(chain(first.splitlines(keepends=True), file), start=1):
        if line.strip():
            yield number, line.removeprefix(b"\xef\xbb\xbf")


def _object(line: bytes) -> dict[str, Any]:
    try:
        value = loaded(line)
    except (ValueError, RecursionError) as error:
        raise MalformedRecord(
            f"not a line of JSON ({str(error)[:80]})", hint="Write one object a line, in UTF-8"
        ) from error
    if not isinstance(value, dict):
        raise MalformedRecord("not a JSON object", hint='Write {"text": "…", "title": "…"}')
    return value
