"""The line under a headline that says when an article was printed: `Kieler Bote, 3. Mai 2017`."""

from __future__ import annotations

import re
from functools import lru_cache

from quotedb import languages
from quotedb.text.dates import read_date
from quotedb.text.folding import fold

_LINES = 4  # lines at the head of the body that are looked at
_LONGEST = 100  # characters of such a line
_HEAD = 8  # words before the date
_DATE = 5  # words of the longest date: "21 de febrero de 2019"
_DAY = 10  # characters of an EDTF date with its day
_DIVIDERS = (",", "-", "–", "—", "|", "·", "•", "/")
_ENDED = (".", "!", "?", ":", ";", "…")
_TIME = re.compile(r"[\s,|–—-]+\d{1,2}[:.hч]\d\d\s*(?:Uhr|Uhr\.|h|hs)?$")
_AFTER_YEAR = re.compile(r"(?<=\d)\s*(?:года|год|г\.?)$")
_MARKS = frozenset('"“”„«»‹›?!')


def issued_in(text: str, start: int) -> tuple[str, str] | None:
    """The date of issue that a line at the head of a text tells, and that line.

    The headline itself tells none, unless it is nothing but a date: what happened on a day is
    told by that day too. Other lines must end with a date to the day, behind a divider (`The
    Courier, 12 March 2018`), a day of the week, or a header's key; or be nothing else.

    Args:
        text: with its lines as written.
        start: offset at which the body begins.
    Returns:
        EDTF text with the line; None when there is no such line.
    """
    at, seen = start, 0
    while seen < _LINES and at < len(text):
        end = text.find("\n", at)
        end = end if end >= 0 else len(text)
        line = text[at:end].strip()
        if line:
            found = _told(line, headline=seen == 0) if _ends_paragraph(text, end) else None
            if found:
                return found, line
            seen += 1
        at = end + 1
    return None


def _ends_paragraph(text: str, end: int) -> bool:
    """Whether a blank line, or no other, follows: a line within running text tells of days."""
    return not text[end + 1 :].partition("\n")[0].strip()


def _told(line: str, *, headline: bool) -> str | None:
    if len(line) > _LONGEST or not _MARKS.isdisjoint(line):
        return None
    bare = _AFTER_YEAR.sub("", _TIME.sub("", line)).strip()
    words = bare.split()
    for length in range(1, min(_DATE, len(words)) + 1):
        tail = " ".join(words[-length:])
        date = read_date(tail) if tail[:1].isdigit() or fold(words[-length]) in _months() else None
        if date and len(date) == _DAY:
            return date if _may_lead(words[:-length], headline=headline) else None
    return None


def _may_lead(head: list[str], *, headline: bool) -> bool:
    """Whether what stands before a date lets it be the day of issue."""
    while head and fold(head[-1]) in _weekdays():
        head = head[:-1]
    if not head:
        return True
    if headline or len(head) > _HEAD or any(word.endswith(_ENDED) for word in head[:-1]):
        return False
    return head[-1].endswith(_DIVIDERS) or fold(" ".join(head).rstrip(" :")) in _keys()


@lru_cache
def _months() -> frozenset[str]:
    return frozenset(fold(month) for one in _all() for month in one.months)


@lru_cache
def _weekdays() -> frozenset[str]:
    return frozenset(fold(day) for one in _all() for day in one.weekdays)


@lru_cache
def _keys() -> frozenset[str]:
    return frozenset(
        fold(key) for one in _all() for key, told in one.header_keys.items() if told == "issued"
    )


def _all() -> list[languages.Language]:
    return [languages.get(tag) for tag in languages.known()]
