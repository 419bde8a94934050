"""CSV for spreadsheets: one row a quote and printing.

A cell that a spreadsheet would take for a formula gets an apostrophe before it, as OWASP's note
on CSV injection advises.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from quotedb.facts import Attestation, Fact, Quote, Source

SUFFIX = ".csv"

COLUMNS = (
    "id", "text", "speaker", "said", "language", "status", "event", "place", "tags", "note",
    "printed", "title", "outlet", "authors", "issued", "url", "publisher", "locator",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def dump(facts: Iterable[Fact]) -> Iterator[str]:
    """A heading, then a row for every printing of every quote; sources come before quotes."""
    yield _line(COLUMNS)
    sources: dict[int | None, Source] = {}
    for fact in facts:
        if isinstance(fact, Source):
            sources[fact.id] = fact
        elif isinstance(fact, Quote):
            for printed in fact.attestations or (None,):
                yield _line(_row(fact, printed, sources))


def _row(quote: Quote, printed: Attestation | None, sources: dict[int | None, Source]) -> list[str]:
    own = [
        quote.id, quote.text, quote.speaker, quote.said, quote.language, quote.status, quote.event,
        quote.place, "; ".join(quote.tags), quote.note,
    ]  # fmt: skip
    if printed is None:
        return [_cell(value) for value in [*own, *[None] * (len(COLUMNS) - len(own))]]
    source = sources.get(printed.source.id, printed.source)
    authors = "; ".join(author.full for author in source.authors)
    rest = [
        printed.exact, source.title, source.container_title, authors, source.issued, source.url,
        source.publisher, printed.locator,
    ]  # fmt: skip
    return [_cell(value) for value in [*own, *rest]]


def _cell(value: object) -> str:
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


def _line(cells: Iterable[str]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\r\n").writerow(cells)
    return buffer.getvalue()
