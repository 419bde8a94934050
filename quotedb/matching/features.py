"""What an alignment shows, as numbers between 0 and 1 (or small counts)."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from quotedb.matching.alignment import Alignment
from quotedb.matching.lexicon import count, is_number
from quotedb.matching.likeness import one_letter_apart
from quotedb.matching.places import NOWHERE, parting

_FEW, _MANY = 3, 4
_SOFT = 8  # words compared letter by letter


class Features(NamedTuple):
    """Measures of two wordings; "shorter" is the one whose words weigh less.

    Attributes:
        covered: share of the shorter's weight that is laid beside equal or near words.
        covers: share of the longer's weight.
        run: the longest unbroken run in common, as a share of the shorter's words.
        moved: share of the shorter's weight that the longer has too, elsewhere.
        ratio: normalized Indel similarity of the folded texts (rapidfuzz `ratio`).
        replaced: weight of words standing for other words inside, as a share of the shorter.
        ends: weight of words at head and tail that stand against other words there, likewise.
        beyond: share of the longer's weight that reaches beyond the shorter at head and tail.
        gap: the heaviest piece of either that has nothing beside it, as a share of the shorter.
        near: share of the words in common that are only near.
        odd: words of meaning in the shorter without one beside them, of four.
        extra: the same in the longer, between words laid together.
        soft: how alike those words of the shorter are to some left over in the longer; 1 when
            there are none.
        denial: whether one denies more often than the other.
        numbers: whether their numbers differ.
        length: words of the shorter, on a scale of logarithms.
        spread: words of the longer between the first and the last laid together, to the
            shorter's words, likewise.
        more: words of the longer to those of the shorter, likewise.
        swapped: places where words of meaning stand for others, of four.
        meaning: words of meaning in common, as a share of the fewer.
        both: the same, of all words of meaning of either.
        letter: whether near words differ by one letter for another inside, the more the briefer.
        initial: whether near words begin otherwise, likewise.
        opens: whether they begin with the same word.
        closes: whether they end with the same word.
        ending: whether words of meaning stand for others at the tail.
        beginning: the same at the head.
        single: places where one word of meaning stands for one other, of three.
        slight: places with small words alone, of four.
        added: weight that has nothing beside it, as a share of the longer.
        lost: places where the shorter alone has words of meaning, of three.
    """

    covered: float
    covers: float
    run: float
    moved: float
    ratio: float
    replaced: float
    ends: float
    beyond: float
    gap: float
    near: float
    odd: float
    extra: float
    soft: float
    denial: float
    numbers: float
    length: float
    spread: float
    more: float
    swapped: float
    meaning: float
    both: float
    letter: float
    initial: float
    opens: float
    closes: float
    ending: float
    beginning: float
    single: float
    slight: float
    added: float
    lost: float

    def vector(self) -> tuple[float, ...]:
        """The measures as a row of numbers, with some that only tell together."""
        brief = 1 - min(self.length, 1.0)
        whole = float(self.covered > 0.999)
        return (
            *self,
            self.covered * self.beyond,
            min(self.covered, self.covers) ** 2,
            self.covered**3,
            min(1.0, self.replaced + self.ends) * brief,
            whole,
            whole * brief,
            whole * self.run,
            self.odd * brief,
            self.soft * self.covered,
            self.denial * brief,
            self.denial * self.covered,
            self.ending * brief,
            self.beginning * brief,
            self.single * brief,
        )


class Weighed(NamedTuple):
    """The weights of two wordings, and of what either has in common with the other; `covered` and
    `covers` are the first of the measures, had at a tenth of the cost of all.
    """

    a: int
    b: int
    common_a: int
    common_b: int
    covered: float
    covers: float


def weighed(alignment: Alignment) -> Weighed:
    """The weights of an alignment."""
    upto_a, upto_b, runs = alignment.one.upto, alignment.other.upto, alignment.runs
    a, b = upto_a[-1], upto_b[-1]
    common_a = sum([upto_a[i + n] - upto_a[i] for i, _, n in runs])
    common_b = sum([upto_b[j + n] - upto_b[j] for _, j, n in runs])
    common = min(common_a, common_b)
    covered, covers = _share(common, min(a, b)), _share(common, max(a, b))
    return Weighed(a, b, common_a, common_b, covered, covers)


def measure(alignment: Alignment, weights: Weighed) -> Features:
    """The measures of an alignment; the same whichever wording comes first."""
    weight_a, weight_b, common_a, common_b, covered, covers = weights
    shorter, longer = min(weight_a, weight_b), max(weight_a, weight_b)
    near = [(alignment.a[i], alignment.b[j]) for i, j in alignment.near]
    few, many = sorted((max(len(alignment.a), 1), max(len(alignment.b), 1)))
    found = parting(alignment, flipped=weight_b < weight_a)
    head, inside, tail = found.head, found.inside, found.tail
    replaced = extra = 0
    for place in inside:
        replaced += place.opposed
        extra += len(place.heavy_long)
    longest = max([n for _, _, n in alignment.runs], default=0)
    length = math.log(few) / 4
    brief = 1 - min(length, 1.0)
    meaning, both = _meaning(alignment)
    return Features(
        covered=covered,
        covers=covers,
        run=_share(longest, few),
        moved=_share(common_a + _moved(alignment) - min(common_a, common_b), shorter),
        ratio=fuzz.ratio(alignment.one.joined, alignment.other.joined) / 100,
        replaced=_share(replaced, shorter),
        ends=_share(head.opposed + tail.opposed, shorter),
        beyond=_share(max(head.short + tail.short, head.long + tail.long), longer),
        gap=_share(found.gap, shorter),
        near=_share(len(near), alignment.together) if near else 0.0,
        odd=_of(len(found.odd), _MANY),
        extra=_of(extra, _MANY),
        soft=_softness(found.odd, found.others),
        denial=float(denial(alignment)),
        numbers=float(_numbers_differ(alignment)),
        length=length,
        spread=math.log(max(_reach(alignment), few) / few) / 2,
        more=math.log(many / few) / 2,
        swapped=_of(found.swaps, _MANY),
        meaning=meaning,
        both=both,
        letter=brief * any(one_letter_apart(a, b) and a[-1] == b[-1] for a, b in near),
        initial=brief * any(a[0] != b[0] for a, b in near),
        opens=float(bool(alignment.runs) and alignment.runs[0][:2] == (0, 0)),
        closes=float(tail is NOWHERE),
        ending=float(tail.swaps),
        beginning=float(head.swaps),
        single=_of(found.singles, _FEW),
        slight=_of(found.slight, _MANY),
        added=_share(found.added, longer),
        lost=_of(found.lost, _FEW),
    )


def denial(alignment: Alignment) -> bool:
    """Whether one denies more often than the other."""
    among = alignment.lexicon.negations
    return count(alignment.apart_a, among) != count(alignment.apart_b, among)


def _meaning(alignment: Alignment) -> tuple[float, float]:
    """Words of meaning in common, of the fewer and of all."""
    small = alignment.lexicon.function_words
    of_a, of_b = len(alignment.one.different - small), len(alignment.other.different - small)
    equal = len((alignment.one.different & alignment.other.different) - small)
    near = len(alignment.near)
    common = equal + near
    return common / max(1, min(of_a, of_b)), common / max(1, of_a + of_b - equal - near)


def _softness(odd: list[str], others: list[str]) -> float:
    """How like the words of one list are to the likest of another (0..1, 1 for none)."""
    if not odd:
        return 1.0
    if not others or len(odd) > _SOFT or len(others) > _SOFT * 4:
        return 0.0
    best = [max([fuzz.ratio(word, other) for other in others]) for word in odd]
    return sum(best) / len(best) / 100


def _reach(alignment: Alignment) -> int:
    """Words between the first and the last laid together, of the wording where they are more."""
    if not alignment.runs:
        return 0
    (i, j, _), (k, m, n) = alignment.runs[0], alignment.runs[-1]
    return max(k - i, m - j) + n


def _numbers_differ(alignment: Alignment) -> bool:
    """Whether one has a number that the other has not; what is equal in both need not be asked."""
    if not any(map(is_number, alignment.apart_a + alignment.apart_b)):
        return False
    return _numbers(alignment.a) != _numbers(alignment.b)


def _numbers(words: Sequence[str]) -> set[str]:
    """Its numbers, but for one, which more often is no number (`one says so`)."""
    return set(filter(is_number, words)) - {"1"}


def _moved(alignment: Alignment) -> int:
    """The weight of the words that both have, and that are not laid together."""
    a, b = alignment.apart_a, alignment.apart_b
    if set(a).isdisjoint(b):
        return 0
    both = Counter(a) & Counter(b)
    return alignment.lexicon.weight(both.elements())


def _share(part: float, whole: float) -> float:
    return min(part / whole, 1.0) if whole else 0.0


def _of(count: int, most: int) -> float:
    return min(count, most) / most
