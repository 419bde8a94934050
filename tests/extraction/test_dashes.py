"""Dialogue that dashes open."""

import re

import pytest

from quotedb.extraction.cues import begins_with_cue
from quotedb.extraction.dashes import dialogue
from quotedb.extraction.extract import known

PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")


def turns(text, language):
    paragraphs = [match.span() for match in PARAGRAPH.finditer(text)]
    spans = dialogue(text, paragraphs, lambda ahead: begins_with_cue(ahead, known(language)))
    return [text[span.start : span.end] for span in spans]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("es", "—Nos vamos —dijo Ana—, y no volvemos.", ["Nos vamos", "y no volvemos."]),
        ("es", "—Nos vamos —dijo Ana—. No volvemos.", ["Nos vamos", "No volvemos."]),
        ("es", "—Nos vamos mañana —dijo Ana.", ["Nos vamos mañana"]),
        ("tr", "– Gidiyoruz artık, dedi Ayşe.", ["Gidiyoruz artık"]),
        ("es", "—Sí, señor —respondió Luis.\n—Bien.", ["Sí, señor", "Bien."]),
    ],
)
def test_the_clause_is_left_out(language, text, expected):
    assert turns(text, language) == expected


@pytest.mark.parametrize(
    ("what", "language", "text"),
    [
        ("a list", "es", "- Pan\n- Leche y huevos\n- Aceite"),
        ("the dash of an agency", "es", "— Madrid, 3 de mayo. El puerto abrió ayer."),
        ("an aside", "tr", "Liman – yeni olan – açıldı."),
    ],
)
def test_what_is_no_dialogue(what, language, text):
    assert turns(text, language) == []
