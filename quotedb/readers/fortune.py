"""Fortune files: sayings between lines of a per cent sign, who said each after two dashes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from quotedb.errors import MalformedRecord, QuotedbError
from quotedb.readers import Record
from quotedb.readers._clippings import clipping

SUFFIXES: tuple[str, ...] = (".fortune",)

_BY = re.compile(r"^\s*(?:--|—|―)\s*(?:by\s+)?(?P<by>\S.*)$")
_MOST_WORDS = 7  # of a name
_MOST_LINES = 2  # of a signature after its first
_WORK = re.compile(r"""^(?P<who>[^"“(\[]*?)[,\s]*["“](?P<work>[^"”]+)["”].*$""")
_MORE = re.compile(r",\s|\s\(|\s\[|\s(?:on|about|in|to|upon|after|when|of the)\s")


def recognises(head: bytes) -> bool:
    """By a line of one per cent sign."""
    return b"\n%\n" in head or b"\r\n%\r\n" in head


def records(lines: Iterable[bytes], where: str) -> Iterator[Record | QuotedbError]:
    """The sayings; one without a name after it has no speaker."""
    for first, some in _sayings(lines):
        try:
            yield clipping(_told(some), f"{where}:{first}")
        except QuotedbError as error:
            yield MalformedRecord(error.what, where=f"{where}:{first}", hint=error.hint)


def _sayings(lines: Iterable[bytes]) -> Iterator[tuple[int, list[str]]]:
    first, some = 1, list[str]()
    for number, line in enumerate(lines, start=1):
        text = line.decode("utf-8-sig", "surrogateescape").rstrip("\r\n")
        if text.strip() == "%":
            if any(map(str.strip, some)):
                yield first, some
            first, some = number + 1, []
        else:
            some.append(text)
    if any(map(str.strip, some)):
        yield first, some


def _told(some: list[str]) -> dict[str, Any]:
    lines = "\n".join(some).strip("\n").split("\n")
    at = _signature(lines)
    words = " ".join(line.strip() for line in lines[:at] if line.strip())
    if at is None:
        return {"text": words}
    return {"text": words} | _signed(" ".join([_by(lines[at]), *map(str.strip, lines[at + 1 :])]))


def _signature(lines: list[str]) -> int | None:
    """The line that says who said it: the only one with dashes, with nothing but its own end after
    it. A saying with several is a scene or a list, and signed by nobody.
    """
    signed = [n for n, line in enumerate(lines) if n and _BY.match(line)]
    after = lines[signed[0] + 1 :] if len(signed) == 1 else []
    if len(signed) != 1 or len(after) > _MOST_LINES or not all(map(str.strip, after)):
        return None
    return signed[0]


def _signed(by: str) -> dict[str, str | None]:
    """Who, and in which work, of what stands after the dashes; more than that is a note."""
    work = _WORK.match(by)
    who = _MORE.split(work["who"] if work else by, maxsplit=1)[0].strip(" ,.")
    if len(who.split()) > _MOST_WORDS:
        return {"note": by}
    rest = by[len(who) :].strip(" ,") if not work else ""
    note = rest if any(char.isalnum() for char in rest) else None
    title = work["work"].rstrip(".,") if work else None
    return {"speaker": who or None, "title": title, "note": note}


def _by(line: str) -> str:
    found = _BY.match(line)
    return found["by"] if found else ""
