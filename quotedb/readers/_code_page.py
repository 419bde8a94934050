"""Lines of a table in windows-1254, as Turkish spreadsheets save them, brought into UTF-8.

Of the other code pages none is told so surely by its letters; lines in them are left as they are,
to be refused.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator

from quotedb.readers._decoding import is_turkish, usual_name

_SAMPLE = 65536
"""Bytes by which a code page is told, from the first letter beyond ASCII on."""

_FEW = 5
"""Letters beyond ASCII that a code page is not told by."""


class Recoded:
    """Lines in UTF-8; lines that cannot be told are left as they are.

    Attributes:
        name: of the code page that they were in, once it is told.
    """

    def __init__(self, lines: Iterable[bytes]) -> None:
        self.name: str | None = None
        self._lines = iter(lines)

    def __iter__(self) -> Iterator[bytes]:
        for line in self._lines:
            if line.isascii():
                yield line
                continue
            some = self._sample(line)
            codec = _told(list(some))
            self.name = usual_name(codec, b"".join(some)) if codec else None
            while some:
                yield _recoded(some.popleft(), codec)
            for other in self._lines:
                yield _recoded(other, codec)

    def _sample(self, first: bytes) -> deque[bytes]:
        some, size = deque([first]), len(first)
        while size < _SAMPLE and (line := next(self._lines, None)) is not None:
            some.append(line)
            size += len(line)
        return some


def _told(lines: list[bytes]) -> str | None:
    """The code page of some lines, none of which may be in UTF-8 but the plain ones."""
    beyond = [line for line in lines if not line.isascii()]
    if any(map(_is_utf8, beyond)) or sum(byte > 127 for line in beyond for byte in line) < _FEW:
        return None
    return "cp1254" if is_turkish(b"".join(beyond)) else None


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    return True


def _recoded(line: bytes, codec: str | None) -> bytes:
    """A line in UTF-8; one with what the code page has no letter for is left as it is."""
    if codec is None or line.isascii():
        return line
    try:
        return line.decode(codec).encode()
    except UnicodeDecodeError:
        return line
