"""Who spoke by the order of the utterances: turns in dialogue, and headlines."""

import pytest


def test_a_question_in_an_interview_is_not_by_who_answers(said):
    text = (
        "Nicanor Brea nos recibe en su casa.\n\n—¿Echa de menos el faro?\n\n"
        "—El silencio —contesta Brea—. Lo otro era trabajo.\n\n—¿Y el miedo?\n\n"
        "—Venía con el viento."
    )
    assert [speaker for speaker, _ in said(text, "es")] == [
        None,
        "Nicanor Brea",
        None,
        "Nicanor Brea",
    ]


def test_two_who_are_known_take_turns(said):
    text = (
        "— Il fait froid, dit Jeanne Roe.\n\n— Pas plus qu’hier, répondit Paul Doe.\n\n"
        "— Tu trouves ?\n\n— Regarde le port."
    )
    assert [speaker for speaker, _ in said(text, "fr")] == [
        "Jeanne Roe",
        "Paul Doe",
        "Jeanne Roe",
        "Paul Doe",
    ]


def test_a_line_with_a_clause_of_its_own_keeps_its_speaker(said):
    text = "— Холодно, — сказала Анна Роева.\n\n— И темно, — добавила Роева."
    assert [speaker for speaker, _ in said(text, "ru")] == ["Анна Роева", "Анна Роева"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "„Wir bleiben hier“\n\nDer Streit geht weiter.\n\n„Wir bleiben hier, komme was wolle“,"
            " sagte Anna Roe.\n\n„Das sehen wir noch“, sagte Luca Paz.",
            "Anna Roe",
        ),
        (
            "„Das Meer wartet nicht“\n\nEin Besuch am Deich.\n\n„Hier stand eine Kirche“, sagte"
            " Anna Roe.\n\n„Und hier ein Markt“, sagte Anna Roe.",
            "Anna Roe",
        ),
    ],
)
def test_a_headline_in_marks(said, text, speaker):
    assert said(text, "de")[0][0] == speaker
