"""Locators, read in any language."""

import pytest

from quotedb.exporters._locators import for_processor, in_language, read_locator


@pytest.mark.parametrize(
    ("written", "read", "handed"),
    [
        ("7", ("page", "7"), "page 7"),
        ("p. 7", ("page", "7"), "page 7"),
        ("pp. 7–9, 12", ("page", "7–9, 12"), "page 7–9, 12"),
        ("s.7", ("page", "7"), "page 7"),
        ("S. 7", ("page", "7"), "page 7"),
        ("sayfa: 7", ("page", "7"), "page 7"),
        ("стр. 7", ("page", "7"), "page 7"),
        ("xii", ("page", "xii"), "page xii"),
        ("bölüm 3", ("chapter", "3"), "chapter 3"),
        ("ch. 3", ("chapter", "3"), "chapter 3"),
        ("§ 12", ("section", "12"), "section 12"),
        ("¶ 4", ("paragraph", "4"), "paragraph 4"),
        ("cilt 2", ("volume", "2"), "volume 2"),
        ("00:12:30", ("timestamp", "00:12:30"), "{00:12:30}"),
        ("12:30-13:05", ("timestamp", "12:30-13:05"), "{12:30-13:05}"),
        ("act 2", ("act", "2"), "{act 2}"),
        ("Kindle 120", ("", "Kindle 120"), "{Kindle 120}"),
        ("the back {cover}", ("", "the back {cover}"), "{the back cover}"),
    ],
)
def test_a_locator_is_read_and_handed_on(written, read, handed):
    assert read_locator(written) == read
    assert for_processor(written) == handed


@pytest.mark.parametrize(
    ("written", "locale", "shown"),
    [
        ("p. 7", "tr-TR", "s. 7"),
        ("s. 7", "en-US", "p. 7"),
        ("s. 7-9", "en-US", "pp. 7-9"),
        ("7", "de-DE", "S. 7"),
        ("bölüm 3", "en-US", "bölüm 3"),
    ],
)
def test_pages_in_a_language(written, locale, shown):
    assert in_language(written, locale) == shown
