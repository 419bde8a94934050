"""Which language a text is in."""

from pathlib import Path

import pytest

from quotedb.extraction.language import detect

FIXTURES = Path(__file__).parents[2] / "fixtures"


@pytest.mark.parametrize("tag", ["de", "es", "fr", "ru", "tr"])
def test_the_language_of_every_article_is_told(tag):
    articles = [p.read_text(encoding="utf-8") for p in (FIXTURES / "articles" / tag).glob("*.txt")]
    assert articles
    assert {detect(text) for text in articles} == {tag}


def test_a_headline_in_another_language_does_not_decide():
    english = (FIXTURES / "scenarios" / "harbour.txt").read_text(encoding="utf-8")[-200:]
    for path in (FIXTURES / "articles" / "de").glob("*.txt"):
        article = path.read_text(encoding="utf-8")
        if len(article) > 1000:
            assert detect(f"{english}\n\n{article}") == "de"


@pytest.mark.parametrize("text", ["", "1, 2, 3", "…", "a b"])
def test_too_few_letters_tell_nothing(text):
    assert detect(text) is None
