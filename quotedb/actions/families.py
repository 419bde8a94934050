"""Quotes with all their excerpts, variants and translations: a family, and its printings in order
of time.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from quotedb.errors import NotFound
from quotedb.facts import Attestation, Quote, RelationKind
from quotedb.matching.marked import Difference, differences
from quotedb.store import queries
from quotedb.store.database import Connection
from quotedb.text.dates import parse_edtf
from quotedb.text.folding import fold

TIES: tuple[RelationKind, ...] = ("excerpt_of", "variant_of", "translation_of")
_LAST = 10**12  # after every day there is


@dataclass(frozen=True, slots=True)
class Printing:
    """One printing of a quote or of one of its family.

    `date` is when it was printed (EDTF), or else said, or None; `how` what it is to the first
    one: `first`, `same`, `changed`, `excerpt`, `translation`; `difference` what the first has
    and what it has instead.
    """

    quote: Quote
    attestation: Attestation
    date: str | None
    how: str = "same"
    difference: tuple[Difference, ...] = ()

    @property
    def outlet(self) -> str:
        """Where it was printed, by the best name there is."""
        source = self.attestation.source
        return source.container_title or source.publisher or source.title or source.url or "?"


def family(conn: Connection, number: int) -> dict[int, Quote]:
    """A quote and all that is tied to it, by id.

    Raises:
        NotFound: there is no such quote.
    """
    found: dict[int, Quote] = {}
    wanted = {number}
    while wanted:
        found |= queries.get_quotes(conn, sorted(wanted))
        ends = {end for n in wanted & found.keys() for end in _ends(found[n])}
        wanted = ends - found.keys()
    if number not in found:
        raise NotFound(f"there is no quote {number}", hint="quotedb search lists them")
    return found


def _ends(quote: Quote) -> set[int]:
    ties = [r for r in quote.relations if r.kind in TIES]
    return {r.quote_id for r in ties} | {r.to for r in ties}


def printings(quotes: Iterable[Quote]) -> list[Printing]:
    """Every printing of some quotes, the first first; those without a date last."""
    found = [
        Printing(quote, one, one.source.issued or one.said or quote.said)
        for quote in quotes
        for one in quote.attestations
    ]
    return sorted(found, key=order)


def order(one: Printing) -> tuple[int, int, int]:
    """By the first day on which it can have been printed, then the last, then the number."""
    date = parse_edtf(one.date) if one.date else None
    first = date.earliest if date and date.earliest is not None else None
    last = date.latest if date and date.latest is not None else None
    begin = first if first is not None else last
    return (_LAST if begin is None else begin, last or _LAST, one.attestation.id or 0)


def compared(found: list[Printing]) -> list[Printing]:
    """The printings of one family, each with what it is to the first."""
    return [_compared(one, found[0], place == 0) for place, one in enumerate(found)]


def _compared(one: Printing, first: Printing, is_first: bool) -> Printing:
    how, difference = ("first", ()) if is_first else _how(one, first)
    return Printing(one.quote, one.attestation, one.date, how, difference)


def _how(one: Printing, first: Printing) -> tuple[str, tuple[Difference, ...]]:
    words, whole = fold(one.attestation.exact), fold(first.attestation.exact)
    if words == whole:
        return "same", ()
    if _language(one) != _language(first) or _is_translation(one.quote, first.quote):
        return "translation", ()
    if f" {words} " in f" {whole} ":
        return "excerpt", ()
    if f" {whole} " in f" {words} ":
        return "longer", ()
    return "changed", tuple(differences(first.attestation.exact, one.attestation.exact))


def _is_translation(quote: Quote, other: Quote) -> bool:
    ends = {quote.id, other.id}
    kinds = [r.kind for r in quote.relations if {r.quote_id, r.to} == ends]
    return "translation_of" in kinds


def _language(one: Printing) -> str:
    return (one.quote.language or one.attestation.source.language or "").split("-")[0]
