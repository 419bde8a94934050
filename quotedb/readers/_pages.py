"""The articles of a file that holds many, some of which may be bad."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quotedb.errors import QuotedbError
from quotedb.facts import Article


def readable(pages: Iterable[Article | QuotedbError]) -> Iterator[Article]:
    """The articles; the first error is raised after all of them.

    Raises:
        QuotedbError: one of the pages is one.
    """
    problem: QuotedbError | None = None
    for page in pages:
        if isinstance(page, QuotedbError):
            problem = problem or page
        else:
            yield page
    if problem:
        raise problem
