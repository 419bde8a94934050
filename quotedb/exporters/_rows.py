"""Quotes as rows of a table: one for every printing."""

from __future__ import annotations

from collections.abc import Iterator

from quotedb.facts import Attestation, Quote

Value = str | int | list[str] | None

COLUMNS = (
    "id", "text", "speaker", "said", "language", "status", "event", "place", "tags", "note",
    "printed", "title", "outlet", "authors", "issued", "url", "publisher", "locator",
)  # fmt: skip


def rows(quote: Quote) -> Iterator[dict[str, Value]]:
    """A row for each printing, by column; one with nothing of a source when there is none."""
    own: dict[str, Value] = {
        "id": quote.id,
        "text": quote.text,
        "speaker": quote.speaker,
        "said": quote.said,
        "language": quote.language,
        "status": quote.status,
        "event": quote.event,
        "place": quote.place,
        "tags": list(quote.tags),
        "note": quote.note,
    }
    empty: dict[str, Value] = dict.fromkeys(COLUMNS)
    for printed in quote.attestations or (None,):
        yield empty | own | (_of_printing(printed) if printed else {})


def _of_printing(printed: Attestation) -> dict[str, Value]:
    source = printed.source
    return {
        "printed": printed.exact,
        "title": source.title,
        "outlet": source.container_title,
        "authors": [author.full for author in source.authors],
        "issued": source.issued,
        "url": source.url,
        "publisher": source.publisher,
        "locator": printed.locator,
    }
