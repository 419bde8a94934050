"""Tables: CSV and TSV, one quotation a row, the columns found by their headings.

A heading is known by many names, in several languages, or is mapped: `text=Quote,speaker=Who`.
Cells that were escaped for spreadsheets come back as they were.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from quotedb.errors import InvalidValue, MalformedRecord, QuotedbError
from quotedb.readers import Record
from quotedb.readers._books import NOBODY
from quotedb.readers._clippings import clipping
from quotedb.text.cells import restore_cell
from quotedb.text.folding import fold

SUFFIXES = (".csv", ".tsv")

HEADINGS: Mapping[str, str] = {
    "text": "text, quote, quotation, highlight, words, saying, citation text, alinti, soz, zitat,"
    " cita, цитата",
    "speaker": "speaker, said by, person, who, konusmaci, sprecher, orateur, hablante, автор слов",
    "said": "said, said on, date said", "role": "role", "locator": "locator, page, location, seite",
    "event": "event", "place": "place", "language": "language, lang",
    "note": "note, notes, comment", "title": "title, book title, article, work, book, source",
    "outlet": "outlet, newspaper, publication, container title",
    "issued": "issued, published, date",
    "url": "url, link, uri", "accessed": "accessed", "publisher": "publisher",
    "authors": "authors, author, book author, writer", "tags": "tags, tag, keywords",
}  # fmt: skip
"""What each option of `quotedb add` may be called at the head of a column."""

_LONGEST = 10_000_000  # characters of a cell


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
    csv.field_size_limit(_LONGEST)
    text = (line.decode("utf-8-sig" if not n else "utf-8") for n, line in enumerate(lines))
    first, rest = _first(text)
    rows = csv.reader(rest, delimiter=_delimiter(first))
    try:
        heading = next((row for row in rows if any(map(str.strip, row))), None)
    except (csv.Error, UnicodeDecodeError) as error:
        raise MalformedRecord(
            f"no table ({error})", where=where, hint="Save it as UTF-8"
        ) from error
    if heading is None:
        return
    options = _options(heading, columns or {}, where)
    yield from _rows(rows, options, where)


def _rows(rows: Any, options: list[str | None], where: str) -> Iterator[Record | QuotedbError]:  # noqa: ANN401
    while True:
        try:
            row = next(rows, None)
            if row is None:
                return
            if any(row):
                yield clipping(_told(row, options), f"{where}:{rows.line_num}")
        except QuotedbError as error:
            yield MalformedRecord(error.what, where=f"{where}:{rows.line_num}", hint=error.hint)
        except (csv.Error, UnicodeDecodeError) as error:
            place = f"{where}:{rows.line_num}"
            yield MalformedRecord(f"no row of a table ({error})", where=place, hint="Mend the row")


def _told(row: list[str], options: list[str | None]) -> dict[str, Any]:
    told: dict[str, Any] = {}
    for option, cell in zip(options, row, strict=False):
        value = restore_cell(cell)
        if option and value.strip():
            told[option] = _several(value) if option in ("tags", "authors") else value
    authors = told.get("authors")
    if "speaker" not in options and authors and authors[0].lower() not in NOBODY:
        told["speaker"] = authors[0]  # a collection of sayings: its authors are who spoke
        if "title" not in told:
            del told["authors"]
    return told


def _several(value: str) -> list[str]:
    """What stands between semicolons, or else commas that no name needs."""
    return [part.strip() for part in value.split(";") if part.strip()]


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
    found = [mapped.get(name) or (None if mapped else _known().get(fold(name))) for name in heading]
    if "text" not in found:
        raise InvalidValue(
            "no column has the words", where=where, hint="Name it: --map text=COLUMN"
        )
    return [one if found.index(one) == n else None for n, one in enumerate(found)]


@lru_cache
def _known() -> dict[str, str]:
    return {fold(name): option for option, names in HEADINGS.items() for name in names.split(",")}


def _first(text: Iterator[str]) -> tuple[str, Iterator[str]]:
    from itertools import chain

    try:
        first = next(text, "")
    except UnicodeDecodeError:
        return "", iter(())
    return first, chain([first] if first else [], text)


def _delimiter(heading: str) -> str:
    """What parts the headings: the commonest of tab, semicolon and comma."""
    return max("\t;,", key=heading.count)
