"""A whole corpus matched with itself: candidates, then verdicts, on every core.

Wordings that fold to the same key are one from here on: the first of them is matched, and every
other is tied to it.
"""

from __future__ import annotations

import gc
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Protocol, TypeVar

import numpy as np

from quotedb.facts import Verdict
from quotedb.matching.blocking import screened
from quotedb.matching.grouping import Link
from quotedb.matching.index import Index, Numbers
from quotedb.matching.judging import (
    InFolder,
    InMemory,
    Judged,
    Sketched,
    Wordings,
    judge,
    sketched,
    stored,
)
from quotedb.matching.pairs import Found, Pairs
from quotedb.matching.spool import Spool
from quotedb.matching.verdict import SAME_WORDS
from quotedb.text.sketching import sketch

if TYPE_CHECKING:
    from concurrent.futures import Executor

CHUNK = 20_000
"""Wordings sketched at once."""

JOB = 2_000
"""Pairs given to a worker at once."""

MANY = 20_000
"""Wordings for which other processes are worth starting."""

Pairing = tuple[Numbers, Numbers]
"""Places of wordings, and of what each is to be compared with."""

Job = TypeVar("Job")
Done = TypeVar("Done")


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
    spool: Path | None = None,
    told: Told | None = None,
    went: Callable[[int], None] = lambda _: None,
) -> Iterator[Link]:
    """The verdicts on all pairs of wordings that look alike, the plainly different ones among
    them, those on one quote's printings together; before them the repeats of the very same words,
    each tied to the first alone.

    Args:
        texts: the wordings; a link names them by their places.
        languages: BCP 47 tag of each, if known.
        workers: processes that give verdicts, and threads that look for pairs.
        spool: a file in which verdicts are kept as they are given; what an interrupted run with
            the same wordings has left there is not done again. It is the caller's to remove.
        told: is given what was done.
        went: is told how many more wordings have been gone through.
    """
    told = told or Told()
    workers = workers if len(texts) >= MANY else 1
    with _crew(InMemory(texts, languages), workers) as crew:
        chunks = (range(at, min(at + CHUNK, len(texts))) for at in range(0, len(texts), CHUNK))
        sketches = list(crew.each(sketched, chunks))
        digests = np.concatenate([np.zeros(0, np.int64), *(one.digests for one in sketches)])
        first, places = _firsts(digests)
        for other in np.flatnonzero(first != np.arange(len(texts))).tolist():
            told.pairs += 1
            yield Link(int(first[other]), other, SAME_WORDS, repeats=True)
        pairs = Pairs(_only(sketches, first), workers)
        told.capped = pairs.capped
        alike = pairs.found()
        del pairs
        jobs = _jobs(alike, places, len(texts), went)
        kept = Spool(spool, digests, JOB) if spool else None
        verdicts = _Verdicts()
        for done in _judged(crew, jobs, kept):
            told.pairs += len(done.first)
            yield from _links(done, verdicts)


def _firsts(digests: Numbers) -> tuple[Numbers, Numbers]:
    """For each wording the place of the first with its words; and the places of those."""
    _, first, which = np.unique(digests, return_index=True, return_inverse=True)
    return first[which], np.sort(first)


def _only(sketches: list[Sketched], first: Numbers) -> Iterator[Sketched]:
    """Sketches of the first of equal wordings alone; the others go as they are taken."""
    is_first = first == np.arange(len(first))
    start = 0
    while sketches:
        one = sketches.pop(0)
        yield one.only(is_first[start : start + len(one.sizes)])
        start += len(one.sizes)


def _judged(crew: _Crew, jobs: Iterator[Pairing], kept: Spool | None) -> Iterator[Judged]:
    """The verdicts of each job: those that were kept before, and then the others."""
    for done in kept or ():
        next(jobs)
        yield done
    for done in crew.each(judge, jobs):
        if kept:
            kept.add(done)
        yield done


def _jobs(
    alike: Found, places: Numbers, count: int, went: Callable[[int], None]
) -> Iterator[Pairing]:
    """The pairs by their places, so many at a time, and as many wordings told as gone through."""
    first, second = alike.by_likeness()
    told = 0
    for start in range(0, len(first), JOB):
        some = slice(start, start + JOB)
        yield places[first[some]], places[second[some]]
        through = count * min(start + JOB, len(first)) // len(first)
        went(through - told)
        told = through
    went(count - told)


class _Verdicts(dict[tuple[str, float, str, bool], Verdict]):
    """Verdicts by what they say: few say something that none has said before."""

    def __missing__(self, row: tuple[str, float, str, bool]) -> Verdict:
        kind, score, reason, review = row
        self[row] = found = Verdict(kind, score, reason, review)  # type: ignore[arg-type]
        return found


def _links(done: Judged, verdicts: _Verdicts) -> Iterator[Link]:
    for one, other, row in zip(done.first, done.second, done.verdicts, strict=True):
        yield Link(one, other, verdicts[row])


class _Crew(Protocol):
    """Does jobs on the wordings, here or in other processes."""

    def each(self, task: Callable[[Wordings, Job], Done], jobs: Iterator[Job]) -> Iterator[Done]:
        """What is made of each job, in order."""
        ...


@dataclass(frozen=True, slots=True)
class _Here:
    wordings: Wordings

    def each(self, task: Callable[[Wordings, Job], Done], jobs: Iterator[Job]) -> Iterator[Done]:
        return (task(self.wordings, job) for job in jobs)


@dataclass(frozen=True, slots=True)
class _Beside:
    pool: Executor
    workers: int

    def each(self, task: Callable[[Wordings, Job], Done], jobs: Iterator[Job]) -> Iterator[Done]:
        """Several jobs are under way at a time, and no more."""
        rest = iter(jobs)
        waiting = deque(self.pool.submit(_do, task, job) for job in islice(rest, 3 * self.workers))
        while waiting:
            done = waiting.popleft().result()
            waiting.extend(self.pool.submit(_do, task, job) for job in islice(rest, 1))
            yield done


@contextmanager
def _crew(wordings: InMemory, workers: int) -> Iterator[_Crew]:
    """Processes that read the wordings in a file, or this one alone."""
    if workers < 2:
        yield _Here(wordings)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    # Not forked: whoever calls may have a database open, and its locks with it.
    context = get_context("spawn")
    with TemporaryDirectory(prefix="quotedb-") as folder:
        kept = stored(wordings, Path(folder), CHUNK)
        with ProcessPoolExecutor(workers, context, initializer=_begin, initargs=(kept,)) as pool:
            try:
                yield _Beside(pool, workers)
            finally:
                pool.shutdown(cancel_futures=True)


_OPENED: list[Wordings] = []


def _begin(kept: InFolder) -> None:
    """What each of the processes does first. Nothing that it makes is in a circle."""
    gc.disable()
    _OPENED.append(kept.opened())


def _do(task: Callable[[Wordings, Job], Done], job: Job) -> Done:
    return task(_OPENED[-1], job)


def candidates(keys: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The pairs of folded keys that are worth a verdict, by their places, the earlier first."""
    wordings = InMemory(keys, [None] * len(keys))
    found = Pairs([sketched(wordings, range(len(keys)))]).found()
    for one, other in zip(found.first.tolist(), found.second.tolist(), strict=True):
        if screened(keys[other], [keys[one]]):
            yield one, other


def indexed(keys: Sequence[str]) -> Index:
    """All wordings in one index, to be asked for others."""
    index = Index()
    for start in range(0, len(keys), CHUNK):
        index.add(sketch(keys[start : start + CHUNK]), merge=False)
    index.merge()
    return index
