"""Names in another case than the nominative."""

import pytest

from quotedb.extraction.cases import in_nominative
from quotedb.extraction.mention import Mention
from quotedb.languages import Language

RUSSIAN = Language(
    tag="ru", name="Russian", name_endings=(("овым", "ов"), ("ова", "ов"), ("я", "й"), ("ы", "а"))
)


def mention(at, *words):
    keys = tuple(word.lower() for word in words)
    return Mention(at, at + 5, "person", " ".join(words), keys, outer=at)


def names(*mentions):
    return [one.name for one in in_nominative(mentions, RUSSIAN)]


def test_an_ending_is_undone_where_the_article_has_the_name_without_it():
    found = names(mention(0, "Сергей", "Сидоров"), mention(50, "Сидорова"))
    assert found == ["Сергей Сидоров", "Сидоров"]


def test_a_woman_of_that_name_stays_who_she_is():
    found = names(
        mention(0, "Юрий", "Сидоров"), mention(50, "Нина", "Сидорова"), mention(90, "Сидорова")
    )
    assert found == ["Юрий Сидоров", "Нина Сидорова", "Сидорова"]


def test_a_name_that_is_not_there_in_another_form_stays_as_it_is():
    assert names(mention(0, "Сидорова")) == ["Сидорова"]


def test_languages_without_such_endings_are_left_alone():
    given = [mention(0, "Roe"), mention(9, "Roes")]
    assert in_nominative(given, Language(tag="en", name="English")) == given


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("По мнению Сергея Никольского, причал «крепкий».", "Сергей Никольский"),
        ("По словам Марии Зайцевой, причал «крепкий».", "Мария Зайцева"),
        ("По мнению инженера Антона Зайцева, причал «крепкий».", "Антон Зайцев"),
        ("«Причал крепкий», — сказала Анна Зайцева.", "Анна Зайцева"),
        ("«Причал крепкий», — сказала сторож Анна Ильинична Зайцева.", "Анна Ильинична Зайцева"),
        ("«Причал крепкий», — сказал П. С. Зайцев.", "П. С. Зайцев"),
    ],
)
def test_a_full_name_in_no_nominative_is_told_by_both_endings(said, text, speaker):
    assert said(text, "ru")[0][0] == speaker
