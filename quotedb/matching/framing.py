"""What stands round a quote and is none of its words: a heading, or the work it is from.

`Finagle's Law: If anything can go wrong, it will` is the law; and where two wordings have one
heading (`Last words of a sailor: …`) or one work at the end (`… -- The Tempest`), they are alike in
it whatever follows or goes before.
"""

from __future__ import annotations

import re
from typing import Protocol

from quotedb.text.folding import fold
from quotedb.text.remembering import remembered

_LABEL = re.compile(r"[^\w]*((?:[\w'’.,&/-]+\s+){0,4}[\w'’./-]+)\s?:\s+(?=.*\w)", re.DOTALL)
_FRAME = re.compile(r"([^:]*\w[^:]*):\s+(?=.*\w)", re.DOTALL)
_WORK = re.compile(r"""(?<=[.!?…)\]"”'’»])\s+(?:--|—|–)\s""")
_REST = 3
"""Words at least that a heading heads; fewer may be all that it says (`Rule one: no rules`)."""

Texts = tuple[str, str]


def may_be_headed(text: str) -> bool:
    """Whether a text has what is between a heading and what it heads."""
    return ": " in text


def may_be_signed(text: str) -> bool:
    """Whether a text has what stands before the work at its end."""
    return "- " in text or "— " in text or "– " in text


class Wording(Protocol):
    """What is asked of a wording here: it as it is printed, its folded words, each of them once."""

    text: str
    split: tuple[str, ...]
    bare: frozenset[str]


def without_heading(one: Wording, other: Wording) -> Texts | None:
    """Two wordings without the heading that only one of them has, or None if there is none.

    A heading is at most five words before a colon, of which the other wording has none.
    """
    labels = _label(one.text), _label(other.text)
    if bool(labels[0]) == bool(labels[1]):
        return None
    if labels[0]:
        rest = _unlabelled(one, labels[0], other)
        return (rest, other.text) if rest else None
    rest = labels[1] and _unlabelled(other, labels[1], one)
    return (one.text, rest) if rest else None


def _unlabelled(own: Wording, label: tuple[str, int], other: Wording) -> str | None:
    """A wording without its label, unless the other has a word of it or too little is left."""
    heading, start = label
    words = fold(heading).split()
    if len(own.split) - len(words) < _REST or not other.bare.isdisjoint(words):
        return None
    return own.text[start:]


def without_frame(a: str, b: str) -> Texts | None:
    """Two wordings without the heading, and without the work at the end, that both have."""
    unheaded = _unheaded(a, b)
    return _unsigned(*(unheaded or (a, b))) or unheaded


def _unheaded(a: str, b: str) -> Texts | None:
    found = _frame(a), _frame(b)
    if not found[0] or not found[1] or found[0][0] != found[1][0]:
        return None
    return a[found[0][1] :], b[found[1][1] :]


def _unsigned(a: str, b: str) -> Texts | None:
    found = _work(a), _work(b)
    if not found[0] or not found[1] or fold(a[found[0][1] :]) != fold(b[found[1][1] :]):
        return None
    bare = a[: found[0][0]], b[: found[1][0]]
    return bare if all(fold(one) for one in bare) else None


@remembered(8192)
def _work(text: str) -> tuple[int, int] | None:
    """Where the sign before a work at the end begins and ends."""
    found = _WORK.search(text) if may_be_signed(text) else None
    return found.span() if found else None


@remembered(8192)
def _frame(text: str) -> tuple[str, int] | None:
    """The folded key of a heading of any length, and where what it heads begins."""
    found = _FRAME.match(text) if may_be_headed(text) else None
    return (fold(found[1]), found.end()) if found else None


@remembered(8192)
def _label(text: str) -> tuple[str, int] | None:
    """A heading and where what it heads begins."""
    found = _LABEL.match(text) if may_be_headed(text) else None
    return (found[1], found.end()) if found else None
