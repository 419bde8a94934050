"""Archives in memory, looked at before another program unpacks them."""

from __future__ import annotations

import io
import zipfile
import zlib

from quotedb.errors import DataError

MOST = 1 << 28
"""Bytes that the parts of a document may have together once they are unpacked."""

_PIECE = 1 << 20


def see_that_it_is_small(data: bytes, path: str | None) -> None:
    """See that a document's archive unpacks to what memory holds, whatever it says of itself.

    Raises:
        DataError: it is no archive, is damaged, or unpacks to more than `MOST` bytes.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            left = MOST
            for part in archive.infolist():
                left -= _size(archive, part, left)
                if left < 0:
                    raise DataError(
                        f"it unpacks to more than {MOST >> 20} MB", where=path, hint="Look at it"
                    )
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise DataError(
            f"it cannot be unpacked ({error})", where=path, hint="Save or fetch it again"
        ) from error


def _size(archive: zipfile.ZipFile, part: zipfile.ZipInfo, most: int) -> int:
    """The bytes of a part, or so many more than `most` as were read."""
    part.file_size = most + 2 * _PIECE  # read on to its end, not to where it says that it ends
    size = 0
    with archive.open(part) as file:
        while size <= most and (piece := file.read(_PIECE)):
            size += len(piece)
    return size
