"""Names in quotation marks, which nobody is quoted as saying."""

import pytest


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Ana Roe dijo ayer a los lectores de «Mar gruesa» que volverá."),
        ("es", "La novela, publicada con «Sal de mar», es de Ana Roe."),
        ("fr", "Dans « Neige sur le port », elle raconte un hiver."),
        ("ru", "«Причал крепкий», — сказала она «Северному вестнику»."),
        ("de", "Ana Roe sagte, die Fluggesellschaft „Nordwind“ fliege wieder."),
    ],
)
def test_a_capital_within_the_sentence_makes_a_name(said, language, text):
    assert [words for _, words in said(text, language) if "репкий" not in words] == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Ana Roe respondió «No lo sé»."),
        ("es", "Ana Roe dijo: «Volveremos pronto»."),
        ("fr", "Ana Roe a crié « Reviens » à Luc."),
        ("ru", "Ана Роева крикнула «Назад»."),
        ("de", "Ana Roe sprach von einem „Wunder an Genauigkeit“."),
    ],
)
def test_words_that_a_verb_leads_in_were_said(said, language, text):
    assert len(said(text, language)) == 1


@pytest.mark.parametrize("language", ["de", "en", "es", "fr", "ru", "tr"])
def test_marks_with_nothing_between_them_are_no_name(said, language):
    assert said("Ana Roe a lu « » puis “” hier, et «» (‘’).", language) == []
