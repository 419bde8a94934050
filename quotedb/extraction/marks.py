"""Spans between quotation marks, found in one pass over each paragraph.

A paragraph that ends inside a quotation closes it there; if the next one opens with a mark again,
as newspapers do, it goes on. A mark that fits nothing is passed over: an odd one costs its own
paragraph a quotation at most, never the article.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

# Opening mark to the marks that can close it: English, German, French and Scandinavian habits.
_CLOSING = {
    "“": "”",
    "„": "“”",
    "«": "»",
    "»": "«",
    "”": "”",
    '"': '"',
    "″": "″",
    "＂": "＂",
    "「": "」",
}
_MARK = re.compile('[“”„«»"″＂「」]')
_SINGLE = re.compile(r"(?<!\w)[‘'](?=\w)")
_SINGLE_END = re.compile(r"(?<=[^\s‘'])[’'](?!\w)")
_SINGLE_WORDS = 3  # single marks round less than this are as likely apostrophes


@dataclass(frozen=True, slots=True)
class Span:
    """The words inside a pair of marks: offsets without marks and surrounding space.

    `outer_start` and `outer_end` take the marks in; `continues` says that it goes on from the
    span before, in the paragraph above.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    continues: bool = False


def spans(text: str, paragraphs: list[tuple[int, int]]) -> list[Span]:
    """The outermost quotations of each paragraph, in order."""
    found: list[Span] = []
    open_before = False
    for start, end in paragraphs:
        here, left_open = _paragraph(text, start, end)
        if open_before and here and not text[start : here[0].outer_start].strip():
            first = here[0]
            here[0] = Span(first.start, first.end, first.outer_start, first.outer_end, True)
        found += here
        open_before = left_open
    return found


def _paragraph(text: str, start: int, end: int) -> tuple[list[Span], bool]:
    """The quotations of one paragraph, and whether the last is not closed in it."""
    found: list[Span] = []
    opened: list[tuple[int, str]] = []
    for match in _MARK.finditer(text, start, end):
        at, mark = match.start(), match[0]
        if opened and mark in _CLOSING[opened[-1][1]] and _may_close(text, at, opened[-1]):
            first, _ = opened.pop()
            if not opened:
                found += _span(text, first, at)
        elif _may_open(text, at, mark, start, end):
            opened.append((at, mark))
    left_open = bool(opened)
    if left_open:
        found += _span(text, opened[0][0], end, closed=False)
    elif not found:
        found = _singles(text, start, end)
    return found, left_open


def _may_open(text: str, at: int, mark: str, start: int, end: int) -> bool:
    """An opening mark has no letter before it and no space after it."""
    if mark not in _CLOSING:
        return False
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    return not (before.isalnum() or after.isspace()) or mark in "„“"


def _may_close(text: str, at: int, opened: tuple[int, str]) -> bool:
    """A mark that is its own closing opens a second time when it stands before a word only."""
    if opened[1] != text[at]:
        return True
    return not text[at - 1].isspace() or not text[at + 1 : at + 2].isalnum()


def _singles(text: str, start: int, end: int) -> list[Span]:
    """Single marks, where a paragraph has no double ones: British and nested habit."""
    found: list[Span] = []
    at = start
    while opening := _SINGLE.search(text, at, end):
        closing = _SINGLE_END.search(text, opening.end(), end)
        if not closing:
            break
        inside = text[opening.end() : closing.start()]
        if len(inside.split()) >= _SINGLE_WORDS:
            found += _span(text, opening.start(), closing.start())
        at = closing.end()
    return found


def _span(text: str, opening: int, closing: int, *, closed: bool = True) -> list[Span]:
    inside = text[opening + 1 : closing]
    bare = inside.strip()
    if not any(char.isalnum() for char in bare):
        return []
    start = opening + 1 + inside.index(bare[0])
    return [Span(start, start + len(bare), opening, closing + closed)]
