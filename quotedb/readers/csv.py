"""Tables: CSV and TSV, one quotation a row, the columns found by their headings.

A heading is known by many names, in several languages, or is mapped: `text=Quote,speaker=Who`.
A row of quotedb's own export is one printing of a quote, whose words are those `printed`.
Cells that were escaped for spreadsheets come back as they were.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any, cast

from quotedb.errors import InvalidValue, MalformedRecord, QuotedbError
from quotedb.facts import STATUSES, Clipping, Remark, Status
from quotedb.readers import Record
from quotedb.readers._books import NOBODY
from quotedb.readers._clippings import clipping
from quotedb.readers._code_page import Recoded
from quotedb.readers._table import rows
from quotedb.text.folding import fold

SUFFIXES = (".csv", ".tsv")
GENERAL = True  # other formats are tables too, and told before it

HEADINGS: Mapping[str, str] = {
    "text": "text, quote, quotes, quotation, quote text, highlight, words, saying, citation text,"
    " alinti, soz, zitat, cita, цитата",
    "speaker": "speaker, said by, person, who, konusmaci, sprecher, orateur, hablante, автор слов",
    "said": "said, said on, date said", "role": "role", "locator": "locator, page, location, seite",
    "event": "event", "place": "place", "language": "language, lang",
    "note": "note, notes, comment",
    "title": "title, book title, article, work, book, book name, source",
    "outlet": "outlet, newspaper, publication, container title",
    "issued": "issued, published, date",
    "url": "url, link, uri, quote url", "accessed": "accessed", "publisher": "publisher",
    "printed": "printed", "status": "status",
    "authors": "authors, author, author name, book author, writer", "tags": "tags, tag, keywords",
}  # fmt: skip
"""What each option of `quotedb add` may be called at the head of a column."""

_HEAD = 20  # lines by which a table is known


def recognises(head: bytes) -> bool:
    """By headings of which one is that of the words."""
    row = next(rows(head.splitlines(keepends=True)[:_HEAD], ""), None)
    return isinstance(row, tuple) and len(row[1]) > 1 and "text" in map(known, row[1])


def records(
    lines: Iterable[bytes], where: str, columns: Mapping[str, str] | None = None
) -> Iterator[Record | QuotedbError]:
    """The quotation of each row.

    Args:
        lines: of the file.
        where: its name, for messages.
        columns: the heading of the column for an option, where it is not to be guessed.

    Raises:
        InvalidValue: a heading in `columns` is not there, or no column has the words.
    """
    options: list[str | None] | None = None
    recoded = Recoded(lines)
    is_told = False
    for row in rows(recoded, where):
        if recoded.name and not is_told:
            is_told = True
            yield Remark(f"read as {recoded.name}", where)
        if isinstance(row, MalformedRecord):
            yield row
        elif options is None:
            options = _options([name.strip() for name in row[1]], columns or {}, where)
        else:
            try:
                yield _clipping(_told(row[1], options), row[0])
            except QuotedbError as error:
                yield MalformedRecord(error.what, where=row[0], hint=error.hint)


def _clipping(told: dict[str, Any], where: str) -> Clipping:
    status, words = told.pop("status", None), told.pop("printed", None)
    found = clipping(told | ({"text": words} if words else {}), where)
    if status not in STATUSES:
        return found
    return replace(found, quotation=replace(found.quotation, status=cast(Status, status)))


def _told(row: list[str], options: list[str | None]) -> dict[str, Any]:
    told: dict[str, Any] = {}
    for option, cell in zip(options, row, strict=False):
        if option and cell.strip():
            told[option] = several(cell) if option in ("tags", "authors") else cell
    authors = told.get("authors")
    if "speaker" not in options and authors and authors[0].lower() not in NOBODY:
        told["speaker"] = authors[0]  # a collection of sayings: its authors are who spoke
        if "title" not in told:
            del told["authors"]
    return told


def several(value: str) -> list[str]:
    """What stands between semicolons, or in a list as Python and JSON write it."""
    text = value.strip()
    if text.startswith("[") and text.endswith("]"):
        return [part.strip(" '\"") for part in text[1:-1].split(",") if part.strip(" '\"")]
    return [part.strip() for part in text.split(";") if part.strip()]


def _options(heading: list[str], columns: Mapping[str, str], where: str) -> list[str | None]:
    """The option of each column, if it has one."""
    unknown = [told for told in columns if told not in HEADINGS]
    missing = [name for name in columns.values() if name not in heading]
    if unknown or missing:
        raise InvalidValue(
            f"no column is called {missing[0]!r}" if missing else f"no option is {unknown[0]!r}",
            where=where,
            hint=f"Columns: {', '.join(heading)}; options: {', '.join(HEADINGS)}",
        )
    mapped = {name: option for option, name in columns.items()}
    found = [mapped.get(name) or (None if mapped else known(name)) for name in heading]
    if "text" not in found:
        raise InvalidValue(
            "no column has the words", where=where, hint="Name it: --map text=COLUMN"
        )
    return [one if found.index(one) == n else None for n, one in enumerate(found)]


def known(heading: str) -> str | None:
    """The option that a heading means: `Quote Text`, `quote_text`; None for none."""
    return _known().get(fold(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", heading).replace("_", " ")))


@lru_cache
def _known() -> dict[str, str]:
    return {fold(name): option for option, names in HEADINGS.items() for name in names.split(",")}
