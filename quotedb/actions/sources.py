"""What a user says of a source, and how two descriptions are known to mean the same source."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import lru_cache
from itertools import chain, islice

from quotedb.errors import InvalidValue, UnknownName
from quotedb.facts import Article, Detail, Source
from quotedb.text import csl
from quotedb.text.authors import read_author
from quotedb.text.dates import parse_edtf
from quotedb.text.folding import fold


@dataclass(frozen=True, slots=True)
class Description:
    """What the options of `add`, `ingest` and `extract` say of a source; dates EDTF as typed."""

    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    issued: str | None = None
    url: str | None = None
    accessed: str | None = None
    publisher: str | None = None
    language: str | None = None
    csl_type: str | None = None
    details: tuple[Detail, ...] = ()

    def check(self) -> None:
        """See that the dates are dates, and that CSL knows the type and the details.

        Raises:
            InvalidDate: one of them is not.
            UnknownName: no such type or variable.
        """
        details = [d.text for d in self.details if d.variable in csl.DATES]
        for date in (self.issued, self.accessed, *details):
            if date:
                parse_edtf(date)
        if self.csl_type is not None:
            _check_name(self.csl_type, csl.TYPES, "a type of source")
        for detail in self.details:
            _check_name(detail.variable, csl.DETAILS, "a detail of a source")


def described(told: Description) -> Source:
    """The source that the options describe."""
    told.check()
    source = Source(
        csl_type=csl_type(told),
        title=told.title,
        container_title=told.outlet,
        authors=tuple(read_author(name) for name in told.authors),
        issued=told.issued,
        accessed=told.accessed,
        url=told.url,
        publisher=told.publisher,
        language=told.language,
        details=told.details,
    )
    return replace(source, content_hash=description_hash(source))


def read_details(told: Iterable[str]) -> tuple[Detail, ...]:
    """Details as typed: `translator=Constance Gray`, `original-date=1866`.

    Raises:
        InvalidValue: one without its name or its value.
    """
    details = []
    for one in told:
        variable, equals, text = (part.strip() for part in one.partition("="))
        if not (variable and equals and text):
            raise InvalidValue(f"{one!r} is no detail", hint="Write it as translator=Ann Doe")
        details.append(Detail(variable, text))
    return tuple(details)


def all_overridden(articles: Iterable[Article], told: Description) -> Iterator[Article]:
    """The articles with what the options say put before what each says of itself.

    Raises:
        InvalidValue: a title or a URL for several articles; before the first of them comes out.
    """
    told.check()
    rest = iter(articles)
    first = list(islice(rest, 2 if told.title or told.url else 0))
    if len(first) > 1:
        raise InvalidValue(
            f"one {'title' if told.title else 'URL'} cannot be that of several articles",
            hint="Give --title and --url with one article at a time",
        )
    for article in chain(first, rest):
        yield overridden(article, told)


def overridden(article: Article, told: Description) -> Article:
    """The article with what the options say put before what it says of itself."""
    told.check()
    own = article.source
    source = replace(
        own,
        title=told.title or own.title,
        container_title=told.outlet or own.container_title,
        authors=tuple(read_author(name) for name in told.authors) or own.authors,
        issued=told.issued or own.issued,
        url=told.url or own.url,
        publisher=told.publisher or own.publisher,
        language=told.language or own.language,
        details=told.details or own.details,
        csl_type=own.csl_type
        if told == Description(language=told.language)
        else csl_type(told, own),
    )
    return replace(article, source=source)


def csl_type(told: Description, own: Source | None = None) -> str:
    """The CSL type that fits: in an outlet a newspaper article, else at a URL a page."""
    if told.csl_type:
        return told.csl_type
    if told.outlet or (own and own.container_title):
        return "article-newspaper"
    if told.url or (own and own.url):
        return "webpage"
    return own.csl_type if own else "document"


@lru_cache(maxsize=1024)
def description_hash(source: Source) -> str:
    """What makes two described sources one: the URL, or else the description, folded.

    Returns:
        SHA-256, hexadecimal.
    """
    if source.url:
        key: object = ["url", source.url.strip().rstrip("/")]
    else:
        names = [fold(author.full) for author in source.authors]
        parts = (source.title, source.container_title, source.publisher)
        more = [[[d.variable, fold(d.text)] for d in source.details]] if source.details else []
        key = [[fold(part or "") for part in parts], names, source.issued, *more]
    return hashlib.sha256(json.dumps(key, ensure_ascii=False).encode()).hexdigest()


def is_described(source: Source) -> bool:
    """Whether there is anything by which the source could be found again."""
    return bool(
        source.title or source.container_title or source.url or source.publisher or source.authors
    )


def _check_name(name: str, known: frozenset[str], noun: str) -> None:
    if name not in known:
        near = get_close_matches(name, sorted(known), n=5, cutoff=0.4) or sorted(known)
        raise UnknownName(f"{name[:40]!r} is not {noun}", hint=f"Near it: {', '.join(near[:12])}")
