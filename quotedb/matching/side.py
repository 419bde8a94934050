"""One of two wordings that are compared: what is asked of it whatever it is compared with."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from quotedb.matching.framing import may_be_headed, may_be_signed
from quotedb.matching.lexicon import Lexicon, lexicon
from quotedb.text.folding import fold
from quotedb.text.remembering import remembered

LONGEST = 1200
"""Words of a wording that are laid side by side; of a longer one, the rest is left out."""

Words = tuple[str, ...]


class Worded(NamedTuple):
    """The words of a wording: folded, contractions written out, number words as digits.

    Attributes:
        words: in their order.
        different: each of them once.
        upto: how much the words before each weigh together, and all of them at the end.
        joined: with a space between.
        glued: without.
    """

    words: Words
    different: frozenset[str]
    upto: tuple[int, ...]
    joined: str
    glued: str


def worded(words: Words, known: Lexicon) -> Worded:
    """What is asked of some words."""
    joined = " ".join(words)
    return Worded(words, frozenset(words), known.running(words), joined, "".join(words))


@dataclass(slots=True)
class Side:
    """A wording.

    Attributes:
        text: as it is printed.
        key: folded.
        split: the words of the key.
        bare: each of them once.
        tag: BCP 47 tag of its language, if known.
        headed: whether it may have a heading.
        signed: whether the work it is from may stand at its end.
    """

    text: str
    key: str
    split: Words
    bare: frozenset[str]
    tag: str | None
    headed: bool
    signed: bool
    _worded: Worded | None = field(default=None, repr=False, compare=False)

    @property
    def worded(self) -> Worded:
        """Its words, worked out when they are first asked for: often the key says enough."""
        if self._worded is None:
            self._worded = self._read()
        return self._worded

    def _read(self) -> Worded:
        words, known = self.split[:LONGEST], lexicon(self.tag)
        if not known.rewritten.isdisjoint(self.bare):
            return worded(known.written_out(words), known)
        if words is not self.split:
            return worded(words, known)
        return Worded(words, self.bare, known.running(words), self.key, "".join(words))


@remembered(4096)
def side(text: str, tag: str | None) -> Side:
    """A wording that is compared with one after the other.

    Args:
        text: the wording.
        tag: BCP 47 tag of it, if known.
    """
    return read(text, fold(text), tag)


def read(text: str, key: str, tag: str | None) -> Side:
    """The same of a wording whose folded key is known."""
    split = tuple(key.split())
    return Side(text, key, split, frozenset(split), tag, may_be_headed(text), may_be_signed(text))
