"""Text broken into lines of a width, as in letters and old files: put back into paragraphs.

Where lines were filled up to a width, the first word of each line would not have gone onto the
line before. Lines that somebody ended on purpose (one paragraph a line, verses, lists) are short
of that.
"""

from __future__ import annotations

import re

WIDEST = 130
"""Characters of the longest line of a text that was broken into lines."""

FEWEST = 3
"""Line ends inside paragraphs on which a judgement can rest by itself; where there are fewer,
each must leave its sentence open, and one be followed by a small letter.
"""

LONG = 50
"""Characters of a line that is worth breaking."""

FILLED = 0.9
"""Of those, so many come where the next word did not fit."""

SLACK = 12
"""Characters by which a writer's right margin may vary."""

_CLOSED = (".", "!", "?", ":", ";", "…", "”", "“", '"', "»", "«")
_LINE_END = re.compile(r"\n(?<=\S\n)(?=[^\S\n]*\S)")  # what looks behind first is found far slower


def unwrapped(text: str, start: int = 0) -> str:
    r"""The text with a space in place of each line end inside its paragraphs, if it is broken into
    lines; else as it is. Every character stays at its offset.

    Args:
        text: line ends as `\n`; paragraphs, when it is broken into lines, parted by empty lines.
        start: where its body begins; what comes before is left as it is.
    """
    ends = [match.start() for match in _LINE_END.finditer(text, start)]
    if not ends or not _is_filled(text, start, ends):
        return text
    if len(ends) < FEWEST and not _are_open(text, ends):
        return text
    return text[:start] + _LINE_END.sub(" ", text[start:])


def _is_filled(text: str, start: int, ends: list[int]) -> bool:
    """Whether the lines that these ends close were filled."""
    lines = [(_line_start(text, end, start), end) for end in ends]
    width = max(end - begin for begin, end in lines)
    if not LONG <= width <= WIDEST:
        return False
    filled = sum(end - begin + 1 + _first_word(text, end) > width - SLACK for begin, end in lines)
    return filled >= FILLED * len(ends)


def _are_open(text: str, ends: list[int]) -> bool:
    """Whether every line stops in the middle of a sentence."""
    small = any(text[end + 1 :].lstrip()[:1].islower() for end in ends)
    return small and not any(text[:end].rstrip().endswith(_CLOSED) for end in ends)


def _line_start(text: str, end: int, start: int) -> int:
    return max(text.rfind("\n", start, end) + 1, start)


def _first_word(text: str, end: int) -> int:
    """Characters of the first word after a line end."""
    match = re.compile(r"\s*\S+").match(text, end + 1)
    return match.end() - match.start() if match else 0
