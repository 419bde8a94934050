"""What every language file keeps to, whichever there are."""

import pytest

from quotedb import languages
from quotedb.text.dates import read_date
from quotedb.text.lexicon import folded

TAGS = languages.known()
HEADERS = {
    *("title", "container_title", "authors", "issued", "accessed", "url", "publisher", "language")
}


@pytest.fixture(params=TAGS)
def language(request):
    return languages.get(request.param)


def test_it_says_what_it_is(language):
    assert language.tag in TAGS
    assert language.name
    assert language.endonym
    assert {"", "article-newspaper", "webpage"} <= set(language.untitled)


def test_months_and_weekdays_are_complete(language):
    assert set(language.months.values()) == set(range(1, 13))
    assert set(language.weekdays.values()) == set(range(1, 8))


def test_every_month_stands_in_a_date(language):
    for name, number in language.months.items():
        assert read_date(f"3 {name} 1921", language.tag) == f"1921-{number:02}-03"


def test_the_words_that_extraction_stands_on_are_there(language):
    for field in ("speech_verbs", "titles", "person_nouns", "organization_words", "not_names"):
        assert len(getattr(language, field)) > 30, field
    assert language.negations
    assert language.function_words
    assert language.sources_before or language.sources_after


def test_headers_tell_known_things(language):
    assert set(language.header_keys.values()) <= HEADERS
    assert {"title", "issued", "url"} <= set(language.header_keys.values())


def test_folding_a_language_twice_changes_nothing(language):
    once = folded(language)
    assert folded(once).speech_verbs == once.speech_verbs
    assert folded(once).months == once.months


def test_case_endings_leave_another_ending(language):
    for ending, nominative in (*language.name_endings, *language.given_name_endings):
        assert ending
        assert ending != nominative


def test_a_tag_with_a_region_is_the_language():
    assert languages.get("tr-TR") is languages.get("tr")
