"""Wikiquote: a MediaWiki dump, read as a stream; a page is a speaker, a starred line a quotation.

Lines under it name its sources, in words or in a template. Where they name none, or the quotation
is disputed or wrongly ascribed and they say why, its source is the page itself. Sections for those
give the quotation that status; those about the speaker, and the links, are left out. On pages of a
theme or a work, who is linked first below the words speaks. Entities other than XML's own are not
resolved.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain, dropwhile
from typing import Any
from urllib.parse import quote as quote_url

from quotedb.errors import MalformedRecord, QuotedbError
from quotedb.facts import Clipping, Source, Status
from quotedb.readers import Record
from quotedb.readers._clippings import clipping, day
from quotedb.readers._wikisource import as_list, described
from quotedb.text.folding import fold

SUFFIXES: tuple[str, ...] = ()

# Words of a section's heading, folded, in the languages of the larger Wikiquotes.
_STATUS: tuple[tuple[Status, re.Pattern[str]], ...] = (
    ("misattributed", re.compile(
        r"misattribut|falschlich|filschlich|apocryph|apocrif|erroneamente|yanlis|ошибочно|"
        r"falsamente|blednie|chybne|a tort|falsche|mal atribu|onterecht"
    )),
    ("disputed", re.compile(
        r"disput|umstritten|zweifelhaft|contest|dudos|tartismali|спорн|приписыва|dubbie|watpliw|betwist|duvidos|kuskulu|supheli"
    )),
)  # fmt: skip
_LEFT_OUT = re.compile(
    r"about|uber |sur |sobre |hakkinda|о |see also|siehe auch|voir aussi|vease|ayrica|см также|"
    r"external|weblinks|liens|enlaces|dis bag|ссылки|references?|notes|einzelnachweise|примечания|"
    r"kaynak|bibliograph|further|cast|sources"
)
_HEADING = re.compile(r"^(={2,6})(.*?)\1\s*$")
_ITEM = re.compile(r"^(\*+)\s*(?!:)(.*)$")
_BELOW = re.compile(r"^\*+:+\s*(.*)$")  # a translation, or more words, under a quotation
_THEME = re.compile(
    r"\[\[[^\[\]|:\n]{1,40}:[^\[\]|\n]{0,80}?\b(themes?|proverbs?|films?|television|tv|video games|"
    r"temas?|thèmes?|proverbes?|sprichw\w*|themen|темы|пословицы|temalar|atasözleri|filmler\w*)\b",
    re.I,
)
_LINKED = re.compile(r"^\W*\[\[(?:[^\[\]|]*\|)?([^\[\]|]+)\]\]")
_LANGUAGE = {"lang", "langue", "tlang"}  # templates that only say which language words are in
_URL = re.compile(r"https?://[^\s\]|}<]+")
_IN_LANGUAGE = re.compile(r"\W*\{\{\s*(?:lang|langue|tlang)\s*\|\s*([A-Za-z]{2,3})\s*\|")
_LONGEST = 200  # characters of a source in words that are taken for its title
_MARKS = '“”"„«» '


@dataclass(slots=True)
class _Quote:
    """A starred line, the status of its section, and the lines below it."""

    text: str
    status: Status
    sources: list[str]
    below: list[str]


@dataclass(frozen=True, slots=True)
class _Page:
    """A page of the wiki: its address if that is known, and the line of the dump it is on."""

    title: str
    text: str
    language: str | None
    url: str | None
    line: int

    @property
    def is_of_many(self) -> bool:
        """Whether it is of a theme or a work, where each quotation has a speaker of its own."""
        return bool(_THEME.search(self.text))


class _Stream(io.RawIOBase):
    """Lines as a file that is read a piece at a time."""

    def __init__(self, lines: Iterable[bytes]) -> None:
        self._lines = iter(lines)

    def read(self, size: int = -1) -> bytes:  # noqa: ARG002
        return next(self._lines, b"")


def recognises(head: bytes) -> bool:
    """By the root of a MediaWiki export."""
    return b"<mediawiki" in head[:4096]


def records(lines: Iterable[bytes], where: str) -> Iterator[Record | QuotedbError]:
    """The quotations of all pages of the main namespace.

    Raises:
        MalformedRecord: the file is no MediaWiki export, or breaks off.
    """
    for page in _pages(lines, where):
        person = None if page.is_of_many else re.sub(r"\s*\(.*\)$", "", page.title)
        for number, quote in enumerate(_quotes(as_list(page.text)), start=1):
            place = f"{where}:{page.line}, {page.title}, quotation {number}"
            try:
                yield _clipping(quote, page, person or _linked(quote), place)
            except QuotedbError as error:
                yield MalformedRecord(error.what, where=place, hint=error.hint)


def _clipping(quote: _Quote, page: _Page, speaker: str | None, place: str) -> Clipping:
    """A quotation with its document: that of a template below it, or else told in words, or else
    the page.
    """
    found = clipping({**_told(quote, page), "speaker": speaker}, place)
    quotation = replace(found.quotation, status=quote.status)
    described = _described(quote) if quote.status == "unverified" else None
    if not described:
        source = found.source
        source = replace(source, csl_type="webpage") if source.container_title else source
        return replace(found, quotation=quotation, source=source)
    source, at = described
    locator = at if at is None or not at[0].isdigit() else f"p. {at}"
    return replace(found, quotation=replace(quotation, locator=locator), source=source)


def _described(quote: _Quote) -> tuple[Source, str | None] | None:
    import mwparserfromhell

    for line in quote.sources:
        if "{{" in line:
            for template in mwparserfromhell.parse(line).filter_templates():
                if found := described(template):
                    return found
    return None


def _pages(lines: Iterable[bytes], where: str) -> Iterator[_Page]:
    """Each page of the main namespace that is no redirect."""
    from lxml import etree

    some = dropwhile(lambda line: not line.strip(), lines)
    first = next(some, None)
    if first is None:
        return
    base: str | None = None
    try:
        events = etree.iterparse(
            _Stream(chain([first], some)), events=("end",), tag=("{*}page", "{*}base"),
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        )  # fmt: skip
        for _, found in events:
            if etree.QName(found).localname == "base":
                base = found.text
                continue
            if page := _page(found, base):
                yield page
            found.clear()
            while found.getprevious() is not None:
                del found.getparent()[0]
    except (etree.LxmlError, ValueError) as error:
        raise MalformedRecord(
            f"no MediaWiki export ({str(error)[:80]})", where=where, hint="Fetch the dump again"
        ) from error


def _page(found: Any, base: str | None) -> _Page | None:  # noqa: ANN401
    title, text = found.findtext("{*}title"), found.findtext("{*}revision/{*}text")
    if found.findtext("{*}ns", "0") != "0" or found.find("{*}redirect") is not None or not title:
        return None
    root = found.getroottree().getroot()
    language = root.get("{http://www.w3.org/XML/1998/namespace}lang")
    path = quote_url(title.replace(" ", "_"), safe="/:(),'")
    url = f"{base.rpartition('/')[0]}/{path}" if base and _URL.fullmatch(base) else None
    return _Page(title, text or "", language, url, found.sourceline or 0)


def _quotes(text: str) -> Iterator[_Quote]:
    status: Status | None = "unverified"
    quote: _Quote | None = None
    for line in text.splitlines():
        heading, item = _HEADING.match(line), _ITEM.match(line)
        if heading or (item and len(item[1]) == 1):
            if quote:
                yield quote
            quote = None
        if heading:
            status = _status(heading, status)
        elif item and len(item[1]) == 1 and status:
            quote = _Quote(item[2], status, [], [])
        elif item and quote:
            quote.sources.append(item[2])
        elif quote and (more := _BELOW.match(line)):
            quote.below.append(more[1])
    if quote:
        yield quote


def _status(heading: re.Match[str], before: Status | None) -> Status | None:
    """The status of what stands under a heading; None for what is left out. One below another
    keeps what that said.
    """
    name = fold(heading[2].strip())
    for status, words in _STATUS:
        if words.search(name):
            return status
    if _LEFT_OUT.match(name) or (" about" in name):
        return None
    return "unverified" if len(heading[1]) == 2 else before


def _told(quote: _Quote, page: _Page) -> dict[str, Any]:
    source = _plain(quote.sources[0]) if quote.sources else ""
    told: dict[str, Any] = {
        "text": _plain(_references(quote.text, kept=False)).strip(_MARKS),
        "language": _language(quote.text) or page.language,
        "note": "\n".join(filter(None, map(_plain, [*quote.below, *quote.sources]))) or None,
    }  # fmt: skip
    if source and quote.status == "unverified":
        url = _URL.search(quote.sources[0])
        return told | {
            "title": source[:_LONGEST], "url": url[0] if url else None, "issued": day(source),
        }  # fmt: skip
    return told | {"title": page.title, "outlet": "Wikiquote", "url": page.url}


def _linked(quote: _Quote) -> str | None:
    """Who is linked at the beginning of the line below the words."""
    linked = _LINKED.match(quote.sources[0]) if quote.sources else None
    return linked[1].strip() if linked else None


def _language(wikitext: str) -> str | None:
    """The language of words that stand in a template for it."""
    found = _IN_LANGUAGE.match(wikitext)
    return found[1].lower() if found else None


def _references(wikitext: str, *, kept: bool = True) -> str:
    """The text with its footnotes in brackets, or without them."""
    first, *rest = wikitext.split("<ref")
    made = [first]
    for part in rest:
        tag, _, after = part.partition(">")
        inside, ended, tail = after.partition("</ref>")
        if tag.endswith("/") or not ended:
            made.append(after)
        else:
            made += [f" ({inside})" if kept else "", tail]
    return "".join(made)


def _plain(wikitext: str) -> str:
    """The words, without templates, references and marks."""
    import mwparserfromhell

    code = mwparserfromhell.parse(_references(re.sub(r"<br\s*/?>", " ", wikitext)))
    for template in code.filter_templates(recursive=False):
        if str(template.name).strip().lower() in _LANGUAGE and template.has(2):
            code.replace(template, template.get(2).value)
    return " ".join(str(code.strip_code()).replace(" ()", "").split())
