"""Articles past one machine: an engine works out every fact, and a database takes them in."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Protocol, cast

from quotedb.actions.checking import check_language
from quotedb.actions.engines import REGISTRY, Articles
from quotedb.actions.importing import import_file
from quotedb.actions.intake import FOLDERS, Asked
from quotedb.errors import InvalidValue, QuotedbError, UnknownName
from quotedb.store.database import Database

Failed = Callable[[QuotedbError], None]


class BulkEngine(Protocol):
    """An engine that records articles without a database."""

    def ingest(self, articles: Articles, to: str, failed: Failed) -> dict[str, int]:
        """Write the facts into a folder, and count what became of the quotations."""
        ...


def into_folder(articles: Articles, engine: str, to: str, failed: Failed) -> dict[str, int]:
    """Write every fact that articles come to as Parquet, for `quotedb import`.

    They are the facts that `ingest` would record of the same articles in an empty database.

    Args:
        articles: what is read.
        engine: name of one that can.
        to: a folder that is not there yet.
        failed: called with the error of each bad article.

    Returns:
        Counts: articles, those bad or there twice, quotations, and what became of them.

    Raises:
        UnknownName: no such engine, or one that needs a database.
        InvalidValue: one title or URL for all of them.
        QuotedbError: as the engine says.
    """
    chosen = REGISTRY.load(engine)
    if not hasattr(chosen, "ingest"):
        raise UnknownName(f"the {engine} engine needs a database", hint="--engine spark needs none")
    check_language(articles.told.language)
    articles.told.check()
    if articles.told.title or articles.told.url:
        raise InvalidValue(
            "one title or URL cannot be that of many articles",
            hint="Each has its own in a column, title or url",
        )
    return cast(BulkEngine, chosen).ingest(articles, to, failed)


def into_database(
    database: Database,
    articles: Articles,
    engine: str,
    to: str | None,
    failed: Failed,
    went: Callable[[int], None] = lambda _: None,
) -> dict[str, int]:
    """The same, and then take the facts into a database.

    Args:
        database: open for writing.
        articles: what is read.
        engine: name of one that can.
        to: a folder to keep the facts in; one that is gone afterwards when None.
        failed: called with the error of each bad article.
        went: is told how many more facts have been taken in.
    """
    with tempfile.TemporaryDirectory(prefix="quotedb-") as passing:
        folder = to or str(Path(passing) / "facts")
        counts = into_folder(articles, engine, folder, failed)
        import_file(database, folder, Asked(FOLDERS), failed, went)
    return counts
