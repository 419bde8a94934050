"""JSON files of other programs: the objects in them, one at a time where they stand on lines."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any

from quotedb.errors import MalformedRecord

_HALF = re.compile(rb"\\u[dD][89a-fA-F]")
_LONE = re.compile("[\ud800-\udfff]")
_HINT = "Export it again, as JSON in UTF-8"


def objects(
    lines: Iterable[bytes], where: str, lists: Sequence[str] = ()
) -> Iterator[dict[str, Any]]:
    """The objects of a file: one a line, or a list of them, or an object that has such a list.

    Args:
        lines: of the file.
        where: its name, for messages.
        lists: the keys under which an object may have the list.

    Raises:
        MalformedRecord: the file is no JSON.
    """
    rest = iter(lines)
    first = next((line for line in rest if line.strip()), b"").removeprefix(b"\xef\xbb\xbf")
    if not first:
        return
    if _is_whole(first):
        yield from _on_lines(chain([first], rest), where)
        return
    value = parsed(b"".join(chain([first], rest)), where)
    yield from _in(value, lists)


def parsed(data: bytes, where: str) -> Any:  # noqa: ANN401
    """A JSON value.

    Raises:
        MalformedRecord: it is none.
    """
    try:
        return loaded(data)
    except (ValueError, RecursionError) as error:
        raise MalformedRecord(f"no JSON ({str(error)[:80]})", where=where, hint=_HINT) from error


def loaded(data: bytes) -> Any:  # noqa: ANN401
    """A JSON value, in which half of a character (an escaped lone surrogate, as a program leaves
    that cuts a text in two) is the replacement character, since no file or database can hold it.

    Raises:
        ValueError, RecursionError: it is none.
    """
    value = json.loads(data)
    if _HALF.search(data):
        value = json.loads(_LONE.sub("\ufffd", json.dumps(value, ensure_ascii=False)))
    return value


def _is_whole(line: bytes) -> bool:
    """Whether a line is a whole object, as in JSON Lines."""
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return False
    return isinstance(value, dict) and not any(
        isinstance(one, list) and one and isinstance(one[0], dict) and key in ("rows", "items")
        for key, one in value.items()
    )


def _on_lines(lines: Iterable[bytes], where: str) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(lines, start=1):
        if line.strip():
            value = parsed(line, f"{where}:{number}")
            if isinstance(value, dict):
                yield value


def _in(value: Any, lists: Sequence[str]) -> Iterator[dict[str, Any]]:  # noqa: ANN401
    if isinstance(value, dict):
        found = next((value[key] for key in lists if isinstance(value.get(key), list)), [value])
        yield from _in(found, lists)
    elif isinstance(value, list):
        yield from (one for one in value if isinstance(one, dict))
