"""Quotations that a reporting clause or a new paragraph breaks: their parts, by offsets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

Parts = Sequence[tuple[int, int]]


def joined(text: str, parts: Parts) -> str:
    """The words of the parts, with a space between, or a line's end where the text has one."""
    words = ""
    before = 0
    for start, end in parts:
        if words:
            words += "\n" if "\n" in text[before:start] else " "
        words += text[start:end]
        before = end
    return words


def written(parts: Iterable[tuple[int, int]]) -> str | None:
    """Offsets as text, `306-337,353-387`; None for a quotation in one piece."""
    return ",".join(f"{start}-{end}" for start, end in parts) or None


def read(parts: str | None) -> tuple[tuple[int, int], ...]:
    """The offsets in such a text."""
    pairs = (part.split("-") for part in parts.split(",")) if parts else ()
    return tuple((int(start), int(end)) for start, end in pairs)
