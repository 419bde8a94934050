"""What an alignment shows, as numbers between 0 and 1 (or small counts)."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz import fuzz, process

from quotedb.matching.alignment import Alignment, one_letter_apart
from quotedb.matching.places import Place, places, weight

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
    """The weights of two wordings, and of what either has in common with the other."""

    a: float
    b: float
    common_a: float
    common_b: float

    @property
    def covered(self) -> float:
        """The first of the measures, had at a tenth of the cost of all."""
        return _share(min(self.common_a, self.common_b), min(self.a, self.b))

    @property
    def covers(self) -> float:
        """The second, likewise."""
        return _share(min(self.common_a, self.common_b), max(self.a, self.b))


def weighed(alignment: Alignment) -> Weighed:
    """The weights of an alignment."""
    lexicon = alignment.lexicon
    a, b = weight(alignment.a, lexicon), weight(alignment.b, lexicon)
    common_a = a - weight(alignment.rest_a, lexicon)
    return Weighed(a, b, common_a, b - weight(alignment.rest_b, lexicon))


def measure(alignment: Alignment, weights: Weighed) -> Features:
    """The measures of an alignment; the same whichever wording comes first."""
    weight_a, weight_b, common_a, common_b = weights
    shorter, longer = min(weight_a, weight_b), max(weight_a, weight_b)
    common = min(common_a, common_b)
    near = [(alignment.a[i], alignment.b[j]) for i, j in alignment.near]
    few, many = sorted((len(alignment.a), len(alignment.b)))
    found = places(alignment, flipped=weight_b < weight_a)
    head, inside, tail = found[0], found[1:-1], found[-1]
    odd = [word for place in found for word in place.heavy_short]
    others = [word for place in found for word in place.heavy_long]
    joined = " ".join(alignment.a), " ".join(alignment.b)
    brief = 1 - min(math.log(max(few, 1)) / 4, 1.0)
    meaning = _meaning(alignment)
    return Features(
        covered=_share(common, shorter),
        covers=_share(common, longer),
        run=_share(max((n for _, _, n in alignment.runs), default=0), few),
        moved=_share(common_a + _moved(alignment) - common, shorter),
        ratio=fuzz.ratio(*joined) / 100,
        replaced=_share(sum(map(_opposed, inside)), shorter),
        ends=_share(_opposed(head) + _opposed(tail), shorter),
        beyond=_share(max(head.short + tail.short, head.long + tail.long), longer),
        gap=_share(max(max(place.short, place.long) for place in found), shorter),
        near=_share(len(alignment.near), alignment.together),
        odd=_of(len(odd), _MANY),
        extra=_of(sum(len(place.heavy_long) for place in inside), _MANY),
        soft=_softness(odd, others),
        denial=float(denial(alignment)),
        numbers=float(_numbers_differ(alignment)),
        length=math.log(max(few, 1)) / 4,
        spread=math.log(max(_reach(alignment), few, 1) / max(few, 1)) / 2,
        more=math.log(max(many, 1) / max(few, 1)) / 2,
        swapped=_of(sum(place.swaps for place in found), _MANY),
        meaning=meaning[0],
        both=meaning[1],
        letter=brief * any(one_letter_apart(a, b) and a[-1] == b[-1] for a, b in near),
        initial=brief * any(a[0] != b[0] for a, b in near),
        opens=float(bool(alignment.runs) and alignment.runs[0][:2] == (0, 0)),
        closes=float(not tail.a and not tail.b),
        ending=float(tail.swaps),
        beginning=float(head.swaps),
        single=_of(sum(place.single for place in found), _FEW),
        slight=_of(sum(place.slight for place in found), _MANY),
        added=_share(sum(max(p.short, p.long) for p in found if not _opposed(p)), longer),
        lost=_of(sum(bool(p.heavy_short) and not p.heavy_long for p in found), _FEW),
    )


def denial(alignment: Alignment) -> bool:
    """Whether one denies more often than the other."""
    among = alignment.lexicon.negations
    return _count(alignment.apart_a, among) != _count(alignment.apart_b, among)


def _opposed(place: Place) -> float:
    """The weight of words there that stand for other words."""
    return min(place.short, place.long)


def _meaning(alignment: Alignment) -> tuple[float, float]:
    """Words of meaning in common, of the fewer and of all."""
    small = alignment.lexicon.function_words
    a, b = set(alignment.a) - small, set(alignment.b) - small
    common = len(a & b) + len(alignment.near)
    return (
        common / max(1, min(len(a), len(b))),
        common / max(1, len(a | b) - len(alignment.near)),
    )


def _softness(odd: list[str], others: list[str]) -> float:
    """How like the words of one list are to the likest of another (0..1, 1 for none)."""
    if not odd:
        return 1.0
    if not others or len(odd) > _SOFT or len(others) > _SOFT * 4:
        return 0.0
    best = process.cdist(odd, others, scorer=fuzz.ratio).max(axis=1)
    return float(best.mean()) / 100


def _reach(alignment: Alignment) -> int:
    """Words between the first and the last laid together, of the wording where they are more."""
    if not alignment.runs:
        return 0
    (i, j, _), (k, m, n) = alignment.runs[0], alignment.runs[-1]
    return max(k - i, m - j) + n


def _count(words: Sequence[str], among: frozenset[str]) -> int:
    return sum(map(among.__contains__, words))


def _numbers_differ(alignment: Alignment) -> bool:
    """Whether one has a number that the other has not; what is equal in both need not be asked."""
    if not any(word[:1].isdigit() for word in alignment.apart_a + alignment.apart_b):
        return False
    return _numbers(alignment.a) != _numbers(alignment.b)


def _numbers(words: Sequence[str]) -> set[str]:
    """Its numbers, but for one, which more often is no number (`one says so`)."""
    return {word for word in words if word[:1].isdigit() and word != "1"}


def _moved(alignment: Alignment) -> float:
    """The weight of the words that both have, and that are not laid together."""
    a, b = alignment.apart_a, alignment.apart_b
    if set(a).isdisjoint(b):
        return 0.0
    both = Counter(a) & Counter(b)
    return weight(both.elements(), alignment.lexicon)


def _share(part: float, whole: float) -> float:
    return min(part / whole, 1.0) if whole else 0.0


def _of(count: int, most: int) -> float:
    return min(count, most) / most
