"""One quote with everything known of it."""

from __future__ import annotations

from dataclasses import dataclass

from quotedb.errors import NotFound
from quotedb.facts import Quote, Relation
from quotedb.store import naming, queries
from quotedb.store.database import Database
from quotedb.text.roles import held_on, written


@dataclass(frozen=True, slots=True)
class Related:
    """A quote that another is related to; `outgoing` when the relation is the other's word."""

    relation: Relation
    quote: Quote
    outgoing: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """A quote, its speaker's role on the day it was said, and the quotes it is related to."""

    quote: Quote
    role: str | None
    related: tuple[Related, ...]


def show(database: Database, quote_id: int) -> Shown:
    """The quote of that number.

    Raises:
        NotFound: there is none.
    """
    connection = database.connection()
    quote = queries.get_quote(connection, quote_id)
    if quote is None:
        raise NotFound(f"there is no quote {quote_id}", hint="quotedb search lists them")
    person = naming.get_speaker(connection, quote.speaker_id) if quote.speaker_id else None
    others = [r.to if r.quote_id == quote.id else r.quote_id for r in quote.relations]
    quotes = queries.get_quotes(connection, others)
    related = tuple(
        Related(relation, quotes[other], outgoing=relation.quote_id == quote.id)
        for relation, other in zip(quote.relations, others, strict=True)
    )
    held = held_on(person.roles, quote.said) if person else None
    return Shown(quote, written(held) if held else None, related)
