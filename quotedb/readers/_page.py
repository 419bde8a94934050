"""What a web page says of itself: title, outlet, authors, date, address, language.

Read in the order of who had reason to be exact: data for machines (JSON-LD), then the tags made
for sharing and for libraries, then the page as it is seen. Sites fill these in with care or not
at all, so what cannot be true is left out: an outlet that is an address, an author who is the
outlet, a day to come.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urljoin, urlsplit

from quotedb.errors import InvalidDate
from quotedb.facts import Author, Source
from quotedb.readers import _jsonld
from quotedb.readers._jsonld import text as clean
from quotedb.text.authors import read_author, read_authors
from quotedb.text.dates import parse_edtf, read_date
from quotedb.text.folding import fold

_TITLES = ("citation_title", "dcterms.title", "dc.title", "headline", "twitter:title")
_OUTLETS = ("citation_journal_title", "dcterms.publisher", "dc.publisher")
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
_NO_DATE = "1970-01-01"  # what programs write when they have none
_ADDRESS = re.compile(r"//|^www\.|^@", re.IGNORECASE)
_NO_NAME = re.compile(r"//|@|\||\d|^\S+\.\S+$")
_BY = re.compile(r"^(?:written )?by\b\s*:?\s*", re.IGNORECASE)
_DUBLIN = re.compile(r"^(dc|dcterms):")  # Dublin Core, which is written with a full stop too
_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_DAY_IN_PATH = re.compile(r"/(?P<date>(?:19|20)\d\d[-/]\d\d(?:[-/]\d\d)?)(?=[/-])")


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
            names = (tag.get(key) for key in ("property", "name", "itemprop", "http-equiv"))
            name = _DUBLIN.sub(r"\1.", next(filter(None, names), "").strip().lower())
            if content := clean(tag.get("content")):
                found.setdefault(name, []).append(content)
        return found

    @cached_property
    def article(self) -> dict[str, Any]:
        """The page's article as JSON-LD has it; empty when there is none."""
        return _jsonld.article(self.tree)

    @cached_property
    def headline(self) -> str | None:
        """The page's one main heading, as it is seen; None when it has none or several."""
        found = [heading for one in self.tree.iter("h1") if (heading := clean(one.text_content()))]
        return found[0] if len(found) == 1 else None

    def first(self, *names: str) -> str | None:
        """The content of the first of these `meta` tags that the page has."""
        return next((self.metas[name][0] for name in names if name in self.metas), None)


def described(page: Page, today: str) -> tuple[Source, tuple[str, ...]]:
    """What a page says of itself, and notes on how that is known.

    Args:
        page: the page.
        today: EDTF; a date of issue that lies ahead of it is not believed.
    """
    outlet = _outlet(page)
    authors = _authors(page, outlet)
    seen = () if authors else _seen_authors(page, outlet)
    url = _url(page)
    issued = next(filter(None, map(_date, _written_dates(page))), None)
    ahead = issued if issued and _is_after(issued, today) else None
    in_path = None if issued else _date_in(url)
    told = {"author": authors, "outlet": outlet, "date": issued and not ahead}
    notes = (
        _note(told, "as the page's metadata says"),
        _note({"author": seen, "date": in_path}, "guessed from the page and its address"),
        f"the page's date, {ahead}, lies ahead and is left out" if ahead else None,
    )
    source = Source(
        csl_type="article-newspaper" if outlet else "webpage",
        title=_title(page, outlet),
        container_title=outlet,
        authors=authors or seen,
        issued=None if ahead else issued or in_path,
        url=url,
        language=_language(page),
    )
    return source, tuple(filter(None, notes))


def _note(told: dict[str, Any], ending: str) -> str | None:
    """`author and date are …`, of those that there are."""
    words = [word for word, value in told.items() if value]
    if not words:
        return None
    last = " and ".join(words[-2:])
    return f"{', '.join([*words[:-2], last])} {'are' if words[1:] else 'is'} {ending}"


def _title(page: Page, outlet: str | None) -> str | None:
    element = page.tree.find(".//title")
    title = (
        clean(page.article.get("headline"))
        or page.first("og:title")
        or page.headline
        or page.first(*_TITLES)
        or (clean(element.text_content()) if element is not None else None)
    )
    if title and outlet:
        return re.sub(rf"(?<=\S)\s*[-–—|·•:»]\s*{re.escape(outlet)}$", "", title)
    return title


def _outlet(page: Page) -> str | None:
    publishers = _jsonld.names(page.article.get("publisher"))
    names = (page.first("og:site_name"), *publishers, page.first(*_OUTLETS))
    return next((name for name in names if name and not _ADDRESS.search(name)), None)


def _authors(page: Page, outlet: str | None) -> tuple[Author, ...]:
    """The authors whom the first that names any names."""
    told = _jsonld.listed(page.article.get("author") or page.article.get("creator"))
    exact = [
        author
        for one in told
        for name in _jsonld.names(one)
        for author in ([Author(literal=name)] if _jsonld.is_body(one) else _split(name))
    ]
    tagged = (
        (author for one in page.metas.get(key, ()) for author in _split(one)) for key in _AUTHORS
    )
    return next(filter(None, (_named(found, outlet) for found in (exact, *tagged))), ())


def _seen_authors(page: Page, outlet: str | None) -> tuple[Author, ...]:
    """The authors as they are marked up, or only seen, on the page."""
    from trafilatura.metadata import extract_author

    marked = page.tree.xpath('.//*[@rel="author" or @itemprop="author"]')
    names = filter(None, (clean(one.text_content()) for one in marked))
    found = _named((author for name in names for author in _split(name)), outlet)
    guess = None if found else clean(extract_author(page.tree))
    return found or _named(_split(guess or ""), outlet)


def _named(authors: Iterable[Author], outlet: str | None) -> tuple[Author, ...]:
    """Those that may be an author's name and are not the outlet's, each once."""
    names = {fold(author.full): author for author in authors if not _NO_NAME.search(author.full)}
    names.pop(fold(outlet or ""), None)
    return tuple(author for key, author in names.items() if key and len(key) <= 100)


def _split(written: str) -> tuple[Author, ...]:
    """The authors on one line. `Berg, Anna` is one; `Anna Berg, Bert Hill` are two."""
    line = _BY.sub("", written).strip()
    parts = [part.strip() for part in line.split(",")]
    if len(parts) > 1 and all(" " in part for part in parts):
        return tuple(author for part in parts for author in read_authors(part))
    return read_authors(line) if len(parts) < 3 else tuple(map(read_author, parts))


def _written_dates(page: Page) -> list[str | None]:
    """What may be the date of issue, the best first."""
    marked = './/*[@itemprop="datePublished"]|.//time[@pubdate]|.//article//header//time[@datetime]'
    return [
        clean(page.article.get("datePublished")),
        clean(page.article.get("dateCreated")),
        *(page.metas[name][0] for name in _DATES if name in page.metas),
        *(
            clean(one.get("content") or one.get("datetime") or one.text_content())
            for one in page.tree.xpath(marked)
        ),
    ]


def _date(written: str | None) -> str | None:
    return None if not written or written.startswith(_NO_DATE) else read_date(written)


def _date_in(url: str | None) -> str | None:
    """The date in an address such as `/2021/03/11/ferry`, no more exact than it is there."""
    found = _DAY_IN_PATH.search(urlsplit(url or "").path)
    return read_date(found["date"]) if found else None


def _is_after(date: str, today: str) -> bool:
    """Whether a date begins after the day that follows `today`: elsewhere it is tomorrow."""
    try:
        first, last = parse_edtf(date).earliest, parse_edtf(today).latest
    except InvalidDate:
        return False
    return first is not None and last is not None and first > last + 1


def _url(page: Page) -> str | None:
    """Where the page was found, or the address it gives for itself, made whole.

    A canonical link to the site's front page is a template's mistake if another goes deeper.
    """
    if page.address and _is_web(page.address):
        return page.address
    links = page.tree.xpath('.//link[@rel="canonical"]/@href')
    own, exact = page.metas.get("og:url", []), clean(page.article.get("url"))
    grounds = (*page.tree.xpath(".//base/@href"), *own, exact)
    ground = next(filter(_is_web, grounds), None)
    found = [whole for link in (*links, *own, exact) if link and (whole := _whole(ground, link))]
    deep = [url for url in found if urlsplit(url).path.strip("/") or urlsplit(url).query]
    return next(iter(deep or found), None)


def _whole(ground: str | None, link: str) -> str | None:
    try:
        whole = urljoin(ground or "", link.strip()).partition("#")[0]
    except ValueError:  # no address at all, such as one with half a bracket
        return None
    return whole if _is_web(whole) else None


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
        root.get("xml:lang"),
        clean(page.article.get("inLanguage")),
        page.first("content-language", "og:locale", "language"),
    )
    tags = (one.strip().replace("_", "-") for one in given if one)
    return next(filter(_TAG.fullmatch, tags), None)
