"""Other programs' files in: clippings to record, or the facts of another quotedb.

A clipping is recorded as `add` would. Facts keep their numbers when the database is empty, so
that an export of it is the same again, byte for byte; beside other facts they get new numbers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, groupby, islice
from pathlib import Path

from quotedb.actions.checking import normal
from quotedb.actions.judges import Judges
from quotedb.actions.ledger import Ledger
from quotedb.actions.recording import record
from quotedb.actions.restoring import Restoration, restore
from quotedb.actions.sources import description_hash
from quotedb.actions.speakers import checked_name
from quotedb.errors import InvalidValue, QuotedbError, UnknownName
from quotedb.extraction.extract import extract
from quotedb.extraction.language import detect
from quotedb.facts import Article, Clipping, Fact, Quotation, Source
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
from quotedb.store import queries
from quotedb.store.database import Database

HEAD = 50
"""Lines by which a format is guessed."""

FOLDERS = "parquet"
"""The format whose data may be a folder."""

BATCH = 5000
"""Records taken in together."""

COUNTED = ("read", "new", "known", "variant", "excerpt", "review", "restored", "skipped")


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


def import_file(
    database: Database,
    path: str,
    asked: Asked,
    failed: Callable[[QuotedbError], None],
    went: Callable[[int], None] = lambda _: None,
) -> dict[str, int]:
    """Record what a file of another program holds.

    What was read is kept batch by batch: a run that is interrupted goes on where it stopped,
    since what is there already is only known again.

    Args:
        database: open for writing.
        path: the file, perhaps packed, or `-`.
        asked: how.
        failed: called with the error of each bad record, which is skipped.
        went: is told how many more records have been taken in.

    Returns:
        How many records were read, and what became of them.

    Raises:
        UnknownName: no such format, one that reads articles, or none that can be guessed.
        QuotedbError: the first bad record's, when strict.
    """
    from quotedb.store import writing

    records = _records(path, asked)
    counts = Counter[str]()
    with Judges(asked.workers) as judges, database.session("import", path) as session:
        ledger = Ledger(database, session, judges=judges)
        restoration = Restoration(ledger, fresh=queries.is_empty(ledger.connection))
        for batch in batched(records, BATCH):
            counts["read"] += len(batch)
            restoration.see_who_wrote()
            for taken in _taken(ledger, restoration, batch):
                if isinstance(taken, str):
                    counts[taken] += 1
                elif asked.strict:
                    raise taken
                else:
                    counts["skipped"] += 1
                    failed(taken)
            if restoration.fresh:
                writing.number_on(session, database.backend)
            restoration.leave()
            if not asked.strict:
                session.commit()
                ledger.forget()
            went(len(batch))
        session.commit()
    return {name: counts[name] for name in COUNTED}


def batched(
    records: Iterable[Record | QuotedbError], size: int
) -> Iterator[list[Record | QuotedbError]]:
    """The records, so many at a time."""
    rest = iter(records)
    while some := list(islice(rest, size)):
        yield some


def _records(path: str, asked: Asked) -> Iterator[Record | QuotedbError]:
    """The records of a file; one that cannot be read fails before anything is made.

    Raises:
        UnknownName: no such format, or columns are named for one that has none.
    """
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
        records = reader.records(found, path)
    first = next(records, None)
    return chain([first] if first is not None else [], _to_where_it_ends(records))


def _to_where_it_ends(
    records: Iterator[Record | QuotedbError],
) -> Iterator[Record | QuotedbError]:
    """The records; a file that breaks off is a bad record, the last, so that the others stay."""
    try:
        yield from records
    except QuotedbError as error:
        yield error


def _taken(
    ledger: Ledger, restoration: Restoration, batch: Sequence[Record | QuotedbError]
) -> Iterator[str | QuotedbError]:
    """Record some, clippings together, and name the count that each belongs to."""
    for is_clipping, some in groupby(batch, lambda one: isinstance(one, Clipping)):
        if is_clipping:
            yield from _clippings(ledger, [one for one in some if isinstance(one, Clipping)])
        else:
            facts = [_hashed(one) for one in some if not isinstance(one, Clipping)]
            yield from restore(restoration, facts)


def _hashed(one: Fact | QuotedbError) -> Fact | QuotedbError:
    """A source with that by which it is known again."""
    if isinstance(one, Source) and not one.content_hash:
        return replace(one, content_hash=description_hash(one))
    return one


def _clippings(ledger: Ledger, clippings: Sequence[Clipping]) -> Iterator[str | QuotedbError]:
    from quotedb.store import bulk

    good: list[Clipping] = []
    for clipping in clippings:
        try:
            good.append(_checked(clipping))
        except QuotedbError as error:
            yield error
    ids = bulk.add_sources(ledger.connection, [clipping.source for clipping in good])
    printed = [(ids[one.source.content_hash or ""], one.quotation) for one in good]
    for outcome in record(ledger, printed):
        yield outcome.outcome


def _checked(clipping: Clipping) -> Clipping:
    """A clipping as it is to be kept.

    Raises:
        InvalidValue: its speaker's name is none.
    """
    source = replace(clipping.source, content_hash=description_hash(clipping.source))
    quotation = _attributed(clipping.quotation)
    speaker = checked_name(quotation.speaker) if quotation.speaker else None
    quotation = replace(quotation, text=normal(quotation.text), speaker=speaker)
    return replace(clipping, source=source, quotation=quotation)


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
