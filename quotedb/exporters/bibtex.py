"""BibTeX: one entry a source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quotedb.exporters import CiteOptions
from quotedb.exporters._bib import (
    SUBTYPES,
    author_list,
    escaped,
    of_quotes,
    plain_fields,
    verbatim,
    write,
)
from quotedb.exporters._csl import Item, Reference, full_name, others_in_words, references
from quotedb.exporters._dates import iso_date
from quotedb.facts import Citation

SUFFIX = ".bib"

_TYPES = {
    "article-newspaper": "article", "article-magazine": "article", "article-journal": "article",
    "book": "book", "chapter": "incollection", "report": "techreport", "thesis": "phdthesis",
    "manuscript": "unpublished", "pamphlet": "booklet", "paper-conference": "inproceedings",
}  # fmt: skip
_SUBTYPES = SUBTYPES | {
    "broadcast": "broadcast", "motion_picture": "film", "personal_communication": "letter",
}  # fmt: skip
_CONTAINERS = {"article": "journal", "incollection": "booktitle", "inproceedings": "booktitle"}
_PUBLISHERS = {
    "article": "publisher", "book": "publisher", "incollection": "publisher",
    "techreport": "institution", "phdthesis": "school",
}  # fmt: skip


def cite(citations: Iterable[Citation], options: CiteOptions) -> Iterator[str]:
    """The entries, in the order in which the sources first come up."""
    found = references(citations, streamed=options.streamed)
    yield from write((_type(r.item), r.item["id"], _fields(r)) for r in found)


def _type(item: Item) -> str:
    return _TYPES.get(item["type"], "misc")


def _fields(reference: Reference) -> dict[str, str]:
    item = reference.item
    kind = _type(item)
    made = {
        "author": author_list(item.get("author", ())),
        "title": f"{{{escaped(item['title'])}}}" if "title" in item else "",
        _CONTAINERS.get(kind, "howpublished"): escaped(item.get("container-title", "")),
        _PUBLISHERS.get(kind, "organization"): escaped(item.get("publisher", "")),
        "address": escaped(item.get("publisher-place") or item.get("event-place", "")),
        **_dates(item),
        "url": verbatim(item.get("URL", "")),
        "entrysubtype": _SUBTYPES.get(item["type"], ""),
        "language": item.get("language", ""),
        **plain_fields(item),
        **of_quotes(reference),
    }
    more = "; ".join(part for part in (made["note"], escaped(_in_words(item))) if part)
    return made | {"note": more}


def _dates(item: Item) -> dict[str, str]:
    """Year and month as BibTeX's styles want them; the whole date as BibLaTeX does, beside."""
    parts = item.get("issued", {}).get("date-parts", [[]])[0]
    year = str(parts[0]) if parts and parts[0] > 0 else f"{-parts[0]} BC" if parts else ""
    return {
        "year": year,
        "month": str(parts[1]) if len(parts) > 1 else "",
        "date": iso_date(item.get("issued")),
        "urldate": iso_date(item.get("accessed")),
    }


def _in_words(item: Item) -> str:
    """What BibTeX has no field for, as its manual says to: in the note."""
    told = {
        "translated by": ", ".join(map(full_name, item.get("translator", ()))),
        "first published": iso_date(item.get("original-date")),
        "at": item.get("event-title", ""),
        "kept in": ", ".join(item[v] for v in ("archive", "archive_location") if v in item),
    }
    fields = [f"{words} {text}" for words, text in told.items() if text]
    return "; ".join([*fields, *others_in_words(item)])
