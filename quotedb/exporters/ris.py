"""RIS, which Zotero, EndNote and Mendeley read: one record a source, written by rispy."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from quotedb.errors import MissingExtra
from quotedb.exporters import CiteOptions
from quotedb.exporters._csl import Item, Reference, full_name, others_in_words, references
from quotedb.exporters._dates import iso_date
from quotedb.facts import Citation

SUFFIX = ".ris"

_TYPES = {
    "article-newspaper": "NEWS", "article-magazine": "MGZN", "article-journal": "JOUR",
    "webpage": "ELEC", "post": "ELEC", "post-weblog": "BLOG", "book": "BOOK", "chapter": "CHAP",
    "report": "RPRT", "thesis": "THES", "broadcast": "VIDEO", "motion_picture": "MPCT",
    "personal_communication": "PCOMM", "manuscript": "UNPB", "paper-conference": "CPAPER",
    "pamphlet": "PAMP", "song": "SOUND", "hearing": "HEAR", "speech": "GEN", "interview": "GEN",
}  # fmt: skip
# rispy's names of fields for CSL's texts.
_TEXTS = {
    "title": "title", "container-title": "secondary_title", "publisher": "publisher",
    "volume": "volume", "issue": "number",
    "edition": "edition", "page": "start_page", "DOI": "doi", "ISBN": "issn",
    "archive": "name_of_database", "archive_location": "accession_number",
    "genre": "type_of_work", "title-short": "short_title", "language": "language",
    "abstract": "abstract", "original-title": "translated_title", "event-title": "tertiary_title",
}  # fmt: skip

_YEAR = re.compile(r"(?<=\d)[-/]")  # what ends one, which may begin with a minus


def cite(citations: Iterable[Citation], options: CiteOptions) -> Iterator[str]:
    """The records, in the order in which the sources first come up.

    Raises:
        MissingExtra: rispy is not installed.
    """
    try:
        import rispy
    except ImportError as error:
        raise MissingExtra("RIS needs rispy", hint="pip install 'rispy>=0.10'") from error

    class Writer(rispy.RisWriter):  # type: ignore[misc]
        """Without the number that rispy puts above each record."""

        def set_header(self, count: int) -> str:  # noqa: ARG002
            return ""

    for number, reference in enumerate(references(citations, streamed=options.streamed)):
        yield "\n" * bool(number) + rispy.dumps([_record(reference)], implementation=Writer)


def _record(reference: Reference) -> dict[str, object]:
    item = reference.item
    issued, accessed = iso_date(item.get("issued")), iso_date(item.get("accessed"))
    made: dict[str, object] = {
        "type_of_reference": _TYPES.get(item["type"], "GEN"),
        "id": item["id"],
        "authors": _names(item, "author"),
        "secondary_authors": _names(item, "editor"),
        "subsidiary_authors": _names(item, "translator"),
        **{name: item.get(variable) for variable, name in _TEXTS.items()},
        "year": _YEAR.split(issued)[0] if issued else None,
        "date": _slashed(issued),
        "access_date": _slashed(accessed),
        "place_published": item.get("publisher-place") or item.get("event-place"),
        "original_publication": iso_date(item.get("original-date")),
        "urls": [item["URL"]] if "URL" in item else None,
        "keywords": reference.statuses,
        "notes": [
            *([item["note"]] if "note" in item else []),
            *others_in_words(item),
            *reference.warnings,
        ],
    }
    return {field: value for field, value in made.items() if value}


def _names(item: Item, variable: str) -> list[str]:
    return [full_name(name) for name in item.get(variable, ())]


def _slashed(date: str) -> str | None:
    """RIS's YYYY/MM/DD/ with what is unknown left empty."""
    if not date or date.startswith("-"):
        return None
    parts = date.partition("/")[0].split("-")
    return "/".join([*parts, "", ""][:3]) + "/"
