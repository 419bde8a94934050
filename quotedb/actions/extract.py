"""What texts quote, without a database."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from quotedb.actions.checking import check_language
from quotedb.actions.sources import Description, all_overridden
from quotedb.errors import QuotedbError
from quotedb.extraction import extract as room
from quotedb.extraction.marks import typed_marks
from quotedb.facts import Article, Quotation, Source
from quotedb.readers import articles
from quotedb.text.wrapping import unwrapped

_PAIRS = 2  # so many pairs of two apostrophes are no accident


def extract(text: str, language: str | None = None) -> list[Quotation]:
    """The quotations in a text, in order, attributed.

    Args:
        text: an article; offsets in the result refer to it as given. Where it is broken into
            lines of a width, the words have a space in place of each line end.
        language: BCP 47 tag; found by itself when left out.
    """
    return room.extract(Article(text=unwrapped(text), source=Source(language=language)))


def extract_files(
    paths: Sequence[str],
    told: Description,
    everything: bool,
    failed: Callable[[QuotedbError], None],
    *,
    typewriter: bool = False,
) -> Iterator[tuple[Article, list[Quotation]]]:
    """The quotations of each article in files, folders or standard input (`-`).

    Args:
        paths: what to read.
        told: what the user says of the source, which goes before what the file says; its
            language is that of all of them, and each finds its own when there is none.
        everything: also titles, nicknames and scare quotes.
        failed: called with each error that makes one file unreadable; the others are read.
        typewriter: whether two apostrophes are a quotation mark.

    Raises:
        InvalidDate: a date the user gives is none.
        InvalidValue: one title or URL for several articles.
    """
    check_language(told.language)
    for article in all_overridden(articles(paths, failed), told):
        found = room.extract(article, told.language, everything=everything, typewriter=typewriter)
        yield remarked(article, typewriter=typewriter), found


def remarked(article: Article, *, typewriter: bool) -> Article:
    """The article, with a note when two apostrophes may be the marks that it quotes with."""
    pairs = 0 if typewriter else typed_marks(article.text)
    if pairs < _PAIRS:
        return article
    note = f"{pairs} pairs of two apostrophes are not read as marks; --typewriter reads them"
    return replace(article, notes=(*article.notes, note))
