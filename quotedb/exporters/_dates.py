"""EDTF dates as CSL dates, and CSL dates as ISO 8601.

CSL's `date-parts` count years before Christ without a year 0, as its processors do (EDTF's
`-0043` is 44 BC, here -44).
"""

from __future__ import annotations

import re
from typing import Any

from quotedb.errors import InvalidDate
from quotedb.text.dates import parse_edtf

Date = dict[str, Any]

_DATE = re.compile(r"(-?\d{4})(?:-(\d\d)(?:-(\d\d))?)?([~?%]?)")
_SEASONS = (21, 22, 23, 24)  # EDTF's months for spring to winter


def csl_date(text: str) -> Date | None:
    """A CSL date for an EDTF one; what CSL cannot say is widened to a range of years."""
    whole = _DATE.fullmatch(text)
    month = int(whole[2] or 0) if whole else 0
    if whole and month in _SEASONS:
        return {"date-parts": [_parts(whole)], "season": _SEASONS.index(month) + 1}
    if whole and month <= 12:
        return {"date-parts": [_parts(whole)], **({"circa": True} if whole[4] else {})}
    first, slash, last = text.partition("/")
    ends = [_DATE.fullmatch(end) for end in (first, last) if slash]
    if any(ends):
        known = [end for end in ends if end]
        circa = any(end[4] for end in known)
        return {"date-parts": [_parts(end) for end in known], **({"circa": True} if circa else {})}
    return _from_bounds(text)


def iso_date(date: Date | None) -> str:
    """A CSL date as ISO 8601, an interval with a slash; "" for none."""
    ends = (date or {}).get("date-parts", [])
    return "/".join("-".join([_iso_year(end[0]), *(f"{p:02}" for p in end[1:])]) for end in ends)


def _iso_year(year: int) -> str:
    return f"{year:04}" if year > 0 else f"{year + 1:05}" if year < -1 else "0000"


def _parts(found: re.Match[str]) -> list[int]:
    year = int(found[1])
    smaller = [int(part) for part in found.group(2, 3) if part]
    return [year if year > 0 else year - 1, *(smaller if smaller < [13] else [])]


def _from_bounds(text: str) -> Date | None:
    """The years between the bounds of a season, a decade or the like."""
    try:
        date = parse_edtf(text)
    except InvalidDate:
        return None
    years = [_year(day) for day in (date.earliest, date.latest) if day is not None]
    return (
        {"date-parts": [[year] for year in dict.fromkeys(years)], "circa": True} if years else None
    )


def _year(day: int) -> int:
    """The year of a day number, by the mean length of a Gregorian year; before Christ below 0."""
    year = (day * 10000 - 1) // 3652425 + 1 if day > 0 else -((-day * 10000) // 3652425)
    return year if year > 0 else year - 1
