"""The collector of circles is off while something works, and then as it was."""

import gc

import pytest

from quotedb.extraction.extract import extract
from quotedb.facts import Article, Source
from quotedb.pauses import no_pauses


@pytest.mark.parametrize("was_on", [True, False])
def test_the_collector_is_as_it_was_before(was_on):
    before = gc.isenabled()
    (gc.enable if was_on else gc.disable)()
    try:
        with pytest.raises(ValueError, match="no"), no_pauses():
            assert not gc.isenabled()
            raise ValueError("no")
        assert gc.isenabled() is was_on
    finally:
        (gc.enable if before else gc.disable)()


def test_extraction_makes_no_circles_that_would_wait_for_the_collector():
    text = "“The quay is safe,” Jane Roe, the minister, said. She smiled. “It is,” she added."
    article = Article(text=text, source=Source(language="en"))
    assert len(extract(article)) == 2  # what is loaded once is loaded
    with no_pauses():
        gc.collect()
        extract(article)
        assert gc.collect() == 0
