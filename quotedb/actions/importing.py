"""Other programs' files in: clippings to record, or the facts of another quotedb.

A clipping is recorded as `add` would. Facts keep their numbers when the database is empty, so
that an export of it is the same again, byte for byte; beside other facts they get new numbers.
"""

from __future__ import annotations

import time
from collections import Counter, deque
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import groupby

from quotedb.actions.intake import Asked, batches
from quotedb.actions.judges import Judges
from quotedb.actions.ledger import Ledger
from quotedb.actions.recording import Begun, begun
from quotedb.actions.restoring import Restoration, restore
from quotedb.actions.sources import description_hash
from quotedb.errors import QuotedbError
from quotedb.facts import Clipping, Fact, Remark, Source
from quotedb.pauses import no_pauses
from quotedb.store import queries, runs
from quotedb.store.database import Database

BATCH = 5000
"""Records taken in together; fewer of long ones."""

AHEAD = 8
"""Batches on which matching's answers are awaited while the next is taken in."""

HELD = 12.0
"""Seconds after which what was taken in is committed, since others may be waiting. Not sooner:
every commit writes again a large part of the indexes by hash and by speaker, however little came
to them, and matching stands still."""

Failed = Callable[[QuotedbError], None]

COUNTED = ("read", "new", "known", "variant", "excerpt", "review", "restored", "skipped")


def import_file(
    database: Database,
    path: str,
    asked: Asked,
    failed: Failed,
    went: Callable[[int], None] = lambda _: None,
    noted: Callable[[Remark], None] = lambda _: None,
) -> dict[str, int]:
    """Record what a file of another program holds.

    What was read is kept batch by batch: a run that is interrupted goes on where it stopped,
    since what is there already is only known again.

    Args:
        database: open for writing.
        path: the file, perhaps packed, or `-`.
        asked: how.
        failed: called with the error of each bad record, which is skipped.
        went: is told how many more records have been taken in.
        noted: is told what the reader had to decide.

    Returns:
        How many records were read, and what became of them.

    Raises:
        UnknownName: no such format, one that reads articles, or none that can be guessed.
        QuotedbError: the first bad record's, when strict.
    """
    found = batches(path, asked, BATCH)
    with (
        no_pauses(),
        Judges(asked.workers) as judges,
        database.session("import", path) as session,
    ):
        work = _Import(database, Ledger(database, session, judges=judges), asked.strict, failed)
        for some in found:
            for remark in (one for one in some if isinstance(one, Remark)):
                noted(remark)
            batch = [one for one in some if not isinstance(one, Remark)]
            work.take(batch)
            went(len(batch))
        work.end()
    return {name: work.counts[name] for name in COUNTED}


class _Import:
    """One import on its way: what is counted, and what matching has not answered yet."""

    def __init__(self, database: Database, ledger: Ledger, strict: bool, failed: Failed) -> None:
        self.counts = Counter[str]()
        self._ledger = ledger
        self._restoration = Restoration(ledger, fresh=queries.is_empty(ledger.connection))
        self._backend = database.backend
        self._strict = strict
        self._failed = failed
        self._waiting: deque[Begun] = deque()
        self._since: float | None = time.monotonic()

    def take(self, batch: Sequence[Clipping | Fact | QuotedbError]) -> None:
        """Record some, clippings together; commit when it is time.

        Raises:
            QuotedbError: the first bad record's, when strict.
        """
        self.counts["read"] += len(batch)
        if self._since is None:
            self._since = time.monotonic()
            self._restoration.see_who_wrote()
        for is_clipping, some in groupby(batch, lambda one: isinstance(one, Clipping)):
            if is_clipping:
                self._clippings([one for one in some if isinstance(one, Clipping)])
            else:
                self._restore([_hashed(one) for one in some if not isinstance(one, Clipping)])
        if not self._strict and time.monotonic() - self._since >= HELD:
            self.commit()

    def commit(self) -> None:
        """Keep what was taken, all of it matched."""
        from quotedb.store import writing

        self._finish()
        session, restoration = self._ledger.session, self._restoration
        if restoration.fresh:
            writing.number_on(session, self._backend)
        restoration.leave()
        session.commit()
        self._ledger.forget()
        self._since = None

    def end(self) -> None:
        """Keep the rest."""
        runs.settle(self._ledger.connection)
        self.commit()

    def _clippings(self, clippings: Sequence[Clipping]) -> None:
        from quotedb.store import bulk

        ids = bulk.add_sources(self._ledger.connection, [one.source for one in clippings])
        printed = [(ids[one.source.content_hash or ""], one.quotation) for one in clippings]
        self._waiting.append(begun(self._ledger, printed))
        self._finish(AHEAD)

    def _restore(self, facts: Sequence[Fact | QuotedbError]) -> None:
        if not all(isinstance(one, QuotedbError) for one in facts):
            self._finish()
        for taken in restore(self._restoration, facts):
            self._count(taken)

    def _finish(self, but: int = 0) -> None:
        """Wait for matching's answers, but for those on the last few batches."""
        while len(self._waiting) > but:
            self.counts.update(self._waiting.popleft().tied())

    def _count(self, taken: str | QuotedbError) -> None:
        if isinstance(taken, str):
            self.counts[taken] += 1
        elif self._strict:
            raise taken
        else:
            self.counts["skipped"] += 1
            self._failed(taken)


def _hashed(one: Fact | QuotedbError) -> Fact | QuotedbError:
    """A source with that by which it is known again."""
    if isinstance(one, Source) and not one.content_hash:
        return replace(one, content_hash=description_hash(one))
    return one
