"""Plain text: one article a file, with or without header lines at its top."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from quotedb.facts import Article, Source
from quotedb.readers._decoding import decode
from quotedb.readers._headers import read_headers
from quotedb.readers._issue_line import issued_in
from quotedb.text.wrapping import unwrapped

SUFFIXES = (".txt", ".text", "")

_LONGEST_TITLE = 200  # characters
_MARKS = frozenset('"“”„‟«»‹›「」『』〝〞＂')


def read(data: bytes, path: str | None) -> Iterator[Article]:
    """The article in a plain text file; offsets refer to its text in NFC with lines ended by LF.

    A line at its head that ends with a date (`The Courier, 12 March 2018`) tells the day of issue,
    where no header does; a note says so. Where the text was broken into lines of a width, a space
    stands for each line end inside a paragraph, so that offsets stay.

    Raises:
        EmptyInput: there is no text in it.
        DataError: it is no text.
    """
    decoded, notes = decode(data, path)
    lines = unicodedata.normalize("NFC", decoded.replace("\r\n", "\n"))
    headers = read_headers(lines)
    text = unwrapped(lines, headers.body_start)
    told = None if headers.source.issued else issued_in(lines, headers.body_start)
    described = replace(
        headers.source,
        title=headers.source.title or _title(text, headers.body_start),
        issued=told[0] if told else headers.source.issued,
    )
    dated = (f"date is as the line {told[1]!r} says",) if told else ()
    source = replace(
        described,
        csl_type=_csl_type(described),
        content_hash=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        text=text,
    )
    yield Article(
        text=text,
        source=source,
        path=path,
        body_start=headers.body_start,
        notes=notes + headers.notes + dated,
    )


def _title(text: str, start: int) -> str | None:
    """The body's first line when it stands alone like a headline: short, no full stop, no quote."""
    end = text.find("\n", start, start + _LONGEST_TITLE)
    if end < 0 or text[end + 1 : end + 200].partition("\n")[0].strip():
        return None
    line = text[start:end].strip()
    if not line or line.endswith((".", ":", ",", ";")) or not _MARKS.isdisjoint(line):
        return None
    return line if text[end:].strip() else None


def _csl_type(source: Source) -> str:
    """The CSL type that cites best: in an outlet a newspaper article, else at a URL a page."""
    if source.container_title:
        return "article-newspaper"
    return "webpage" if source.url else "document"
