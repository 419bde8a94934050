"""What an alignment shows, as numbers between 0 and 1 (or small counts)."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from quotedb.matching.alignment import Alignment, Lexicon

Block = tuple[Sequence[str], Sequence[str]]

_MANY = 4
_SOFT = 8  # words compared letter by letter


@dataclass(frozen=True, slots=True)
class Features:
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

    def vector(self) -> tuple[float, ...]:
        """The measures as a row of numbers, with some that only tell together."""
        brief = 1 - min(self.length, 1.0)
        whole = float(self.covered > 0.999)
        return (
            self.covered,
            self.covers,
            self.run,
            self.moved,
            self.ratio,
            self.replaced,
            self.ends,
            self.beyond,
            self.gap,
            self.near,
            self.odd,
            self.extra,
            self.soft,
            self.denial,
            self.numbers,
            self.length,
            self.spread,
            self.more,
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
        )


def weight(words: Iterable[str], lexicon: Lexicon) -> float:
    """How much words weigh together."""
    return sum(map(lexicon.weights.__getitem__, words))


def measure(alignment: Alignment) -> Features:
    """The measures of an alignment; the same whichever wording comes first."""
    lexicon = alignment.lexicon
    weight_a, weight_b = weight(alignment.a, lexicon), weight(alignment.b, lexicon)
    common_a = weight_a - weight(alignment.rest_a, lexicon)
    common_b = weight_b - weight(alignment.rest_b, lexicon)
    shorter, longer = (weight_a, weight_b) if weight_a <= weight_b else (weight_b, weight_a)
    common = min(common_a, common_b)
    few, many = sorted((len(alignment.a), len(alignment.b)))
    head, tail, blocks = alignment.head(), alignment.tail(), alignment.blocks()
    inside = [(weight(a, lexicon), weight(b, lexicon)) for a, b in blocks]
    before = weight(head[0], lexicon), weight(head[1], lexicon)
    after = weight(tail[0], lexicon), weight(tail[1], lexicon)
    reach = max(before[0] + after[0], before[1] + after[1])
    left = _left_over(alignment, weight_a, weight_b)
    return Features(
        covered=_share(common, shorter),
        covers=_share(common, longer),
        run=_share(max((n for _, _, n in alignment.runs), default=0), few),
        moved=_share(common_a + _moved(alignment) - common, shorter),
        ratio=fuzz.ratio(" ".join(alignment.a), " ".join(alignment.b)) / 100,
        replaced=_share(sum(map(min, inside)), shorter),
        ends=_share(min(before) + min(after), shorter),
        beyond=_share(reach, longer),
        gap=_share(max(map(max, [*inside, before, after])), shorter),
        near=_share(len(alignment.near), alignment.together),
        odd=min(len(left[0]), _MANY) / _MANY,
        extra=min(_heavy_inside(blocks, lexicon, 0 if weight_a > weight_b else 1), _MANY) / _MANY,
        soft=_softness(*left),
        denial=float(
            _count(alignment.apart_a, lexicon.negations)
            != _count(alignment.apart_b, lexicon.negations)
        ),
        numbers=float(_numbers_differ(alignment)),
        length=math.log(max(few, 1)) / 4,
        spread=math.log(max(_reach(alignment), few, 1) / max(few, 1)) / 2,
        more=math.log(max(many, 1) / max(few, 1)) / 2,
    )


def covered(alignment: Alignment) -> float:
    """The first of the measures, which is worked out at a tenth of the cost of all."""
    lexicon = alignment.lexicon
    weight_a, weight_b = weight(alignment.a, lexicon), weight(alignment.b, lexicon)
    common_a = weight_a - weight(alignment.rest_a, lexicon)
    common_b = weight_b - weight(alignment.rest_b, lexicon)
    return _share(min(common_a, common_b), min(weight_a, weight_b))


def _left_over(
    alignment: Alignment, weight_a: float, weight_b: float
) -> tuple[list[str], list[str]]:
    """The words of meaning without one beside them: of the shorter, and of the longer."""
    small = alignment.lexicon.function_words
    a = [word for word in alignment.rest_a if word not in small]
    b = [word for word in alignment.rest_b if word not in small]
    return (b, a) if weight_b < weight_a else (a, b)


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


def _heavy_inside(blocks: Sequence[Block], lexicon: Lexicon, side: int) -> int:
    """Words of meaning that stand on one side, between words laid together."""
    small = lexicon.function_words
    return sum(word not in small for block in blocks for word in block[side])


def _count(words: Sequence[str], among: frozenset[str]) -> int:
    return sum(word in among for word in words)


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
