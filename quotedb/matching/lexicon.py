"""What matching knows of words: by language, and how much each weighs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, chain

from quotedb import languages
from quotedb.languages._others import OTHERS
from quotedb.text.lexicon import folded

FUNCTION_WEIGHT = 18
"""A function word weighs so much; any other 10 a letter, at least 20 and at most 60. Whole numbers,
so that weights added up in any order are the same.
"""

_REMEMBERED = 1 << 18  # words

_WHOLE, _LAST = 60, 5  # and letters; what has more weighs that
_BY_LENGTH = (20, 20, 20, 30, 40, 50)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What matching knows of the words of one language, or of all of them together; `rewritten`
    are contractions and number words.
    """

    contractions: Mapping[str, tuple[str, ...]]
    numbers: Mapping[str, str]
    function_words: frozenset[str]
    negations: frozenset[str]
    negative_endings: tuple[tuple[str, str], ...]
    negative_prefixes: frozenset[str]
    conjunctions: frozenset[str]
    capital_nouns: bool
    rewritten: frozenset[str]

    def weights(self, words: Iterable[str]) -> list[int]:
        """How much each of the words weighs."""
        small = self.function_words
        return [
            FUNCTION_WEIGHT
            if word in small
            else _WHOLE
            if len(word) > _LAST
            else _BY_LENGTH[len(word)]
            for word in words
        ]

    def weight(self, words: Iterable[str]) -> int:
        """How much words weigh together."""
        return sum(self.weights(words))

    def running(self, words: Iterable[str]) -> tuple[int, ...]:
        """How much the words before each weigh together, and all of them at the end."""
        return tuple(accumulate(self.weights(words), initial=0))

    def written_out(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """Folded words with contractions written out, and number words as digits."""
        digits = map(self.numbers.get, words, words)
        if self.contractions.keys().isdisjoint(words):
            return tuple(digits)
        whole = zip(digits, strict=False)
        return tuple(chain.from_iterable(map(self.contractions.get, words, whole)))


class _Numbers(dict[str, bool]):
    """Whether each word is a number, seen once."""

    def __missing__(self, word: str) -> bool:
        found = word[:1].isdigit()
        if len(self) < _REMEMBERED:
            self[word] = found
        return found


is_number = _Numbers().__getitem__
"""Whether a folded word begins with a digit."""


def count(words: tuple[str, ...], among: frozenset[str]) -> int:
    """How many of the words are among some."""
    return 0 if among.isdisjoint(words) else sum(map(among.__contains__, words))


@lru_cache
def lexicon(tag: str | None) -> Lexicon:
    """The lexicon of a language; of every language something is known of when None or unknown."""
    primary = (tag or "").split("-")[0].lower()
    known = {one.tag: one for one in (*OTHERS, *map(languages.get, languages.known()))}
    wanted = [known[primary]] if primary in known else list(known.values())
    all_known = [folded(one) for one in wanted]
    function_words = frozenset[str]().union(*(one.function_words for one in all_known))
    contractions = {k: tuple(v.split()) for one in all_known for k, v in one.contractions.items()}
    numbers = {k: v for one in all_known for k, v in one.numbers.items()}
    return Lexicon(
        contractions=contractions,
        numbers=numbers,
        function_words=function_words,
        negations=frozenset().union(*(one.negations for one in all_known)),
        negative_endings=tuple(e for one in all_known for e in one.negative_endings),
        negative_prefixes=frozenset().union(*(one.negative_prefixes for one in all_known)),
        conjunctions=frozenset(one.conjunction for one in all_known if one.conjunction),
        capital_nouns=all(one.capital_nouns for one in all_known),
        rewritten=frozenset((*contractions, *numbers)),
    )
