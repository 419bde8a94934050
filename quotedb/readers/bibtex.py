"""BibTeX and BibLaTeX: the entries as sources, read by bibtexparser one at a time."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from quotedb import languages
from quotedb.errors import MalformedRecord, QuotedbError
from quotedb.facts import Author, Source
from quotedb.readers import Record
from quotedb.readers._clippings import day
from quotedb.readers._latex import address, plain
from quotedb.readers._sources import as_detail, details, is_told, numbered
from quotedb.text import csl
from quotedb.text.authors import read_author
from quotedb.text.folding import fold

SUFFIXES = (".bib",)

_TYPES = {
    "book": "book", "mvbook": "book", "collection": "book", "proceedings": "book",
    "incollection": "chapter", "inbook": "chapter", "article": "article-journal",
    "online": "webpage", "electronic": "webpage", "www": "webpage", "phdthesis": "thesis",
    "mastersthesis": "thesis", "thesis": "thesis", "inproceedings": "paper-conference",
    "conference": "paper-conference", "report": "report", "techreport": "report",
    "movie": "motion_picture", "video": "broadcast", "unpublished": "manuscript",
    "letter": "personal_communication", "booklet": "pamphlet", "software": "software",
    "periodical": "periodical", "patent": "patent", "dataset": "dataset",
}  # fmt: skip
_SUBTYPES = {
    "newspaper": "article-newspaper", "magazine": "article-magazine", "interview": "interview",
    "speech": "speech", "post": "post", "weblog": "post-weblog", "blog": "post-weblog",
    "broadcast": "broadcast", "film": "motion_picture", "letter": "personal_communication",
}  # fmt: skip
# CSL's variables by the fields that have them, the first that is filled counting.
_TEXTS = {
    "volume": ("volume",), "issue": ("issue", "number"), "page": ("pages",),
    "edition": ("edition",), "collection-title": ("series",), "chapter-number": ("chapter",),
    "ISSN": ("issn",), "publisher-place": ("location", "address"), "event-title": ("eventtitle",),
    "event-place": ("venue",), "genre": ("type",), "original-title": ("origtitle",),
    "original-publisher": ("origpublisher",), "title-short": ("shorttitle",),
    "archive": ("library",), "note": ("note",), "keyword": ("keywords",), "abstract": ("abstract",),
}  # fmt: skip
_VERBATIM = {"DOI": "doi", "ISBN": "isbn"}
_DATES = {"event-date": "eventdate", "original-date": "origdate"}
_NAMES = ("editor", "translator")
_NUMBERED = frozenset(("report", "patent", "standard"))  # their number is no issue's
_CONTAINERS = ("journaltitle", "journal", "booktitle", "maintitle", "howpublished")
_PUBLISHERS = ("publisher", "institution", "school")
_ENTRY = re.compile(rb"\s*@\s*(\w+)\s*[{(]")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


@dataclass(slots=True)
class _Block:
    """The lines of an entry, up to the next, the number of the first, and what it is called."""

    first: int
    kind: str
    lines: list[str] = field(default_factory=list)


def recognises(head: bytes) -> bool:
    """By the beginning of an entry."""
    return bool(re.match(rb"(?:\xef\xbb\xbf)?\s*(?:%[^\n]*\n\s*)*@\w+\s*\{", head))


def records(lines: Iterable[bytes], where: str) -> Iterator[Record | QuotedbError]:
    """The sources; an entry that bibtexparser cannot read comes out as an error."""
    yield from numbered(_each(lines, where))


def _each(lines: Iterable[bytes], where: str) -> Iterator[Source | QuotedbError]:
    strings: list[str] = []  # abbreviations, which hold for all that follows
    blank = True
    found = False

    def watched() -> Iterator[bytes]:
        nonlocal blank
        for line in lines:
            blank = blank and not line.strip()
            yield line

    for block in _blocks(watched()):
        found = True
        text = "".join(block.lines)
        if block.kind == "string":
            strings.append(text)
        elif block.kind not in ("comment", "preamble"):
            yield _entry(text, strings, f"{where}:{block.first}")
    if not found and not blank:
        yield MalformedRecord("no entry of BibTeX", where=where, hint="Export it again")


def _blocks(lines: Iterable[bytes]) -> Iterator[_Block]:
    block: _Block | None = None
    for number, line in enumerate(lines, start=1):
        if start := _ENTRY.match(line.removeprefix(b"\xef\xbb\xbf")):
            if block:
                yield block
            block = _Block(number, start[1].decode("ascii", "replace").lower())
        if block:
            block.lines.append(line.decode("utf-8-sig", "surrogateescape").replace("\0", "\ufffd"))
    if block:
        yield block


def _entry(text: str, strings: list[str], place: str) -> Source | QuotedbError:
    from bibtexparser.entrypoint import parse_string
    from bibtexparser.middlewares import SeparateCoAuthors, SplitNameParts

    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)  # what is wrong is ours to say
    if any("\ud800" <= char <= "\udfff" for char in text):
        return MalformedRecord("not in UTF-8", where=place, hint="Save the file as UTF-8")
    library = parse_string(
        "".join([*strings, text]), append_middleware=[SeparateCoAuthors(), SplitNameParts()]
    )
    if library.failed_blocks or not library.entries:
        return MalformedRecord("no entry of BibTeX", where=place, hint="Mend its braces")
    entry = library.entries[0]
    source = _source({one.key.lower(): one.value for one in entry.fields}, entry.entry_type.lower())
    if not is_told(source):
        return MalformedRecord("it has no title", where=place, hint="Leave it out")
    return source


def _source(fields: Mapping[str, Any], kind: str) -> Source:
    told = {name: plain(value) for name, value in fields.items() if isinstance(value, str)}
    verbatim = {
        variable: address(str(fields.get(name, ""))) for variable, name in _VERBATIM.items()
    }
    texts = {variable: _first(told, names) for variable, names in _TEXTS.items()}
    texts["page"] = (texts["page"] or "").replace("--", "-")
    dates = {variable: str(fields.get(name, "")) for variable, name in _DATES.items()}
    names = {name: [as_detail(one) for one in _authors(fields.get(name))] for name in _NAMES}
    names |= _others(fields, told)
    url = address(str(fields.get("url", ""))) or None
    csl_type = _TYPES.get(kind, "webpage" if url and kind == "misc" else "document")
    site = told.get("organization") or None  # whose page it is, or whose paper
    if csl_type in _NUMBERED:
        texts["number"] = texts.pop("issue")
    return Source(
        csl_type=_SUBTYPES.get(told.get("entrysubtype", ""), csl_type),
        title=told.get("title") or None,
        container_title=_first(told, _CONTAINERS) or (site if url else None),
        authors=tuple(_authors(fields.get("author"))),
        issued=day(fields.get("date")) or _issued(told),
        accessed=day(fields.get("urldate")),
        url=url,
        publisher=_first(told, _PUBLISHERS) or (None if url else site),
        language=_language(told),
        details=details({**texts, **dates, **verbatim, **names}),
    )


def _others(fields: Mapping[str, Any], told: Mapping[str, str]) -> dict[str, list[str]]:
    """Those whose part in the work BibLaTeX names beside them."""
    made: dict[str, list[str]] = {}
    for letter in "abc":
        role = told.get(f"editor{letter}type", "")
        if role in csl.NAMES:
            made[role] = [as_detail(read_author(plain(n))) for n in _several(fields, letter)]
    return made


def _several(fields: Mapping[str, Any], letter: str) -> list[str]:
    return re.split(r"\s+and\s+", str(fields.get(f"editor{letter}", "")))


def _first(told: Mapping[str, str], names: Iterable[str]) -> str | None:
    return next((told[name] for name in names if told.get(name)), None)


def _authors(names: object) -> Iterator[Author]:
    """The names as bibtexparser has them apart; one in braces is nobody's in parts."""
    for one in names if isinstance(names, list) else []:
        family, given = " ".join([*one.von, *one.last, *one.jr]), " ".join(one.first)
        whole = family.startswith("{") and family.endswith("}")
        if given:
            yield Author(family=plain(family), given=plain(given))
        elif text := plain(family):
            yield Author(literal=text) if whole else read_author(text)


def _issued(told: Mapping[str, str]) -> str | None:
    """Year and month, the month a number or a name in English."""
    year, month = told.get("year", ""), told.get("month", "").lower()
    if before := re.fullmatch(r"(\d{1,4})\s*BCE?", year):
        year = f"-{int(before[1]) - 1:04d}"
    number = int(month) if re.fullmatch(r"\d{1,2}", month) else 0
    number = number or next((n for n, name in enumerate(_MONTHS, 1) if month[:3] == name), 0)
    return (day(f"{year}-{number:02d}") if number else None) or day(year)


def _language(told: Mapping[str, str]) -> str | None:
    """A tag, or the language that babel's name for it means."""
    name = told.get("language") or told.get("langid") or ""
    if re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", name):
        return name
    known = {fold(languages.get(tag).name): tag for tag in languages.known()}
    return known.get(fold(name).removeprefix("n"), known.get(fold(name)))
