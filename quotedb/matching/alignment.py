"""Two wordings laid side by side, word by word.

Words are folded, contractions written out and number words turned to digits, so that `don't` and
`do not`, `ten` and `10` are no difference; words that differ by a letter or an ending count as
near. The alignment is the longest common subsequence of what is left.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from rapidfuzz import fuzz, process
from rapidfuzz.distance import LCSseq

from quotedb import languages
from quotedb.text.folding import fold
from quotedb.text.lexicon import folded

LONGEST = 1200
"""Words of a wording that are laid side by side; of a longer one, the rest is left out."""

NEAR = 72.0
"""How alike (0..100) two words must be to count as one that was misspelt or bent."""

BENT = 10.0
"""So much more alike are two words with the same beginning."""

_REMEMBERED = 1 << 18  # words


FUNCTION_WEIGHT = 0.3
"""A function word weighs so much; any other by its length, six letters or more being 1."""


class Weights(dict[str, float]):
    """How much each word weighs, worked out once."""

    def __init__(self, function_words: frozenset[str]) -> None:
        super().__init__(dict.fromkeys(function_words, FUNCTION_WEIGHT))

    def __missing__(self, word: str) -> float:
        if len(self) >= _REMEMBERED:
            return min(max(len(word), 2), 6) / 6
        self[word] = found = min(max(len(word), 2), 6) / 6
        return found


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What matching knows of the words of one language, or of all of them together."""

    contractions: Mapping[str, tuple[str, ...]]
    numbers: Mapping[str, str]
    function_words: frozenset[str]
    negations: frozenset[str]
    negative_endings: tuple[tuple[str, str], ...]
    conjunctions: frozenset[str]
    capital_nouns: bool
    weights: Weights


@dataclass(frozen=True, slots=True)
class Alignment:
    """`a` and `b` are the words; `pairs` the places (in a, in b) that are laid together, in
    order, near words included; `near` those of them that are not equal.
    """

    a: tuple[str, ...]
    b: tuple[str, ...]
    pairs: tuple[tuple[int, int], ...]
    near: frozenset[tuple[int, int]]
    lexicon: Lexicon
    parted: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Every rule asks where the wordings part, so it is worked out once."""
        found = tuple(
            (self.a[i + 1 : k], self.b[j + 1 : m])
            for (i, j), (k, m) in pairwise(self.pairs)
            if k - i > 1 or m - j > 1
        )
        object.__setattr__(self, "parted", found)

    def blocks(self) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
        """What stands on either side where the wordings part, between words laid together.

        The first and the last, which only reach beyond, are not among them.
        """
        return self.parted

    def head(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """What stands before the first words laid together."""
        if not self.pairs:
            return self.a, self.b
        return self.a[: self.pairs[0][0]], self.b[: self.pairs[0][1]]

    def tail(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """What stands after the last words laid together."""
        if not self.pairs:
            return (), ()
        return self.a[self.pairs[-1][0] + 1 :], self.b[self.pairs[-1][1] + 1 :]


folded_text = lru_cache(maxsize=8192)(fold)
"""Folding of a text that is compared with one after the other."""


@lru_cache
def lexicon(tag: str | None) -> Lexicon:
    """The lexicon of a language; of every language there is a file for when None or unknown."""
    primary = (tag or "").split("-")[0].lower()
    known = [primary] if primary in languages.known() else list(languages.known())
    all_known = [folded(languages.get(one)) for one in known]
    function_words = frozenset[str]().union(*(one.function_words for one in all_known))
    return Lexicon(
        contractions={
            k: tuple(v.split()) for one in all_known for k, v in one.contractions.items()
        },
        numbers={k: v for one in all_known for k, v in one.numbers.items()},
        function_words=function_words,
        negations=frozenset().union(*(one.negations for one in all_known)),
        negative_endings=tuple(e for one in all_known for e in one.negative_endings),
        conjunctions=frozenset(one.conjunction for one in all_known if one.conjunction),
        capital_nouns=all(one.capital_nouns for one in all_known),
        weights=Weights(function_words),
    )


def normalized(text: str, words: Lexicon) -> tuple[str, ...]:
    """The folded words of a wording, contractions written out, number words as digits."""
    out: list[str] = []
    for word in folded_text(text).split()[:LONGEST]:
        out += words.contractions.get(word, (words.numbers.get(word, word),))
    return tuple(out)


@lru_cache(maxsize=8192)
def _worded(text: str, tag: str | None) -> tuple[str, ...]:
    """The words of a text that is compared with one after the other."""
    return normalized(text, lexicon(tag))


def align(a: str, b: str, tag: str | None = None) -> Alignment:
    """Lay two wordings side by side.

    Args:
        a: one wording.
        b: the other.
        tag: BCP 47 tag of both, if known.
    """
    known = lexicon(tag)
    left, right = _worded(a, tag), _worded(b, tag)
    left, right = _parted(left, right), _parted(right, left)
    bent = _near_words(set(left) - set(right), set(right) - set(left))
    other = [bent.get(word, word) for word in right]
    pairs = tuple(_matched(left, other))
    near = frozenset((i, j) for i, j in pairs if left[i] != right[j])
    return Alignment(left, right, pairs, near, known)


def _parted(words: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    """Words that the other wording writes as two, written so too: `everyday`, `every day`."""
    alone = set(words).difference(other)
    if not alone:
        return words
    two = {a + b: (a, b) for a, b in pairwise(other) if a + b in alone}
    if not two:
        return words
    return tuple(part for word in words for part in two.get(word, (word,)))


def _near_words(left: set[str], right: set[str]) -> dict[str, str]:
    """Each word of `right` that is a word of `left` misspelt or bent, with that word.

    Short words are left alone (`now` is not `not`), and so is anything with a digit in it.
    """
    found: dict[str, str] = {}
    long_left = sorted(word for word in left if len(word) > 3 and not _has_digit(word))
    long_right = sorted(word for word in right if len(word) > 3 and not _has_digit(word))
    for word in long_right if long_left else ():
        # No word is so much like another that rapidfuzz does not find it with BENT to spare.
        near = process.extract(
            word, long_left, scorer=fuzz.ratio, score_cutoff=NEAR - BENT, limit=None
        )
        best = max(((_alike(word, other), other) for other, _, _ in near), default=(0.0, ""))
        if best[0] >= NEAR:
            found[word] = best[1]
            long_left.remove(best[1])
    return found


@lru_cache(maxsize=65536)
def _alike(a: str, b: str) -> float:
    """How alike two words are; those that begin alike, as with an ending, are more so."""
    if a[0] != b[0]:
        return fuzz.ratio(a, b) - 8
    shorter = min(len(a), len(b))
    same = next((i for i in range(shorter) if a[i] != b[i]), shorter)
    return fuzz.ratio(a, b) + (BENT if same >= 5 and same >= 0.7 * shorter else 0)


def _has_digit(word: str) -> bool:
    return not word.isalpha() and any(char.isdigit() for char in word)


def _matched(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int]]:
    """The places of the longest common subsequence."""
    pairs: list[tuple[int, int]] = []
    for step in LCSseq.opcodes(a, b):
        if step.tag == "equal":
            length = step.src_end - step.src_start
            pairs += [(step.src_start + n, step.dest_start + n) for n in range(length)]
    return pairs
