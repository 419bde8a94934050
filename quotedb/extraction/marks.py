"""Spans between quotation marks, found in one pass over each paragraph.

A paragraph that ends inside a quotation is closed there; when the next one opens with a mark
again, as newspapers and books do, it goes on. A mark that fits nothing is passed over: an odd
one costs its own paragraph a quotation at most, never the article.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from functools import lru_cache

# Opening mark to the marks that can close it: English, German, French and Scandinavian habits.
# Two apostrophes are the double mark of typewriters, and of archives made from them; they are
# read only when asked for, as an empty pair of marks looks the same.
_CLOSING = {
    "“": ("”",),
    "„": ("“", "”"),
    "‚": ("‘", "’"),
    "«": ("»",),
    "»": ("«",),
    "‹": ("›",),
    "›": ("‹",),
    "”": ("”",),
    '"': ('"',),
    "''": ("''",),
    "″": ("″",),
    "＂": ("＂",),
    "「": ("」",),
}
_MARK = re.compile('[“”„‚‘’«»‹›"″＂「」]')
_TYPED = re.compile(f"''|{_MARK.pattern}")
_TAG = re.compile(r"<[A-Za-z/!][^<>\n]*>")  # marks in a tag are round its attributes
_GUILLEMETS = ("«»", "‹›")
_ENGLISH = '“”"'
# The mark first, as what begins with it is found many times faster than what looks behind first.
_SINGLE = re.compile(r"[‘'](?<![\w'].)(?=\w)")
_SINGLE_END = re.compile(r"[’'](?<=[^\s‘'].)(?![\w'])")
_SINGLE_WORDS = 3  # single marks round less than this are as likely apostrophes


@dataclass(frozen=True, slots=True)
class Span:
    """The words inside a pair of marks: offsets without marks and surrounding space.

    `outer_start` and `outer_end` take the marks in; `continues` says that it goes on from the
    span before, in the paragraph above; `closed` is False where the closing mark is missing;
    `dash` is True for words that a dash opens.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    continues: bool = False
    closed: bool = True
    dash: bool = False


def spans(text: str, paragraphs: list[tuple[int, int]], *, typewriter: bool = False) -> list[Span]:
    """The outermost quotations of each paragraph, in order; with `typewriter`, two apostrophes
    are a mark.
    """
    found: list[Span] = []
    pattern = _TYPED if typewriter else _MARK
    above: str | None = None
    for start, end in paragraphs:
        marks = _marks(text, start, end, pattern)
        again = above if _reopens(text, start, marks, above) else None
        if again:
            marks[0] = (marks[0][0], again)
        here, left = _paragraph(text, start, end, marks)
        if again and here:
            here[0] = replace(here[0], continues=True)
        above = left
        found += here
    return found


def _reopens(text: str, start: int, marks: list[tuple[int, str]], above: str | None) -> bool:
    """Whether a paragraph begins with the mark that the paragraph above left open, or, as in
    French and Spanish print, with the one that closes it.
    """
    if not above or not marks or text[start : marks[0][0]].strip():
        return False
    return marks[0][1] == above or marks[0][1] in _CLOSING[above]


def _paragraph(
    text: str, start: int, end: int, marks: list[tuple[int, str]]
) -> tuple[list[Span], str | None]:
    """The quotations of one paragraph, and the mark that is left open: that of the last one."""
    found, left = _paired(text, start, end, marks)
    if left and (mixed := _mixed(text, start, marks)):
        return mixed, None
    if left and len([mark for mark in marks if mark[1] == left[1]]) > 1:
        # More openings than closings: the innermost pairs are the surest.
        found, left = _innermost(text, marks)
    if left:
        found += _span(text, left[0], len(left[1]), end, closed=False)
    return found or _singles(text, start, end), left and left[1]


def _marks(text: str, start: int, end: int, pattern: re.Pattern[str]) -> list[tuple[int, str]]:
    """The marks of a paragraph, without those in tags."""
    found = [(match.start(), match[0]) for match in pattern.finditer(text, start, end)]
    if not found or text.find("<", start, end) < 0:
        return found
    tags = [(0, 0), *(match.span() for match in _TAG.finditer(text, start, end))]
    return [one for one in found if tags[bisect_left(tags, (one[0], 0)) - 1][1] <= one[0]]


def _paired(
    text: str, start: int, end: int, marks: list[tuple[int, str]]
) -> tuple[list[Span], tuple[int, str] | None]:
    """The outermost pairs, and the mark that was left open."""
    if not marks:
        return [], None
    found: list[Span] = []
    opened: list[tuple[int, str]] = []
    openers = _openers("".join(mark for _, mark in marks))
    for at, mark in marks:
        if opened and mark in _CLOSING[opened[-1][1]] and _may_close(text, at, mark, opened[-1]):
            first, opening = opened.pop()
            if not opened:
                found += _span(text, first, len(opening), at, len(mark))
        elif mark in openers and _may_open(text, at, mark, start, end):
            opened.append((at, mark))
    return found, opened[0] if opened else None


def _mixed(text: str, start: int, marks: list[tuple[int, str]]) -> list[Span]:
    """The outermost pairs where straight and curved marks open and close each other (`“no doubt"
    that`, as one editor's work on another's leaves it); none unless every mark has its pair.
    """
    if {mark for _, mark in marks if mark not in "‘’"} - set(_ENGLISH):
        return []
    found: list[Span] = []
    opened: list[int] = []
    for at, mark in (one for one in marks if one[1] in _ENGLISH):
        before = text[at - 1] if at > start else " "
        if mark == "“" or (mark == '"' and not before.isalnum() and _stands_before(text, at)):
            opened.append(at)
        elif not opened:
            return []
        else:
            first = opened.pop()
            found += _span(text, first, 1, at) if not opened else []
    return [] if opened else found


def _stands_before(text: str, at: int) -> bool:
    """Whether a mark stands at the head of a word, after a space or an opening bracket."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return (not before or before.isspace() or before in "([—–-") and not after.isspace()


def _innermost(
    text: str, marks: list[tuple[int, str]]
) -> tuple[list[Span], tuple[int, str] | None]:
    """The pairs with no mark of their own kind between them, and a last one left open."""
    found: list[Span] = []
    opened: tuple[int, str] | None = None
    openers = _openers("".join(mark for _, mark in marks))
    for at, mark in marks:
        if opened and mark in _CLOSING[opened[1]] and _may_close(text, at, mark, opened):
            found += _span(text, opened[0], len(opened[1]), at, len(mark))
            opened = None
        elif mark in openers and (opened is None or mark == opened[1]):
            opened = (at, mark)
    return found, opened


@lru_cache(maxsize=1024)
def _openers(here: str) -> frozenset[str]:
    """Which marks open among some: of a pair that is used either way round, the one that comes
    first; a raised closing mark only where nothing else opens (Sweden, Finland).
    """
    openers = set(_CLOSING) - {"‘", "’"}
    for pair in _GUILLEMETS:
        used = [mark for mark in here if mark in pair]
        openers -= {mark for mark in pair if used and mark != used[0]}
    if "“" in here or "„" in here:
        openers.discard("”")
    if "„" in here:
        openers.discard("“")
    return frozenset(openers)


def _may_open(text: str, at: int, mark: str, start: int, end: int) -> bool:
    """An opening mark has no letter before it; a mark that is its own closing, no space after."""
    before = text[at - 1] if at > start else " "
    after = text[at + len(mark)] if at + len(mark) < end else " "
    if mark in "«»‹›„“":
        return not before.isalnum()
    return not (before.isalnum() or after.isspace())


def _may_close(text: str, at: int, mark: str, opened: tuple[int, str]) -> bool:
    """A mark that is its own closing opens a second time when it stands before a word only; a
    single one that is an apostrophe does not close.
    """
    after = text[at + len(mark) : at + len(mark) + 1]
    if mark in "‘’":
        return not after.isalnum()
    if opened[1] != mark:
        return True
    return not text[at - 1].isspace() or not after.isalnum()


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
            found += _span(text, opening.start(), 1, closing.start())
        at = closing.end()
    return found


def _span(
    text: str,
    opening: int,
    width: int,
    closing: int,
    closing_width: int = 1,
    *,
    closed: bool = True,
) -> list[Span]:
    """The span between two marks, `width` and `closing_width` characters long, if it has words."""
    inside = text[opening + width : closing]
    bare = inside.strip()
    if not any(char.isalnum() for char in bare):
        return []
    start = opening + width + inside.index(bare[0])
    outer_end = closing + closing_width * closed
    return [Span(start, start + len(bare), opening, outer_end, closed=closed)]


def typed_marks(text: str) -> int:
    """How many pairs of two apostrophes there are that could be quotation marks, where the text
    has no other double marks.
    """
    return 0 if _MARK.search(text.replace("’", "").replace("‘", "")) else text.count("''") // 2
