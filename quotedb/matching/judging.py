"""The work on a corpus that several processes share: wordings sketched, and pairs of them judged.

Each process has `Wordings`: all of them in memory, or in a file that others have too.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from quotedb.facts import Verdict
from quotedb.matching.blocking import screened
from quotedb.matching.decide import compare
from quotedb.matching.index import Numbers
from quotedb.text.fingerprint import digest
from quotedb.text.folding import fold
from quotedb.text.sketching import Hashes, sketch

Wording = tuple[str, str | None]
"""A text, and the BCP 47 tag of its language, if known."""


class Wordings(Protocol):
    """The wordings of a corpus by their places."""

    def __len__(self) -> int:
        """How many there are."""
        ...

    def __getitem__(self, place: int) -> Wording:
        """One of them."""
        ...


@dataclass(frozen=True, slots=True)
class InMemory:
    """Wordings as they are given."""

    texts: Sequence[str]
    languages: Sequence[str | None]

    def __len__(self) -> int:
        return len(self.texts)

    def __getitem__(self, place: int) -> Wording:
        return self.texts[place], self.languages[place]


@dataclass(frozen=True, slots=True)
class InFile:
    """Wordings that `stored` has put into a file: where each begins and ends, and which of the
    languages is its.
    """

    path: Path
    ends: Numbers
    language: NDArray[np.int16]
    languages: tuple[str | None, ...]

    def opened(self) -> Opened:
        """The wordings, to be read."""
        return Opened(self.path.open("rb", buffering=0), self)


@dataclass(frozen=True, slots=True)
class Opened:
    """Wordings in a file that is open."""

    file: io.FileIO
    where: InFile

    def __len__(self) -> int:
        return len(self.where.ends)

    def __getitem__(self, place: int) -> Wording:
        start = int(self.where.ends[place - 1]) if place else 0
        self.file.seek(start)
        text = self.file.read(int(self.where.ends[place]) - start).decode("utf-8", "surrogatepass")
        return text, self.where.languages[self.where.language[place]]


def stored(wordings: InMemory, path: Path) -> InFile:
    """Put wordings into a file."""
    lengths = np.empty(len(wordings), np.int64)
    with path.open("wb") as file:
        for place, text in enumerate(wordings.texts):
            lengths[place] = file.write(text.encode("utf-8", "surrogatepass"))
    known = {tag: number for number, tag in enumerate(dict.fromkeys(wordings.languages))}
    language = np.fromiter(map(known.__getitem__, wordings.languages), np.int16, len(wordings))
    return InFile(path, np.cumsum(lengths), language, tuple(known))


@dataclass(frozen=True, slots=True)
class Sketched:
    """What was made of some wordings: a digest of each folded key, how many fingerprints it has,
    all of those one after the other, and a Bloom filter of its words, two times 64 bits.
    """

    digests: Numbers
    sizes: NDArray[np.int32]
    hashes: Numbers
    bits: Hashes

    def only(self, kept: NDArray[np.bool_]) -> Sketched:
        """Of those wordings alone that are to be kept.

        Args:
            kept: for each wording, whether it is.
        """
        some = np.repeat(kept, self.sizes)
        return Sketched(self.digests[kept], self.sizes[kept], self.hashes[some], self.bits[kept])


def sketched(wordings: Wordings, places: range) -> Sketched:
    """Fold and sketch some wordings."""
    keys = [fold(wordings[place][0]) for place in places]
    digests = np.fromiter(map(digest, keys), np.int64, len(keys))
    found = sketch(keys)
    return Sketched(digests, found.sizes(), found.hash, found.bits)


@dataclass(frozen=True, slots=True)
class Judged:
    """Verdicts in columns, as they go from one process to another in little time: `first` and
    `second` are the places of the wordings, in order, without those that had too little in
    common.
    """

    first: list[int]
    second: list[int]
    verdicts: list[tuple[str, float, str, bool]]


def judge(wordings: Wordings, pairs: tuple[Numbers, Numbers]) -> Judged:
    """Give the verdicts on some pairs of places."""
    found = Judged([], [], [])
    for one, other in zip(*(side.tolist() for side in pairs), strict=True):
        (a, tag_a), (b, tag_b) = wordings[one], wordings[other]
        if screened(fold(b), [fold(a)]):
            verdict = compare(a, b, tag_a or tag_b)
            found.first.append(one)
            found.second.append(other)
            found.verdicts.append(_row(verdict))
    return found


def _row(verdict: Verdict) -> tuple[str, float, str, bool]:
    return verdict.kind, verdict.score, verdict.reason, verdict.review
