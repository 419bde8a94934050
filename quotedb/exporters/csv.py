"""CSV for spreadsheets: one row a quote and printing.

A cell that a spreadsheet would take for a formula gets an apostrophe before it
(`quotedb.text.cells`).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from quotedb.exporters._rows import COLUMNS, rows
from quotedb.facts import Fact, Quote
from quotedb.text.cells import escape_cell

SUFFIX = ".csv"


def dump(facts: Iterable[Fact]) -> Iterator[str]:
    """A heading, then a row for every printing of every quote."""
    yield _line(COLUMNS)
    for fact in facts:
        if isinstance(fact, Quote):
            for row in rows(fact):
                yield _line(_cell(row[column]) for column in COLUMNS)


def _cell(value: object) -> str:
    if isinstance(value, list):
        return escape_cell("; ".join(value))
    return "" if value is None else escape_cell(str(value))


def _line(cells: Iterable[str]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\r\n").writerow(cells)
    return buffer.getvalue()
