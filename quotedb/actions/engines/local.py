"""On this machine, in memory."""

from __future__ import annotations

from collections.abc import Callable

from quotedb.actions.engines import Corpus, Found, arranged
from quotedb.matching.corpus import Told, match
from quotedb.text.folding import fold


def found(corpus: Corpus, told: Told, went: Callable[[int], None]) -> Found:
    """As `Engine` says."""
    links = match(
        corpus.texts, corpus.languages, workers=corpus.workers, spool=corpus.spool, told=told,
        went=went,
    )  # fmt: skip
    return arranged(links, [len(fold(text)) for text in corpus.texts])
