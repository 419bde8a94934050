"""The verdict on two wordings: the same, a part, or different, and why."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from quotedb.facts import Verdict, VerdictKind
from quotedb.matching.alignment import Alignment, aligned
from quotedb.matching.features import Features, Weighed, denial, measure, weighed
from quotedb.matching.framing import without_frame, without_heading
from quotedb.matching.lexicon import lexicon
from quotedb.matching.likeness import is_misprint, one_letter_apart
from quotedb.matching.model import probabilities
from quotedb.matching.rules import REGISTRY, Rule
from quotedb.matching.side import Side, side

SAME_WORDS = Verdict("same", 100.0, "the same words")
"""The verdict on two wordings that fold to the same key."""

EXCERPT = 5
"""Words in a row that do not stand in two wordings by chance."""

A_SHARE = 0.15
"""Fewer words tell something if they are so much of the longer."""

FEW_WORDS = 2
"""So many words more can deny a whole statement: `It is not`, `… değil`."""

MISPRINT = 10
"""Words among which one letter for another is sooner a misprint than another word."""

WHOLE = 0.8
"""A part of so many of the words is the whole, its ends cut or added to."""

CLOSE = 0.6
"""Share of the shorter in common from which even a `different` may be for a person, and a rule is
asked whatever other measures say."""

SURE = 0.6
"""A verdict less likely than this is put to a person."""

LITTLE = 0.55
"""Share of the shorter in common under which no other measure can make them one."""

NEITHER, NOR = 0.75, 0.45
"""With a lesser share of the shorter in common, and of the longer, neither is the other or a part
of it, whatever other measures say."""

NEARLY_ALL = 0.85
"""Share of both in common from which no other measure parts longer wordings: of the pairs that
reach it, no rule parts and neither denies, one in two hundred would be weighed otherwise."""

NO_SAYING = 10
"""Words from which that holds."""

BRIEF = 14
"""Words of a saying in which it is worth saying what parts it from another."""

REJECT = 35.0
"""Similarity (rapidfuzz partial_ratio, 0..100) under which no alignment is worth its time."""


A_SPEECH = 1000
"""Letters in a row by which it is seen whether two wordings have anything in common."""


_ANSWER = re.compile(r"\W*\w+\s*[!,.;:—–]")


@dataclass(frozen=True)
class Question:
    """Two wordings that have enough in common to be weighed; `ruled` says why a rule parts them
    all the same.
    """

    texts: tuple[str, str]
    alignment: Alignment
    weights: Weighed
    ruled: str | None

    @cached_property
    def features(self) -> Features:
        """What is weighed."""
        return measure(self.alignment, self.weights)


def compare(a: str, b: str, language: str | None = None) -> Verdict:
    """Whether two wordings are one quote; the same whichever comes first.

    Args:
        a: one wording.
        b: the other.
        language: BCP 47 tag of both; the words of every known language count when None.
    """
    return compared(side(a, language), side(b, language))


def compared(one: Side, other: Side) -> Verdict:
    """The same of wordings that have been read as ones in one language."""
    found = _questioned(one, other)
    return judged(found, probabilities) if isinstance(found, Question) else found


def questioned(a: str, b: str, language: str | None = None) -> Verdict | Question:
    """The verdict where it is plain, else what is to be weighed."""
    return _questioned(side(a, language), side(b, language))


def _questioned(one: Side, other: Side) -> Verdict | Question:
    key_a, key_b = one.key, other.key
    if (len(key_a), key_a, one.text) > (len(key_b), key_b, other.text):
        one, other, key_a, key_b = other, one, key_b, key_a
    if key_a == key_b:
        return SAME_WORDS
    if (one.headed or other.headed) and (bare := without_heading(one, other)):
        return questioned(*bare, one.tag)
    if key_a in key_b and f" {key_a} " in f" {key_b} " and " " in key_a:
        return _contained(one, other)
    if _may_share_a_frame(one, other) and (bare := without_frame(one.text, other.text)):
        return questioned(*bare, one.tag)
    if _have_little_in_common(one, other):
        return Verdict("different", round(fuzz.ratio(key_a, key_b), 1), "few words in common")
    return _aligned(one, other)


def _may_share_a_frame(one: Side, other: Side) -> bool:
    """Whether both may have a heading, beginning with one word, or both a work at the end."""
    if one.headed and other.headed and one.split[:1] == other.split[:1]:
        return True
    return one.signed and other.signed and one.split[-1:] == other.split[-1:]


def _have_little_in_common(one: Side, other: Side) -> bool:
    """Few words, and few letters in a row."""
    if 3 * len(one.bare & other.bare) >= min(len(one.bare), len(other.bare)):
        return False
    return fuzz.partial_ratio(one.key[:A_SPEECH], other.key[: 20 * A_SPEECH]) < REJECT


def _contained(part: Side, whole: Side) -> Verdict:
    """The shorter word for word inside the longer: the same when next to nothing is left out,
    and another statement when that little denies it. A few words may stand there by chance.
    """
    known, words_a, words_b = lexicon(part.tag), len(part.split), len(whole.split)
    score = round(100 * words_a / words_b, 1)
    left_out = tuple(f" {whole.key} ".replace(f" {part.key} ", " ", 1).split())
    denials = [word for word in left_out if word in known.negations]
    if denials and len(left_out) <= FEW_WORDS and not _answers(whole.text, left_out):
        return Verdict("different", score, f"only one of them has {denials[0]!r}")
    if known.weight(left_out) <= (1 - WHOLE) * known.weight(whole.split):
        return Verdict("same", score, f"the same but for {len(left_out)} words at the ends")
    if words_a < EXCERPT and words_a < A_SHARE * words_b:
        return Verdict("different", score, f"only {words_a} words in common, as any two may have")
    reason = f"all {words_a} words of the shorter stand in the longer, in a row"
    return Verdict("excerpt", 100.0, reason, review=words_a < EXCERPT)


def _answers(text: str, left_out: Sequence[str]) -> bool:
    """Whether all that is left out is an answer before the statement: `No, we close no pier`."""
    return len(left_out) == 1 and _ANSWER.match(text) is not None


def _aligned(one: Side, other: Side) -> Verdict | Question:
    alignment, texts = aligned(one.worded, other.worded, lexicon(one.tag)), (one.text, other.text)
    weights = weighed(alignment)
    if _little_agrees(weights):
        return _apart(alignment, weights, texts)
    ruled = _decisive(alignment, texts) if weights.covered > CLOSE else None
    if not ruled and _misprinted(alignment):
        return _but_for_a_misprint(alignment)
    if not ruled and _are_nearly_all(alignment, weights):
        return _nearly_all(alignment, weights)
    return Question(texts, alignment, weights, ruled)


def _little_agrees(weights: Weighed) -> bool:
    return weights.covered < LITTLE or (weights.covered < NEITHER and weights.covers < NOR)


def _apart(alignment: Alignment, weights: Weighed, texts: tuple[str, str]) -> Verdict:
    """The verdict where little agrees."""
    if len(alignment.a) <= BRIEF and (why := _decisive(alignment, texts)):
        return Verdict("different", round(100 * weights.covered, 1), why)
    return Verdict("different", round(100 * _ratio(alignment), 1), _disagreement(weights))


def _are_nearly_all(alignment: Alignment, weights: Weighed) -> bool:
    """Whether nearly all the words agree, and neither denies more often than the other; too brief
    ones may be two sayings for all that.
    """
    if min(weights.covered, weights.covers) < NEARLY_ALL:
        return False
    return min(len(alignment.a), len(alignment.b)) >= NO_SAYING and not denial(alignment)


def _nearly_all(alignment: Alignment, weights: Weighed) -> Verdict:
    score = _alike(_ratio(alignment), weights.covers)
    return Verdict("same", score, _agreement(weights.covered, weights.covers))


def _ratio(alignment: Alignment) -> float:
    return fuzz.ratio(alignment.one.joined, alignment.other.joined) / 100


def _misprinted(alignment: Alignment) -> bool:
    """Whether all the shorter stands in the longer, in a row, but for a misprint in ten words."""
    if len(alignment.runs) != 1 or not alignment.near:
        return False
    few = min(len(alignment.a), len(alignment.b))
    if alignment.runs[0][2] < few or few <= EXCERPT or len(alignment.near) > max(1, few // 10):
        return False
    pairs = [(alignment.a[i], alignment.b[j]) for i, j in alignment.near]
    if few >= MISPRINT:
        return all(OSA.distance(*pair) == 1 for pair in pairs)
    return all(is_misprint(*pair) and not one_letter_apart(*pair) for pair in pairs)


def _but_for_a_misprint(alignment: Alignment) -> Verdict:
    """The verdict where one stands in the other but for that: the same, or a part."""
    known = alignment.lexicon
    few, many = sorted((alignment.a, alignment.b), key=len)
    denials = known.negations.intersection((*alignment.rest_a, *alignment.rest_b))
    if denials and len(many) - len(few) <= FEW_WORDS:
        score = round(100 * len(few) / len(many), 1)
        return Verdict("different", score, f"only one of them has {min(denials)!r}")
    share = known.weight(few) / known.weight(many)
    if share >= WHOLE:
        return Verdict("same", round(100 * share, 1), "the same but for a misprint")
    reason = f"all {len(few)} words of the shorter stand in the longer, but for a misprint"
    return Verdict("excerpt", 95.0, reason)


def judged(question: Question, weigh: Callable[[Features], Mapping[VerdictKind, float]]) -> Verdict:
    """The verdict on two wordings that are not plain.

    Args:
        question: the two.
        weigh: tells how likely each kind is, of what was measured.
    """
    if question.ruled:
        return _parted(question, question.ruled)
    features = question.features
    likely = weigh(features)
    kind = max(likely, key=lambda one: likely[one])
    unasked = kind != "different" and features.covered <= CLOSE
    if unasked and (why := _decisive(question.alignment, question.texts)):
        return _parted(question, why)
    score = _score(features, kind == "excerpt")
    close = kind != "different" or features.covered > CLOSE
    unsure = (close and likely[kind] < SURE) or (kind == "same" and features.denial > 0)
    return Verdict(kind, score, _reason(features, kind), review=unsure)


def _parted(question: Question, why: str) -> Verdict:
    """The verdict on two that are much alike, or one a part of the other, and that a rule parts."""
    weights = question.weights
    if weights.covers < CLOSE:
        return Verdict("different", round(100 * weights.covered, 1), why)
    return Verdict("different", _alike(_ratio(question.alignment), weights.covers), why)


def _decisive(alignment: Alignment, texts: tuple[str, str]) -> str | None:
    """The first difference that parts two wordings however alike they are."""
    for rule in _rules():
        if why := rule.difference(alignment, texts):
            return why
    return None


def _score(features: Features, part: bool) -> float:
    if part:
        return round(100 * features.covered, 1)
    return _alike(features.ratio, features.covers)


def _alike(ratio: float, covers: float) -> float:
    """The score of two whole wordings."""
    return round(100 * (2 * ratio + covers) / 3, 1)


def _agreement(covered: float, covers: float) -> str:
    return f"{covered:.0%} and {covers:.0%} of the words agree, in their order"


def _disagreement(measured: Weighed | Features) -> str:
    return f"only {measured.covered:.0%} and {measured.covers:.0%} of the words agree"


def _reason(features: Features, kind: str) -> str:
    shorter, longer = f"{features.covered:.0%}", f"{features.covers:.0%}"
    if kind == "excerpt":
        return f"{shorter} of the shorter stands in the longer, {longer} of which it is"
    if kind == "same":
        return _agreement(features.covered, features.covers)
    if features.covered > WHOLE and features.odd == 0:
        return "alike, but so short that a word bent or added makes another saying"
    if features.replaced or features.ends:
        return f"{shorter} and {longer} of the words agree, and others stand for the rest"
    return _disagreement(features)


@lru_cache
def _rules() -> tuple[Rule, ...]:
    return tuple(REGISTRY.load(name) for name in REGISTRY.names())
