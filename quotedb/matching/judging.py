"""The work on a corpus that several processes share: wordings sketched, and pairs of them judged.

Each process has `Wordings`: all of them in memory, or in a file that others have too.
"""

from __future__ import annotations

import io
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, partial
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from quotedb.facts import Verdict
from quotedb.matching.blocking import have_enough
from quotedb.matching.index import Numbers
from quotedb.matching.side import Side, read
from quotedb.matching.verdict import compared
from quotedb.text.fingerprint import digest
from quotedb.text.folding_many import fold_all
from quotedb.text.sketching import Hashes, sketch

RECENT = 1000
"""Wordings of which a process has the words at hand."""


class Wordings(Protocol):
    """The wordings of a corpus by their places."""

    def __len__(self) -> int:
        """How many there are."""
        ...

    def text(self, place: int) -> str:
        """One of them."""
        ...

    def language(self, place: int) -> str | None:
        """BCP 47 tag of its language, if known."""
        ...

    def keep(self, places: range, keys: list[str]) -> None:
        """Keep the folded keys of some, which are asked for once all have been kept."""
        ...

    def key(self, place: int) -> str:
        """The folded key of one."""
        ...


@dataclass(frozen=True, slots=True)
class InMemory:
    """Wordings as they are given."""

    texts: Sequence[str]
    languages: Sequence[str | None]
    keys: dict[int, str] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.texts)

    def text(self, place: int) -> str:
        """As `Wordings` says."""
        return self.texts[place]

    def language(self, place: int) -> str | None:
        """As `Wordings` says."""
        return self.languages[place]

    def keep(self, places: range, keys: list[str]) -> None:
        """As `Wordings` says."""
        self.keys.update(zip(places, keys, strict=True))

    def key(self, place: int) -> str:
        """As `Wordings` says."""
        return self.keys[place]


@dataclass(frozen=True, slots=True)
class Texts:
    """Texts one after the other in a file: of each, where it ends."""

    file: io.FileIO
    ends: memoryview

    def __getitem__(self, place: int) -> str:
        start = self.ends[place - 1] if place else 0
        read = os.pread(self.file.fileno(), self.ends[place] - start, start)
        return read.decode("utf-8", "surrogatepass")

    @classmethod
    def at(cls, path: Path) -> Texts:
        """Those that `written` has put there."""
        return cls(path.open("rb", buffering=0), memoryview(np.load(_ends(path))))


def written(texts: Iterable[str], path: Path) -> None:
    """Put texts into a file, and where each ends into another beside it."""
    with path.open("wb") as file:
        lengths = [file.write(text.encode("utf-8", "surrogatepass")) for text in texts]
    np.save(_ends(path), np.cumsum(lengths, dtype=np.int64))


def _ends(path: Path) -> Path:
    return path.with_suffix(".npy")


@dataclass(frozen=True, slots=True)
class InFolder:
    """Wordings that `stored` has put into a folder, and which of the languages is each one's.

    The keys are kept in pieces of `piece` wordings, by whichever process folds them.
    """

    folder: Path
    piece: int
    language: NDArray[np.int16]
    languages: tuple[str | None, ...]

    def opened(self) -> Opened:
        """The wordings, to be read."""
        return Opened(self, Texts.at(self.folder / _TEXTS))


@dataclass(frozen=True, slots=True)
class Opened:
    """Wordings in a folder that is open."""

    where: InFolder
    texts: Texts
    keys: dict[int, Texts] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.where.language)

    def text(self, place: int) -> str:
        """As `Wordings` says."""
        return self.texts[place]

    def language(self, place: int) -> str | None:
        """As `Wordings` says."""
        return self.where.languages[int(self.where.language[place])]

    def keep(self, places: range, keys: list[str]) -> None:
        """As `Wordings` says."""
        written(keys, self._piece(places.start // self.where.piece))

    def key(self, place: int) -> str:
        """As `Wordings` says."""
        piece, place = divmod(place, self.where.piece)
        if piece not in self.keys:
            self.keys[piece] = Texts.at(self._piece(piece))
        return self.keys[piece][place]

    def _piece(self, number: int) -> Path:
        return self.where.folder / f"keys{number}"


_TEXTS = "texts"


def stored(wordings: InMemory, folder: Path, piece: int) -> InFolder:
    """Put wordings into a folder."""
    written(wordings.texts, folder / _TEXTS)
    known = {tag: number for number, tag in enumerate(dict.fromkeys(wordings.languages))}
    language = np.fromiter(map(known.__getitem__, wordings.languages), np.int16, len(wordings))
    return InFolder(folder, piece, language, tuple(known))


@dataclass(frozen=True, slots=True)
class Sketched:
    """What was made of some wordings: a digest of each folded key, how many fingerprints it has,
    all of those one after the other, a Bloom filter of its words, and how many different ones.
    """

    digests: Numbers
    sizes: NDArray[np.int32]
    hashes: Numbers
    bits: Hashes
    words: NDArray[np.int32]

    def only(self, kept: NDArray[np.bool_]) -> Sketched:
        """Of those wordings alone that are to be kept.

        Args:
            kept: for each wording, whether it is.
        """
        some = np.repeat(kept, self.sizes)
        return Sketched(
            self.digests[kept], self.sizes[kept], self.hashes[some], self.bits[kept],
            self.words[kept],
        )  # fmt: skip


def sketched(wordings: Wordings, places: range) -> Sketched:
    """Fold and sketch some wordings, whose keys are kept."""
    keys = fold_all(map(wordings.text, places))
    wordings.keep(places, keys)
    digests = np.fromiter(map(digest, keys), np.int64, len(keys))
    found = sketch(keys)
    return Sketched(digests, found.sizes(), found.hash, found.bits, found.words)


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
    recent = lru_cache(RECENT)(partial(_read, wordings))
    for one, other in zip(*(places.tolist() for places in pairs), strict=True):
        language = wordings.language(one) or wordings.language(other)
        left, right = recent(one, language), recent(other, language)
        if have_enough(left.bare, right.bare):
            found.first.append(one)
            found.second.append(other)
            found.verdicts.append(_row(compared(left, right)))
    return found


def _read(wordings: Wordings, place: int, language: str | None) -> Side:
    """One of the wordings as one in a language."""
    return read(wordings.text(place), wordings.key(place), language)


def _row(verdict: Verdict) -> tuple[str, float, str, bool]:
    return verdict.kind, verdict.score, verdict.reason, verdict.review
