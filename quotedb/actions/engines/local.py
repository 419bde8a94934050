"""On this machine, in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from quotedb.actions.engines import Corpus
from quotedb.matching.corpus import Told, match
from quotedb.matching.grouping import Link


def links(corpus: Corpus, told: Told, went: Callable[[int], None]) -> Iterable[Link]:
    """As `Engine` says."""
    return match(corpus.texts, corpus.languages, workers=corpus.workers, told=told, went=went)
