"""Many texts folded at once, by numpy: the same as `folding.fold` of each."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from quotedb.text.folding import fold, folded_character
from quotedb.text.portions import portions

AT_ONCE = 1000
"""Texts that are folded together, few enough to stay in a processor's own memory."""

Codes = NDArray[np.uint32]
Chosen = NDArray[np.bool_]

_BETWEEN = "\x1c"  # stands between the texts
_BY_ITSELF = "\x1d"  # stands for what only `fold` can fold
_CONTROLS = (_BY_ITSELF, "\x1b", "\ue000")
_SPACE, _POINT, _COMMA = map(ord, " .,")
_UNSEEN, _GONE = np.uint32(0xFFFFFFFF), np.uint32(0xFFFFFFFE)


class _Characters:
    """What each character is folded to, worked out when it is first met.

    Attributes:
        letters: characters that are folded to several letters, with these; they stay as they are
            till the end.
    """

    def __init__(self) -> None:
        self.letters: dict[str, str] = {}
        self._folded = np.full(0x110000, _UNSEEN)
        self._is_digit = np.zeros(0x110000, np.bool_)
        self._folded[ord(_BETWEEN)] = ord(_BETWEEN)
        self._folded[list(map(ord, _CONTROLS))] = ord(_BY_ITSELF)

    def folded(self, codes: Codes) -> Codes:
        """What each is folded to; points between digits stay, or go if they part thousands."""
        found = self._folded[codes]
        unseen = codes[found == _UNSEEN]
        if len(unseen):
            self._learn(np.unique(unseen).tolist())
            found = self._folded[codes]
        points = np.flatnonzero((codes == _POINT) | (codes == _COMMA))
        before, *behind = (
            self._is_digit[codes.take(points + step, mode="clip")] for step in (-1, 1, 2, 3, 4)
        )
        found[points[before & behind[0]]] = _POINT
        found[points[before & np.logical_and.reduce(behind[:3]) & ~behind[3]]] = _GONE
        return found

    def _learn(self, codes: list[int]) -> None:
        for code in codes:
            folded = folded_character(code)
            self._is_digit[code] = chr(code).isdecimal()
            if len(folded) < 2:
                self._folded[code] = ord(folded) if folded else _GONE
            elif folded.isalpha():
                self._folded[code] = code
                self.letters[chr(code)] = folded
            else:
                self._folded[code] = ord(_BY_ITSELF)


_CHARACTERS = _Characters()


def fold_all(texts: Iterable[str]) -> list[str]:
    """The folded keys of some texts."""
    return [key for some in portions(texts, AT_ONCE, len) for key in _fold_some(some)]


def _fold_some(texts: list[str]) -> list[str]:
    whole = _BETWEEN.join(("", *texts, ""))
    if whole.count(_BETWEEN) > len(texts) + 1:
        return [fold(text) for text in texts]
    codes = np.frombuffer(whole.encode("utf-32-le", "surrogatepass"), np.uint32)
    folded = _CHARACTERS.folded(codes)
    folded = folded[folded != _GONE]
    keys = folded[_is_needed(folded)].tobytes().decode("utf-32-le", "surrogatepass")
    for char, letters in _CHARACTERS.letters.items():
        keys = keys.replace(char, letters)
    found = keys.replace(f" {_BETWEEN}", _BETWEEN)[1:-1].split(_BETWEEN)
    return [
        fold(text) if not key or _BY_ITSELF in key else key
        for key, text in zip(found, texts, strict=True)
    ]


def _is_needed(folded: Codes) -> Chosen:
    """All but spaces behind another, or at the beginning of a text."""
    is_space = folded == _SPACE
    needed: Chosen = ~is_space
    needed[1:] |= ~(is_space | (folded == ord(_BETWEEN)))[:-1]
    return needed
