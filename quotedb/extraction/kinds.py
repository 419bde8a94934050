"""Whether words in marks were said, and how they stand in the text: as a sentence of their own or
woven into another.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from quotedb.extraction.candidates import Surroundings
from quotedb.extraction.ranking import shares, weigh
from quotedb.extraction.reading import Reading, last_before
from quotedb.extraction.said import is_sentence, measures_of
from quotedb.facts import Kind

_STOPS = ".!?…,"
_INFLECTED = ("e", "en", "er", "es", "em")
_SOME = 3  # words of a sentence that stands alone
_NEXT = 1  # words between quoted words and the cue that tells them

SAID = 0.65
"""The least probability of words given as said. `benchmarks/train_attribution.py` shows what
precision and recall the thresholds reach on articles held out.
"""


def kinds_of(
    reading: Reading, surroundings: Sequence[Surroundings], weights: Mapping[str, float]
) -> list[Kind]:
    """`direct` for words that stand as a sentence of their own, `mixed` for those woven into the
    reporting sentence, `not_said` for titles, nicknames and scare quotes.
    """
    measures = measures_of(reading, surroundings)
    pairs = zip(surroundings, measures, strict=True)
    return [_kind(reading, around, weigh(found, weights)) for around, found in pairs]


def _kind(reading: Reading, around: Surroundings, weight: float) -> Kind:
    if shares([weight, 0.0])[0] < SAID:
        return "not_said"
    if is_sentence(reading, around):
        return "mixed" if _is_woven(reading, around) else "direct"
    return "direct" if _is_told(reading, around) else "mixed"


def _is_woven(reading: Reading, around: Surroundings) -> bool:
    """Whether words that begin with a capital go on with the clause before them: behind an article
    or a preposition, or, where a noun has its capital anyway, an adjective (`mit der „Geduld eines
    Engels“`).
    """
    text, left, language = reading.text, around.left.words, reading.language
    first, last = around.utterance.first, around.utterance.last
    if not left or text[last.end - 1] in _STOPS or left[-1].end + 1 < first.outer_start:
        return False
    word = left[-1]
    if word.key in language.articles or word.key in language.prepositions:
        return True
    cued = any(cue.end == word.end for cue in around.left.cues)
    adjective = not word.capital and word.key.endswith(_INFLECTED)
    return language.capital_nouns and adjective and not cued


def _is_told(reading: Reading, around: Surroundings) -> bool:
    """Whether a few words that begin with a capital are told by a cue beside them: a colon or a
    comma parts them from it (`“Schade”, sagte X`), or the verb comes last (`“Bekleyin” dedi`).
    """
    text, first, last = reading.text, around.utterance.first, around.utterance.last
    if not text[first.start].isupper():
        return False
    if around.stands_alone:
        return len(text[first.start : last.end].split()) >= _SOME
    right = [cue.first for cue in around.right.cues if cue.sort != "reported"]
    if reading.language.verb_final:
        return bool(right) and right[0] <= _NEXT
    if last_before(text, first.outer_start) == ":":
        return bool(around.left.cues)
    parted = text[last.outer_end : last.outer_end + 2].strip()[:1] in (",", "—", "–")
    return parted and bool(right) and right[0] <= _NEXT
