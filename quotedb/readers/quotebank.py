"""Quotebank: a quotation a line, with the likely speakers and the pages that printed it.

Each speaker comes as an attribution of their own, its confidence being the probability that the
file gives; the likeliest stands first.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from quotedb.errors import MalformedRecord, QuotedbError
from quotedb.readers import Record
from quotedb.readers._clippings import clipping, day
from quotedb.readers._json import parsed

SUFFIXES: tuple[str, ...] = ()

LEAST = 0.01
"""Probability under which a speaker is left out."""


def recognises(head: bytes) -> bool:
    """By the keys of its first line."""
    try:
        first = json.loads(head.partition(b"\n")[0])
    except (ValueError, RecursionError):
        return False
    return isinstance(first, dict) and {"quoteID", "quotation", "probas"} <= first.keys()


def records(lines: Iterable[bytes], where: str) -> Iterator[Record | QuotedbError]:
    """The quotations, once for each page and likely speaker."""
    for number, line in enumerate(lines, start=1):
        place = f"{where}:{number}"
        try:
            if line.strip():
                yield from _quotation(parsed(line, place), place)
        except QuotedbError as error:
            yield MalformedRecord(error.what, where=place, hint=error.hint)


def _quotation(one: Any, where: str) -> Iterator[Record]:  # noqa: ANN401
    if not isinstance(one, dict) or not one.get("quotation"):
        raise MalformedRecord("no quotation of Quotebank", hint="It has no words")
    issued = day(one.get("date"))
    urls = one.get("urls")
    for url in (urls if isinstance(urls, list) else [urls]) or [None]:
        told = {"text": one["quotation"], "url": url, "issued": issued, "language": "en"}
        found = clipping(told, where)
        for name, likely in _speakers(one):
            quotation = replace(
                found.quotation, speaker=name, speaker_as_written=name, confidence=likely
            )
            yield replace(found, quotation=quotation)


def _speakers(one: dict[str, Any]) -> list[tuple[str | None, float]]:
    """The likely speakers; nobody where the file is surest of that."""
    given = one.get("probas")
    pairs = [
        (str(pair[0]), _probability(pair[1]))
        for pair in (given if isinstance(given, list) else [])
        if isinstance(pair, list) and len(pair) == 2 and pair[0]
    ]
    found = sorted((p for p in pairs if p[1] >= LEAST), key=lambda pair: -pair[1])
    named = [(name, p) for name, p in found if name != "None"]
    if not named or (found and found[0][0] == "None"):
        return [(None, 1.0), *named]
    return list(named)


def _probability(value: object) -> float:
    try:
        return min(max(float(str(value)), 0.0), 1.0)
    except ValueError:
        return 0.0
