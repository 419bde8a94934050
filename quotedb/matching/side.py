"""One of two wordings that are compared: what is asked of it whatever it is compared with."""

from __future__ import annotations

from typing import NamedTuple

from quotedb.matching.framing import may_be_framed
from quotedb.matching.lexicon import Lexicon, lexicon
from quotedb.text.folding import fold
from quotedb.text.remembering import remembered

LONGEST = 1200
"""Words of a wording that are laid side by side; of a longer one, the rest is left out."""

Words = tuple[str, ...]


class Side(NamedTuple):
    """A wording.

    Attributes:
        text: as it is printed.
        key: folded.
        bare: the words of the key, each once.
        words: those of the key, contractions written out, number words as digits.
        different: each of them once.
        weight: how much they weigh together.
        joined: the words with a space between.
        glued: the words without.
        framed: whether a heading, or the work it is from, may stand round it.
    """

    text: str
    key: str
    bare: frozenset[str]
    words: Words
    different: frozenset[str]
    weight: float
    joined: str
    glued: str
    framed: bool

    def written(self, words: Words, known: Lexicon) -> Side:
        """The same with other words for its own."""
        return self._replace(
            words=words,
            different=frozenset(words),
            weight=weight(words, known),
            joined=" ".join(words),
            glued="".join(words),
        )


def weight(words: Words, known: Lexicon) -> float:
    """How much words weigh together."""
    return sum(map(known.weights.__getitem__, words))


@remembered(4096)
def side(text: str, tag: str | None) -> Side:
    """A wording that is compared with one after the other.

    Args:
        text: the wording.
        tag: BCP 47 tag of it, if known.
    """
    known, key = lexicon(tag), fold(text)
    split = tuple(key.split())
    bare = frozenset(split)
    words = split if len(split) <= LONGEST else split[:LONGEST]
    words = words if known.rewritten.isdisjoint(bare) else known.written_out(words)
    plain = words is split
    return Side(
        text,
        key,
        bare,
        words,
        bare if plain else frozenset(words),
        weight(words, known),
        key if plain else " ".join(words),
        "".join(words),
        may_be_framed(text),
    )
