"""Dates: what EDTF text means, which days it covers, and dates as articles write them."""

from __future__ import annotations

import datetime
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotedb.errors import InvalidDate
from quotedb.text.dates import day_number, parse_edtf, read_date


def day(text: str) -> int:
    return datetime.date.fromisoformat(text).toordinal()


PLAIN = [
    ("a year", "2021", "2021-01-01", "2021-12-31"),
    ("a month", "2021-03", "2021-03-01", "2021-03-31"),
    ("february of a leap year", "2020-02", "2020-02-01", "2020-02-29"),
    ("february of a century", "1900-02", "1900-02-01", "1900-02-28"),
    ("a day", "2021-03-30", "2021-03-30", "2021-03-30"),
    ("circa: the strict bounds", "1850~", "1850-01-01", "1850-12-31"),
    ("uncertain", "1850-05?", "1850-05-01", "1850-05-31"),
    ("both", "1850%", "1850-01-01", "1850-12-31"),
    ("an interval of years", "1984/2004", "1984-01-01", "2004-12-31"),
    ("an interval of unlike ends", "1984-05~/2004-06-11", "1984-05-01", "2004-06-11"),
]
BY_LIBRARY = [
    ("a decade", "202X", "2020-01-01", "2029-12-31"),
    ("spring", "2021-21", "2021-03-01", "2021-05-31"),
    ("one of a set", "[1667,1668]", "1667-01-01", "1668-12-31"),
]
NO_DATES = [
    ("the thirtieth of February", "2021-02-30"),
    ("a month thirteen", "2021-13"),
    ("a month nought", "2021-00"),
    ("a day nought", "2021-03-00"),
    ("words", "last spring"),
    ("nothing", ""),
    ("a date of another form", "30.03.2021"),
    ("an interval that ends before it begins", "2004/1984"),
    ("an interval of nothing", "/"),
    ("very long", "2" * 10_000),
]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [c[1:] for c in PLAIN + BY_LIBRARY],
    ids=[c[0] for c in PLAIN + BY_LIBRARY],
)
def test_bounds(text, first, last):
    date = parse_edtf(text)
    assert (date.text, date.earliest, date.latest) == (text, day(first), day(last))


@pytest.mark.parametrize("text", [c[1] for c in NO_DATES], ids=[c[0] for c in NO_DATES])
def test_no_date(text):
    with pytest.raises(InvalidDate) as raised:
        parse_edtf(text)
    assert "2021-03-30" in str(raised.value)
    assert len(str(raised.value)) < 200


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2021-03/..", day("2021-03-01"), None),
        ("2021-03/", day("2021-03-01"), None),
        ("../2021", None, day("2021-12-31")),
        ("/2021", None, day("2021-12-31")),
    ],
)
def test_open_intervals(text, earliest, latest):
    date = parse_edtf(text)
    assert (date.earliest, date.latest) == (earliest, latest)


def test_years_before_christ_order_before_those_after():
    ides = parse_edtf("-0043-03-15")
    assert ides.earliest == ides.latest
    texts = ["-0500", "-0044", "-0043-03-15", "0000", "0001", "1850~", "2021-03"]
    bounds = [parse_edtf(text).earliest for text in texts]
    assert bounds == sorted(bounds)


@given(st.dates())
def test_day_numbers_are_those_of_the_standard_library(date):
    assert day_number(date.year, date.month, date.day) == date.toordinal()


@given(st.dates(), st.dates())
def test_any_interval_of_days(a, b):
    first, last = sorted((a, b))
    date = parse_edtf(f"{first}/{last}")
    assert (date.earliest, date.latest) == (first.toordinal(), last.toordinal())


def test_plain_dates_do_not_load_the_library():
    code = (
        "import sys; from quotedb.text.dates import parse_edtf;"
        "[parse_edtf(t) for t in ('2021', '2021-03~', '2021/2022', '-0044', '../1999-01-02')];"
        "assert 'edtf' not in sys.modules; parse_edtf('202X'); assert 'edtf' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


WRITTEN = [
    ("Turkish, full", "31 Mart 2021", "tr", "2021-03-31"),
    ("Turkish, month", "Mart 2021", None, "2021-03"),
    ("Turkish capitals with dotless i", "5 KASIM 2020", "tr", "2020-11-05"),
    ("Turkish, an accent that folds", "AĞUSTOS 2020", "tr", "2020-08"),
    ("American", "March 31, 2021", None, "2021-03-31"),
    ("British with a time", "31 March 2021 10:00", "en", "2021-03-31"),
    ("an ordinal", "1st May, 1999", "en", "1999-05-01"),
    ("dots", "30.03.2021", None, "2021-03-30"),
    ("ISO among words", "date 2021-03 -by hand", None, "2021-03"),
    ("ISO with a time", "2021-03-30T08:00:00Z", None, "2021-03-30"),
    ("a year alone", "in 1999", None, "1999"),
    ("no date", "yesterday", "en", None),
    ("an impossible day", "31.02.2021", None, None),
    ("a number that is no year", "5120 people", "en", None),
]


@pytest.mark.parametrize(
    ("text", "language", "expected"), [c[1:] for c in WRITTEN], ids=[c[0] for c in WRITTEN]
)
def test_dates_as_written(text, language, expected):
    assert read_date(text, language) == expected


@given(st.text())
def test_reading_a_date_never_fails(text):
    found = read_date(text)
    assert found is None or parse_edtf(found).text == found
