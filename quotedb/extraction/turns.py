"""Who spoke by the order of the utterances alone: in dialogue that dashes open, two people take
turns; a headline in marks has the words of whoever says them again, or of whom the article is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from quotedb.extraction.candidates import Surroundings
from quotedb.extraction.speakers import NOBODY, Attribution
from quotedb.text.folding import words

_LIKELY = 0.8  # of a turn between two speakers who are known
_PERHAPS = 0.6  # of one of them who spoke farther above
_REACH = 6  # utterances looked back over for that one
_HEADLINE = 0.6
_MOST = 0.5  # share of an article's quotations that makes it somebody's


def in_turn(told: Sequence[Surroundings], found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, those of a dialogue's lines without a clause of their own changed: none is
    by who spoke in the line above or below, but by who spoke two lines away, if anybody did.
    """
    result = list(found)
    for index, around in enumerate(told):
        if not (around.utterance.first.dash and around.stands_alone):
            continue
        others = {
            person.name
            for other in (index - 1, index + 1)
            if _is_next(told, index, other) and (other < index or told[other].cued)
            if (person := result[other].person)
        }
        mine = result[index].person
        if others and (mine is None or mine.name in others):
            result[index] = _two_lines_away(told, result, index, others)
    return result


def _is_next(told: Sequence[Surroundings], index: int, other: int) -> bool:
    """Whether another utterance is the line of dialogue above or below."""
    if not 0 <= other < len(told) or not told[other].utterance.first.dash:
        return False
    return abs(told[other].paragraph - told[index].paragraph) == 1


def _two_lines_away(
    told: Sequence[Surroundings], found: Sequence[Attribution], index: int, others: set[str]
) -> Attribution:
    for step in (-1, 1):
        between, other = index + step, index + 2 * step
        if not (_is_next(told, index, between) and _is_next(told, between, other)):
            continue
        person = found[other].person
        if person and person.name not in others and (step < 0 or told[other].cued):
            return _taking_turns(found[other], _LIKELY)
    for other in range(index - 2, max(index - _REACH, -1), -1):
        person = found[other].person
        if person and told[other].utterance.first.dash and person.name not in others:
            return _taking_turns(found[other], _PERHAPS)
    return NOBODY


def _taking_turns(one: Attribution, most: float) -> Attribution:
    return replace(one, rule="takes turns", cue=None, confidence=min(one.confidence, most))


def of_headlines(told: Sequence[Surroundings], found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, that of a headline which is nothing but somebody's words filled in."""
    result = list(found)
    for index, around in enumerate(told):
        if around.paragraph > 0:
            break
        if around.stands_alone and not around.utterance.first.dash and found[index].person is None:
            result[index] = _in_text(told, found, index) or found[index]
    return result


def _in_text(
    told: Sequence[Surroundings], found: Sequence[Attribution], headline: int
) -> Attribution | None:
    """Whoever says the words of a headline again, or most of what is said."""
    sought = words(told[headline].utterance.words)
    below = [
        (around, one)
        for around, one in zip(told[headline + 1 :], found[headline + 1 :], strict=True)
        if one.person is not None
    ]
    for around, one in below:
        if _holds(words(around.utterance.words), sought):
            return _told_above(one)
    counts = Counter(one.person.name for _, one in below if one.person)
    name, count = counts.most_common(1)[0] if counts else ("", 0)
    if count <= _MOST * len(below):
        return None
    return next(_told_above(one) for _, one in below if one.person and one.person.name == name)


def _told_above(one: Attribution) -> Attribution:
    return replace(one, rule="headline", cue=None, tie="untied", confidence=_HEADLINE)


def _holds(longer: list[str], shorter: list[str]) -> bool:
    """Whether some words stand in others, in a row."""
    size = len(shorter)
    return any(longer[at : at + size] == shorter for at in range(len(longer) - size + 1))
