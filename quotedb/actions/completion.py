"""What a half-typed name, tag or outlet may become."""

from __future__ import annotations

from quotedb.store import completing
from quotedb.store.database import Database

MOST = 50


def completed(database: Database, what: str, beginning: str) -> list[str]:
    """The first of a kind (`speaker`, `tag`, `outlet`) that begin so."""
    return completing.beginning(database.connection(), what, beginning, MOST)
