"""What an alignment shows, as numbers between 0 and 1 (or small counts)."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from quotedb.matching.alignment import Alignment, Lexicon

FUNCTION_WEIGHT = 0.3
"""A function word weighs so much; any other by its length, six letters or more being 1."""


@dataclass(frozen=True, slots=True)
class Features:
    """Measures of two wordings; "shorter" is the one whose words weigh less.

    Attributes:
        covered: share of the shorter's weight that is laid beside equal or near words.
        covers: share of the longer's weight.
        run: the longest unbroken run in common, as a share of the shorter's words.
        bag: share of the shorter's weight that the longer has anywhere.
        ratio: normalized Indel similarity of the folded texts (rapidfuzz `ratio`).
        partial: the same of the shorter with the best part of the longer (`partial_ratio`).
        replaced: weight of words standing for other words inside, as a share of the shorter.
        ends: weight of words at head and tail that stand against other words there, likewise.
        beyond: share of the longer's weight that reaches beyond the shorter at head and tail.
        near: share of the words in common that are only near.
        length: words of the shorter, on a scale of logarithms.
    """

    covered: float
    covers: float
    run: float
    bag: float
    ratio: float
    partial: float
    replaced: float
    ends: float
    beyond: float
    near: float
    length: float

    def vector(self) -> tuple[float, ...]:
        """The measures as a row of numbers, and the two that tell a part from a whole."""
        return (
            self.covered,
            self.covers,
            self.run,
            self.bag,
            self.ratio,
            self.partial,
            self.replaced,
            self.ends,
            self.beyond,
            self.near,
            self.length,
            self.covered * self.beyond,
            min(self.covered, self.covers) ** 2,
            self.covered**3,
            min(1.0, self.replaced + self.ends) * (1 - min(self.length, 1.0)),
        )


def weight(words: Sequence[str], lexicon: Lexicon) -> float:
    """How much words weigh together."""
    small = lexicon.function_words
    return sum(FUNCTION_WEIGHT if w in small else min(max(len(w), 2), 6) / 6 for w in words)


def measure(alignment: Alignment) -> Features:
    """The measures of an alignment; the same whichever wording comes first."""
    lexicon = alignment.lexicon
    weight_a, weight_b = weight(alignment.a, lexicon), weight(alignment.b, lexicon)
    common_a = weight([alignment.a[i] for i, _ in alignment.pairs], lexicon)
    common_b = weight([alignment.b[j] for _, j in alignment.pairs], lexicon)
    shorter, longer = sorted((weight_a, weight_b))
    common = min(common_a, common_b)
    words = min(len(alignment.a), len(alignment.b))
    texts = " ".join(alignment.a), " ".join(alignment.b)
    head, tail = alignment.head(), alignment.tail()
    ends = _against(head, lexicon) + _against(tail, lexicon)
    beyond = max(weight(head[0] + tail[0], lexicon), weight(head[1] + tail[1], lexicon))
    return Features(
        covered=_share(common, shorter),
        covers=_share(common, longer),
        run=_share(_longest_run(alignment), words),
        bag=_share(_bag(alignment), shorter),
        ratio=fuzz.ratio(*texts) / 100,
        partial=fuzz.partial_ratio(*texts) / 100,
        replaced=_share(sum(_against(block, lexicon) for block in alignment.blocks()), shorter),
        ends=_share(ends, shorter),
        beyond=_share(beyond, longer),
        near=_share(len(alignment.near), len(alignment.pairs)),
        length=math.log(max(words, 1)) / 4,
    )


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
