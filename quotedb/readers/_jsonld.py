"""The article that a page describes for machines (JSON-LD, schema.org), if it does."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import unescape
from typing import Any

Thing = dict[str, Any]

_ARTICLES = ("Article", "Posting", "Report")  # how the types of articles end
_DEEPEST = 6  # how far one thing may stand inside another
_LONGEST = 500  # characters; a longer value is a text, or a mistake


def article(tree: Any) -> Thing:  # noqa: ANN401
    """The page's article; empty when no script of the tree (of lxml) describes one."""
    things = [
        thing
        for script in tree.xpath('.//script[@type="application/ld+json"]')
        for thing in _nested(_parsed(script.text), _DEEPEST)
    ]
    kinds = ((thing, map(str, listed(thing.get("@type")))) for thing in things)
    exact = (thing for thing, types in kinds if any(map(_is_article, types)))
    return next(exact, None) or next((thing for thing in things if "headline" in thing), {})


def names(told: object) -> list[str]:
    """The names of persons and bodies, which are written out or objects, one or a list."""
    named = (one.get("name") if isinstance(one, dict) else one for one in listed(told))
    return [name for one in named for each in listed(one) if (name := text(each))]


def is_body(told: object) -> bool:
    """Whether it is an organisation's."""
    kinds = listed(told.get("@type")) if isinstance(told, dict) else []
    return any(str(kind).endswith("Organization") for kind in kinds)


def listed(value: object) -> list[Any]:
    """A value that may be one or a list of them, as a list."""
    return value if isinstance(value, list) else [] if value is None else [value]


def text(value: object) -> str | None:
    """A value on one line, character references written out; None when it is no short text."""
    line = " ".join(unescape(value).split()) if isinstance(value, str) else ""
    return line if line and len(line) <= _LONGEST else None


def _is_article(kind: str) -> bool:
    return kind.endswith(_ARTICLES)


def _parsed(script: str | None) -> object:
    try:
        return json.loads(script or "", strict=False)
    except (ValueError, RecursionError):  # other scripts may do better
        return None


def _nested(data: object, depth: int) -> Iterator[Thing]:
    """The things that may be the page's: at the top, in a list or in a graph."""
    if depth and isinstance(data, list):
        for one in data:
            yield from _nested(one, depth - 1)
    elif depth and isinstance(data, dict):
        yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _nested(data.get(key), depth - 1)
