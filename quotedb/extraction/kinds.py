"""Whether words in marks were said, and how they stand in the text: as a sentence of their own or
woven into another.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import log1p

from quotedb.extraction.candidates import Surroundings
from quotedb.extraction.features import Measures
from quotedb.extraction.ranking import shares, weigh
from quotedb.extraction.reading import Reading
from quotedb.facts import Kind
from quotedb.text.folding import fold

_TITLE_WORDS = 7  # a title of more words is a rare thing
_CLAUSE = 5
_SHORT = 25  # characters
_NEAR = 3  # words between a cue and the quotation


def kind_of(reading: Reading, around: Surroundings, weights: Mapping[str, float]) -> Kind:
    """`direct` for words that stand as a sentence of their own, `mixed` for those woven into the
    reporting sentence, `not_said` for titles, nicknames and scare quotes.
    """
    said = weigh(measure(reading, around), weights)
    if shares([said, 0.0])[0] < 0.5:
        return "not_said"
    return "direct" if _is_sentence(reading, around) else "mixed"


def measure(reading: Reading, around: Surroundings) -> Measures:
    """What speaks for and against that somebody said the words."""
    text, span = reading.text, around.utterance.first
    words = around.utterance.words(text).split()
    found: Measures = {
        "always": 1.0,
        "words": log1p(len(words)),
        "a sentence": float(_is_sentence(reading, around)),
        "a title": float(_is_title(reading, around, words)),
        "in parts": float(len(around.utterance.spans) > 1),
        "not closed": float(not around.utterance.last.closed),
        "by a dash": float(span.dash),
        "not closed, within a sentence": float(
            not around.utterance.last.closed and bool(around.left.words) and not around.left.cues
        ),
    }
    for count in range(1, _CLAUSE):
        found[f"{count} words"] = float(len(words) == count)
    _edges(found, text, around)
    _word_before(found, reading, around, words)
    _surrounding_cues(found, around)
    return found


def _edges(found: Measures, text: str, around: Surroundings) -> None:
    """The characters and words at both ends, inside and out."""
    span = around.utterance.first
    before = text[around.left.start : span.outer_start].rstrip()
    after = text[span.outer_end : span.outer_end + 2]
    found["mark: " + text[span.outer_start]] = 1.0
    found["after colon"] = float(before.endswith(":"))
    found["after comma"] = float(before.endswith(","))
    found["ends with comma"] = float(text[span.end - 1] == "," or after[:1] == ",")
    found["ends with stop"] = float(text[span.end - 1] in ".!?…")
    found["small after"] = float(after[:1] == " " and after[1:2].islower())
    found["bracketed"] = float(before.endswith(("(", "[")))
    found["stands alone"] = float(not around.left.words and not around.right.words)
    found["begins small"] = float(text[span.start].islower())


def _word_before(found: Measures, reading: Reading, around: Surroundings, words: list[str]) -> None:
    """What the word straight before is, where no mark parts it: `the “…”`, `CNN’s “…”`."""
    language = reading.language
    left, right = around.left.words, around.right.words
    naming = language.naming_words
    near = [word.key for word in left[-2:]] + [word.key for word in right[:1]]
    found["naming word"] = float(any(key in naming for key in near))
    beside = {left[-1].key} if left else set()
    beside |= {right[0].key} if right else set()
    found["naming word beside it"] = float(bool(beside & naming))
    if left and left[-1].end + 1 >= around.utterance.first.outer_start:
        word = left[-1]
        article = word.key in language.articles
        after = _after(reading.text, around)
        noun = after[:1] == " " and after[1:].islower()
        found["article before"] = float(article)
        found["article before, noun after"] = float(article and noun)
        found["article before, few words"] = float(article and len(words) < _CLAUSE)
        found["preposition before"] = float(word.key in language.prepositions)
        found["possessive before"] = float(bool(word.suffix))
        found["name before"] = float(word.capital and not word.suffix)


def _after(text: str, around: Surroundings) -> str:
    """The two characters after the words and their mark."""
    end = around.utterance.last.outer_end
    return text[end : end + 2]


def _surrounding_cues(found: Measures, around: Surroundings) -> None:
    """Cues near by, and the word straight before."""
    cued = bool(around.left.cues or around.right.cues)
    left = min((around.left.distance(cue) for cue in around.left.cues), default=99)
    right = min((around.right.distance(cue) for cue in around.right.cues), default=99)
    short = around.utterance.last.end - around.utterance.first.start < _SHORT
    found["no cue, short"] = float(not cued and short)
    found["no cue"] = float(not cued)
    found["cue next to it, left"] = float(left == 0)
    found["cue near, left"] = float(0 < left <= _NEAR)
    found["cue far, left"] = float(_NEAR < left < 99)
    found["cue next to it, right"] = float(right <= 1)
    found["cue near, right"] = float(1 < right <= _NEAR)
    found["cue far, right"] = float(_NEAR < right < 99)


def _is_sentence(reading: Reading, around: Surroundings) -> bool:
    """A capital at the head, and a stop or a cue's comma at the end, or the words of a clause."""
    first, last = around.utterance.first, around.utterance.last
    text = reading.text[first.start : last.end]
    words = text.split()
    head = next((char for char in text if char.isalpha()), "")
    if not head.isupper() and head.lower() != head.upper():
        return False
    stopped = text[-1] in ".,!?…;" or reading.text[last.outer_end : last.outer_end + 1] in (
        ",",
        ".",
    )
    return (stopped and len(words) > 1) or len(words) >= _CLAUSE or text[-1] in "!?,"


def _is_title(reading: Reading, around: Surroundings, words: list[str]) -> bool:
    """Capitals at all words that matter: the name of a book, a film, a broadcast."""
    span = around.utterance.first
    if len(words) > _TITLE_WORDS or reading.text[span.end - 1] in "!?…":
        return False
    small = reading.language.function_words
    heavy = [word for word in words if fold(word) not in small]
    return len(words) > 1 and len(heavy) > 1 and all(word[:1].isupper() for word in heavy)
