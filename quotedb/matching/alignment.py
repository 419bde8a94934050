"""Two wordings laid side by side, word by word.

Words are folded, contractions written out and number words turned to digits, so that `don't` and
`do not`, `ten` and `10` are no difference; words that differ by a letter or an ending count as
near. The alignment is the longest common subsequence of what is left.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise
from operator import add
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from quotedb.matching.lexicon import Lexicon, lexicon
from quotedb.matching.likeness import is_misprint, near_words
from quotedb.matching.side import Worded, Words, side, worded

Run = tuple[int, int, int]
"""Words laid together in a row: where they begin in the one, in the other, and how many."""

Gap = tuple[int, int, int, int]
"""Where words stand that are not laid together: from and to in the one, then in the other."""

Block = tuple[Words, Words]
"""Those words of the one and of the other, either of which may be none."""

_NOTHING: Block = ((), ())


class Alignment(NamedTuple):
    """Two wordings laid side by side.

    Attributes:
        one: the one, with what only it writes as one word written as two.
        other: the other, likewise.
        a: the words of the one.
        b: the words of the other.
        runs: where they are laid together, in order, near words included.
        near: the places (in a, in b) of those that are not equal.
        gaps: where the head, the blocks and the tail stand, in order.
        head: what stands before the first words laid together.
        blocks: what stands on either side where the wordings part, between words laid together.
        tail: what stands after the last of them.
        rest_a: the words of the one that have none beside them.
        rest_b: the same of the other.
        apart_a: those and the near ones: all in which it differs from the other.
        apart_b: the same of the other.
        lexicon: what is known of the words.
    """

    one: Worded
    other: Worded
    a: Words
    b: Words
    runs: tuple[Run, ...]
    near: tuple[tuple[int, int], ...]
    gaps: tuple[Gap, ...]
    head: Block
    blocks: tuple[Block, ...]
    tail: Block
    rest_a: Words
    rest_b: Words
    apart_a: Words
    apart_b: Words
    lexicon: Lexicon

    @property
    def together(self) -> int:
        """How many words are laid together."""
        return sum(n for _, _, n in self.runs)

    def opposed(self, longest: int) -> list[Block]:
        """Where words stand for other words: blocks inside, and head and tail when both have some.

        Blocks of more than `longest` words on a side are left out: there something was elided or
        told otherwise, which no single word decides.
        """
        ends = [end for end in (self.head, self.tail) if end[0] and end[1]]
        return [
            block
            for block in (*self.blocks, *ends)
            if len(block[0]) <= longest and len(block[1]) <= longest
        ]


def align(a: str, b: str, tag: str | None = None) -> Alignment:
    """Lay two wordings side by side.

    Args:
        a: one wording.
        b: the other.
        tag: BCP 47 tag of both, if known.
    """
    return aligned(side(a, tag).worded, side(b, tag).worded, lexicon(tag))


def aligned(one: Worded, other: Worded, known: Lexicon) -> Alignment:
    """Lay two wordings side by side that have been read.

    Args:
        one: one wording.
        other: the other.
        known: the words of the language of both.
    """
    alone_a, alone_b = one.different - other.different, other.different - one.different
    written = _alike_written(one, alone_a, other, known), _alike_written(other, alone_b, one, known)
    if written[0] is not one or written[1] is not other:
        one, other = written
        alone_a, alone_b = one.different - other.different, other.different - one.different
    a, b = one.words, other.words
    bent = near_words(alone_a, alone_b) if alone_a and alone_b else {}
    runs = _runs(a, tuple(map(bent.get, b, b)) if bent else b)
    gaps = _gaps(a, b, runs)
    if misprints := _misprints(a, b, gaps):
        runs = _joined([*runs, *misprints])
        gaps = _gaps(a, b, runs)
    blocks = [(a[i:k], b[j:m]) for i, k, j, m in gaps]
    near = _near(a, b, runs) if bent or misprints else ()
    rest_a = tuple([word for block in blocks for word in block[0]])
    rest_b = tuple([word for block in blocks for word in block[1]])
    return Alignment(
        one,
        other,
        a,
        b,
        runs,
        near,
        tuple(gaps),
        blocks[0],
        tuple(blocks[1:-1]),
        blocks[-1] if runs else _NOTHING,
        rest_a,
        rest_b,
        (*rest_a, *[a[i] for i, _ in near]) if near else rest_a,
        (*rest_b, *[b[j] for _, j in near]) if near else rest_b,
        known,
    )


def _alike_written(own: Worded, alone: AbstractSet[str], other: Worded, known: Lexicon) -> Worded:
    """A wording with what the other writes as two words written so too: `everyday`, `every day`.

    Args:
        own: the one.
        alone: its words that the other has not.
        other: the other.
        known: the words of their language.
    """
    words = other.words
    if len(alone) < len(words) and not any(map(other.glued.__contains__, alone)):
        return own  # which is seen soonest in this way
    if alone.isdisjoint(map(add, words, words[1:])):
        return own
    two = {a + b: (a, b) for a, b in pairwise(words) if a + b in alone}
    parted = tuple(part for word in own.words for part in two.get(word, (word,)))
    return worded(parted, known)


def _runs(a: Words, b: Words) -> tuple[Run, ...]:
    """The longest common subsequence, as runs."""
    blocks = LCSseq.editops(a, b).as_matching_blocks()
    return tuple([(one.a, one.b, one.size) for one in blocks if one.size])


def _gaps(a: Words, b: Words, runs: Sequence[Run]) -> list[Gap]:
    """What stands before, between and after the runs."""
    found: list[Gap] = []
    i = j = 0
    for k, m, n in runs:
        found.append((i, k, j, m))
        i, j = k + n, m + n
    found.append((i, len(a), j, len(b)))
    return found


def _misprints(a: Words, b: Words, gaps: Sequence[Gap]) -> list[Run]:
    """Single words beside runs of which one is the other misprinted, whether or not the one
    stands elsewhere too.
    """
    return [(i, j, 1) for i, k, j, m in gaps if k - i == 1 == m - j and is_misprint(a[i], b[j])]


def _joined(runs: list[Run]) -> tuple[Run, ...]:
    """Runs in order, those that go on where another ends made one."""
    found: list[Run] = []
    for i, j, n in sorted(runs):
        if found and found[-1][0] + found[-1][2] == i and found[-1][1] + found[-1][2] == j:
            first, second, before = found.pop()
            found.append((first, second, before + n))
        else:
            found.append((i, j, n))
    return tuple(found)


def _near(a: Words, b: Words, runs: Sequence[Run]) -> tuple[tuple[int, int], ...]:
    """The places of words that are laid together and not equal."""
    return tuple(
        [
            (i + at, j + at)
            for i, j, n in runs
            if a[i : i + n] != b[j : j + n]
            for at in range(n)
            if a[i + at] != b[j + at]
        ]
    )
