"""Finding quotes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast, get_args

from quotedb.actions.checking import check_language
from quotedb.errors import InvalidValue
from quotedb.facts import STATUSES, Quote, RelationKind, Search, SortOrder
from quotedb.store import queries, searching
from quotedb.store.database import Database
from quotedb.text.dates import parse_edtf


@dataclass(frozen=True, slots=True)
class Hit:
    """A quote that was found, and the excerpts and variants that hang under it."""

    quote: Quote
    hanging: tuple[tuple[RelationKind, Quote], ...] = ()


def query(
    words: str | None = None,
    speaker: str | None = None,
    since: str | None = None,
    until: str | None = None,
    outlet: str | None = None,
    language: str | None = None,
    tags: Sequence[str] | None = None,
    status: str | None = None,
    everything: bool = False,
    sort: str | None = None,
    limit: int | None = None,
) -> Search:
    """What to look for, checked; dates are EDTF, and their strict bounds count.

    Raises:
        InvalidDate: `since` or `until` is no date.
        InvalidValue: an unknown status or order.
    """
    check_language(language)
    orders = get_args(SortOrder)
    if status is not None and status not in STATUSES:
        raise InvalidValue(f"{status!r} is no status", hint=f"Known: {', '.join(STATUSES)}")
    if sort is not None and sort not in orders:
        raise InvalidValue(f"{sort!r} is no order", hint=f"Known: {', '.join(orders)}")
    return Search(
        words=words,
        speaker=speaker,
        since=parse_edtf(since).earliest if since else None,
        until=parse_edtf(until).latest if until else None,
        outlet=outlet,
        language=language,
        tags=tuple(tags or ()),
        status=status,
        everything=everything,
        sort=cast("SortOrder | None", sort),
        limit=limit,
    )


def search(database: Database, wanted: Search) -> list[Hit]:
    """The quotes that match, each with what hangs under it; none is an empty list."""
    connection = database.connection()
    return [hanging(database, quote) for quote in searching.search(connection, wanted)]


def hanging(database: Database, quote: Quote) -> Hit:
    """The quote with its excerpts and variants."""
    below = [r for r in quote.relations if r.to == quote.id and r.kind != "distinct"]
    quotes = queries.get_quotes(database.connection(), [r.quote_id for r in below])
    return Hit(quote, tuple((r.kind, quotes[r.quote_id]) for r in below))
