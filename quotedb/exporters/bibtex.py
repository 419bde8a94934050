"""BibTeX: one entry a source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quotedb.exporters import CiteOptions
from quotedb.exporters._bib import author_list, escaped, verbatim, write
from quotedb.exporters._csl import Item, items
from quotedb.exporters._dates import iso_date
from quotedb.facts import Citation

SUFFIX = ".bib"

_TYPES = {
    "article-newspaper": "article", "article-magazine": "article", "article-journal": "article",
    "book": "book", "chapter": "incollection",
}  # fmt: skip
_CONTAINERS = {"article": "journal", "incollection": "booktitle"}
_PUBLISHERS = {"article": "publisher", "book": "publisher", "incollection": "publisher"}


def cite(citations: Iterable[Citation], options: CiteOptions) -> Iterator[str]:  # noqa: ARG001
    """The entries, in the order in which the sources first come up."""
    found = items(citations)
    if found:
        yield write((_type(item), item["id"], _fields(item)) for item in found)


def _type(item: Item) -> str:
    return _TYPES.get(item["type"], "misc")


def _fields(item: Item) -> dict[str, str]:
    kind = _type(item)
    made = {
        "author": author_list(item.get("author", ())),
        "title": f"{{{escaped(item['title'])}}}" if "title" in item else "",
        _CONTAINERS.get(kind, "howpublished"): escaped(item.get("container-title", "")),
        _PUBLISHERS.get(kind, "organization"): escaped(item.get("publisher", "")),
        **_dates(item),
        "url": verbatim(item.get("URL", "")),
        "language": item.get("language", ""),
    }
    return {name: value for name, value in made.items() if value}


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
