"""Wikiquote: a MediaWiki dump, read as a stream; a page is a speaker, a starred line a quotation.

Lines under it name its sources. Sections for what is disputed or wrongly ascribed give the
quotation that status; those about the speaker, and the links, are left out. Entities other than
XML's own are not resolved.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain, dropwhile
from typing import Any

from quotedb.errors import MalformedRecord, QuotedbError
from quotedb.facts import Status
from quotedb.readers import Record
from quotedb.readers._clippings import clipping
from quotedb.text.folding import fold

SUFFIXES: tuple[str, ...] = ()

# Words of a section's heading, folded, in the languages of the larger Wikiquotes.
_STATUS: tuple[tuple[Status, re.Pattern[str]], ...] = (
    ("misattributed", re.compile(
        r"misattribut|falschlich|filschlich|apocryph|apocrif|erroneamente|yanlis|ошибочно|"
        r"falsamente|blednie|chybne"
    )),
    ("disputed", re.compile(
        r"disput|umstritten|zweifelhaft|contest|dudos|tartismali|спорн|приписыва|dubbie|watpliw"
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
_LANGUAGE = {"lang", "langue", "tlang"}  # templates that only say which language words are in
_YEAR = re.compile(r"\b(1[0-9]{3}|20[0-9]{2})\b")
_URL = re.compile(r"https?://[^\s\]|}<]+")
_MARKS = '“”"„«» '


@dataclass(slots=True)
class _Quote:
    """A starred line, the status of its section, and the lines below it."""

    text: str
    status: Status
    sources: list[str]
    below: list[str]


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
    language = None
    for title, text, tag in _pages(lines, where):
        language = language or tag
        for number, quote in enumerate(_quotes(text), start=1):
            place = f"{where}, {title}, quotation {number}"
            try:
                found = clipping(_told(quote, title, language), place)
                yield replace(found, quotation=replace(found.quotation, status=quote.status))
            except QuotedbError as error:
                yield MalformedRecord(error.what, where=place, hint=error.hint)


def _pages(lines: Iterable[bytes], where: str) -> Iterator[tuple[str, str, str | None]]:
    """Title, wikitext and the wiki's language of each page that is no redirect."""
    from lxml import etree

    some = dropwhile(lambda line: not line.strip(), lines)
    first = next(some, None)
    if first is None:
        return
    try:
        events = etree.iterparse(
            _Stream(chain([first], some)), events=("end",), tag="{*}page", resolve_entities=False,
            no_network=True, load_dtd=False, huge_tree=False,
        )  # fmt: skip
        for _, page in events:
            root = page.getroottree().getroot()
            tag = root.get("{http://www.w3.org/XML/1998/namespace}lang")
            title, text = page.findtext("{*}title"), page.findtext("{*}revision/{*}text")
            if page.findtext("{*}ns", "0") == "0" and page.find("{*}redirect") is None and title:
                yield title, text or "", tag
            page.clear()
            while page.getprevious() is not None:
                del page.getparent()[0]
    except (etree.LxmlError, ValueError) as error:
        raise MalformedRecord(
            f"no MediaWiki export ({str(error)[:80]})", where=where, hint="Fetch the dump again"
        ) from error


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


def _told(quote: _Quote, title: str, language: str | None) -> dict[str, Any]:
    source = " ".join(_plain(line) for line in quote.sources[:1])
    told: dict[str, Any] = {
        "text": _plain(quote.text).strip(_MARKS), "speaker": re.sub(r"\s*\(.*\)$", "", title),
        "language": language,
        "note": "\n".join(map(_plain, [*quote.below, *quote.sources])) or None,
    }  # fmt: skip
    if source:
        url = _URL.search(quote.sources[0])
        year = _YEAR.search(source)
        told |= {
            "title": source[:200], "url": url[0] if url else None,
            "issued": year[1] if year and quote.status == "unverified" else None,
        }  # fmt: skip
    return told


def _plain(wikitext: str) -> str:
    """The words, without templates, references and marks."""
    import mwparserfromhell

    code = mwparserfromhell.parse(re.sub(r"<br\s*/?>", " ", wikitext))
    for template in code.filter_templates(recursive=False):
        if str(template.name).strip().lower() in _LANGUAGE and template.has(2):
            code.replace(template, template.get(2).value)
    for tag in code.filter_tags(matches=lambda node: str(node.tag) == "ref"):
        code.remove(tag)
    return " ".join(str(code.strip_code()).split())
