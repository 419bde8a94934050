"""Decisions on many quotations: in this process, or in several beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Self

from quotedb.facts import Wording
from quotedb.matching.decide import Decision, decide
from quotedb.text.folding import remember
from quotedb.text.portions import portions, worth

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

MANY = 1000
"""Questions for which other processes are worth starting; fewer about long quotations. Where
they are started, `JOB` are worth sending."""

JOB = 250
"""Questions given to one at once; fewer about long quotations."""

Question = tuple[Wording, Sequence[Wording]]
"""A new wording, and those that look like it."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Questions that are being decided."""

    answers: Callable[[], list[Decision]]


class Judges:
    """Gives decisions; a context that ends the processes it has started.

    Args:
        workers: how many processes may be used.
    """

    def __init__(self, workers: int = 1) -> None:
        self._workers = workers
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None

    def ask(self, questions: Sequence[Question]) -> Asked:
        """Ask what is to become of some quotations, each given with what looks like it.

        Other processes decide while this one goes on; without any, the answers are worked out
        when they are wanted.

        Args:
            questions: the new wordings, each with the others.
        """
        hard = [question for question in questions if question[1]]
        worth_it = MANY if self._pool is None else JOB
        if self._workers < 2 or sum(map(_work, hard)) < worth_it:
            return Asked(lambda: decided(questions))
        pool = self._started()
        waiting = [pool.submit(decided, job) for job in portions(hard, JOB, _work, JOB)]

        def answers() -> list[Decision]:
            given = chain.from_iterable(one.result() for one in waiting)
            return [next(given) if near else _decided(new, near) for new, near in questions]

        return Asked(answers)

    def _started(self) -> ProcessPoolExecutor:
        if self._pool is None:
            from concurrent.futures import ProcessPoolExecutor
            from multiprocessing import get_context

            # Not forked: a copy of this process would hold the database open too.
            self._pool = ProcessPoolExecutor(self._workers, mp_context=get_context("spawn"))
        return self._pool


def _work(question: Question) -> int:
    return worth(question[0].text)


def decided(questions: Sequence[Question]) -> list[Decision]:
    """The decisions, one after the other."""
    for new, near in questions:
        for wording in (new, *near):
            remember(wording.text, wording.key)
    return [_decided(*question) for question in questions]


def _decided(new: Wording, near: Sequence[Wording]) -> Decision:
    return decide(new.text, new.language, new.speaker_id, near)
