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
    common_a = weight([alignment.a[i] for i, _ in alignment.pairs], lexicon)
    common_b = weight([alignment.b[j] for _, j in alignment.pairs], lexicon)
    shorter, longer = sorted((weight_a, weight_b))
    common = min(common_a, common_b)
    few, many = sorted((len(alignment.a), len(alignment.b)))
    head, tail, blocks = alignment.head(), alignment.tail(), alignment.blocks()
    against = [_against(block, lexicon) for block in blocks]
    ends = [_against(head, lexicon), _against(tail, lexicon)]
    reach = max(weight(head[0] + tail[0], lexicon), weight(head[1] + tail[1], lexicon))
    left = _left_over(alignment, weight_a, weight_b)
    return Features(
        covered=_share(common, shorter),
        covers=_share(common, longer),
        run=_share(_longest_run(alignment), few),
        moved=_share(_bag(alignment) - common, shorter),
        ratio=fuzz.ratio(" ".join(alignment.a), " ".join(alignment.b)) / 100,
        replaced=_share(sum(against), shorter),
        ends=_share(sum(ends), shorter),
        beyond=_share(reach, longer),
        gap=_share(_heaviest([*blocks, head, tail], lexicon), shorter),
        near=_share(len(alignment.near), len(alignment.pairs)),
        odd=min(len(left[0]), _MANY) / _MANY,
        extra=min(_heavy_inside(blocks, lexicon, 0 if weight_a > weight_b else 1), _MANY) / _MANY,
        soft=_softness(*left),
        denial=float(
            _count(alignment.a, lexicon.negations) != _count(alignment.b, lexicon.negations)
        ),
        numbers=float(_numbers(alignment.a) != _numbers(alignment.b)),
        length=math.log(max(few, 1)) / 4,
        spread=math.log(max(_reach(alignment), few, 1) / max(few, 1)) / 2,
        more=math.log(max(many, 1) / max(few, 1)) / 2,
    )


def covered(alignment: Alignment) -> float:
    """The first of the measures, which is worked out at a tenth of the cost of all."""
    lexicon = alignment.lexicon
    common_a = weight([alignment.a[i] for i, _ in alignment.pairs], lexicon)
    common_b = weight([alignment.b[j] for _, j in alignment.pairs], lexicon)
    whole = min(weight(alignment.a, lexicon), weight(alignment.b, lexicon))
    return _share(min(common_a, common_b), whole)


def _left_over(
    alignment: Alignment, weight_a: float, weight_b: float
) -> tuple[list[str], list[str]]:
    """The words of meaning without one beside them: of the shorter, and of the longer."""
    small = alignment.lexicon.function_words
    laid_a, laid_b = {i for i, _ in alignment.pairs}, {j for _, j in alignment.pairs}
    a = [w for i, w in enumerate(alignment.a) if i not in laid_a and w not in small]
    b = [w for j, w in enumerate(alignment.b) if j not in laid_b and w not in small]
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
    if not alignment.pairs:
        return 0
    (i, j), (k, m) = alignment.pairs[0], alignment.pairs[-1]
    return max(k - i, m - j) + 1


def _heaviest(pieces: Sequence[Block], lexicon: Lexicon) -> float:
    return max((weight(side, lexicon) for piece in pieces for side in piece), default=0.0)


def _heavy_inside(blocks: Sequence[Block], lexicon: Lexicon, side: int) -> int:
    """Words of meaning that stand on one side, between words laid together."""
    small = lexicon.function_words
    return sum(word not in small for block in blocks for word in block[side])


def _count(words: Sequence[str], among: frozenset[str]) -> int:
    return sum(word in among for word in words)


def _numbers(words: Sequence[str]) -> set[str]:
    """Its numbers, but for one, which more often is no number (`one says so`)."""
    return {word for word in words if word[:1].isdigit() and word != "1"}


def _against(block: tuple[Sequence[str], Sequence[str]], lexicon: Lexicon) -> float:
    """The weight of what stands for something else: nothing when one side is empty."""
    return min(weight(block[0], lexicon), weight(block[1], lexicon))


def _bag(alignment: Alignment) -> float:
    """The weight of the words both have, in whatever order."""
    both = Counter(alignment.a) & Counter(alignment.b)
    near = [alignment.a[i] for i, _ in alignment.near]
    return weight([*both.elements(), *near], alignment.lexicon)


def _longest_run(alignment: Alignment) -> int:
    longest = run = 0
    before = (-2, -2)
    for i, j in alignment.pairs:
        run = run + 1 if (i, j) == (before[0] + 1, before[1] + 1) else 1
        longest = max(longest, run)
        before = (i, j)
    return longest


def _share(part: float, whole: float) -> float:
    return min(part / whole, 1.0) if whole else 0.0
