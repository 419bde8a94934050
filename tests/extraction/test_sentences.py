"""Who spoke, in the turns of phrase of news agencies: `fixtures/sentences/xx.txt` has one report a
line, behind its speakers in order (`|` is the end of a paragraph).
"""

from pathlib import Path

import pytest

SENTENCES = Path(__file__).parents[2] / "fixtures" / "sentences"
CASES = [
    (path.stem, *line.split(" >> "))
    for path in sorted(SENTENCES.glob("*.txt"))
    for line in path.read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize(("language", "speakers", "text"), CASES)
def test_a_turn_of_phrase(said, language, speakers, text):
    found = said(text.replace("|", "\n\n"), language)
    assert [speaker or "-" for speaker, _ in found] == speakers.split(" / ")


def test_every_language_has_some():
    assert {language for language, _, _ in CASES} >= {"de", "es", "fr", "ru", "tr"}
