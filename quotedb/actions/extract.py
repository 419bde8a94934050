"""What texts quote, without a database."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from quotedb.actions.checking import check_language
from quotedb.actions.sources import Description, all_overridden
from quotedb.errors import QuotedbError
from quotedb.extraction import extract as room
from quotedb.facts import Article, Quotation, Source
from quotedb.readers import articles


def extract(text: str, language: str | None = None) -> list[Quotation]:
    """The quotations in a text, in order, attributed.

    Args:
        text: an article; offsets in the result refer to it as given.
        language: BCP 47 tag; found by itself when left out.
    """
    return room.extract(Article(text=text, source=Source(language=language)))


def extract_files(
    paths: Sequence[str],
    told: Description,
    everything: bool,
    failed: Callable[[QuotedbError], None],
) -> Iterator[tuple[Article, list[Quotation]]]:
    """The quotations of each article in files, folders or standard input (`-`).

    Args:
        paths: what to read.
        told: what the user says of the source, which goes before what the file says; its
            language is that of all of them, and each finds its own when there is none.
        everything: also titles, nicknames and scare quotes.
        failed: called with each error that makes one file unreadable; the others are read.

    Raises:
        InvalidDate: a date the user gives is none.
        InvalidValue: one title or URL for several articles.
    """
    check_language(told.language)
    for article in all_overridden(articles(paths, failed), told):
        yield article, room.extract(article, told.language, everything=everything)
