"""What an import reads, ready to be taken in: clippings checked, described and folded.

A large file is read by a process of its own, some batches ahead of the one that takes it in.
"""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

from quotedb.actions.checking import normal
from quotedb.actions.sources import description_hash
from quotedb.actions.speakers import checked_name
from quotedb.errors import DataError, InvalidValue, QuotedbError, UnknownName
from quotedb.extraction.extract import extract
from quotedb.extraction.language import detect
from quotedb.facts import Article, Clipping, Quotation, Source
from quotedb.pauses import help_along
from quotedb.readers import (
    STDIN,
    Record,
    TableReader,
    csv,
    guessed,
    lines,
    record_formats,
    record_reader,
)
from quotedb.text import folding
from quotedb.text.portions import portions

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from quotedb.text.sketching import Sketch

HEAD = 50
"""Lines by which a format is guessed."""

FOLDERS = "parquet"
"""The format whose data may be a folder."""

AHEAD = 4
"""Batches that are read while one waits to be taken in."""

LARGE = 2_000_000
"""Bytes of a file for which another process is worth starting."""

LENGTHY = ("text", "exact", "prefix", "suffix")
"""What may be long in a fact."""

Ready = Record | QuotedbError
"""A record as it is to be kept, or what is wrong with one."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a user says of an import.

    Attributes:
        form: the name of a reader of records; guessed from the file when None.
        columns: for tables, the heading of the column of each option.
        strict: stop at the first bad record, and keep nothing.
        workers: processes that may be used.
    """

    form: str | None = None
    columns: Mapping[str, str] | None = None
    strict: bool = False
    workers: int = 1


def batches(path: str, asked: Asked, size: int) -> Iterator[list[Ready]]:
    """The records of a file, at most so many at a time, and so many letters; the first of them
    have been read.

    Raises:
        UnknownName: no such format, or columns are named for one that has none.
        DataError: the file cannot be read.
    """
    is_large = Path(path).is_file() and Path(path).stat().st_size >= LARGE
    found = _beside(path, asked, size) if is_large and asked.workers > 1 else None
    found = found or portions(_ready(path, asked), size, _letters)
    first = next(found, None)
    return chain([first] if first else [], found)


def _letters(one: Ready) -> int:
    """How many letters a record has where there may be many."""
    if isinstance(one, Clipping):
        quotation = one.quotation
        return len(quotation.text) + len(quotation.prefix) + len(quotation.suffix)
    return sum(len(getattr(one, name, None) or "") for name in LENGTHY)


def _ready(path: str, asked: Asked) -> Iterator[Ready]:
    for record in _records(path, asked):
        try:
            yield _checked(record) if isinstance(record, Clipping) else record
        except QuotedbError as error:
            yield error


def _records(path: str, asked: Asked) -> Iterator[Ready]:
    if asked.form:
        record_reader(asked.form)  # a wrong name goes before a wrong file
    elif path in record_formats() and not Path(path).exists():
        raise InvalidValue("no file is named", hint=f"quotedb import {path} FILE")
    found = lines(path)
    is_folder = path != STDIN and Path(path).is_dir()
    head = [] if is_folder else list(islice(found, HEAD))
    found = chain(head, found)
    form = asked.form or (FOLDERS if is_folder else guessed(path, b"".join(head)[:65536]))
    reader = record_reader(form)
    if asked.columns and form != "csv":
        raise UnknownName(f"{form} files have no columns", hint="--map is for csv")
    if isinstance(reader, TableReader) and path != STDIN:
        records = reader.records_at(path)
    elif asked.columns:
        records = csv.records(found, path, asked.columns)
    else:
        records = iter(reader.records(found, path))
    first = next(records, None)
    return chain([first] if first is not None else [], _to_where_it_ends(records))


def _to_where_it_ends(records: Iterator[Ready]) -> Iterator[Ready]:
    """The records; a file that breaks off is a bad record, the last, so that the others stay."""
    try:
        yield from records
    except QuotedbError as error:
        yield error


def _beside(path: str, asked: Asked, size: int) -> Iterator[list[Ready]]:
    """The batches, read by another process; its errors are raised here."""
    from multiprocessing import get_context

    from quotedb.text import sketching

    # Not forked: a copy of this process would hold the database open too.
    context = get_context("spawn")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_send, args=(there, path, asked, size), daemon=True)
    process.start()
    there.close()
    try:
        while (message := _received(here, path)) is not None:
            if isinstance(message, QuotedbError):
                raise message
            some, keys, made = message
            clippings = [one for one in some if isinstance(one, Clipping)]
            for clipping, key in zip(clippings, keys, strict=True):
                folding.remember(clipping.quotation.text, key)
            sketching.remember(keys, made)
            yield some
    finally:
        process.terminate()
        process.join()


_Message = tuple[list[Ready], list[str], "Sketch"] | QuotedbError | None
"""A batch, with the folded keys of its clippings and the sketch of those."""


def _received(here: Connection, path: str) -> _Message:
    try:
        message: _Message = here.recv()
    except EOFError as error:
        what = "the process that was reading it has been ended"
        raise DataError(what, where=path, hint="Import it again; it goes on there") from error
    return message


def _send(there: Connection, path: str, asked: Asked, size: int) -> None:
    """Read the file and send its batches, with what is worked out of them; at the end None."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that was started first sees to it
    help_along()
    sent: deque[Future[None]] = deque()
    with ThreadPoolExecutor(1) as sender, suppress(BrokenPipeError):  # when nobody waits for more
        for message in _messages(path, asked, size):
            sent.append(sender.submit(there.send, message))
            if len(sent) > AHEAD:
                sent.popleft().result()


def _messages(path: str, asked: Asked, size: int) -> Iterator[_Message]:
    """The batches of a file, with what is worked out of them; at the end None, or an error."""
    from quotedb.text import sketching
    from quotedb.text.folding_many import fold_all

    try:
        for some in portions(_ready(path, asked), size, _letters):
            clippings = [one for one in some if isinstance(one, Clipping)]
            keys = fold_all(one.quotation.text for one in clippings)
            yield some, keys, sketching.sketch(keys)
        yield None
    except QuotedbError as error:
        yield error


def _checked(clipping: Clipping) -> Clipping:
    """A clipping as it is to be kept.

    Raises:
        InvalidValue: its speaker's name is none.
    """
    quotation = _attributed(clipping.quotation)
    speaker = checked_name(quotation.speaker) if quotation.speaker else None
    text = normal(quotation.text)
    if (text, speaker) != (quotation.text, quotation.speaker):
        quotation = replace(quotation, text=text, speaker=speaker)
    return Clipping(quotation, _described(clipping.source), clipping.where)


@lru_cache(maxsize=1024)
def _described(source: Source) -> Source:
    """A source with the hash of its description; many quotations have one in common."""
    return replace(source, content_hash=description_hash(source))


def _attributed(quotation: Quotation) -> Quotation:
    """A quotation that came with the words round it, and nobody named, attributed by them."""
    if quotation.speaker or not (quotation.prefix.strip() or quotation.suffix.strip()):
        return quotation
    marked = f"{quotation.prefix}“{quotation.text}”{quotation.suffix}"
    found = extract(Article(text=marked, source=Source()), quotation.language or detect(marked))
    one = next((one for one in found if one.text == quotation.text and one.speaker), None)
    if one is None:
        return quotation
    return replace(
        quotation, speaker=one.speaker, speaker_as_written=one.speaker_as_written,
        speaker_kind=one.speaker_kind, role=one.role, cue=one.cue, confidence=one.confidence,
        rule=one.rule,
    )  # fmt: skip
