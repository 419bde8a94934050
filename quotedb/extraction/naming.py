"""Names in quotation marks: titles, papers, ships and firms, which some languages set in marks as
others set them in italics.

Where words that somebody said are woven into a sentence they go on with its small letters; a few
words that begin with a capital there, with no stop or comma that would part them from it, are a
name. A language that gives every noun a capital shows a name only by the noun before it.
"""

from __future__ import annotations

from quotedb.extraction.candidates import Surroundings
from quotedb.extraction.reading import Reading
from quotedb.extraction.words import folded_word

_NAME = 6  # words of a longer name
_BODY = 3  # words of a paper's name
_PARTS = ".,!?…;:"
_BESIDE = 1  # words between a cue and the words it leads in


def is_name(reading: Reading, around: Surroundings) -> bool:
    """Whether words in marks are a name by the way they stand in the sentence."""
    language, text = reading.language, reading.text
    if not language.marks_names or len(around.utterance.spans) > 1:
        return False
    span = around.utterance.first
    inside = text[span.start : span.end]
    if span.dash or not span.closed or not inside[:1].isupper() or len(inside.split()) > _NAME:
        return False
    after = text[span.outer_end : span.outer_end + 2].strip()[:1]
    if inside[-1] in _PARTS or not around.left.words:
        return False
    before = text[around.left.start : span.outer_start].rstrip()
    if not before[-1:].isalnum():
        return before[-1:] == "(" and after == ")"
    if after == "," and not language.capital_nouns:
        ties = language.prepositions | language.naming_words | language.text_nouns
        return around.left.words[-1].key in ties
    if language.capital_nouns:
        return _follows_noun(around) or _is_body(reading, inside)
    return not _is_led_in(reading, around)


def _is_body(reading: Reading, inside: str) -> bool:
    """Whether a few words are a paper's or another body's: `der „Kieler Zeitung“`."""
    keys = [folded_word(word) for word in inside.split()]
    return len(keys) <= _BODY and keys[-1] in reading.language.organization_words


def _follows_noun(around: Surroundings) -> bool:
    """Whether the noun for a thing that has a name stands straight before it."""
    word = around.left.words[-1]
    names = (m for m in around.left.mentions if m.kind == "person")
    return word.capital and not any(m.start <= word.start < m.end for m in names)


def _is_led_in(reading: Reading, around: Surroundings) -> bool:
    """Whether a verb of saying beside the words leads them in, and no others before."""
    cues = [cue for cue in around.left.cues if cue.sort != "reported"]
    if not cues or around.left.distance(cues[-1]) > _BESIDE:
        return False
    start = around.left.start
    earlier = [s for s in reading.spans if start <= s.outer_start < cues[-1].start]
    return not earlier
