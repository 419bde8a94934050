"""JSON files of other programs: the objects in them, one at a time.

A list is read element by element, so that it may be longer than memory, and one that is broken
is named and left out where the next begins a line as it did.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import Any

from quotedb.errors import MalformedRecord

Found = tuple[str, dict[str, Any]] | MalformedRecord
"""An object with its place, or what is wrong with it."""

_HALF = re.compile(rb"\\u(?:[dD][89a-fA-F]|0000)")
_LONE = re.compile("[\x00\ud800-\udfff]")
_GAP = re.compile(r"[\s,]*")
_HINT = "Export it again, as JSON in UTF-8"
_DECODER = json.JSONDecoder()


def objects(lines: Iterable[bytes], where: str, lists: Sequence[str] = ()) -> Iterator[Found]:
    """The objects of a file: one a line, or a list of them, or an object that has such a list.

    Args:
        lines: of the file.
        where: its name, for messages.
        lists: the keys under which an object may have the list.

    Raises:
        MalformedRecord: the file is no JSON.
    """
    rest = enumerate(lines, start=1)
    at, first = next(((n, line) for n, line in rest if line.strip()), (1, b""))
    first = first.removeprefix(b"\xef\xbb\xbf")
    if first.lstrip().startswith(b"["):
        yield from _List(chain([first], (line for _, line in rest)), where, at)
    elif first and _is_whole(first, lists):
        yield from _on_lines(chain([(at, first)], rest), where)
    elif first:
        value = parsed(b"".join(chain([first], (line for _, line in rest))), where)
        yield from _in(value, lists, where)


def parsed(data: bytes, where: str) -> Any:  # noqa: ANN401
    """A JSON value.

    Raises:
        MalformedRecord: it is none.
    """
    try:
        return loaded(data)
    except (ValueError, RecursionError) as error:
        raise _broken(error, where) from error


def loaded(data: bytes) -> Any:  # noqa: ANN401
    """A JSON value, in which half of a character (an escaped lone surrogate, as a program leaves
    that cuts a text in two) or a NUL is the replacement character, since no database can hold it.

    Raises:
        ValueError, RecursionError: it is none.
    """
    value = json.loads(data)
    return _whole_characters(value) if _HALF.search(data) else value


def texts(value: object) -> list[str]:
    """The texts in a list, or a text by itself; what is neither is left out."""
    values = value if isinstance(value, list) else [value]
    return [one for one in values if isinstance(one, str) and one.strip()]


class _List:
    """The elements of a list that is read a few lines at a time."""

    def __init__(self, lines: Iterator[bytes], where: str, first: int) -> None:
        self._lines = lines
        self._where = where
        self._text = ""
        self._at = 0
        self._line = first  # the number of the line that `_at` is in
        self._read = 0
        self._margin: str | None = None  # before the element, where it begins a line

    def __iter__(self) -> Iterator[Found]:
        self._more()
        self._at = self._text.index("[") + 1
        while self._goes_on():
            place = f"{self._where}:{self._line}"
            value = self._element()
            if isinstance(value, dict):
                yield place, value
            elif isinstance(value, Exception):
                yield _broken(value, place)
                if not self._found_again():
                    return
            else:
                yield MalformedRecord("not a JSON object", where=place, hint=_HINT)
        if self._at >= len(self._text):
            place = f"{self._where}:{self._line}"
            yield MalformedRecord("the list breaks off", where=place, hint=_HINT)

    def _goes_on(self) -> bool:
        """Go to the next element, if there is one."""
        before = ""
        while True:
            gap = _GAP.match(self._text, self._at)
            assert gap  # which may be empty
            before += gap[0]
            self._move(gap.end())
            if self._at < len(self._text):
                _, ended, margin = before.rpartition("\n")
                self._margin = margin if ended else None
                return self._text[self._at] != "]"
            if not self._more():
                return False

    def _element(self) -> Any:  # noqa: ANN401
        """The value that begins here, or the error that says why there is none."""
        while True:
            try:
                value, end = _DECODER.raw_decode(self._text, self._at)
            except json.JSONDecodeError as error:
                # No token goes over a line: what ends too early ends with the lines read so far.
                if error.pos < len(self._text.rstrip()) or not self._more():
                    return error
                continue
            except (ValueError, RecursionError) as error:
                return error
            written = self._text[self._at : end]
            if _LONE.search(written):
                return ValueError("not in UTF-8")
            self._move(end)
            return _whole_characters(value) if "\\u" in written else value

    def _more(self) -> bool:
        """Read as many lines as there are now again, so that long elements are tried seldom."""
        if self._at > len(self._text) // 2:
            self._text, self._at, self._read = self._text[self._at :], 0, 0
        some = b"".join(islice(self._lines, max(1, self._read)))
        self._read = max(1, 2 * self._read)
        self._text += some.decode("utf-8", "surrogateescape")
        return bool(some)

    def _move(self, to: int) -> None:
        self._line += self._text.count("\n", self._at, to)
        self._at = to

    def _found_again(self) -> bool:
        """Go to the next line that begins as the broken element did; False if none does."""
        if self._margin is None:
            return False
        again = re.compile(rf"\n{re.escape(self._margin)}\{{")
        while not (found := again.search(self._text, self._at)):
            self._move(max(self._text.rfind("\n"), self._at))
            if not self._more():
                return False
        self._move(found.start() + 1)
        return True


def _whole_characters(value: Any) -> Any:  # noqa: ANN401
    """The value with the replacement character for what no text can have."""
    if isinstance(value, str):
        return _LONE.sub("\ufffd", value)
    if isinstance(value, list):
        return [_whole_characters(one) for one in value]
    if isinstance(value, dict):
        return {_whole_characters(key): _whole_characters(one) for key, one in value.items()}
    return value


def _is_whole(line: bytes, lists: Sequence[str]) -> bool:
    """Whether a line is a whole object, as in JSON Lines."""
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return False
    return isinstance(value, dict) and not any(isinstance(value.get(key), list) for key in lists)


def _on_lines(lines: Iterable[tuple[int, bytes]], where: str) -> Iterator[Found]:
    for number, line in lines:
        if not line.strip():
            continue
        place = f"{where}:{number}"
        try:
            value = parsed(line, place)
        except MalformedRecord as error:
            yield error
            continue
        if isinstance(value, dict):
            yield place, value
        else:
            yield MalformedRecord("not a JSON object", where=place, hint=_HINT)


def _in(value: Any, lists: Sequence[str], where: str) -> Iterator[Found]:  # noqa: ANN401
    if not isinstance(value, dict):
        raise MalformedRecord("neither a JSON object nor a list", where=where, hint=_HINT)
    found = next((value[key] for key in lists if isinstance(value.get(key), list)), [value])
    for number, one in enumerate(found, start=1):
        place = f"{where}, item {number}"
        if isinstance(one, dict):
            yield place, one
        else:
            yield MalformedRecord("not a JSON object", where=place, hint=_HINT)


def _broken(error: Exception, where: str) -> MalformedRecord:
    why = error.msg if isinstance(error, json.JSONDecodeError) else str(error)
    return MalformedRecord(f"no JSON ({why[:80]})", where=where, hint=_HINT)
