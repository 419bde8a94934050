"""What somebody marked in a book: who says it is who wrote it."""

from __future__ import annotations

from dataclasses import replace

from quotedb.facts import Clipping

NOBODY = {"unknown", "anonymous", "various", "bilinmeyen", "unbekannt", "inconnu", "desconocido"}


def from_book(clipping: Clipping) -> Clipping:
    """The clipping with its source as a book, and the book's first author as the speaker."""
    authors = tuple(a for a in clipping.source.authors if a.full.lower() not in NOBODY)
    source = replace(clipping.source, csl_type="book", authors=authors)
    quotation = clipping.quotation
    if authors and not quotation.speaker:
        name = authors[0].full
        quotation = replace(quotation, speaker=name, speaker_as_written=name)
    return replace(clipping, quotation=quotation, source=source)
