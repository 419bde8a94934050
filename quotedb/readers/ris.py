"""RIS: the references as sources, read by rispy one at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from quotedb.errors import MalformedRecord, QuotedbError
from quotedb.facts import Source
from quotedb.readers import Record
from quotedb.readers._clippings import day
from quotedb.readers._sources import as_detail, authors, details, is_told, numbered

SUFFIXES = (".ris",)

_TYPES = {
    "NEWS": "article-newspaper", "MGZN": "article-magazine", "JOUR": "article-journal",
    "EJOUR": "article-journal", "BOOK": "book", "EBOOK": "book", "EDBOOK": "book",
    "CHAP": "chapter", "ECHAP": "chapter", "ELEC": "webpage", "BLOG": "post-weblog",
    "THES": "thesis", "RPRT": "report", "VIDEO": "broadcast", "MPCT": "motion_picture",
    "CPAPER": "paper-conference", "CONF": "paper-conference", "PCOMM": "personal_communication",
    "UNPB": "manuscript", "MANSCPT": "manuscript", "PAMP": "pamphlet", "SOUND": "song",
    "HEAR": "hearing", "MAP": "map", "STAND": "standard", "PAT": "patent", "DATA": "dataset",
}  # fmt: skip
# CSL's variables by rispy's names for the fields.
_TEXTS = {
    "volume": ("volume",), "issue": ("number",), "edition": ("edition",), "DOI": ("doi",),
    "publisher-place": ("place_published",), "archive": ("name_of_database",),
    "archive_location": ("accession_number",), "genre": ("type_of_work",),
    "title-short": ("short_title",), "original-title": ("translated_title",),
    "event-title": ("tertiary_title",), "original-date": ("original_publication",),
    "abstract": ("abstract",), "note": ("notes",), "keyword": ("keywords",),
}  # fmt: skip
_NAMES = {"editor": "secondary_authors", "translator": "subsidiary_authors"}
_BOOKS = ("book", "chapter", "report", "pamphlet")


def recognises(head: bytes) -> bool:
    """By the tag that every reference begins with."""
    return head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"TY  - ")


def records(lines: Iterable[bytes], where: str) -> Iterator[Record | QuotedbError]:
    """The sources; a reference that rispy cannot read comes out as an error."""
    yield from numbered(_each(lines, where))


def _each(lines: Iterable[bytes], where: str) -> Iterator[Source | QuotedbError]:
    for first, some in _references(lines):
        place = f"{where}:{first}"
        try:
            yield _read(some, place)
        except QuotedbError as error:
            yield MalformedRecord(error.what, where=place, hint=error.hint)


def _references(lines: Iterable[bytes]) -> Iterator[tuple[int, bytes]]:
    """The lines of each reference, which ends with its own tag or where the next begins."""
    first, some = 1, list[bytes]()
    for number, line in enumerate(lines, start=1):
        tag = line.removeprefix(b"\xef\xbb\xbf").lstrip()[:6].rstrip()
        if tag == b"TY  -" and some:
            yield first, b"".join(some)
            some = []
        if line.strip() and not some:
            first = number
        if line.strip() or some:
            some.append(line)
        if tag == b"ER  -":
            yield first, b"".join(some)
            some = []
    if some:
        yield first, b"".join(some)


def _read(some: bytes, where: str) -> Source:
    import rispy

    try:
        text = some.decode("utf-8-sig").replace("\0", "\ufffd").rstrip()
    except UnicodeDecodeError as error:
        raise MalformedRecord("not in UTF-8", hint="Save the file as UTF-8") from error
    if not text:
        raise MalformedRecord("no reference in RIS", hint="It begins with TY and ends with ER")
    whole = text if text.splitlines()[-1].lstrip().startswith("ER  -") else f"{text}\nER  - "
    try:
        found = rispy.loads(whole)
    except (OSError, ValueError, KeyError, TypeError, rispy.parser.ParseError) as error:
        raise MalformedRecord(f"no reference in RIS ({str(error)[:80]})", where=where) from error
    if not found or not found[0].get("type_of_reference"):
        raise MalformedRecord("no reference in RIS", hint="It begins with TY and ends with ER")
    source = _source(found[0])
    if not is_told(source):
        raise MalformedRecord("it has no title", hint="Leave it out")
    return source


def _source(told: dict[str, Any]) -> Source:
    urls = told.get("urls") or []
    kind = _TYPES.get(told.get("type_of_reference", ""), "document")
    names = {variable: _names(told.get(field)) for variable, field in _NAMES.items()}
    texts = {variable: _first(told, fields) for variable, fields in _TEXTS.items()}
    texts["page"] = "-".join(str(told[end]) for end in ("start_page", "end_page") if told.get(end))
    texts["ISBN" if kind in _BOOKS else "ISSN"] = _first(told, ("issn", "isbn"))
    source = Source(
        csl_type=kind,
        title=_first(told, ("title", "primary_title", "unknown_title")),
        container_title=_first(
            told, ("secondary_title", "journal_name", "alternate_title1", "alternate_title3")
        ),
        authors=authors(told.get("authors") or told.get("first_authors") or []),
        issued=_date(_first(told, ("date", "year", "publication_year"))),
        accessed=_date(told.get("access_date")),
        url=urls[0] if urls else None,
        publisher=_first(told, ("publisher",)),
        language=_first(told, ("language",)),
    )
    return replace(source, details=details({**texts, **names}))


def _first(told: dict[str, Any], fields: Iterable[str]) -> str | None:
    """The first of the fields that is filled; what may come several times, between semicolons."""
    for field in fields:
        value = told.get(field)
        text = "; ".join(map(str, value)) if isinstance(value, list) else str(value or "")
        if text.strip():
            return " ".join(text.split())
    return None


def _names(written: object) -> list[str]:
    return [as_detail(one) for one in authors(written if isinstance(written, list) else [])]


def _date(written: str | None) -> str | None:
    """YYYY/MM/DD/, what is unknown left empty."""
    parts = [part for part in (written or "").split("/")[:3] if part]
    return day("-".join(parts)) if parts else None
