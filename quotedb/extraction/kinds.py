"""Whether words in marks were said, and how they stand in the text: as a sentence of their own or
woven into another.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import log1p

from quotedb.extraction.candidates import Surroundings
from quotedb.extraction.features import Measures
from quotedb.extraction.ranking import shares, weigh
from quotedb.extraction.reading import Reading
from quotedb.facts import Kind
from quotedb.text.folding import fold, words

_SAID = 0.5  # a probability
_TITLE_WORDS = 7  # a title of more words is a rare thing
_CLAUSE = 5
_SHORT = 25  # characters
_NEAR = 3  # words between a cue and the quotation


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
    if shares([weight, 0.0])[0] < _SAID:
        return "not_said"
    return "direct" if _is_sentence(reading, around) else "mixed"


def measures_of(reading: Reading, surroundings: Sequence[Surroundings]) -> list[Measures]:
    """What speaks for and against that somebody said the words, of each utterance of a text."""
    found = [_measure(reading, around) for around in surroundings]
    _neighbours(found, surroundings)
    _repetitions(found, reading, surroundings)
    return found


def _measure(reading: Reading, around: Surroundings) -> Measures:
    text, span = reading.text, around.utterance.first
    inside = around.utterance.words(text).split()
    found: Measures = {
        "always": 1.0,
        "words": log1p(len(inside)),
        "a sentence": float(_is_sentence(reading, around)),
        "a title": float(_is_title(reading, around, inside)),
        "in parts": float(len(around.utterance.spans) > 1),
        "not closed": float(not around.utterance.last.closed),
        "by a dash": float(span.dash),
        "not closed, within a sentence": float(
            not around.utterance.last.closed and bool(around.left.words) and not around.left.cues
        ),
    }
    for count in range(1, _CLAUSE):
        found[f"{count} words"] = float(len(inside) == count)
    _edges(found, text, around)
    _word_before(found, reading, around, inside)
    _surrounding_cues(found, around)
    return found


def _neighbours(found: list[Measures], surroundings: Sequence[Surroundings]) -> None:
    """What the other utterances of the paragraph and of the sentence tell."""
    shared = Counter(around.sentence for around in surroundings)
    for index, around in enumerate(surroundings):
        measures = found[index]
        before = surroundings[index - 1] if index else None
        follows = before is not None and before.paragraph == around.paragraph
        whole = bool(measures["a sentence"] and measures["ends with stop"])
        opens = not around.left.words
        measures["whole, opens"] = float(whole and opens)
        measures["whole, goes on"] = float(whole and opens and follows)
        measures["whole, opens, no cue"] = float(whole and opens and not around.cued)
        measures["shares its sentence"] = float(shared[around.sentence] > 1)


def _repetitions(
    found: list[Measures], reading: Reading, surroundings: Sequence[Surroundings]
) -> None:
    """Whether a few words stand elsewhere in the text: in marks again, in somebody's longer
    words, or outside of all marks, as terms and titles do.
    """
    quoted = [words(around.utterance.words(reading.text)) for around in surroundings]
    short = {tuple(key) for key in quoted if len(key) < _CLAUSE}
    in_marks = Counter(phrase for key in quoted for phrase in _phrases(key, short))
    told = Counter(_phrases([word.key for word in reading.words], short))
    again = Counter(map(tuple, quoted))
    for measures, key in zip(found, map(tuple, quoted), strict=True):
        measures["in marks again"] = float(again[key] > 1)
        measures["within longer words"] = float(in_marks[key] > again[key])
        measures["without marks elsewhere"] = float(told[key] > 0)


def _phrases(key: list[str], wanted: set[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """The runs of a few words that are among those wanted."""
    for size in range(1, _CLAUSE):
        runs = zip(*(key[start:] for start in range(size)), strict=False)
        yield from (run for run in runs if run in wanted)


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


def _word_before(
    found: Measures, reading: Reading, around: Surroundings, inside: list[str]
) -> None:
    """What the word straight before is, where no mark parts it: `the “…”`, `CNN’s “…”`."""
    language = reading.language
    left, right = around.left.words, around.right.words
    near = [word.key for word in left[-2:]] + [word.key for word in right[:1]]
    beside = [word.key for word in left[-1:] + right[:1]]
    named = language.naming_words.intersection(near)
    found["naming word"] = float(bool(named))
    found["naming word beside it"] = float(not named.isdisjoint(beside))
    if left and left[-1].end + 1 >= around.utterance.first.outer_start:
        word = left[-1]
        article = word.key in language.articles
        after = _after(reading.text, around)
        noun = after[:1] == " " and after[1:].islower()
        found["article before"] = float(article)
        found["article before, noun after"] = float(article and noun)
        found["article before, few words"] = float(article and len(inside) < _CLAUSE)
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
    count = len(text.split())
    head = next((char for char in text if char.isalpha()), "")
    if not head.isupper() and head.lower() != head.upper():
        return False
    after = reading.text[last.outer_end : last.outer_end + 1]
    stopped = text.endswith(tuple(".,!?…;")) or after in (",", ".")
    return (stopped and count > 1) or count >= _CLAUSE or text.endswith(("!", "?", ","))


def _is_title(reading: Reading, around: Surroundings, inside: list[str]) -> bool:
    """Capitals at all words that matter: the name of a book, a film, a broadcast."""
    span = around.utterance.first
    if len(inside) > _TITLE_WORDS or reading.text[span.end - 1] in "!?…":
        return False
    small = reading.language.function_words
    heavy = [word for word in inside if fold(word) not in small]
    return len(inside) > 1 and len(heavy) > 1 and all(word[:1].isupper() for word in heavy)
