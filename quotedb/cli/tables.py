"""Tables in plain text: columns side by side, long texts wrapped to the terminal."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

GAP = 2
NARROWEST = 24
"""A column that wraps gets at least so many cells, however narrow the terminal is."""


def lines(rows: Sequence[Sequence[str]], wraps: Sequence[bool], width: int | None) -> Iterator[str]:
    """The lines of a table.

    Args:
        rows: cells, the heading among them.
        wraps: for each column, whether its cells may be wrapped.
        width: cells of the terminal; None for no wrapping at all.
    """
    widths = [max(map(cells, column)) for column in zip(*rows, strict=True)]
    if width is not None:
        widths = fitted(widths, wraps, width)
    for row in rows:
        parts = [wrapped(cell, widths[i]) for i, cell in enumerate(row)]
        for height in range(max(map(len, parts))):
            line = [part[height] if height < len(part) else "" for part in parts]
            padded = (cell + " " * (widths[i] - cells(cell) + GAP) for i, cell in enumerate(line))
            yield "".join(padded).rstrip()


def fitted(widths: Sequence[int], wraps: Sequence[bool], width: int) -> list[int]:
    """Widths that fit a terminal: the columns that may wrap share what the others leave."""
    shared = [i for i, wrap in enumerate(wraps) if wrap]
    left = width - GAP * (len(widths) - 1) - sum(w for i, w in enumerate(widths) if i not in shared)
    out = list(widths)
    for place, i in enumerate(sorted(shared, key=lambda i: widths[i])):
        out[i] = min(widths[i], max(NARROWEST, left // (len(shared) - place)))
        left -= out[i]
    return out


def wrapped(text: str, width: int) -> list[str]:
    """A cell's text in lines of at most `width` cells, broken between words where it can be."""
    out: list[str] = []
    for line in text.split("\n"):
        current = ""
        for word in line.split(" "):
            longer = f"{current} {word}" if current else word
            if cells(longer) <= width:
                current = longer
                continue
            out += [current] if current else []
            *whole, current = _cut(word, width)
            out += whole
        out.append(current)
    return out


def _cut(word: str, width: int) -> list[str]:
    parts, current = [], ""
    for char in word:
        if cells(current + char) > max(width, 2):
            parts.append(current)
            current = ""
        current += char
    return [*parts, current]


def cells(text: str) -> int:
    """How many cells of a terminal a text takes: East Asian wide characters two, marks none."""
    return len(text) if text.isascii() else sum(map(_cell, text))


@lru_cache(maxsize=4096)
def _cell(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
