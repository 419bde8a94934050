"""Kindle's `My Clippings.txt`: highlights and notes, whatever language the reader is set to.

An entry is a title with its author, a line of where and when, an empty line and the words, up to a
line of ten equal signs. A note goes to the highlight of the same book that it is in, whichever of
the two was written first; one by itself is nobody's words but the reader's own, and left out.
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
from quotedb.readers._clippings import clipping, day

SUFFIXES: tuple[str, ...] = ()

END = "=========="
_DASHES = ("-", "–", "—")  # before where and when; Russian readers write the second
# The word for each kind of entry, in the languages that the reader speaks: English, Turkish,
# German, French, Spanish, Portuguese, Italian, Russian, Dutch, Polish, Chinese (both scripts),
# Japanese, Korean.
_HIGHLIGHT = re.compile(
    r"highlight|vurgu|markierung|surlign|subrayado|destaque|evidenziazione|выделен|标注|標註|"
    r"ハイライト|하이라이트|markering|zaznaczenie|clipping|clip this|ausschnitt|extrait|ritaglio|"
    r"recorte|passage", re.I,
)  # fmt: skip
_BOOKMARK = re.compile(
    r"bookmark|yer i(mi|şareti)|lesezeichen|signet|marcador|segnalibro|закладк|书签|書籤|"
    r"ブックマーク|しおり|북마크|bladwijzer|zakładk", re.I,
)  # fmt: skip
_LIMIT = re.compile(r"<[^<>]*>$")  # in place of words that a publisher lets nobody copy
_RANGE = r"(\d+)(?:\s*(?:[-–]|t/m)\s*(\d+))?"
_PAGES = (
    re.compile(rf"(?:\bpage|seite|página|\bpagina|страниц\w*|strona|stronie|第)\s*{_RANGE}", re.I),
    re.compile(rf"{_RANGE}\s*(?:\.\s*sayfa|ページ|페이지)", re.I),
)
_ROMAN = re.compile(r"(?:\bpage|seite|página|\bpagina)\s+([ivxlc]+)\b", re.I)
_PLACES = (
    re.compile(
        r"(?:\blocation|\bloc\.|position|emplacement|posición|ubicación|posição|posizione|"
        rf"locatie|lokalizacj\w*|мест\w*|位置(?:No\.)?|위치)\s*\#?\s*{_RANGE}", re.I,
    ),
    re.compile(rf"{_RANGE}\s*\.?\s*konum", re.I),
)  # fmt: skip
_BOOK = re.compile(r"^(?P<title>.*?)\s*(?:\((?P<author>[^()]*(?:\([^()]*\)[^()]*)*)\))?$")
# Months in those of the languages that quotedb does not read articles in.
_MONTHS = {
    name: number
    for names in (
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre"
        " dicembre",
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
        "januari februari maart april mei juni juli augustus september oktober november december",
        "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października"
        " listopada grudnia",
    )
    for number, name in enumerate(names.split(), start=1)
}
_DATE = re.compile(rf"(\d\d?)\.?\s+(?:de\s+)?({'|'.join(_MONTHS)})\s+(?:de\s+)?(\d{{4}})", re.I)

Range = tuple[int, int]


@dataclass(slots=True)
class _Entry:
    """The lines of one entry, and the number of its first."""

    first: int
    lines: list[str]


@dataclass(frozen=True, slots=True)
class _Marked:
    """A highlight, and where in the book."""

    clipping: Clipping
    place: Range | None


@dataclass(frozen=True, slots=True)
class _Note:
    """A reader's own words: on which book, and where in it."""

    book: str
    place: Range | None
    words: str


def recognises(head: bytes) -> bool:
    """By its lines of equal signs, and the dash of the line before."""
    lines = [line.strip() for line in head.decode("utf-8-sig", "replace").splitlines()]
    return END in lines and len(lines) > 1 and lines[1].startswith(_DASHES)


def records(lines: Iterable[bytes], where: str) -> Iterator[Record | QuotedbError]:
    """The highlights, each with the notes that are in it."""
    waiting: _Marked | None = None
    loose: _Note | None = None
    for entry in _entries(lines):
        try:
            found = _read(entry, where)
        except QuotedbError as error:
            yield MalformedRecord(error.what, where=f"{where}:{entry.first}", hint=error.hint)
            continue
        if isinstance(found, _Note):
            if waiting and _is_in(found, waiting):
                waiting = _noted(waiting, found.words)
            else:
                loose = found
        elif found:
            if waiting:
                yield waiting.clipping
            waiting = _noted(found, loose.words) if loose and _is_in(loose, found) else found
            loose = None
    if waiting:
        yield waiting.clipping


def _entries(lines: Iterable[bytes]) -> Iterator[_Entry]:
    entry = _Entry(1, [])
    for number, line in enumerate(lines, start=1):
        text = line.decode("utf-8-sig", "surrogateescape").strip("\ufeff \t\r\n\xa0")
        if text == END:
            yield entry
            entry = _Entry(number + 1, [])
        else:
            entry.lines.append(text)
    if any(entry.lines):
        yield entry


def _read(entry: _Entry, where: str) -> _Marked | _Note | None:
    """A highlight or a note; neither for a bookmark.

    Raises:
        MalformedRecord: it is no entry.
    """
    if len(entry.lines) < 2 or not entry.lines[1].startswith(_DASHES):
        raise MalformedRecord("no entry of a clippings file", hint="Mend it, or leave it out")
    title, facts = entry.lines[:2]
    words = "\n".join(line for line in entry.lines[2:] if line)
    if _BOOKMARK.search(facts) or not words or _LIMIT.match(words):
        return None
    if not _HIGHLIGHT.search(facts):
        return _Note(_told(title, facts, words)["title"], _place(facts), words)
    found = clipping(_told(title, facts, words), f"{where}:{entry.first}")
    return _Marked(from_book(found), _place(facts))


def _told(title: str, facts: str, words: str) -> dict[str, Any]:
    book = _BOOK.match(title)
    authors = (book["author"] if book else "") or ""
    return {
        "text": words, "title": book["title"] if book else title, "locator": _locator(facts),
        "authors": [name.strip() for name in authors.split(";") if name.strip()],
        "accessed": _added(facts),
    }  # fmt: skip


def _locator(facts: str) -> str | None:
    page, roman = _range(facts, _PAGES), _ROMAN.search(facts)
    if page or roman:
        return f"p. {_written(page) if page else roman[1] if roman else ''}"
    place = _range(facts, _PLACES)
    return f"loc. {_written(place)}" if place else None


def _range(facts: str, patterns: Iterable[re.Pattern[str]]) -> tuple[str, str] | None:
    """The first and last number as written; both the same where there is one."""
    found = next(filter(None, (pattern.search(facts) for pattern in patterns)), None)
    return (found[1], found[2] or found[1]) if found else None


def _written(ends: tuple[str, str]) -> str:
    return ends[0] if ends[0] == ends[1] else "-".join(ends)


def _place(facts: str) -> Range | None:
    """Where in the book in its finest measure: locations, else pages."""
    ends = _range(facts, _PLACES) or _range(facts, _PAGES)
    if ends is None:
        return None
    first, last = ends
    if len(last) < len(first):  # 680-82
        last = first[: -len(last)] + last
    return int(first[:9]), int(last[:9])


def _added(facts: str) -> str | None:
    """The day on which the words were marked."""
    when = re.split(r"[|｜]", facts)[-1] if re.search(r"[|｜]", facts) else ""
    if found := _DATE.search(when):
        return day(f"{found[3]}-{_MONTHS[found[2].lower()]:02}-{int(found[1]):02}")
    return day(when)


def _is_in(note: _Note, marked: _Marked) -> bool:
    """Whether a note is on what was marked: in the same book, and where that stands."""
    if note.book != marked.clipping.source.title:
        return False
    if note.place is None or marked.place is None:
        return True
    return marked.place[0] <= note.place[0] <= marked.place[1] + 1


def _noted(marked: _Marked, note: str) -> _Marked:
    found = marked.clipping
    both = "\n".join(filter(None, (found.quotation.note, note)))
    noted = replace(found, quotation=replace(found.quotation, note=both))
    return replace(marked, clipping=noted)
