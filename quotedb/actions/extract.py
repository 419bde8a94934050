"""What texts quote, without a database."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from quotedb.actions.checking import check_language
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
    language: str | None,
    everything: bool,
    failed: Callable[[QuotedbError], None],
) -> Iterator[tuple[Article, list[Quotation]]]:
    """The quotations of each article in files, folders or standard input (`-`).

    Args:
        paths: what to read.
        language: BCP 47 tag for all of them; each finds its own when None.
        everything: also titles, nicknames and scare quotes.
        failed: called with each error that makes one file unreadable; the others are read.
    """
    check_language(language)
    for article in articles(paths, failed):
        yield article, room.extract(article, language, everything=everything)
