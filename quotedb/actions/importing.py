"""Other programs' files in: clippings to record, or the facts of another quotedb.

A clipping is recorded as `add` would. Facts keep their numbers when the database is empty, so
that an export of it is the same again, byte for byte; beside other facts they get new numbers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, groupby, islice

from quotedb.actions.checking import normal
from quotedb.actions.judges import Judges
from quotedb.actions.recording import Ledger, record
from quotedb.actions.restoring import Restoration, restore
from quotedb.actions.sources import description_hash
from quotedb.actions.speakers import checked_name
from quotedb.errors import QuotedbError, UnknownName
from quotedb.facts import Clipping
from quotedb.readers import REGISTRY, Record, lines
from quotedb.store import queries
from quotedb.store.database import Database

BATCH = 5000
"""Records taken in together."""

COUNTED = ("read", "new", "known", "variant", "excerpt", "review", "restored", "skipped")


def import_file(
    database: Database,
    form: str,
    path: str,
    failed: Callable[[QuotedbError], None],
    *,
    strict: bool = False,
    workers: int = 1,
) -> dict[str, int]:
    """Record what a file of another program holds.

    Args:
        database: open for writing.
        form: name of a reader of records.
        path: the file, or `-`.
        failed: called with the error of each bad record, which is skipped.
        strict: stop at the first bad record, and keep nothing.
        workers: processes that may be used.

    Returns:
        How many records were read, and what became of them.

    Raises:
        UnknownName: no such format, or one that reads articles.
        QuotedbError: the first bad record's, when strict.
    """
    from quotedb.store import writing

    records = _records(form, path)
    counts = Counter[str]()
    with Judges(workers) as judges, database.session() as session:
        ledger = Ledger(database, session, judges=judges)
        restoration = Restoration(ledger, fresh=queries.is_empty(ledger.connection))
        for batch in batched(records, BATCH):
            counts["read"] += len(batch)
            for taken in _taken(ledger, restoration, batch):
                if isinstance(taken, str):
                    counts[taken] += 1
                elif strict:
                    raise taken
                else:
                    counts["skipped"] += 1
                    failed(taken)
        if restoration.fresh:
            writing.number_on(session, database.backend)
        session.commit()
    return {name: counts[name] for name in COUNTED}


def batched(
    records: Iterable[Record | QuotedbError], size: int
) -> Iterator[list[Record | QuotedbError]]:
    """The records, so many at a time."""
    rest = iter(records)
    while some := list(islice(rest, size)):
        yield some


def _records(form: str, path: str) -> Iterator[Record | QuotedbError]:
    reader = REGISTRY.load(form)
    if not hasattr(reader, "records"):
        reading = ", ".join(n for n in REGISTRY.names() if hasattr(REGISTRY.load(n), "records"))
        raise UnknownName(
            f"{form} files are articles", hint=f"quotedb ingest reads those; import: {reading}"
        )
    records: Iterator[Record | QuotedbError] = reader.records(lines(path), path)
    first = next(records, None)  # a file that cannot be read is to fail before anything is made
    return chain([first] if first is not None else [], records)


def _taken(
    ledger: Ledger, restoration: Restoration, batch: Sequence[Record | QuotedbError]
) -> Iterator[str | QuotedbError]:
    """Record some, clippings together, and name the count that each belongs to."""
    for is_clipping, some in groupby(batch, lambda one: isinstance(one, Clipping)):
        if is_clipping:
            yield from _clippings(ledger, [one for one in some if isinstance(one, Clipping)])
        else:
            yield from (_restored(restoration, one) for one in some)


def _restored(restoration: Restoration, one: Record | QuotedbError) -> str | QuotedbError:
    if isinstance(one, (QuotedbError, Clipping)):
        return one if isinstance(one, QuotedbError) else "skipped"
    try:
        return restore(restoration, one)
    except QuotedbError as error:
        return error


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
    quotation = clipping.quotation
    speaker = checked_name(quotation.speaker) if quotation.speaker else None
    quotation = replace(quotation, text=normal(quotation.text), speaker=speaker)
    return replace(clipping, source=source, quotation=quotation)
