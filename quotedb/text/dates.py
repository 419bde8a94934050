"""Dates as EDTF (ISO 8601-2): the plain forms by hand, the rest by the `edtf` library.

The library takes milliseconds a date and 0.2 s to load, so a year, a month, a day and intervals
of them, with or without a qualifier, never reach it. Bounds are the strict ones: `1850~` is 1850.
"""

from __future__ import annotations

import re
import time
from functools import lru_cache

from quotedb import languages
from quotedb.errors import InvalidDate
from quotedb.facts import EdtfDate
from quotedb.text.folding import fold

_PLAIN = re.compile(r"(-?\d{4})(?:-(\d\d)(?:-(\d\d))?)?[~?%]?")
_OPEN = ("", "..")
_FARTHEST = 365 * 10**9  # days: a thousand million years
_LIBRARY_ERRORS = (ValueError, TypeError, AttributeError, KeyError)
_MONTH_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_HINT = (
    "Write a year, month or day as 2021, 2021-03, 2021-03-30, or as EDTF has it: 1850~, 1984/2004"
)


@lru_cache(maxsize=4096)
def parse_edtf(text: str) -> EdtfDate:
    """The date that `text` writes, with its bounds as day numbers.

    Raises:
        InvalidDate: `text` is no EDTF date, or a day that no calendar has.
    """
    written = text.strip()
    if written.count("/") == 1:
        first, last = written.split("/")
        if (first or last) and _is_plain_end(first) and _is_plain_end(last):
            return _interval(written, first, last)
    bounds = _plain_bounds(written) or _library_bounds(written)
    if any(bound is not None and abs(bound) > _FARTHEST for bound in bounds):
        raise InvalidDate(f"{written!r} is too far away for a date", hint=_HINT)
    return EdtfDate(written, *bounds)


def day_number(year: int, month: int, day: int) -> int:
    """Days since the day before 0001-01-01 in the proleptic Gregorian calendar, any year.

    Equal to `datetime.date.toordinal` where that is defined; year 0 is 1 BC, as in ISO 8601.
    """
    before = year - 1
    days = before * 365 + before // 4 - before // 100 + before // 400
    leap = month > 2 and _is_leap(year)
    return days + sum(_MONTH_DAYS[: month - 1]) + leap + day


def read_date(text: str, language: str | None = None) -> str | None:
    """The EDTF date in a written one such as `31 Mart 2021`, `March 2021` or `31.03.2021`.

    Args:
        text: a date and nothing much beside it; the first date found is taken.
        language: BCP 47 tag; without it the month names of every language are tried.
    Returns:
        EDTF text, or None when there is no date in it.
    """
    for pattern in (_ISO_IN_TEXT, _DOTTED):
        found = pattern.search(text)
        if found:
            return _valid(found["year"], found["month"], found["day"])
    return _read_month_names(text, language)


_ISO_IN_TEXT = re.compile(
    r"(?<!\d)(?P<year>[12]\d{3})[-/](?P<month>\d\d?)(?:[-/](?P<day>\d\d?))?(?!\d)"
)
_DOTTED = re.compile(r"(?<!\d)(?P<day>\d\d?)[./](?P<month>\d\d?)[./](?P<year>[12]\d{3})(?!\d)")
_YEAR = re.compile(r"(?<!\d)[12]\d{3}(?!\d)")


def _read_month_names(text: str, language: str | None) -> str | None:
    folded = fold(text)
    for tag in [language] if language else languages.known():
        months = _folded_months(tag)
        found = _month_pattern(tag).search(folded) if months else None
        if found:
            month = str(months[found["month"]])
            return _valid(found["year"], month, found["before"] or found["after"])
    year = _YEAR.search(text)
    return year[0] if year else None


@lru_cache
def _folded_months(tag: str) -> dict[str, int]:
    return {fold(name): number for name, number in languages.get(tag).months.items()}


@lru_cache
def _month_pattern(tag: str) -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, _folded_months(tag)), key=len, reverse=True))
    return re.compile(
        rf"(?:(?<!\d)(?P<before>\d\d?) ?(?:st|nd|rd|th|er|o)? (?:de )?)?\b(?P<month>{names})\b"
        rf"(?: (?P<after>\d\d?)(?:st|nd|rd|th)?(?!\d))? (?:de |del )?(?P<year>[12]\d{{3}})(?!\d)"
    )


def _valid(year: str, month: str | None, day: str | None) -> str | None:
    parts = [year, *(f"{int(part):02}" for part in (month, day) if part)]
    try:
        return parse_edtf("-".join(parts)).text
    except InvalidDate:
        return None


def _is_plain_end(text: str) -> bool:
    return text in _OPEN or bool(_PLAIN.fullmatch(text))


def _interval(written: str, first: str, last: str) -> EdtfDate:
    start = None if first in _OPEN else _plain_bounds(first)
    end = None if last in _OPEN else _plain_bounds(last)
    if start and end and start[0] > end[1]:
        raise InvalidDate(f"the interval {written!r} ends before it begins", hint=_HINT)
    return EdtfDate(written, start[0] if start else None, end[1] if end else None)


def _plain_bounds(written: str) -> tuple[int, int] | None:
    """Bounds of a year, month or day; None when it is another form.

    Raises:
        InvalidDate: it has the form, and no calendar has the day.
    """
    match = _PLAIN.fullmatch(written)
    if not match:
        return None
    year = int(match[1])
    month, day = (int(part) if part else None for part in match.group(2, 3))
    if month is None:
        return day_number(year, 1, 1), day_number(year, 12, 31)
    if 21 <= month <= 41 and day is None:
        return None  # a season or a quarter
    if not 1 <= month <= 12 or (day is not None and not 1 <= day <= _days_in(year, month)):
        raise InvalidDate(f"no calendar has the date {written!r}", hint=_HINT)
    if day is None:
        return day_number(year, month, 1), day_number(year, month, _days_in(year, month))
    return day_number(year, month, day), day_number(year, month, day)


def _days_in(year: int, month: int) -> int:
    return 29 if month == 2 and _is_leap(year) else _MONTH_DAYS[month - 1]


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _library_bounds(written: str) -> tuple[int | None, int | None]:
    if not written or len(written) > 100:
        raise InvalidDate(f"{written[:30]!r} is no date", hint=_HINT)
    import edtf

    try:
        date = edtf.parse_edtf(written)
        lower, upper = date.lower_strict(), date.upper_strict()
    except (edtf.EDTFParseException, ArithmeticError, *_LIBRARY_ERRORS) as error:
        raise InvalidDate(f"{written!r} is no date", hint=_HINT) from error
    return _bound(lower), _bound(upper)


def _bound(moment: object) -> int | None:
    """A bound as the library gives it: a `struct_time`, or an infinite float."""
    if isinstance(moment, float) or moment is None:
        return None
    assert isinstance(moment, time.struct_time)
    return day_number(moment.tm_year, moment.tm_mon, moment.tm_mday)
