"""Long columns of numbers: in memory while they are short, else in a file without a name.

The file is mapped to be looked at, and let go of after that. What is looked at again soon is still
in the system's cache, which no process holds and which gives way when there is need of memory.
"""

from __future__ import annotations

import mmap
import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import IO, Generic, TypeVar
from weakref import finalize

import numpy as np
from numpy.typing import NDArray

from quotedb.errors import DataError

SHORT = 16_000_000
"""Bytes of a column that stays in memory."""

MAPPED = 32_000_000
"""Bytes of a column in a file that are looked at together."""

_ROOMY = Path("/var/tmp")
"""Where systems keep large temporary files, since `/tmp` may be in memory (Filesystem Hierarchy
Standard 3.0, 5.15)."""

Number = TypeVar("Number", bound=np.generic)


class Shelf(Generic[Number]):
    """Rows of numbers, which may be added to.

    Args:
        kind: of the numbers.
        width: how many there are in a row; of one, the column has one dimension.
    """

    def __init__(self, kind: type[Number], width: int = 1) -> None:
        self._kind = np.dtype(kind)
        self._row = (width,) if width > 1 else ()
        self._bytes = self._kind.itemsize * width
        self._count = 0
        self._held: list[NDArray[Number]] = []
        self._file: IO[bytes] | None = None

    def __len__(self) -> int:
        return self._count

    @property
    def portions(self) -> int:
        """In how many it is to be looked at, so that little is mapped at a time."""
        return 1 if self._file is None else self._count * self._bytes // MAPPED + 1

    def add(self, rows: NDArray[Number]) -> None:
        """Put rows at the end.

        Raises:
            DataError: there is no room for a file.
        """
        self._count += len(rows)
        self._held.append(rows)
        if self._file or self._count * self._bytes > SHORT:
            self._put_away()

    def view(self) -> NDArray[Number]:
        """All rows. What is mapped for it counts as this process's memory while it is held."""
        if self._file is None:
            if len(self._held) != 1:
                empty: NDArray[Number] = np.zeros((0, *self._row), self._kind)
                self._held = [np.concatenate([empty, *self._held])]
            return self._held[0]
        mapped = mmap.mmap(self._file.fileno(), self._count * self._bytes, access=mmap.ACCESS_READ)
        return np.frombuffer(mapped, self._kind).reshape(-1, *self._row)

    def taken(self, rows: NDArray[np.integer]) -> NDArray[Number]:
        """Some rows, by their numbers, which rise."""
        parts = np.array_split(rows, self.portions)
        return np.concatenate([self.view()[part] for part in parts])

    def _put_away(self) -> None:
        try:
            file = self._file = self._file or _opened_for(self)
            for rows in self._held:
                file.write(np.ascontiguousarray(rows).data)
            file.flush()
        except OSError as error:
            raise DataError(
                f"no room for what look-alikes are found by ({error.strerror})", where=folder(),
                hint="Make room there, or name another folder by TMPDIR",
            ) from error  # fmt: skip
        self._held.clear()


def _opened_for(shelf: Shelf[Number]) -> IO[bytes]:
    """A file that is closed, and gone, when the shelf is."""
    file = tempfile.TemporaryFile(dir=folder(), prefix="quotedb-")  # noqa: SIM115
    finalize(shelf, _close, file)
    return file


def _close(file: IO[bytes]) -> None:
    with suppress(OSError):  # what could not be written is told of when it was to be
        file.close()


def folder() -> str:
    """Where the files are kept."""
    if "TMPDIR" not in os.environ and os.access(_ROOMY, os.W_OK):
        return str(_ROOMY)
    return tempfile.gettempdir()
