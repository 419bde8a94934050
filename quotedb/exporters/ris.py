"""RIS, which Zotero, EndNote and Mendeley read: one record a source, written by rispy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quotedb.errors import MissingExtra
from quotedb.exporters import CiteOptions
from quotedb.exporters._csl import Item, full_name, items
from quotedb.exporters._dates import iso_date
from quotedb.facts import Citation

SUFFIX = ".ris"

_TYPES = {
    "article-newspaper": "NEWS", "article-magazine": "MGZN", "article-journal": "JOUR",
    "webpage": "ELEC", "post": "ELEC", "post-weblog": "BLOG", "book": "BOOK", "chapter": "CHAP",
    "report": "RPRT", "thesis": "THES", "broadcast": "VIDEO", "motion_picture": "MPCT",
    "personal_communication": "PCOMM",
}  # fmt: skip


def cite(citations: Iterable[Citation], options: CiteOptions) -> Iterator[str]:  # noqa: ARG001
    """The records, in the order in which the sources first come up.

    Raises:
        MissingExtra: rispy is not installed.
    """
    found = items(citations)
    if not found:
        return
    try:
        import rispy
    except ImportError as error:
        raise MissingExtra("RIS needs rispy", hint="pip install 'rispy>=0.10'") from error

    class Writer(rispy.RisWriter):  # type: ignore[misc]
        """Without the number that rispy puts above each record."""

        def set_header(self, count: int) -> str:  # noqa: ARG002
            return ""

    yield rispy.dumps([_record(item) for item in found], implementation=Writer)


def _record(item: Item) -> dict[str, object]:
    issued, accessed = iso_date(item.get("issued")), iso_date(item.get("accessed"))
    made: dict[str, object] = {
        "type_of_reference": _TYPES.get(item["type"], "GEN"),
        "id": item["id"],
        "authors": [full_name(name) for name in item.get("author", ())],
        "title": item.get("title"),
        "secondary_title": item.get("container-title"),
        "publisher": item.get("publisher"),
        "year": issued.partition("/")[0][:5].rstrip("-") if issued else None,
        "date": _slashed(issued),
        "access_date": _slashed(accessed),
        "urls": [item["URL"]] if "URL" in item else None,
        "language": item.get("language"),
    }
    return {field: value for field, value in made.items() if value}


def _slashed(date: str) -> str | None:
    """RIS's YYYY/MM/DD/ with what is unknown left empty."""
    if not date or date.startswith("-"):
        return None
    parts = date.partition("/")[0].split("-")
    return "/".join([*parts, "", ""][:3]) + "/"
