"""Facts out: the whole database, or what a search finds, in another program's format."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from quotedb.actions.cite import citations
from quotedb.actions.search import search
from quotedb.errors import DataError
from quotedb.exporters import REGISTRY, CiteOptions
from quotedb.facts import Fact, Search
from quotedb.store import exporting as stored
from quotedb.store.database import Database


def export(database: Database, wanted: Search, form: str) -> Iterator[str]:
    """The facts in a format, piece by piece.

    Args:
        database: open for reading.
        wanted: which quotes; an empty search is the whole database.
        form: name of an exporter: one that dumps facts, or one that cites.

    Raises:
        UnknownName: no such format.
    """
    exporter = REGISTRY.load(form)
    if hasattr(exporter, "dump"):
        chunks: Iterator[str] = exporter.dump(facts(database, wanted))
        return chunks
    quotes = (hit.quote for hit in search(database, wanted))
    cited: Iterator[str] = exporter.cite(citations(quotes, every=True), CiteOptions())
    return cited


def facts(database: Database, wanted: Search) -> Iterator[Fact]:
    """Every fact, or those that the quotes found by a search rest on, in a stable order."""
    connection = database.connection()
    if wanted == Search():
        yield from stored.everything(connection)
        return
    hits = search(database, wanted)
    ids = {hit.quote.id for hit in hits} | {q.id for hit in hits for _, q in hit.hanging}
    yield from stored.of_quotes(connection, sorted(i for i in ids if i is not None))


def save(chunks: Iterable[str], to: Path) -> None:
    """Write the pieces to a file, which appears whole or not at all.

    Raises:
        DataError: the folder is not there or cannot be written.
    """
    partial = to.with_name(f".{to.name}.{os.getpid()}.part")
    try:
        with partial.open("w", encoding="utf-8", newline="") as file:
            file.writelines(chunks)
        partial.replace(to)
    except OSError as error:
        raise DataError(error.strerror or str(error), where=str(to)) from error
    finally:
        partial.unlink(missing_ok=True)
