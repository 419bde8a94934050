"""Other programs' files in: clippings to record, or the facts of another quotedb.

A clipping is recorded as `add` would. Facts keep their numbers when the database is empty, so
that an export of it is the same again, byte for byte; beside other facts they get new numbers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import chain

from quotedb.actions.checking import normal
from quotedb.actions.recording import Ledger, record
from quotedb.actions.restoring import Restoration, restore
from quotedb.actions.sources import description_hash
from quotedb.actions.speakers import checked_name
from quotedb.errors import QuotedbError, UnknownName
from quotedb.facts import Clipping
from quotedb.readers import REGISTRY, Record, lines
from quotedb.store import queries
from quotedb.store.database import Database

COUNTED = ("read", "new", "known", "variant", "excerpt", "review", "restored", "skipped")


def import_file(
    database: Database,
    form: str,
    path: str,
    failed: Callable[[QuotedbError], None],
    *,
    strict: bool = False,
) -> dict[str, int]:
    """Record what a file of another program holds.

    Args:
        database: open for writing.
        form: name of a reader of records.
        path: the file, or `-`.
        failed: called with the error of each bad record, which is skipped.
        strict: stop at the first bad record, and keep nothing.

    Returns:
        How many records were read, and what became of them.

    Raises:
        UnknownName: no such format, or one that reads articles.
        QuotedbError: the first bad record's, when strict.
    """
    from quotedb.store import writing

    records = _records(form, path)
    counts = Counter[str]()
    with database.session() as session:
        ledger = Ledger(session, database.connection_of(session))
        restoration = Restoration(ledger, fresh=queries.is_empty(ledger.connection))
        for one in records:
            counts["read"] += 1
            try:
                counts[_take(ledger, restoration, one)] += 1
            except QuotedbError as error:
                if strict:
                    raise
                counts["skipped"] += 1
                failed(error)
        if restoration.fresh:
            writing.number_on(session, database.backend)
        session.commit()
    return {name: counts[name] for name in COUNTED}


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


def _take(ledger: Ledger, restoration: Restoration, one: Record | QuotedbError) -> str:
    """Record one, and name the count it belongs to."""
    if isinstance(one, QuotedbError):
        raise one
    if isinstance(one, Clipping):
        return _clipping(ledger, one)
    return restore(restoration, one)


def _clipping(ledger: Ledger, clipping: Clipping) -> str:
    from quotedb.store import writing

    source = replace(clipping.source, content_hash=description_hash(clipping.source))
    quotation = clipping.quotation
    speaker = checked_name(quotation.speaker) if quotation.speaker else None
    quotation = replace(quotation, text=normal(quotation.text), speaker=speaker)
    source_id, _ = writing.add_source(ledger.session, source)
    return record(ledger, source_id, quotation).outcome
