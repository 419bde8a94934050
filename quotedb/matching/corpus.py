"""A whole corpus matched with itself in memory: candidates, then verdicts, on every core."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np

from quotedb.matching.blocking import screened
from quotedb.matching.decide import compare
from quotedb.matching.grouping import Link
from quotedb.matching.index import Index
from quotedb.text.folding import fold
from quotedb.text.sketching import sketch

CHUNK = 20_000
"""Wordings sketched and looked up at once."""

JOB = 500
"""Pairs given to a worker at once."""

Pair = tuple[int, int]
_Question = tuple[int, int, str, str, str | None]


@dataclass(slots=True)
class Told:
    """What was done: candidate pairs, and fingerprints of which not all wordings were taken."""

    pairs: int = 0
    capped: int = 0


def match(
    texts: Sequence[str],
    languages: Sequence[str | None],
    *,
    workers: int = 1,
    told: Told | None = None,
    went: Callable[[int], None] = lambda _: None,
) -> Iterator[Link]:
    """The verdicts on all pairs of wordings that look alike, the plainly different ones among
    them, in the order of the later of the two.

    Args:
        texts: the wordings; a link names them by their places.
        languages: BCP 47 tag of each, if known.
        workers: processes that give verdicts.
        told: is given what was done.
        went: is told how many more wordings have been gone through.
    """
    told = told or Told()
    keys = [fold(text) for text in texts]
    index = indexed(keys)
    pairs = candidates(keys, index, went)
    questions = (
        (one, other, texts[one], texts[other], languages[one] or languages[other])
        for one, other in counted(pairs, told)
    )
    yield from _judged(questions, workers)
    told.capped = index.capped


def indexed(keys: Sequence[str]) -> Index:
    """All wordings in one index."""
    index = Index()
    for start in range(0, len(keys), CHUNK):
        index.add(sketch(keys[start : start + CHUNK]), merge=False)
    index.merge()
    return index


def candidates(
    keys: Sequence[str], index: Index, went: Callable[[int], None] = lambda _: None
) -> Iterator[Pair]:
    """The pairs worth a verdict, the earlier first, by the later one's place."""
    for start in range(0, len(keys), CHUNK):
        some = sketch(keys[start : start + CHUNK])
        alike = index.find(some, np.arange(start, start + len(some)))
        rows: list[list[int]] = [[] for _ in range(len(some))]
        for place, row in zip(alike.place.tolist(), alike.row.tolist(), strict=True):
            rows[place].append(row)
        for place, found in enumerate(rows, start=start):
            kept = screened(keys[place], [keys[row] for row in found]) if found else []
            yield from ((row, place) for row in sorted(found[one] for one in kept))
        went(len(some))


def counted(pairs: Iterable[Pair], told: Told) -> Iterator[Pair]:
    """The pairs, counted as they go by."""
    for pair in pairs:
        told.pairs += 1
        yield pair


def _judged(questions: Iterator[_Question], workers: int) -> Iterator[Link]:
    """Verdicts in the order of the questions; several jobs are under way at a time."""
    jobs = iter(lambda: list(islice(questions, JOB)), [])
    if workers < 2:
        for job in jobs:
            yield from judge(job)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        waiting = [pool.submit(judge, job) for job in islice(jobs, 2 * workers)]
        while waiting:
            yield from waiting.pop(0).result()
            waiting += [pool.submit(judge, job) for job in islice(jobs, 1)]


def judge(questions: Sequence[_Question]) -> list[Link]:
    """The verdicts on some pairs."""
    return [Link(one, other, compare(a, b, tag)) for one, other, a, b, tag in questions]
