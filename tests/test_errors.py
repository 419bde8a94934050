"""Errors: one line that says what, where and what to do, and the exit code of each kind."""

from __future__ import annotations

import inspect

import pytest

from quotedb import errors

ALL = [
    kind
    for _, kind in inspect.getmembers(errors, inspect.isclass)
    if issubclass(kind, errors.QuotedbError)
]


@pytest.mark.parametrize("kind", ALL)
def test_one_line_whatever_is_put_in(kind):
    said = str(kind("a\nfault.", where="file.txt:3", hint="mend it."))
    assert said == "file.txt:3: a fault. mend it."


@pytest.mark.parametrize("kind", ALL)
def test_every_kind_is_in_the_tree_at_the_head_of_the_file(kind):
    assert kind.__name__ in (errors.__doc__ or "")


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        (errors.InvalidDate, 2),
        (errors.UnknownName, 2),
        (errors.NotFound, 1),
        (errors.EmptyInput, 3),
        (errors.DatabaseMissing, 3),
    ],
)
def test_exit_codes(kind, code):
    assert kind("x").exit_code == code


def test_without_place_or_hint():
    assert str(errors.DataError("it is empty")) == "it is empty."
