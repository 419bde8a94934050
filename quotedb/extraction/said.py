"""What speaks for and against that somebody said the words in marks, as named measures.

`benchmarks/train_attribution.py` fits a weight to each name. The mark itself is none of them:
which one is used for what is the habit of one paper.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import log1p

from quotedb.extraction.candidates import Surroundings
from quotedb.extraction.links import Side
from quotedb.extraction.ranking import Measures
from quotedb.extraction.reading import Reading
from quotedb.extraction.words import Word
from quotedb.languages import Language
from quotedb.text.folding import fold, words

_TITLE_WORDS = 7  # a title of more words is a rare thing
_CLAUSE = 5
_FEW = 3
_SHORT = 25  # characters
_NEAR = 3  # words between a cue and the quotation
_FEW_WORDS = [(count, f"{count} words") for count in range(1, _CLAUSE)]
_BREAKS = frozenset(",;—–")


def measures_of(reading: Reading, surroundings: Sequence[Surroundings]) -> list[Measures]:
    """What speaks for and against that somebody said the words, of each utterance of a text."""
    keys = [words(around.utterance.words) for around in surroundings]
    found = [_measure(reading, around, key) for around, key in zip(surroundings, keys, strict=True)]
    _neighbours(found, surroundings)
    _repetitions(found, reading, keys)
    return found if reading.language.speech_verbs else [_without_lists(one) for one in found]


def _without_lists(measures: Measures) -> Measures:
    """The measures of a language whose cues are not known, by names of their own: there, that no
    cue is seen says nothing, and all else weighs otherwise.
    """
    return {f"{name}, cues unknown": value for name, value in measures.items() if value}


def is_sentence(reading: Reading, around: Surroundings) -> bool:
    """A capital at the head, and a stop or a cue's comma at the end, or the words of a clause."""
    first, last = around.utterance.first, around.utterance.last
    text = reading.text[first.start : last.end]
    count = len(text.split())
    head = next((char for char in text if char.isalpha()), "")
    if not head.isupper() and head.lower() != head.upper():
        return False
    after = reading.text[last.outer_end : last.outer_end + 1]
    stopped = text.endswith(tuple(".,!?…;")) or after in (",", ".")
    return (stopped and count > 1) or count >= _CLAUSE or text.endswith(("!", "?", ","))


def _measure(reading: Reading, around: Surroundings, key: list[str]) -> Measures:
    text, span, last = reading.text, around.utterance.first, around.utterance.last
    inside = around.utterance.words.split()
    cut_off = not last.closed and bool(around.left.words) and not around.left.cues
    found: Measures = {
        "always": 1.0,
        "words": log1p(len(inside)),
        "a sentence": is_sentence(reading, around),
        _where(reading.language, "a title"): _is_title(reading, around, inside),
        "words of a clause": not _clause_words(reading.language).isdisjoint(key),
        "in parts": len(around.utterance.spans) > 1,
        "not closed": not last.closed,
        "by a dash": span.dash,
        "not closed, within a sentence": cut_off,
    }
    for count, name in _FEW_WORDS:
        found[name] = len(inside) == count
    _edges(found, text, around, reading.language)
    _word_before(found, reading, around, inside)
    _surrounding_cues(found, text, around)
    return found


def _where(language: Language, name: str) -> str:
    """The name of a measure of capitals, another where all nouns have them."""
    return f"{name}, capital nouns" if language.capital_nouns else name


@lru_cache
def _clause_words(language: Language) -> frozenset[str]:
    """The small words that a clause has rather than a name or a term: pronouns, auxiliaries,
    adverbs; what is left of the function words without articles, prepositions and cues.
    """
    others = language.articles | language.prepositions | language.speech_verbs
    return language.function_words - others - {language.conjunction}


def _edges(found: Measures, text: str, around: Surroundings, language: Language) -> None:
    """The characters and words at both ends, inside and out."""
    span = around.utterance.first
    before = text[around.left.start : span.outer_start].rstrip()
    after = text[span.outer_end : span.outer_end + 2]
    found["after colon"] = before.endswith(":")
    found["after comma"] = before.endswith(",")
    found["ends with comma"] = text[span.end - 1] == "," or after[:1] == ","
    found["ends with stop"] = text[span.end - 1] in ".!?…"
    found["small after"] = after[:1] == " " and after[1:2].islower()
    found["bracketed"] = float(before.endswith(("(", "[")))
    found["stands alone"] = around.stands_alone
    found[_where(language, "begins small")] = text[span.start].islower()


def _word_before(
    found: Measures, reading: Reading, around: Surroundings, inside: list[str]
) -> None:
    """What the word straight before is, where no mark parts it: `the “…”`, `CNN’s “…”`; and
    whether the sentence runs on into a word for which the quoted ones may stand as an adjective.
    """
    language = reading.language
    left, right = around.left.words, around.right.words
    if language.verb_final and any(cue.first <= 1 for cue in around.right.cues):
        left = []  # `kitabı “…” olarak nitelendirdi` tells what was said of the book
    near = [word.key for word in left[-2:]] + [word.key for word in right[:1]]
    beside = [word.key for word in left[-1:] + right[:1]]
    left = around.left.words
    named = language.naming_words.intersection(near)
    found["naming word"] = bool(named)
    found["naming word beside it"] = not named.isdisjoint(beside)
    runs_on = _runs_on(reading.text, around)
    found["runs on"] = runs_on
    found["runs on, few words"] = runs_on and len(inside) <= _FEW
    if left and left[-1].end + 1 >= around.utterance.first.outer_start:
        _touching(found, left[-1], language, len(inside), runs_on=runs_on)


def _touching(
    found: Measures, word: Word, language: Language, count: int, *, runs_on: bool
) -> None:
    """What the word straight before tells."""
    article, possessive = word.key in language.articles, bool(word.suffix)
    found["article before"] = article
    found["article before, runs on"] = article and runs_on
    found["article before, few words"] = article and count < _CLAUSE
    found["preposition before"] = word.key in language.prepositions
    found["possessive before"] = possessive
    found["possessive before, runs on"] = possessive and runs_on
    found["article or possessive before"] = article or possessive
    found["name before"] = word.capital and not possessive
    found["noun or verb before"] = not (
        word.capital or possessive or article or word.key in _small_words(language)
    )


@lru_cache
def _small_words(language: Language) -> frozenset[str]:
    """Words that are neither nouns nor verbs of their own, and cues."""
    return language.function_words | language.prepositions | language.speech_verbs


def _runs_on(text: str, around: Surroundings) -> bool:
    """Whether a word in small letters follows with no stop or comma on either side of the mark."""
    last = around.utterance.last
    after = text[last.outer_end : last.outer_end + 2]
    return after[:1] == " " and after[1:].islower() and text[last.end - 1].isalnum()


def _surrounding_cues(found: Measures, text: str, around: Surroundings) -> None:
    """Cues near by, and whether the last one before the words governs them."""
    cued = bool(around.left.cues or around.right.cues)
    left = min((around.left.distance(cue) for cue in around.left.cues), default=99)
    right = min((around.right.distance(cue) for cue in around.right.cues), default=99)
    short = around.utterance.last.end - around.utterance.first.start < _SHORT
    found["no cue, short"] = not cued and short
    found["no cue"] = not cued
    found["cue next to it, left"] = left == 0
    found["cue near, left"] = 0 < left <= _NEAR
    found["cue far, left"] = _NEAR < left < 99
    found["cue in its clause, left"] = _governs(text, around.left)
    found["cue next to it, right"] = right <= 1
    found["cue near, right"] = 1 < right <= _NEAR
    found["cue far, right"] = _NEAR < right < 99


def _governs(text: str, left: Side) -> bool:
    """Whether the last cue before the words and they themselves stand in one clause."""
    if not left.cues:
        return False
    return _BREAKS.isdisjoint(text[left.cues[-1].end : left.end].rstrip(" ,"))


def _neighbours(found: list[Measures], surroundings: Sequence[Surroundings]) -> None:
    """What the other utterances of the paragraph and of the sentence tell."""
    shared = Counter(around.sentence for around in surroundings)
    for index, around in enumerate(surroundings):
        measures = found[index]
        before = surroundings[index - 1] if index else None
        follows = before is not None and before.paragraph == around.paragraph
        whole = bool(measures["a sentence"] and measures["ends with stop"])
        opens = not around.left.words
        measures["whole, opens"] = whole and opens
        measures["whole, goes on"] = whole and opens and follows
        measures["whole, opens, no cue"] = whole and opens and not around.cued
        measures["shares its sentence"] = shared[around.sentence] > 1


def _repetitions(found: list[Measures], reading: Reading, quoted: list[list[str]]) -> None:
    """Whether a few words stand elsewhere in the text: in marks again, in somebody's longer
    words, or outside of all marks, as terms and titles do.
    """
    short = _by_first(quoted)
    in_marks = Counter(phrase for key in quoted for phrase in _phrases(key, short))
    told = Counter(_phrases([word.key for word in reading.words], short))
    again = Counter([tuple(key) for key in quoted if len(key) < _CLAUSE])
    for measures, key in zip(found, map(tuple, quoted), strict=True):
        once_more = again[key] > 1
        measures["in marks again"] = once_more and not measures["a sentence"]
        measures["in marks again, a sentence"] = once_more and measures["a sentence"]
        measures["within longer words"] = in_marks[key] > again[key]
        measures["without marks elsewhere"] = told[key] > 0


def _by_first(quoted: list[list[str]]) -> dict[str, set[tuple[str, ...]]]:
    """The quoted words that are few, by the first of them."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for key in quoted:
        if 0 < len(key) < _CLAUSE:
            found.setdefault(key[0], set()).add(tuple(key))
    return found


def _phrases(key: list[str], wanted: dict[str, set[tuple[str, ...]]]) -> Iterator[tuple[str, ...]]:
    """The runs of words that are among those wanted."""
    for index in [index for index, word in enumerate(key) if word in wanted]:
        for phrase in wanted[key[index]]:
            if tuple(key[index : index + len(phrase)]) == phrase:
                yield phrase


@lru_cache
def _title_small(language: Language) -> frozenset[str | None]:
    """The words that a title writes small."""
    return language.articles | language.prepositions | {language.conjunction}


def _is_title(reading: Reading, around: Surroundings, inside: list[str]) -> bool:
    """Capitals at all words but articles and prepositions: the name of a book, a film, a
    broadcast.
    """
    span = around.utterance.first
    if len(inside) > _TITLE_WORDS or reading.text[span.end - 1] in "!?…":
        return False
    small = _title_small(reading.language)
    heavy = [word for word in inside if fold(word) not in small]
    return len(inside) > 1 and len(heavy) > 1 and all(word[:1].isupper() for word in heavy)
