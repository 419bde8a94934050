"""BibLaTeX: one entry a source, with the types and fields that BibTeX lacks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quotedb.exporters import CiteOptions
from quotedb.exporters._bib import author_list, escaped, of_quotes, plain_fields, verbatim, write
from quotedb.exporters._csl import Reference, references
from quotedb.exporters._dates import iso_date
from quotedb.facts import Citation

SUFFIX = ".bib"

# Types of CSL as BibLaTeX's, section 2.1 of its manual, with the subtype where there is one.
_TYPES = {
    "article-newspaper": ("article", "newspaper"), "article-magazine": ("article", "magazine"),
    "article-journal": ("article", ""), "book": ("book", ""), "chapter": ("incollection", ""),
    "webpage": ("online", ""), "post": ("online", ""), "post-weblog": ("online", ""),
    "speech": ("unpublished", ""), "manuscript": ("unpublished", ""), "report": ("report", ""),
    "thesis": ("thesis", ""), "personal_communication": ("letter", ""), "pamphlet": ("booklet", ""),
    "motion_picture": ("movie", ""), "broadcast": ("video", ""), "software": ("software", ""),
    "paper-conference": ("inproceedings", ""), "interview": ("misc", "interview"),
}  # fmt: skip
_CONTAINERS = {
    "article": "journaltitle", "incollection": "booktitle", "inproceedings": "booktitle",
    "online": "organization",
}  # fmt: skip
_DATES = {
    "issued": "date", "accessed": "urldate", "original-date": "origdate", "event-date": "eventdate",
}  # fmt: skip
_TEXTS = {
    "publisher": "publisher", "publisher-place": "location", "event-title": "eventtitle",
    "event-place": "venue", "genre": "type", "original-title": "origtitle",
    "medium": "howpublished",
    "original-publisher": "origpublisher", "title-short": "shorttitle", "ISSN": "issn",
}  # fmt: skip
# As babel calls the languages; a reader changes the capitals of a title in a language not told.
_LANGUAGES = {
    "en": "english", "tr": "turkish", "de": "ngerman", "fr": "french", "es": "spanish",
    "ru": "russian", "it": "italian", "pt": "portuguese", "nl": "dutch", "pl": "polish",
}  # fmt: skip


def cite(citations: Iterable[Citation], options: CiteOptions) -> Iterator[str]:
    """The entries, in the order in which the sources first come up."""
    found = references(citations, streamed=options.streamed)
    yield from write((_type(r), r.item["id"], _fields(r)) for r in found)


def _type(reference: Reference) -> str:
    return _TYPES.get(reference.item["type"], ("misc", ""))[0]


def _fields(reference: Reference) -> dict[str, str]:
    item = reference.item
    kind, subtype = _TYPES.get(item["type"], ("misc", ""))
    language = item.get("language", "")
    kept = ", ".join(item[v] for v in ("archive", "archive_location") if v in item)
    return {
        "entrysubtype": subtype,
        "author": author_list(item.get("author", ())),
        "translator": author_list(item.get("translator", ())),
        "title": f"{{{escaped(item['title'])}}}" if "title" in item else "",
        _CONTAINERS.get(kind, "maintitle"): escaped(item.get("container-title", "")),
        **{name: escaped(item.get(variable, "")) for variable, name in _TEXTS.items()},
        **{name: _date(item.get(variable)) for variable, name in _DATES.items()},
        "url": verbatim(item.get("URL", "")),
        "langid": _LANGUAGES.get(language.split("-")[0], ""),
        "language": language,
        "library": escaped(kept),
        **plain_fields(item),
        **of_quotes(reference),
    }


def _date(date: dict[str, object] | None) -> str:
    """ISO 8601-2, as BibLaTeX has it: about then with a tilde."""
    text = iso_date(date)
    return f"{text}~" if date and date.get("circa") and text and "/" not in text else text
