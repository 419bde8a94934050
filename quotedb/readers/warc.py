"""WARC: the pages and texts in a web archive (ISO 28500), plain or gzipped, one at a time.

Records of pages that were sent whole (status 200) are read as HTML or as plain text; requests,
pictures, redirections and the like are passed over. A damaged record is left out and told, and
reading goes on with the next one that begins as a record does.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from quotedb.errors import DataError, EmptyInput, QuotedbError
from quotedb.facts import Article
from quotedb.readers import html, plain
from quotedb.readers._pages import readable
from quotedb.text.dates import read_date

SUFFIXES = (".warc", ".warc.gz")

_START = b"WARC/"
_GZIP = b"\x1f\x8b\x08"
_BLOCK = 65536  # bytes read at a time
_LARGEST = 50_000_000  # bytes; a longer page is no article
_LONGEST_LINE = 65536  # bytes; a longer one is no header
_HTML = ("text/html", "application/xhtml+xml")
_PLAIN = "text/plain"
_FOR_PROGRAMS = ("/robots.txt", "/ads.txt")
_HINT = "Fetch the archive again if it should be whole"


@dataclass(frozen=True, slots=True)
class _Page:
    """What a record holds: the bytes of a page, and what was noted when it was fetched."""

    data: bytes
    mime: str
    charset: str | None
    url: str | None
    accessed: str | None


def read(data: bytes, path: str | None) -> Iterator[Article]:
    """The articles of an archive that is in memory.

    Raises:
        EmptyInput: there is no article in it.
        DataError: a record is damaged; raised after all that can be read.
    """
    return readable(pages(io.BytesIO(data), path))


def pages(file: io.BufferedIOBase, path: str | None) -> Iterator[Article | QuotedbError]:
    """The articles of an archive, and an error for each part of it that is damaged.

    A page without an article is no fault of the archive: how many there were is a note of the
    last article, or `EmptyInput` when they are all.
    """
    last: Article | None = None
    empty = 0
    damaged = False
    for page in _records(file, path):
        try:
            if isinstance(page, QuotedbError):
                raise page
            read = _article(page, path)
        except EmptyInput:
            empty += 1
        except QuotedbError as error:
            damaged = True
            yield error
        else:
            if last:
                yield last
            last = read
    if last:
        note = f"{empty} more in the archive {'has' if empty == 1 else 'have'} no article"
        yield replace(last, notes=(*last.notes, note)) if empty else last
    elif not damaged:
        hint = "Give an archive with pages that were fetched whole"
        yield EmptyInput("there is no page with an article in it", where=path, hint=hint)


def recognises(head: bytes) -> bool:
    """Whether the first bytes of a file are those of an archive."""
    if head.startswith(_GZIP):
        try:
            head = zlib.decompressobj(31).decompress(head, len(_START))
        except zlib.error:
            return False
    return head.startswith(_START)


def _article(page: _Page, path: str | None) -> Article:
    """The article of a page; its path is the archive's with the page's address behind it."""
    place = "#".join(filter(None, (path, page.url))) or None
    if page.mime in _HTML:
        return html.article(
            page.data, place, url=page.url, accessed=page.accessed, charset=page.charset
        )
    [read] = plain.read(page.data, place)
    own = read.source
    kind = "webpage" if page.url and own.csl_type == "document" else own.csl_type
    source = replace(own, url=page.url or own.url, accessed=page.accessed, csl_type=kind)
    return replace(read, source=source)


def _records(file: io.BufferedIOBase, path: str | None) -> Iterator[_Page | QuotedbError]:
    """The pages of an archive, and an error for each place where it is damaged."""
    stream = io.BufferedReader(_Inflated(file), _BLOCK)
    after_damage = False
    while True:
        try:
            line = stream.readline(_LONGEST_LINE)
            if not line:
                return
            if line.startswith(_START):
                after_damage = False
                page = _record(stream, line)
                if page:
                    yield page
            elif line.strip() and not after_damage:
                after_damage = True
                yield DataError("what is here is no record", where=path, hint=_HINT)
        except _Damage as damage:
            if not after_damage:
                yield DataError(str(damage), where=path, hint=_HINT)
            after_damage = True


class _Damage(Exception):
    """A part of the archive that cannot be read; what follows it may be."""


def _record(stream: io.BufferedReader[Any], line: bytes) -> _Page | None:
    """The page in the record that begins with `line`; None when it holds none.

    Raises:
        _Damage: it breaks off, or what it says of itself is wrong.
    """
    from warcio.exceptions import ArchiveLoadFailed
    from warcio.recordloader import ArcWarcRecordLoader
    from warcio.statusandheaders import StatusAndHeadersParserException

    wrong = (ArchiveLoadFailed, StatusAndHeadersParserException, EOFError, ValueError)
    try:
        record = ArcWarcRecordLoader(verify_http=False).parse_record_stream(stream, line, "warc")
    except (*wrong, AttributeError) as error:  # the last for a response without an address
        raise _Damage("a record cannot be understood and is left out") from error
    if not hasattr(record.raw_stream, "limit"):
        raise _Damage("a record does not say how long it is and is left out")
    page = _page(record)
    while record.raw_stream.read(_BLOCK):
        pass
    if record.raw_stream.limit:
        name = record.rec_headers.get_header("WARC-Target-URI") or "a record"
        raise _Damage(f"the archive breaks off within {name}, which is left out")
    return page


def _page(record: Any) -> _Page | None:  # noqa: ANN401
    """The page in a record of warcio's, if it has one that was sent whole."""
    header = record.rec_headers.get_header
    if record.rec_type not in ("response", "resource") or record.length > _LARGEST:
        return None
    kind = header("Content-Type") or ""
    if record.http_headers:
        if record.http_headers.get_statuscode() != "200":
            return None
        kind = record.http_headers.get_header("Content-Type") or ""
    mime, _, parameters = kind.lower().partition(";")
    url = header("WARC-Target-URI")
    if mime.strip() not in (*_HTML, _PLAIN) or (url or "").endswith(_FOR_PROGRAMS):
        return None
    charset = parameters.partition("charset=")[2].strip("\"' ") or None
    accessed = read_date((header("WARC-Date") or "")[:10])
    return _Page(_payload(record), mime.strip(), charset, url, accessed)


def _payload(record: Any) -> bytes:  # noqa: ANN401
    """A record's body as it was before it was cut into chunks and compressed to be sent.

    Raises:
        _Damage: it cannot be decompressed.
    """
    from warcio.bufferedreaders import ChunkedDataReader

    def sent(name: str) -> str:
        headers = record.http_headers
        return (headers.get_header(name) or "").lower() if headers else ""

    chunked = sent("transfer-encoding") == "chunked"
    stream = ChunkedDataReader(record.raw_stream) if chunked else record.raw_stream
    data: bytes = stream.read(_LARGEST)
    packed = sent("content-encoding")
    if packed in ("", "identity") or (packed == "gzip" and not data.startswith(_GZIP)):
        return data  # the second is an archive whose maker unpacked it and left the header
    # zlib's own, which "deflate" means, begins with 0x78; some servers send it bare.
    bits = {"gzip": 31, "deflate": 15 if data[:1] == b"\x78" else -15}.get(packed)
    if bits is None:
        raise _Damage(f"a page compressed as {packed[:20]} cannot be read and is left out")
    unpacking = zlib.decompressobj(bits)
    try:
        data = unpacking.decompress(data, _LARGEST)
    except zlib.error as error:
        raise _Damage("a page is damaged and left out") from error
    if not unpacking.eof:
        raise _Damage("a page breaks off, or is too large, and is left out")
    return data


class _Inflated(io.RawIOBase):
    """The bytes of a file, decompressed if it is gzipped, member after member.

    Reading raises `_Damage` at each place where a member is broken, and then goes on with the
    next: warcio's own reader would stop there, or end as if nothing were missing.
    """

    def __init__(self, file: io.BufferedIOBase) -> None:
        super().__init__()
        self._file = file
        self._input = file.read(_BLOCK)
        self._zipped = self._input.startswith(_GZIP)
        self._member: Any = None

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: Any) -> int:  # noqa: ANN401
        """As `io.RawIOBase` has it."""
        data = self._inflated(len(buffer)) if self._zipped else self._taken(len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def _taken(self, size: int) -> bytes:
        data, self._input = self._input[:size], self._input[size:]
        return data or self._file.read(size)

    def _inflated(self, size: int) -> bytes:
        while True:
            self._input = self._input or self._file.read(_BLOCK)
            at_end = not self._input
            if self._member is None:
                if at_end:
                    return b""
                self._input = self._input.lstrip(b"\0")  # what some programs fill blocks with
                if not self._input:
                    continue
                self._member = zlib.decompressobj(31)
            data = self._decompressed(size)
            if data or (at_end and self._member is None):
                return data
            if at_end:
                self._member = None
                raise _Damage("the archive breaks off; its last record is left out")

    def _decompressed(self, size: int) -> bytes:
        try:
            data: bytes = self._member.decompress(self._input, size)
        except zlib.error as error:
            self._member = None
            self._skip()
            raise _Damage("a compressed part is damaged and left out") from error
        self._input = self._member.unconsumed_tail
        if self._member.eof:
            self._input, self._member = self._member.unused_data, None
        return data

    def _skip(self) -> None:
        """Go on to where the next member may begin."""
        data = self._input[1:]
        while (at := data.find(_GZIP)) < 0 and (more := self._file.read(_BLOCK)):
            data = data[-2:] + more
        self._input = data[at:] if at >= 0 else b""
