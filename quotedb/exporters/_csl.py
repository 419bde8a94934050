"""Sources as CSL-JSON items, which every citation format starts from.

Fields as in the CSL 1.0.2 input schema. What a source lacks and its quotes tell is taken from
them: the speaker of a speech or interview is its author, the occasion of a speech its event, and
a post without a title goes by its first words (APA 7, 10.15).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from quotedb import languages
from quotedb.errors import UnknownName
from quotedb.exporters._dates import csl_date
from quotedb.facts import Author, Citation, Detail, Source
from quotedb.text import csl
from quotedb.text.authors import read_author
from quotedb.text.folding import fold

Item = dict[str, Any]

_FIELDS = {
    "title": "title", "container_title": "container-title", "publisher": "publisher",
    "url": "URL",
}  # fmt: skip
_IN_WORDS = {
    "director": "directed by", "interviewer": "interviewed by", "recipient": "to",
    "host": "hosted by", "narrator": "narrated by", "performer": "performed by",
    "composer": "composed by", "illustrator": "illustrated by", "script-writer": "written by",
}  # fmt: skip
# Control characters, surrogates, and the separators of lines and paragraphs.
_UNPRINTED = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029]")
_KEY_WORDS = frozenset(["a", "an", "the", "of", "in", "on", "and", "bir", "ve", "bu"])
SPOKEN = frozenset(("speech", "interview"))
_TITLE_WORDS = 20


@dataclass(frozen=True, slots=True)
class Reference:
    """A source as a CSL item, with what is cited from it."""

    item: Item
    citations: tuple[Citation, ...]

    @property
    def statuses(self) -> list[str]:
        """The statuses of its quotes, each once, sorted."""
        return sorted({citation.quote.status for citation in self.citations})

    @property
    def warnings(self) -> list[str]:
        """What must be said of its quotes that are disputed or not their speaker's."""
        return list(dict.fromkeys(w for c in self.citations if (w := warning(c))))


def references(citations: Iterable[Citation], *, streamed: bool = False) -> Iterator[Reference]:
    """A reference for each source, in the order in which the sources first come up.

    Args:
        citations: any number of them for a source.
        streamed: the citations of a source come one after the other. Nothing is gathered then,
            and keys are told apart by the source's number.
    """
    if streamed:
        for _, together in groupby(citations, key=_identity):
            some = tuple(together)
            yield Reference(_item(some, None), some)
        return
    found: dict[object, list[Citation]] = {}
    for citation in citations:
        found.setdefault(_identity(citation), []).append(citation)
    keys: set[str] = set()
    for gathered in found.values():
        yield Reference(_item(gathered, keys), tuple(gathered))


def items(citations: Iterable[Citation]) -> list[Item]:
    """One item a source, in the order in which the sources first come up."""
    return [reference.item for reference in references(citations)]


def warning(citation: Citation) -> str:
    """What a reader must be told of a quote that is disputed or misattributed; else ""."""
    quote = citation.quote
    if quote.status not in ("disputed", "misattributed"):
        return ""
    to = f" to {clean(quote.speaker)}" if quote.speaker and quote.status == "misattributed" else ""
    return f"{quote.status}{to}: “{shortened(quote.text)}”"


def shortened(text: str, words: int = 8) -> str:
    """The first words of a text."""
    all_words = clean(text).split()
    return " ".join(all_words[:words]) + ("…" if len(all_words) > words else "")


def printable(item: Item, locale: str, family: str = "other") -> Item:
    """The item as a styled list needs it, where it lacks what every style begins with.

    A work by an organisation names it as author (APA 7, 9.11; MLA 9, 5.20; Chicago 18, 13.86),
    and a work without a title is described instead: in brackets in APA (7, 9.22), in plain
    words in MLA (9, 5.29) and Chicago. Styles do the rest when the description is the `genre`.
    MLA alone dates a speech by its event (9, 5.110), whose day is then that of the speech. The
    day on which something was accessed says nothing where there is no address (APA 7, 9.16).
    """
    if family == "mla" and "event-title" in item and "issued" in item:
        item = {"event-date": item["issued"], **item}
    if "accessed" in item and not item.keys() & {"URL", "DOI"}:
        item = {name: value for name, value in item.items() if name != "accessed"}
    if "title" in item:
        return item
    made = dict(item, genre=described(item, locale))
    if "author" not in made and "container-title" not in made and "publisher" in made:
        made["author"] = [{"literal": made.pop("publisher")}]
    return made


def full_name(name: dict[str, str]) -> str:
    """A CSL name as `Family, Given`, or whole."""
    return name.get("literal") or ", ".join(n for n in (name.get("family"), name.get("given")) if n)


def others_in_words(item: Item) -> list[str]:
    """Who had a hand in a work, where a format has no field for it: `interviewed by Doe, Ann`."""
    return [
        f"{words} {'; '.join(map(full_name, item[role]))}"
        for role, words in _IN_WORDS.items()
        if role in item
    ]


def clean(text: str) -> str:
    """The text on one line and without control characters."""
    return " ".join(_UNPRINTED.sub(" ", text).split())


def _identity(citation: Citation) -> object:
    source = citation.attestation.source
    return source if source.id is None else source.id


def _item(citations: list[Citation] | tuple[Citation, ...], keys: set[str] | None) -> Item:
    source = citations[0].attestation.source
    item: Item = {"id": _key(source, keys), "type": source.csl_type}
    for field, variable in _FIELDS.items():
        if value := clean(getattr(source, field) or ""):
            item[variable] = value
    if source.authors:
        item["author"] = [_name(author) for author in source.authors]
    for variable, date in (("issued", source.issued), ("accessed", source.accessed)):
        if date and (made := csl_date(date)):
            item[variable] = made
    for detail in source.details:
        _add_detail(item, detail)
    if language := source.language or citations[0].quote.language:
        item["language"] = language
    return item | _from_quotes(item, citations)


def _add_detail(item: Item, detail: Detail) -> None:
    """One more variable; a name is one of several, a text goes behind one that is there."""
    variable, text = detail.variable, clean(detail.text)
    if variable in csl.NAMES:
        item.setdefault(variable, []).append(_name(read_author(text)))
    elif variable in csl.DATES:
        item[variable] = csl_date(text) or {"literal": text}
    elif variable in csl.DETAILS and text:
        item[variable] = f"{item[variable]}; {text}" if variable in item else text


def _from_quotes(item: Item, citations: Iterable[Citation]) -> Item:
    """What a speech, an interview or a post says of itself only through its quotes."""
    kind, told = item["type"], next(iter(citations))
    made: Item = {}
    if kind in SPOKEN and "author" not in item and not told.indirect:
        speakers = {c.quote.speaker for c in citations if c.quote.status != "misattributed"}
        if len(speakers) == 1 and (speaker := clean(speakers.pop() or "")):
            made["author"] = [_name(read_author(speaker))]
    if kind == "speech" and "event-title" not in item:
        event = {"event-title": told.quote.event, "event-place": told.quote.place}
        made |= {name: clean(text) for name, text in event.items() if text}
    if kind == "post" and "title" not in item:
        made["title"] = shortened(told.attestation.exact, _TITLE_WORDS)
    return made


def _name(author: Author) -> dict[str, str]:
    parts = {"family": author.family, "given": author.given, "literal": author.literal}
    return {part: clean(text) for part, text in parts.items() if text}


def _key(source: Source, taken: set[str] | None) -> str:
    """Such as `hartmann2021bridge`: ASCII, and a number more where it is taken.

    With nothing to compare it with, the number is that of the source.
    """
    author = source.authors[0] if source.authors else Author()
    name = author.family or author.literal or source.container_title or source.publisher or ""
    words = [word for word in _ascii(source.title or "") if word not in _KEY_WORDS]
    year = (re.findall(r"\d{4}", source.issued or "") or [""])[0]
    stem = "".join((_ascii(name) or [""])[0:1]) + year + "".join(words[:1]) or "source"
    if taken is None:
        return f"{stem}-{source.id or 0}"
    key, number = stem, 1
    while key in taken:
        number += 1
        key = f"{stem}-{number}"
    taken.add(key)
    return key


def _ascii(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", fold(text))


def described(item: Item, locale: str) -> str:
    """What to call an item without a title, in the locale's language or else in English."""
    try:
        words = languages.get(locale).untitled
    except UnknownName:
        words = {}
    words = words or languages.get("en").untitled
    return words.get(item["type"], words[""])
