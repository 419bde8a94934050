"""Two wordings laid side by side, word by word.

Words are folded, contractions written out and number words turned to digits, so that `don't` and
`do not`, `ten` and `10` are no difference; words that differ by a letter or an ending count as
near. The alignment is the longest common subsequence of what is left.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from operator import add, ne

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA, LCSseq

from quotedb import languages
from quotedb.languages._others import OTHERS
from quotedb.text.folding import fold
from quotedb.text.lexicon import folded
from quotedb.text.remembering import remembered

LONGEST = 1200
"""Words of a wording that are laid side by side; of a longer one, the rest is left out."""

NEAR = 72.0
"""How alike (0..100) two words must be to count as one that was misspelt or bent."""

BENT = 10.0
"""So much more alike are two words with the same beginning."""

SHORT = 5
"""In a word of so many letters, one for another makes another word."""

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
    negative_prefixes: frozenset[str]
    conjunctions: frozenset[str]
    capital_nouns: bool
    weights: Weights


Words = tuple[str, ...]

Run = tuple[int, int, int]
"""Words laid together in a row: where they begin in the one, in the other, and how many."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """`a` and `b` are the words; `runs` where they are laid together, in order, near words
    included; `near` the places (in a, in b) of those that are not equal.

    What every measure and rule asks is worked out once: `parted` is what stands on either side
    between two runs, `rest_a` and `rest_b` are the words with none beside them, and `apart_a` and
    `apart_b` those and the near ones: all in which the two differ.
    """

    a: Words
    b: Words
    runs: tuple[Run, ...]
    near: frozenset[tuple[int, int]]
    lexicon: Lexicon
    parted: tuple[tuple[Words, Words], ...] = field(init=False, repr=False)
    rest_a: Words = field(init=False, repr=False)
    rest_b: Words = field(init=False, repr=False)
    apart_a: Words = field(init=False, repr=False)
    apart_b: Words = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Work out what is asked often."""
        parted = tuple(
            (self.a[i + n : k], self.b[j + n : m]) for (i, j, n), (k, m, _) in pairwise(self.runs)
        )
        (rest_a, rest_b), (tail_a, tail_b) = self.head(), self.tail()
        for left, right in parted:
            rest_a, rest_b = rest_a + left, rest_b + right
        put = object.__setattr__
        put(self, "parted", parted)
        put(self, "rest_a", rest_a + tail_a)
        put(self, "rest_b", rest_b + tail_b)
        put(self, "apart_a", self.rest_a + tuple(self.a[i] for i, _ in self.near))
        put(self, "apart_b", self.rest_b + tuple(self.b[j] for _, j in self.near))

    @property
    def together(self) -> int:
        """How many words are laid together."""
        return sum(n for _, _, n in self.runs)

    def blocks(self) -> tuple[tuple[Words, Words], ...]:
        """What stands on either side where the wordings part, between words laid together.

        The first and the last, which only reach beyond, are not among them.
        """
        return self.parted

    def head(self) -> tuple[Words, Words]:
        """What stands before the first words laid together."""
        if not self.runs:
            return self.a, self.b
        return self.a[: self.runs[0][0]], self.b[: self.runs[0][1]]

    def tail(self) -> tuple[Words, Words]:
        """What stands after the last words laid together."""
        if not self.runs:
            return (), ()
        i, j, n = self.runs[-1]
        return self.a[i + n :], self.b[j + n :]


@lru_cache
def lexicon(tag: str | None) -> Lexicon:
    """The lexicon of a language; of every language something is known of when None or unknown."""
    primary = (tag or "").split("-")[0].lower()
    known = {one.tag: one for one in (*OTHERS, *map(languages.get, languages.known()))}
    wanted = [known[primary]] if primary in known else list(known.values())
    all_known = [folded(one) for one in wanted]
    function_words = frozenset[str]().union(*(one.function_words for one in all_known))
    return Lexicon(
        contractions={
            k: tuple(v.split()) for one in all_known for k, v in one.contractions.items()
        },
        numbers={k: v for one in all_known for k, v in one.numbers.items()},
        function_words=function_words,
        negations=frozenset().union(*(one.negations for one in all_known)),
        negative_endings=tuple(e for one in all_known for e in one.negative_endings),
        negative_prefixes=frozenset().union(*(one.negative_prefixes for one in all_known)),
        conjunctions=frozenset(one.conjunction for one in all_known if one.conjunction),
        capital_nouns=all(one.capital_nouns for one in all_known),
        weights=Weights(function_words),
    )


def normalized(text: str, words: Lexicon) -> tuple[str, ...]:
    """The folded words of a wording, contractions written out, number words as digits."""
    found = fold(text).split()[:LONGEST]
    if words.contractions.keys().isdisjoint(found) and words.numbers.keys().isdisjoint(found):
        return tuple(found)
    out: list[str] = []
    for word in found:
        out += words.contractions.get(word, (words.numbers.get(word, word),))
    return tuple(out)


@remembered(8192)
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
    alone, others = _alone(left, right)
    if alone or others:
        whole = left, right
        left, right = _parted(left, alone, right), _parted(right, others, left)
        if (left, right) != whole:
            alone, others = _alone(left, right)
    bent = _near_words(alone, others)
    runs = _runs(left, tuple(bent.get(word, word) for word in right) if bent else right)
    misprints = _misprints(left, right, runs)
    if not bent and not misprints:
        return Alignment(left, right, runs, frozenset(), known)
    runs = _joined([*runs, *misprints]) if misprints else runs
    laid = ((i + n, j + n) for i, j, length in runs for n in range(length))
    near = frozenset((i, j) for i, j in laid if left[i] != right[j])
    return Alignment(left, right, runs, near, known)


def _alone(left: Words, right: Words) -> tuple[set[str], set[str]]:
    """The words that only the one has, and those that only the other has."""
    own, other = set(left), set(right)
    return own - other, other - own


def _parted(words: Words, alone: set[str], other: Words) -> Words:
    """Words that the other wording writes as two, written so too: `everyday`, `every day`.

    Args:
        words: the one.
        alone: its words that the other has not.
        other: the other.
    """
    if not alone or alone.isdisjoint(map(add, other, other[1:])):
        return words
    two = {a + b: (a, b) for a, b in pairwise(other) if a + b in alone}
    return tuple(part for word in words for part in two.get(word, (word,)))


def _near_words(left: set[str], right: set[str]) -> dict[str, str]:
    """Each word of `right` that is a word of `left` misspelt or bent, with that word.

    Short words are left alone (`now` is not `not`), and so is anything with a digit in it.
    """
    if not left or not right:
        return {}
    long_left = sorted([word for word in left if len(word) > 3 and not _has_digit(word)])
    long_right = sorted([word for word in right if len(word) > 3 and not _has_digit(word)])
    if not long_left or not long_right:
        return {}
    likely: dict[str, list[tuple[float, str]]] = {}
    alike = process.cdist(long_right, long_left, scorer=fuzz.ratio, score_cutoff=NEAR - BENT)
    for i, j in zip(*(places.tolist() for places in alike.nonzero()), strict=True):
        word, other = long_right[i], long_left[j]
        if (how := _alike(word, other)) >= NEAR:
            likely.setdefault(word, []).append((how, other))
    return _each_once(likely)


def _each_once(likely: dict[str, list[tuple[float, str]]]) -> dict[str, str]:
    """For each word the likest of the others that no word before it has taken."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for word, others in likely.items():
        best = max((one for one in others if one[1] not in taken), default=None)
        if best:
            found[word] = best[1]
            taken.add(best[1])
    return found


def _misprints(a: Words, b: Words, runs: tuple[Run, ...]) -> list[Run]:
    """Single words beside runs of which one is the other misprinted, whether or not the one
    stands elsewhere too.
    """
    return [
        (i + n, j + n, 1)
        for (i, j, n), (k, m, _) in pairwise(((0, 0, 0), *runs, (len(a), len(b), 0)))
        if k - i - n == m - j - n == 1 and is_misprint(a[i + n], b[j + n])
    ]


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


def is_misprint(word: str, other: str) -> bool:
    """Whether two words of four letters or more differ by one that is lost, added or in its
    neighbour's place; in longer ones, by one for another too. `Iran` is not `Iraq`.
    """
    few = min(len(word), len(other))
    if few < 4 or _has_digit(word) or _has_digit(other) or OSA.distance(word, other) != 1:
        return False
    return few > SHORT or not one_letter_apart(word, other)


def one_letter_apart(word: str, other: str) -> bool:
    """Whether two words have one letter for another."""
    return len(word) == len(other) and sum(map(ne, word, other)) == 1


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


def _runs(a: Words, b: Words) -> tuple[Run, ...]:
    """The longest common subsequence, as runs."""
    steps = LCSseq.opcodes(a, b)
    return tuple(
        (step.src_start, step.dest_start, step.src_end - step.src_start)
        for step in steps
        if step.tag == "equal"
    )
