"""BibTeX and BibLaTeX: the entries as sources, read by bibtexparser."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from quotedb.errors import MalformedRecord, QuotedbError
from quotedb.facts import Source
from quotedb.readers import Record
from quotedb.readers._clippings import day
from quotedb.readers._sources import authors, numbered

SUFFIXES = (".bib",)

_TYPES = {
    "book": "book", "incollection": "chapter", "inbook": "chapter", "article": "article-journal",
    "online": "webpage", "phdthesis": "thesis", "thesis": "thesis", "inproceedings":
    "paper-conference", "report": "report", "techreport": "report", "movie": "motion_picture",
}  # fmt: skip
_BRACES = re.compile(r"[{}]")


def recognises(head: bytes) -> bool:
    """By the beginning of an entry."""
    return bool(re.match(rb"(?:\xef\xbb\xbf)?\s*(?:%[^\n]*\n\s*)*@\w+\s*\{", head))


def records(lines: Iterable[bytes], where: str) -> Iterator[Record | QuotedbError]:
    """The sources; what bibtexparser cannot read comes out as an error."""
    from bibtexparser.entrypoint import parse_string

    text = b"".join(lines).decode("utf-8-sig", "replace")
    library = parse_string(text)
    yield from numbered(_source(_fields(entry), entry.entry_type) for entry in library.entries)
    if text.strip() and not library.entries and not library.failed_blocks:
        yield MalformedRecord("no entry of BibTeX", where=where, hint="Export it again")
    for block in library.failed_blocks:
        place = f"{where}:{(block.start_line or 0) + 1}"
        yield MalformedRecord("no entry of BibTeX", where=place, hint="Mend its braces")


def _fields(entry: object) -> dict[str, str]:
    fields: Iterable[object] = getattr(entry, "fields", ())
    named = ((str(getattr(f, "key", "")).lower(), str(getattr(f, "value", ""))) for f in fields)
    return {key: " ".join(_BRACES.sub("", value).split()) for key, value in named}


def _source(told: dict[str, str], kind: str) -> Source:
    newspaper = told.get("entrysubtype") in ("newspaper", "magazine")
    source = Source(
        csl_type=_TYPES.get(kind.lower(), "document"),
        title=told.get("title") or None,
        container_title=told.get("journaltitle") or told.get("journal") or told.get("booktitle"),
        authors=authors(told.get("author", "").split(" and ")),
        issued=day(told.get("date") or told.get("year")),
        accessed=day(told.get("urldate")),
        url=told.get("url") or None,
        publisher=told.get("publisher") or None,
    )
    return replace(source, csl_type=f"article-{told['entrysubtype']}") if newspaper else source
