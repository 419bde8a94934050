"""What a shell, and the form of `add`, offer to complete: names and tags of the database."""

from __future__ import annotations

import typer


def speakers(ctx: typer.Context, incomplete: str) -> list[str]:
    """Names of speakers that begin so."""
    return offered("speaker", _db(ctx), incomplete)


def tags(ctx: typer.Context, incomplete: str) -> list[str]:
    """Tags that begin so."""
    return offered("tag", _db(ctx), incomplete)


def outlets(ctx: typer.Context, incomplete: str) -> list[str]:
    """Outlets that begin so."""
    return offered("outlet", _db(ctx), incomplete)


def offered(what: str, db: str | None, beginning: str) -> list[str]:
    """What there is of a kind that begins so; nothing, rather than an error, without a database."""
    from quotedb.actions import completion, opening
    from quotedb.errors import QuotedbError

    try:
        with opening.reading(db) as database:
            return completion.completed(database, what, beginning)
    except QuotedbError:
        return []


def _db(ctx: typer.Context) -> str | None:
    named = ctx.params.get("db") or ctx.find_root().params.get("db")
    return named if isinstance(named, str) else None
