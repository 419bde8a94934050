"""Where in a file the words stand that a reader took out of it: by laying the words of both side
by side, a paragraph at a time, so that markup between them does not matter.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence

from rapidfuzz.distance import LCSseq

_WORD = re.compile(r"\w+")
_RUN = 3  # words in a row by which a paragraph is found again
_ROOM = 50  # words of markup that a paragraph may have beside three times its own
_BEFORE = 3  # characters that are no word may stand before the first word of a quotation

Pairs = list[tuple[int, int]]


class Places:
    """Offsets in the text that was read, and what they are in the file: (line, column) from 1."""

    def __init__(self, source: str, pairs: Pairs) -> None:
        self._pairs = pairs
        self._starts = [start for start, _ in pairs]
        self._lines = [0, *(match.end() for match in re.finditer("\n", source))]

    def of(self, offset: int) -> tuple[int, int] | None:
        """Line and column of the word at an offset (a bracket may stand before it), or of the
        nearest before it that is found.
        """
        if not self._pairs:
            return None
        at = bisect_left(self._starts, offset)
        if at == len(self._pairs) or self._starts[at] - offset > _BEFORE:
            at = max(at - 1, 0)
        start, there = self._pairs[at]
        there -= max(0, min(start - offset, _BEFORE))
        line = bisect_right(self._lines, max(there, 0)) - 1
        return line + 1, max(there, 0) - self._lines[line] + 1


def same(text: str) -> Places:
    """The places of a text that is the file itself."""
    return Places(text, [(m.start(), m.start()) for m in _WORD.finditer(text)])


def found(text: str, source: str) -> Places:
    """The places of a text's words in the file that it was read from.

    Each paragraph is looked for by its first run of words that stands in the file after the
    paragraph before it, or anywhere (a footnote stands elsewhere than it is read), and its words
    are then laid beside those of the file by their longest common subsequence.
    """
    there = [(m[0].casefold(), m.start()) for m in _WORD.finditer(source)]
    index = _Index([word for word, _ in there])
    pairs: Pairs = []
    cursor = 0
    for paragraph in re.finditer(r"[^\n]+", text):
        words = list(_WORD.finditer(paragraph[0]))
        keys = [word[0].casefold() for word in words]
        first = index.start(keys, cursor)
        window = index.words[first : first + 3 * len(keys) + _ROOM]
        last = first
        for i, j in _aligned(keys, window):
            pairs.append((paragraph.start() + words[i].start(), there[first + j][1]))
            last = first + j
        cursor = last + 1 if last >= cursor else cursor
    return Places(source, pairs)


class _Index:
    """The runs of words of a file."""

    def __init__(self, words: list[str]) -> None:
        self.words = words
        self._at: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
        for place in range(len(words) - _RUN + 1):
            self._at[tuple(words[place : place + _RUN])].append(place)

    def start(self, keys: Sequence[str], cursor: int) -> int:
        """Where a paragraph begins: after `cursor` if it can be."""
        for i in range(len(keys) - _RUN + 1):
            places = self._at.get(tuple(keys[i : i + _RUN]), ())
            if places:
                place = next((one for one in places if one >= cursor), places[-1])
                return max(0, place - i)
        return cursor


def _aligned(a: Sequence[str], b: Sequence[str]) -> Pairs:
    blocks = LCSseq.opcodes(a, b)
    return [
        (op.src_start + k, op.dest_start + k)
        for op in blocks
        if op.tag == "equal"
        for k in range(op.src_end - op.src_start)
    ]
