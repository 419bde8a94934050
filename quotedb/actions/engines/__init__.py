"""Where a whole corpus is matched: one file an engine, the same functions in each.

A file offers `links(corpus, told, went)`, as `Engine` says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from quotedb.matching.corpus import Told
from quotedb.matching.grouping import Link
from quotedb.registry import Registry

REGISTRY = Registry("quotedb.actions.engines", "an engine")


@dataclass(frozen=True, slots=True)
class Corpus:
    """Wordings with the BCP 47 tag of each, and what an engine may use.

    Attributes:
        workers: processes, for one that runs on this machine.
        master: URL of a cluster, for one that runs on many.
    """

    texts: Sequence[str]
    languages: Sequence[str | None]
    workers: int = 1
    master: str | None = None


class Engine(Protocol):
    """What a file here offers."""

    def links(self, corpus: Corpus, told: Told, went: Callable[[int], None]) -> Iterable[Link]:
        """The verdicts on the pairs of wordings that look alike, by their places.

        Args:
            corpus: what is matched.
            told: is given what was done.
            went: is told how many more wordings have been gone through.
        """
        ...
