"""Decisions on many quotations: in this process, or in several beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Self

from quotedb.facts import OutcomeKind, Verdict, Wording
from quotedb.matching.decide import Decision, decide
from quotedb.pauses import help_along
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
        jobs = ([_sent(one) for one in some] for some in portions(hard, JOB, _work, JOB))
        waiting = [pool.submit(_replies, job) for job in jobs]

        def answers() -> list[Decision]:
            replies = chain.from_iterable(one.result() for one in waiting)
            return [
                _understood(next(replies), near) if near else _decided(new, near)
                for new, near in questions
            ]

        return Asked(answers)

    def _started(self) -> ProcessPoolExecutor:
        if self._pool is None:
            from concurrent.futures import ProcessPoolExecutor
            from multiprocessing import get_context

            # Not forked: a copy of this process would hold the database open too.
            context = get_context("spawn")
            self._pool = ProcessPoolExecutor(self._workers, context, initializer=help_along)
        return self._pool


def _work(question: Question) -> int:
    return worth(question[0].text)


def decided(questions: Sequence[Question]) -> list[Decision]:
    """The decisions, one after the other."""
    for new, _ in questions:
        remember(new.text, new.key)
    return [_decided(*question) for question in questions]


_row = attrgetter("quote_id", "text", "key", "language", "speaker_id")
_verdict_row = attrgetter("kind", "score", "reason", "review")

_Rows = tuple[tuple[Any, ...], list[tuple[Any, ...]]]
"""A question as values, which go from one process to another in the least time."""

_Tied = tuple[int, tuple[Any, ...]]
"""The place of a wording among those of a question, and the verdict on it."""

_Reply = tuple[OutcomeKind, str, _Tied | None, list[_Tied]]
"""A decision likewise; the wordings themselves need not go back."""


def _sent(question: Question) -> _Rows:
    new, near = question
    return _row(new), list(map(_row, near))


def _replies(questions: Sequence[_Rows]) -> list[_Reply]:
    """The decisions on questions that were sent."""
    asked = [(Wording(*new), [Wording(*one) for one in near]) for new, near in questions]
    both = zip(decided(asked), asked, strict=True)
    return [_reply(decision, near) for decision, (_, near) in both]


def _reply(decision: Decision, near: list[Wording]) -> _Reply:
    places = {id(one): place for place, one in enumerate(near)}
    tied = None
    if decision.wording and decision.verdict:
        tied = places[id(decision.wording)], _verdict_row(decision.verdict)
    absorbed = [(places[id(one)], _verdict_row(verdict)) for one, verdict in decision.absorbed]
    return decision.outcome, decision.reason, tied, absorbed


def _understood(reply: _Reply, near: Sequence[Wording]) -> Decision:
    outcome, reason, tied, absorbed = reply
    parts = tuple([(near[place], Verdict(*row)) for place, row in absorbed])
    if tied is None:
        return Decision(outcome, reason, absorbed=parts)
    place, row = tied
    return Decision(outcome, reason, near[place], Verdict(*row), parts)


def _decided(new: Wording, near: Sequence[Wording]) -> Decision:
    return decide(new.text, new.language, new.speaker_id, near)
