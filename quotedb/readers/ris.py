"""RIS: the references as sources, read by rispy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from quotedb.errors import MalformedRecord, QuotedbError
from quotedb.facts import Source
from quotedb.readers import Record
from quotedb.readers._clippings import day
from quotedb.readers._sources import authors, numbered

SUFFIXES = (".ris",)

_TYPES = {
    "NEWS": "article-newspaper", "MGZN": "article-magazine", "JOUR": "article-journal",
    "BOOK": "book", "CHAP": "chapter", "ELEC": "webpage", "BLOG": "post-weblog", "THES": "thesis",
    "RPRT": "report", "VIDEO": "broadcast", "MPCT": "motion_picture", "CPAPER": "paper-conference",
}  # fmt: skip


def recognises(head: bytes) -> bool:
    """By the tag that every reference begins with."""
    return head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"TY  - ")


def records(lines: Iterable[bytes], where: str) -> Iterator[Record | QuotedbError]:
    """The sources.

    Raises:
        MalformedRecord: rispy cannot read the file.
    """
    import rispy

    text = b"".join(lines).decode("utf-8-sig", "replace")
    try:
        found = rispy.loads(text)
    except (OSError, ValueError, KeyError, rispy.parser.ParseError) as error:
        raise MalformedRecord(
            f"no RIS ({str(error)[:80]})", where=where, hint="Export it again"
        ) from error
    if text.strip() and not found:
        raise MalformedRecord("no reference in RIS", where=where, hint="Export it again")
    yield from numbered(map(_source, found))


def _source(told: dict[str, Any]) -> Source:
    urls = told.get("urls") or []
    return Source(
        csl_type=_TYPES.get(told.get("type_of_reference", ""), "document"),
        title=told.get("title") or told.get("primary_title") or None,
        container_title=told.get("secondary_title") or told.get("journal_name") or None,
        authors=authors(told.get("authors") or told.get("first_authors") or []),
        issued=_date(told.get("date") or told.get("year") or told.get("publication_year")),
        accessed=_date(told.get("access_date")),
        url=urls[0] if urls else None,
        publisher=told.get("publisher") or None,
        language=told.get("language") or None,
    )


def _date(written: str | None) -> str | None:
    """YYYY/MM/DD/, what is unknown left empty."""
    parts = [part for part in (written or "").split("/")[:3] if part]
    return day("-".join(parts)) if parts else None
