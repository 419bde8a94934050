"""Quotes in files matched with each other past one machine, without a database."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, cast

from quotedb.actions.engines import REGISTRY
from quotedb.errors import QuotedbError, UnknownName

Failed = Callable[[QuotedbError], None]


class FileEngine(Protocol):
    """An engine that matches files of quotes without a database."""

    def match_files(
        self, paths: Sequence[str], to: str, failed: Failed, master: str | None = None
    ) -> dict[str, int]:
        """Write what is found into a folder, and count it."""
        ...


def dedupe_files(
    paths: Sequence[str], engine: str, to: str, failed: Failed, master: str | None = None
) -> dict[str, int]:
    """Match the quotes in files with each other, whoever said them, and write what is found.

    Args:
        paths: Parquet or JSON Lines, with `text` and, if there are, `language` and `id`.
        engine: name of one that can.
        to: a folder that is not there yet.
        failed: called when there are records without words.
        master: URL of the engine's cluster.

    Returns:
        Counts, as of `dedupe`.

    Raises:
        UnknownName: no such engine, or one that needs a database.
        QuotedbError: as the engine says.
    """
    chosen = REGISTRY.load(engine)
    if not hasattr(chosen, "match_files"):
        raise UnknownName(f"the {engine} engine needs a database", hint="--engine spark needs none")
    return cast(FileEngine, chosen).match_files(paths, to, failed, master)
