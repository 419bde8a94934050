"""Facts out: the whole database, or what a search finds, in another program's format."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from quotedb.actions.cite import citations, is_indirect, names_of
from quotedb.actions.search import search
from quotedb.actions.sources import is_described
from quotedb.errors import DataError
from quotedb.exporters import REGISTRY, Chunk, CiteOptions
from quotedb.facts import Citation, Fact, Search
from quotedb.store import exporting as stored
from quotedb.store.database import Database


def export(database: Database, wanted: Search, form: str) -> Iterator[Chunk]:
    """The facts in a format, piece by piece.

    The whole database is never in memory at once, except in the formats that pandoc writes.

    Args:
        database: open for reading.
        wanted: which quotes; an empty search is the whole database.
        form: name of an exporter: one that dumps facts, or one that cites.

    Raises:
        UnknownName: no such format.
    """
    exporter = REGISTRY.load(form)
    if hasattr(exporter, "dump"):
        chunks: Iterator[Chunk] = exporter.dump(facts(database, wanted))
    elif _is_everything(wanted):
        chunks = exporter.cite(by_source(database), CiteOptions(streamed=True))
    else:
        quotes = [hit.quote for hit in search(database, wanted)]
        cited = citations(quotes, every=True, names=names_of(database, quotes))
        chunks = exporter.cite(cited, CiteOptions())
    return chunks


def is_binary(form: str) -> bool:
    """Whether a format is one of bytes and no text."""
    return bool(getattr(REGISTRY.load(form), "BINARY", False))


def facts(database: Database, wanted: Search) -> Iterator[Fact]:
    """Every fact, or those that the quotes found by a search rest on, in a stable order."""
    connection = database.connection()
    if _is_everything(wanted):
        yield from stored.everything(connection)
        return
    hits = search(database, wanted)
    ids = {hit.quote.id for hit in hits} | {q.id for hit in hits for _, q in hit.hanging}
    yield from stored.of_quotes(connection, sorted(i for i in ids if i is not None))


def by_source(database: Database) -> Iterator[Citation]:
    """Every printing of every quote that can be cited, those of a source together."""
    for some in stored.by_source(database.connection()):
        names = names_of(database, (quote for quote, _ in some))
        for quote, printed in some:
            if is_described(printed.source):
                indirect = is_indirect(printed, quote, names)
                yield Citation(quote=quote, attestation=printed, indirect=indirect)


def _is_everything(wanted: Search) -> bool:
    return replace(wanted, everything=False) == Search()


def save(chunks: Iterable[Chunk], to: Path) -> None:
    """Write the pieces to a file, which appears whole or not at all.

    Raises:
        DataError: the folder is not there or cannot be written.
    """
    partial = to.with_name(f".{to.name}.{os.getpid()}.part")
    try:
        with partial.open("wb") as file:
            file.writelines(c if isinstance(c, bytes) else c.encode("utf-8") for c in chunks)
        partial.replace(to)
    except OSError as error:
        raise DataError(error.strerror or str(error), where=str(to)) from error
    finally:
        partial.unlink(missing_ok=True)
