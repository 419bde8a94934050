"""Kindle's `My Clippings.txt`: highlights and notes, whatever language the reader is set to.

An entry is a title with its author, a line of where and when, an empty line and the words, up to a
line of ten equal signs. A note belongs to the highlight of the same book before it that it is in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from quotedb.errors import MalformedRecord, QuotedbError
from quotedb.facts import Clipping
from quotedb.readers import Record
from quotedb.readers._books import from_book
from quotedb.readers._clippings import clipping

SUFFIXES: tuple[str, ...] = ()

END = "=========="
# The word for each kind of entry, in the languages that the reader speaks.
_HIGHLIGHT = re.compile(
    r"highlight|vurgu|markierung|surlignement|subrayado|destaque|evidenziazione|выделен|标注|"
    r"ハイライト|markering|zaznaczenie|clipping|passage", re.I,
)  # fmt: skip
_NOTE = re.compile(
    r"\bnote?\b|\bnota\b|\bnotu?n?u?z?\b|notiz|заметк|笔记|メモ|notatka|notitie", re.I
)
_BOOKMARK = re.compile(
    r"bookmark|yer imi|lesezeichen|signet|marcador|segnalibro|закладк|书签|ブックマーク|bladwijzer",
    re.I,
)
_LIMIT = re.compile(r"<[^<>]*>$")  # in place of words that a publisher lets nobody copy
_PAGE = re.compile(
    r"(?:page|seite|página|pagina|страниц\w*|strona|第)\s*([\divxlc]+(?:-\d+)?)|(\d+)\.\s*sayfa",
    re.I,
)
_PLACE = re.compile(
    r"(?:location|loc\.|position|emplacement|posición|posição|posizione|мест\w*|位置|位置No\.)"
    r"\s*#?\s*([\d]+(?:-\d+)?)|(\d+(?:-\d+)?)\.?\s*konum", re.I,
)  # fmt: skip
_BOOK = re.compile(r"^(?P<title>.*?)\s*(?:\((?P<author>[^()]*(?:\([^()]*\)[^()]*)*)\))?$")


@dataclass(slots=True)
class _Entry:
    """The lines of one entry, and the number of its first."""

    first: int
    lines: list[str]


def recognises(head: bytes) -> bool:
    """By its lines of equal signs, and the dash of the line before."""
    lines = head.decode("utf-8-sig", "replace").splitlines()
    return END in lines and len(lines) > 1 and lines[1].startswith("- ")


def records(lines: Iterable[bytes], where: str) -> Iterator[Record | QuotedbError]:
    """The highlights, each with the note that follows it."""
    waiting: Clipping | None = None
    for entry in _entries(lines):
        try:
            found, note = _read(entry, where)
        except QuotedbError as error:
            yield MalformedRecord(error.what, where=f"{where}:{entry.first}", hint=error.hint)
            continue
        if note is not None and waiting is not None and _is_same_book(waiting, found):
            waiting = _noted(waiting, note)
            continue
        if waiting is not None:
            yield waiting
        waiting = found if note is None else None
    if waiting is not None:
        yield waiting


def _entries(lines: Iterable[bytes]) -> Iterator[_Entry]:
    entry = _Entry(1, [])
    for number, line in enumerate(lines, start=1):
        text = line.decode("utf-8-sig", "surrogateescape").strip()
        if text == END:
            yield entry
            entry = _Entry(number + 1, [])
        else:
            entry.lines.append(text)
    if any(entry.lines):
        yield entry


def _read(entry: _Entry, where: str) -> tuple[Clipping | None, str | None]:
    """A highlight, or the words of a note; neither for a bookmark.

    Raises:
        MalformedRecord: it is no entry.
    """
    if len(entry.lines) < 2 or not entry.lines[1].startswith("- "):
        raise MalformedRecord("no entry of a clippings file", hint="Mend it, or leave it out")
    title, facts = entry.lines[0].lstrip("\ufeff"), entry.lines[1]
    words = "\n".join(line for line in entry.lines[2:] if line)
    if _BOOKMARK.search(facts) or not words or _LIMIT.match(words):
        return None, ""
    told = _told(title, facts, words)
    if _NOTE.search(facts) and not _HIGHLIGHT.search(facts):
        return from_book(clipping({**told, "text": title}, where)), words
    return from_book(clipping(told, f"{where}:{entry.first}")), None


def _told(title: str, facts: str, words: str) -> dict[str, Any]:
    book = _BOOK.match(title)
    page, place = _PAGE.search(facts), _PLACE.search(facts)
    locator = None
    if page:
        locator = f"p. {page[1] or page[2]}"
    elif place:
        locator = f"loc. {place[1] or place[2]}"
    authors = (book["author"] if book else "") or ""
    return {
        "text": words, "title": book["title"] if book else title, "locator": locator,
        "authors": [name.strip() for name in authors.split(";") if name.strip()],
    }  # fmt: skip


def _is_same_book(before: Clipping, found: Clipping | None) -> bool:
    return found is not None and before.source.title == found.source.title


def _noted(found: Clipping, note: str) -> Clipping:
    both = "\n".join(filter(None, (found.quotation.note, note)))
    return replace(found, quotation=replace(found.quotation, note=both))
