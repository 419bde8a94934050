"""What a web page says of itself: title, outlet, authors, date, address, language.

Read in the order of who had reason to be exact: data for machines (JSON-LD), then the tags made
for sharing and for libraries, then the page as it is seen. Sites fill these in with care or not
at all, so what cannot be true is left out: an outlet that is an address, an author who is the
outlet, a day to come.
"""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urljoin, urlsplit

from quotedb.errors import InvalidDate
from quotedb.facts import Author, Source
from quotedb.text.authors import read_author, read_authors
from quotedb.text.dates import parse_edtf, read_date
from quotedb.text.folding import fold

_TITLES = ("og:title", "citation_title", "dcterms.title", "dc.title", "headline", "twitter:title")
_OUTLETS = ("og:site_name", "citation_journal_title", "dcterms.publisher", "dc.publisher")
_AUTHORS = (
    "citation_author", "author", "article:author", "parsely-author", "sailthru.author", "byl",
    "dcterms.creator", "dc.creator",
)  # fmt: skip
_DATES = (
    "article:published_time", "og:article:published_time", "datepublished",
    "citation_publication_date", "citation_date", "dcterms.issued", "dc.date.issued",
    "dcterms.created", "parsely-pub-date", "sailthru.date", "pubdate", "publish-date", "dc.date",
    "date",
)  # fmt: skip
_MADE_UP = ("0001", "1970-01-01")  # what programs write when they have no date
_ADDRESS = re.compile(r"https?:|www\.|^@|^[\w.-]+\.[a-z]{2,}/?$|/", re.IGNORECASE)
_BY = re.compile(r"^(?:by|written by|author)\b\s*:?\s*", re.IGNORECASE)
_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_LONGEST = 300  # characters; a longer value is a text, or a mistake
_DEEPEST = 6  # how far one thing may stand inside another in JSON-LD


@dataclass(frozen=True)
class Page:
    """A page's tree (of lxml) and its address, if that is known from elsewhere."""

    tree: Any
    address: str | None = None

    @cached_property
    def metas(self) -> dict[str, list[str]]:
        """The contents of the `meta` tags by name, in small letters."""
        found: dict[str, list[str]] = {}
        for tag in self.tree.iter("meta"):
            name = tag.get("property") or tag.get("name") or tag.get("itemprop") or ""
            content = _clean(tag.get("content"))
            if content:
                found.setdefault(name.strip().lower(), []).append(content)
        return found

    @cached_property
    def article(self) -> dict[str, Any]:
        """The page's article as JSON-LD has it; empty when there is none."""
        things = list(self._things())
        for thing in things:
            kinds = _listed(thing.get("@type"))
            if any(str(kind).endswith(("Article", "Posting", "Report")) for kind in kinds):
                return thing
        return next((thing for thing in things if "headline" in thing), {})

    def _things(self) -> Iterator[dict[str, Any]]:
        for script in self.tree.xpath('.//script[@type="application/ld+json"]'):
            try:
                data = json.loads(script.text or "", strict=False)
            except (ValueError, RecursionError):
                continue
            yield from _nested(data, _DEEPEST)

    def first(self, names: Iterable[str]) -> str | None:
        """The content of the first of these `meta` tags that the page has."""
        return next((self.metas[name][0] for name in names if name in self.metas), None)


def described(page: Page, today: str) -> tuple[Source, tuple[str, ...]]:
    """What a page says of itself, and a note that this is its own word.

    Args:
        page: the page.
        today: EDTF; a date of issue after it is not believed.
    """
    outlet = _outlet(page)
    authors = _authors(page, outlet)
    issued, notes = _issued(page, today)
    address = _address(page)
    told = [
        word for word, value in (("author", authors), ("outlet", outlet), ("date", issued)) if value
    ]
    if told:
        words = " and ".join([", ".join(told[:-1]), told[-1]] if told[1:] else told)
        notes = (f"{words} {'are' if told[1:] else 'is'} as the page's metadata says", *notes)
    source = Source(
        csl_type="article-newspaper" if outlet else "webpage",
        title=_title(page, outlet),
        container_title=outlet,
        authors=authors,
        issued=issued,
        url=address,
        language=_language(page),
    )
    return source, notes


def headline(page: Page) -> str | None:
    """The page's one main heading, as it is seen; None when it has none or several."""
    headings = [text for one in page.tree.iter("h1") if (text := _clean(one.text_content()))]
    return headings[0] if len(headings) == 1 else None


def _title(page: Page, outlet: str | None) -> str | None:
    element = page.tree.find(".//title")
    written = _clean(element.text_content()) if element is not None else None
    title = (
        _text(page.article.get("headline"))
        or page.first(_TITLES[:1])
        or headline(page)
        or page.first(_TITLES[1:])
        or written
    )
    if title and outlet:
        bare = re.sub(rf"\s*[-–—|·•:»]\s*{re.escape(outlet)}$", "", title)
        return bare or title
    return title


def _outlet(page: Page) -> str | None:
    publisher = page.article.get("publisher")
    names = (page.first(_OUTLETS[:1]), *_names(publisher), page.first(_OUTLETS[1:]))
    return next((name for name in names if name and not _ADDRESS.search(name)), None)


def _authors(page: Page, outlet: str | None) -> tuple[Author, ...]:
    """The authors, each once, without the outlet and without what is no name."""
    told = page.article.get("author") or page.article.get("creator")
    candidates = [[*_bodies(told), *_persons(told)]]
    candidates += [
        [author for one in page.metas.get(name, ()) for author in _split(one)] for name in _AUTHORS
    ]
    seen = [
        [author for name in _seen_authors(page) for author in _split(name)],
    ]
    for found in (*candidates, *seen):
        names = {fold(author.full): author for author in found if _is_name(author.full, outlet)}
        if names:
            return tuple(names.values())
    return ()


def _persons(told: Any) -> list[Author]:  # noqa: ANN401
    people = [one for one in _listed(told) if not _is_body(one)]
    return [author for name in _names(people) for author in _split(name)]


def _bodies(told: Any) -> list[Author]:  # noqa: ANN401
    bodies = [one for one in _listed(told) if _is_body(one)]
    return [Author(literal=name) for name in _names(bodies)]


def _is_body(told: Any) -> bool:  # noqa: ANN401
    kinds = _listed(told.get("@type")) if isinstance(told, dict) else []
    return any(str(kind).endswith("Organization") for kind in kinds)


def _split(written: str) -> list[Author]:
    """The authors on one line. `Berg, Anna` is one; `Anna Berg, Bert Hill` are two."""
    line = _BY.sub("", written).strip()
    parts = [part.strip() for part in line.split(",")]
    if len(parts) > 1 and all(" " in part for part in parts):
        return [author for part in parts for author in read_authors(part)]
    return list(read_authors(line)) if len(parts) < 3 else [read_author(part) for part in parts]


def _is_name(name: str, outlet: str | None) -> bool:
    """Whether it may be an author: no address, no date or divider in it, not the outlet."""
    if _ADDRESS.search(name) or "@" in name or "|" in name or any(map(str.isdigit, name)):
        return False
    return len(name) <= 100 and any(map(str.isalpha, name)) and fold(name) != fold(outlet or "")


def _seen_authors(page: Page) -> Iterator[str]:
    """Names marked up as the author's where a reader of the page sees them."""
    marked = './/*[@rel="author" or @itemprop="author"]'
    for element in page.tree.xpath(marked):
        named = element.xpath('.//*[@itemprop="name"]')
        for one in named or [element]:
            name = _clean(one.get("content") or one.text_content())
            if name and len(name) <= 100:
                yield name


def _issued(page: Page, today: str) -> tuple[str | None, tuple[str, ...]]:
    """The date of issue (EDTF), and a note on one that cannot be."""
    times = page.tree.xpath(
        './/*[@itemprop="datePublished"]|.//time[@pubdate]|.//article//header//time[@datetime]'
    )
    written = [
        page.article.get("datePublished"),
        page.article.get("dateCreated"),
        *(page.metas[name][0] for name in _DATES if name in page.metas),
        *(one.get("content") or one.get("datetime") or one.text_content() for one in times),
    ]
    for value in filter(None, map(_text, written)):
        date = None if value.startswith(_MADE_UP) else read_date(value)
        if date and _is_after(date, today):
            return None, (f"the page's date, {date}, lies ahead and is left out",)
        if date:
            return date, ()
    return None, ()


def _is_after(date: str, today: str) -> bool:
    """Whether a date begins later than the day after `today`: it may be tomorrow elsewhere."""
    try:
        first, last = parse_edtf(date).earliest, parse_edtf(today).latest
    except InvalidDate:
        return False
    return first is not None and last is not None and first > last + 1


def _address(page: Page) -> str | None:
    """Where the page was found, or the address it gives for itself, made whole.

    A canonical link to the site's front page is a template's mistake if another one goes deeper.
    """
    links = page.tree.xpath('.//link[translate(@rel, "CANONIL", "canonil")="canonical"]/@href')
    base = next(iter(page.tree.xpath(".//base/@href")), "")
    own = page.metas.get("og:url", [])
    ground = next((one for one in (base, *own, _text(page.article.get("url"))) if _is_web(one)), "")
    given = [*links[:1], *own[:1], _text(page.article.get("url"))]
    found = [one for link in given if link and (one := _joined(ground, link))]
    if page.address and _is_web(page.address):
        return page.address
    deep = [one for one in found if urlsplit(one).path.strip("/") or urlsplit(one).query]
    return next(iter(deep or found), None)


def _joined(ground: str | None, link: str) -> str | None:
    try:
        whole = urljoin(ground or "", link.strip())
        return whole.partition("#")[0] if _is_web(whole) else None
    except ValueError:  # an address that is none, such as one with half a bracket
        return None


def _is_web(address: str | None) -> bool:
    try:
        parts = urlsplit((address or "").strip())
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def _language(page: Page) -> str | None:
    root = page.tree.getroottree().getroot()
    given = (
        root.get("lang"),
        root.get("{http://www.w3.org/XML/1998/namespace}lang"),
        root.get("xml:lang"),
        _text(page.article.get("inLanguage")),
        page.first(("og:locale", "content-language", "language")),
    )
    tag = next((one.strip() for one in given if one and _TAG.fullmatch(one.strip())), None)
    return tag.replace("_", "-") if tag else None


def _nested(data: Any, depth: int) -> Iterator[dict[str, Any]]:  # noqa: ANN401
    """The things in JSON-LD that may be the page's: at the top, in a list or a graph."""
    if depth and isinstance(data, list):
        for one in data:
            yield from _nested(one, depth - 1)
    elif depth and isinstance(data, dict):
        yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _nested(data.get(key), depth - 1)


def _listed(value: Any) -> list[Any]:  # noqa: ANN401
    return value if isinstance(value, list) else [] if value is None else [value]


def _names(told: Any) -> list[str]:  # noqa: ANN401
    """The names of persons and bodies in JSON-LD, which writes them out or as objects."""
    named = (one.get("name") if isinstance(one, dict) else one for one in _listed(told))
    flat = (name for one in named for name in _listed(one))
    return [text for name in flat if (text := _text(name))]


def _text(value: Any) -> str | None:  # noqa: ANN401
    """A value as one short line; None when it is no text."""
    return _clean(value) if isinstance(value, str) else None


def _clean(value: str | None) -> str | None:
    """On one line, stripped, character references written out; None when empty or very long."""
    from html import unescape

    line = " ".join(unescape(value or "").split())
    return line if line and len(line) <= _LONGEST else None


def now() -> str:
    """Today's date (EDTF), in the world's time."""
    return datetime.datetime.now(datetime.UTC).date().isoformat()
