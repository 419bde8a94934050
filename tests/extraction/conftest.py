"""Short ways to what extraction finds in a text."""

import pytest

from quotedb.extraction.extract import extract
from quotedb.facts import Article, Source


@pytest.fixture
def quoted():
    """The quotations of a text in a language."""

    def run(text, language="en", issued=None, **options):
        article = Article(text=text, source=Source(issued=issued))
        return extract(article, language, **options)

    return run


@pytest.fixture
def said(quoted):
    """Speaker and words of each quotation."""

    def run(text, language="en", **options):
        return [(one.speaker, one.text) for one in quoted(text, language, **options)]

    return run
