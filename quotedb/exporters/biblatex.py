"""BibLaTeX: one entry a source, with the types and fields that BibTeX lacks."""

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
from quotedb.exporters._csl import Item, Reference, references
from quotedb.exporters._dates import iso_date
from quotedb.facts import Citation

SUFFIX = ".bib"

# Types of CSL as BibLaTeX's, section 2.1 of its manual.
_TYPES = {
    "article-newspaper": "article", "article-magazine": "article", "article-journal": "article",
    "book": "book", "chapter": "incollection", "webpage": "online", "post": "online",
    "post-weblog": "online", "speech": "unpublished", "manuscript": "unpublished",
    "report": "report", "thesis": "thesis", "personal_communication": "letter",
    "pamphlet": "booklet", "motion_picture": "movie", "broadcast": "video",
    "software": "software", "paper-conference": "inproceedings", "interview": "misc",
}  # fmt: skip
# Those who had another part in it than author, editor or translator: three at most.
_ROLES = (
    "director", "interviewer", "recipient", "host", "narrator", "performer", "composer",
    "illustrator", "script-writer",
)  # fmt: skip
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
    return _TYPES.get(reference.item["type"], "misc")


def _fields(reference: Reference) -> dict[str, str]:
    item = reference.item
    kind = _TYPES.get(item["type"], "misc")
    language = item.get("language", "")
    kept = ", ".join(item[v] for v in ("archive", "archive_location") if v in item)
    return {
        "entrysubtype": SUBTYPES.get(item["type"], ""),
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
        **_others(item),
        **plain_fields(item),
        **of_quotes(reference),
    }


def _others(item: Item) -> dict[str, str]:
    """Each further part with its names and what it is, as section 2.2.2 of the manual has it."""
    made: dict[str, str] = {}
    for letter, role in zip("abc", (role for role in _ROLES if role in item), strict=False):
        made[f"editor{letter}"] = author_list(item[role])
        made[f"editor{letter}type"] = role
    return made


def _date(date: dict[str, object] | None) -> str:
    """ISO 8601-2, as BibLaTeX has it: about then with a tilde."""
    text = iso_date(date)
    if date and (season := date.get("season")):
        return f"{text}-{20 + int(str(season))}"  # as EDTF has it, level 1
    return f"{text}~" if date and date.get("circa") and text and "/" not in text else text
