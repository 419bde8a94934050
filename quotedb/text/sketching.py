"""The fingerprints of many wordings at once, by numpy: the same as `fingerprint.fingerprints`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from quotedb.text.fingerprint import (
    BASE,
    DENSE,
    FIRST,
    MIX,
    MIX_AGAIN,
    PAIRED,
    SECOND,
    SHORTEST,
    SMALL,
    THIRD,
    WINDOW,
)
from quotedb.text.portions import portions

Places = NDArray[np.int64]
Hashes = NDArray[np.uint64]
Chosen = NDArray[np.bool_]
Found = tuple[Places, Hashes]


AT_ONCE = 1000
"""Keys whose words are hashed together, few enough to stay in a processor's own memory."""

_END = "\n"  # after each key
_IS_SPACE = np.array([chr(code).isspace() for code in range(0x3002)])  # and nothing after is
_INVERSE = pow(BASE, -1, 1 << 64)
_POWERS: dict[int, Hashes] = {}

COLUMNS = 8  # of 64 bits, in the Bloom filter of a wording


@dataclass(frozen=True, slots=True)
class Sketch:
    """Of some wordings: `place` says which, `hash` a fingerprint of it, sorted by both, none
    twice. `bits` has a row for each wording: a Bloom filter (1970) of its words, 512 bits; `words`
    says how many different words it has.
    """

    place: Places
    hash: NDArray[np.int64]
    bits: Hashes
    words: NDArray[np.int32]

    def __len__(self) -> int:
        return len(self.bits)

    def narrow(self) -> Hashes:
        """The filters in two times 64 bits, for where rows must be small."""
        halves = np.split(self.bits, 2, axis=1)
        return np.stack([np.bitwise_or.reduce(half, axis=1) for half in halves], axis=1)

    def sizes(self) -> NDArray[np.int32]:
        """How many fingerprints each wording has."""
        return np.bincount(self.place, minlength=len(self)).astype(np.int32)


def sketch(keys: Iterable[str]) -> Sketch:
    """The fingerprints of many folded keys."""
    return _sketched(tuple(keys))


def remember(keys: Sequence[str], sketch: Sketch) -> None:
    """Take over the sketch of some keys from a process that has made it, until the next."""
    _REMEMBERED[:] = [({key: row for row, key in enumerate(keys)}, sketch)]


_REMEMBERED: list[tuple[dict[str, int], Sketch]] = []


def _recalled(rows: list[int], sketch: Sketch) -> Sketch:
    """Some rows of a sketch."""
    row, sizes = np.array(rows, np.int64), sketch.sizes()
    count = sizes[row].astype(np.int64)
    place = np.repeat(np.arange(len(row)), count)
    first = (np.cumsum(sizes) - sizes)[row]
    within = np.arange(len(place)) - np.repeat(np.cumsum(count) - count, count)
    hashes = sketch.hash[np.repeat(first, count) + within]
    return Sketch(place, hashes, sketch.bits[row], sketch.words[row])


@lru_cache(maxsize=1)  # what was just looked up is stored next
def _sketched(keys: tuple[str, ...]) -> Sketch:
    for known, sketch in _REMEMBERED:
        if keys and known.keys() >= set(keys):
            return _recalled([known[key] for key in keys], sketch)
    words, owner = _words(keys)
    length = np.bincount(owner, minlength=len(keys))[owner]
    kept = [
        _runs(words, owner, length <= DENSE),
        _winnowed(*_runs(words, owner, length > DENSE)),
        _pairs(words, owner, (length > 1) & (length <= PAIRED), 1),
        _pairs(words, owner, length <= SHORTEST, 2),
        (owner[length == 1], words[length == 1]),
    ]
    place, found = _distinct(
        np.concatenate([k[0] for k in kept]), np.concatenate([k[1] for k in kept])
    )
    bits, different = _bits(words, owner, len(keys)), _different(words, owner, len(keys))
    return Sketch(place, found, bits, different)


def _words(keys: Sequence[str]) -> tuple[Hashes, Places]:
    """The hash of each word of some keys, and whose it is."""
    words, owners, before = [np.zeros(0, np.uint64)], [np.zeros(0, np.int64)], 0
    for some in portions(keys, AT_ONCE, len):
        found, owner = _words_of(some)
        words.append(found)
        owners.append(owner + before)
        before += len(some)
    return np.concatenate(words), np.concatenate(owners)


def _words_of(keys: Sequence[str]) -> tuple[Hashes, Places]:
    """The same of a few: the sums of all characters, each times a power, from which those of the
    words before are taken.
    """
    whole = f"{_END.join(keys)}{_END}"
    if whole.count(_END) > len(keys):  # of one without letters, all stays
        return _words_of([" ".join(key.split()) for key in keys])
    codes = np.frombuffer(whole.encode("utf-32-le", "surrogatepass"), "<u4")
    ends = np.flatnonzero(_IS_SPACE.take(codes, mode="clip"))
    starts = np.concatenate([np.zeros(1, np.int64), ends[:-1] + 1])
    length = ends - starts
    there = length > 0
    powers = _powers(BASE, len(codes))
    sums = np.zeros(len(codes) + 1, np.uint64)
    np.cumsum(codes * _powers(_INVERSE, len(codes)), out=sums[1:])
    number = (sums[ends] - sums[starts])[there] * powers[ends[there] - 1]
    number = (number ^ (number >> np.uint64(30))) * np.uint64(MIX)
    number = (number ^ (number >> np.uint64(27))) * np.uint64(MIX_AGAIN)
    number = (number ^ (number >> np.uint64(31))) & ~np.uint64(1)
    is_last = codes[ends] == ord(_END)
    owner = np.cumsum(is_last) - is_last
    return number | (length[there] <= SMALL), owner[there]


def _powers(base: int, count: int) -> Hashes:
    """The first powers of a number, modulo 2 ** 64."""
    if len(_POWERS.get(base, ())) < count:
        each = np.full(count, base, np.uint64)
        each[:1] = 1
        _POWERS[base] = np.cumprod(each)
    return _POWERS[base][:count]


def _different(words: Hashes, owner: Places, count: int) -> NDArray[np.int32]:
    """How many different words each of so many owners has: by as much of each as has room."""
    room = np.uint64(count.bit_length())
    marked = owner.astype(np.uint64) << (np.uint64(64) - room) | words >> room
    marked.sort()
    new = np.ones(len(marked), np.bool_)
    new[1:] = marked[1:] != marked[:-1]
    whose = (marked[new] >> (np.uint64(64) - room)).astype(np.int64)
    return np.bincount(whose, minlength=count).astype(np.int32)


def _bits(words: Hashes, owner: Places, count: int) -> Hashes:
    """One bit for each word, of `COLUMNS` times 64, for each of so many owners."""
    found = np.zeros(count * COLUMNS, np.uint64)
    bit = np.uint64(1) << (words >> np.uint64(55) & np.uint64(63))
    column = (words >> np.uint64(61)).astype(np.int64)
    np.bitwise_or.at(found, owner * COLUMNS + column, bit)
    return found.reshape(count, COLUMNS)


def _runs(words: Hashes, owner: Places, chosen: Chosen) -> Found:
    """The hashes of three neighbouring words of the chosen wordings, with their owners."""
    words, owner = words[chosen], owner[chosen]
    same = owner[:-2] == owner[2:]
    a, b, c = words[:-2][same], words[1:-1][same], words[2:][same]
    mixed = a * np.uint64(FIRST) + b * np.uint64(SECOND) + c * np.uint64(THIRD)
    return owner[:-2][same], _mixed(mixed, a & b & c)


def _pairs(words: Hashes, owner: Places, chosen: Chosen, apart: int) -> Found:
    """The hashes of two words so far apart, likewise."""
    words, owner = words[chosen], owner[chosen]
    same = owner[:-apart] == owner[apart:]
    a, b = words[:-apart][same], words[apart:][same]
    mixed = a * np.uint64(FIRST) + b * np.uint64(SECOND if apart > 1 else 1)
    return owner[:-apart][same], _mixed(mixed, a & b)


def _mixed(mixed: Hashes, short: Hashes) -> Hashes:
    mixed = (mixed ^ (mixed >> np.uint64(31))) * np.uint64(MIX)
    mixed = (mixed ^ (mixed >> np.uint64(32))) >> np.uint64(1)
    return mixed | ((short & np.uint64(1)) << np.uint64(63))


def _winnowed(owner: Places, runs: Hashes) -> Found:
    """The least of every window."""
    end = max(len(runs) - WINDOW + 1, 0)
    whole = owner[:end] == owner[len(owner) - end :]
    least = np.minimum.reduce([runs[i : i + end] for i in range(WINDOW)])
    return owner[:end][whole], least[whole]


def _distinct(owner: Places, found: Hashes) -> tuple[Places, NDArray[np.int64]]:
    """Sorted by owner and fingerprint, each pair of them once."""
    signed = found.view(np.int64)
    order = np.argsort(signed)
    narrow = owner[order].astype(np.min_scalar_type(int(owner.max(initial=0))))
    order = order[np.argsort(narrow, kind="stable")]  # which counts small numbers, and is fast
    owner, signed = owner[order], signed[order]
    new = np.ones(len(owner), np.bool_)
    new[1:] = (owner[1:] != owner[:-1]) | (signed[1:] != signed[:-1])
    return owner[new], signed[new]
