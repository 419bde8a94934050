"""Speakers who may be one person: names that differ by an initial, a part or a few letters.

Only proposed: aliases decide, since a likeness of letters says little about people (the ratio of
`Larov` to `Lavrov` is greater than that of `Lawrow`, which is the same name in another language).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from quotedb.text.folding import fold

NEAR = 88.0
"""Percentage of like letters (Indel ratio) from which two names are near."""

SHORTEST = 7
"""Letters of the shorter name below which a few that differ mean nothing."""

CROWDED = 300
"""Names that share a beginning; of more, each is held only against its neighbours in order."""


@dataclass(frozen=True, slots=True)
class Namesakes:
    """Two speakers by their places, the names that are alike, how much (0..100) and why."""

    first: int
    second: int
    names: tuple[str, str]
    score: float
    reason: str


def namesakes(people: Sequence[Sequence[str]]) -> list[Namesakes]:
    """The pairs among people, each with all their names, that may be one; most alike first."""
    best: dict[tuple[int, int], Namesakes] = {}
    owners: dict[str, set[int]] = defaultdict(set)
    for place, names in enumerate(people):
        for name in names:
            for word in set(fold(name).split()):
                owners[word].add(place)
    for (key, one, name), (other_key, other, other_name) in _near(people):
        told = _alike(key, other_key, owners)
        if told is None:
            continue
        pair = (min(one, other), max(one, other))
        names = (name, other_name) if one < other else (other_name, name)
        found = Namesakes(*pair, names, *told)
        if pair not in best or best[pair].score < found.score:
            best[pair] = found
    return sorted(best.values(), key=lambda one: (-one.score, one.first, one.second))


_Name = tuple[str, int, str]


def _near(people: Sequence[Sequence[str]]) -> Iterator[tuple[_Name, _Name]]:
    """Names of different people whose first or last words begin alike."""
    blocks: dict[str, set[_Name]] = defaultdict(set)
    for place, names in enumerate(people):
        for name in names:
            words = fold(name).split()
            if words:
                for word in {words[0], words[-1]}:
                    blocks[word[:4]].add((" ".join(words), place, name))
    for block in blocks.values():
        for one, other in _pairs(sorted(block)):
            if one[1] != other[1]:
                yield one, other


def _pairs(block: Sequence[_Name]) -> Iterable[tuple[_Name, _Name]]:
    if len(block) <= CROWDED:
        return combinations(block, 2)
    return (
        (one, other)
        for place, one in enumerate(block)
        for other in block[place + 1 : place + 1 + CROWDED // 10]
    )


def _alike(key: str, other: str, owners: dict[str, set[int]]) -> tuple[float, str] | None:
    if key == other:
        return 100.0, "the same name"
    words, others = key.split(), other.split()
    if _is_initialled(words, others) or _is_initialled(others, words):
        return 95.0, "an initial stands for a first name"
    short, long = sorted((words, others), key=len)
    if set(short) < set(long) and short[-1] == long[-1] and len(owners[short[-1]]) == 2:
        return 85.0, "a part of the name, which nobody else has"
    if sorted(words) == sorted(others):
        return 98.0, "the same names in another order"
    return _spelt(key, other)


def _is_initialled(short: Sequence[str], long: Sequence[str]) -> bool:
    """`a quill` beside `ada quill`, `j r kern` beside `jane ruth kern`."""
    if len(short) < 2 or len(short) > len(long) or short[-1] != long[-1]:
        return False
    firsts = short[:-1]
    return any(len(word) == 1 for word in firsts) and all(
        word == whole or (len(word) == 1 and whole.startswith(word))
        for word, whole in zip(firsts, long, strict=False)
    )


def _spelt(key: str, other: str) -> tuple[float, str] | None:
    from rapidfuzz.fuzz import ratio

    if min(len(key), len(other)) < SHORTEST or len(key.split()) != len(other.split()):
        return None
    score = ratio(key, other, score_cutoff=NEAR)
    return (score, "spelt nearly so") if score else None
