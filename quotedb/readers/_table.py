"""Tables of text, row by row: what parts the cells, and what is wrong with which line.

A quotation mark that is never closed would take all rows after it into one cell. A row over
several lines, or at the end of the file, whose marks do not pair is therefore named, and reading
goes on with its second line.
"""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterable, Iterator

from quotedb.errors import MalformedRecord
from quotedb.text.cells import restore_cell

Row = tuple[str, list[str]] | MalformedRecord
"""A row with its place, or what is wrong with it."""

Named = tuple[str, dict[str, str]] | MalformedRecord
"""The same with each cell by its heading."""

_LONGEST = 10_000_000  # characters of a cell


class _Lines:
    """Lines of text with their numbers; some can be given back, and are read again."""

    def __init__(self, lines: Iterable[bytes]) -> None:
        self._lines = iter(lines)
        self._back: deque[str] = deque()
        self._number = 0
        self.taken: list[str] = []
        self.ended = False

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if self._back:
            line = self._back.popleft()
        else:
            data = next(self._lines, b"")
            if not data:
                self.ended = True
                raise StopIteration
            mark = b"" if self._number else b"\xef\xbb\xbf"
            line = data.removeprefix(mark).decode("utf-8", "surrogateescape")
        self._number += 1
        self.taken.append(line)
        return line

    def begin(self) -> int:
        """Begin a row; the number of its first line."""
        self.taken.clear()
        return self._number + 1

    def give_back(self, all_but: int = 1) -> None:
        """Give back all lines of the row but the first, or so many of the first."""
        rest = self.taken[all_but:]
        self._back.extendleft(reversed(rest))
        self._number -= len(rest)


def rows(lines: Iterable[bytes], where: str) -> Iterator[Row]:
    """The rows that have anything in them, the headings among them; cells that were escaped for
    spreadsheets come back as they were, and the commonest of tab, semicolon and comma in the
    first line parts them.
    """
    csv.field_size_limit(_LONGEST)
    text = _Lines(lines)
    delimiter = ""
    while True:
        first = text.begin()
        place = f"{where}:{first}"
        if not delimiter:
            line = next(text, "")
            if not line:
                return
            delimiter = _delimiter(line) if line.strip() else ""
            text.give_back(all_but=0 if delimiter else 1)
            continue
        try:
            row = next(csv.reader(text, delimiter=delimiter), None)
        except csv.Error as error:
            yield MalformedRecord(f"no row of a table ({error})", where=place, hint="Mend the row")
            text.give_back()
            continue
        if row is None:
            return
        if (len(text.taken) > 1 or text.ended) and sum(line.count('"') for line in text.taken) % 2:
            yield MalformedRecord(
                "a quotation mark is not closed", where=place, hint="Mend the row"
            )
            text.give_back()
        elif any(map(str.strip, row)):
            yield place, [restore_cell(cell) for cell in row]


def named(lines: Iterable[bytes], where: str) -> Iterator[Named]:
    """The rows below the headings, each cell by its heading."""
    heading: list[str] | None = None
    for row in rows(lines, where):
        if isinstance(row, MalformedRecord):
            yield row
        elif heading is None:
            heading = [name.strip() for name in row[1]]
        else:
            yield row[0], dict(zip(heading, row[1], strict=False))


def _delimiter(heading: str) -> str:
    """What parts the headings."""
    return max("\t;,", key=heading.count)
