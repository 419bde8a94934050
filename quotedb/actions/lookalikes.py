"""Which wordings, stored or about to be, are worth a verdict beside new ones.

A few new ones are looked up in the store, fingerprint by fingerprint. When there are many for
the size of the store, its folded keys are read once, and everything is asked of their index.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from quotedb.facts import Wording
from quotedb.matching.blocking import CAP, ranked, screened
from quotedb.store import queries, runs
from quotedb.store.database import Connection
from quotedb.text.fingerprint import fingerprints, probes
from quotedb.text.portions import portions, worth

if TYPE_CHECKING:
    from quotedb.matching.index import Alike, Index
    from quotedb.text.sketching import Sketch

MANY = 200
"""New wordings at once for which memory may be used; fewer of long ones."""

WORTH = 50
"""So many stored wordings are read in the time in which one is looked up."""

MOST = 50_000_000
"""Wordings that are kept in mind, each by some 16 bytes in memory and 300 in a file; with more,
the store is asked."""

LOADED = 5_000
"""Keys taken in at once; fewer of long ones."""

GIVEN = 12
"""Wordings given to the verdict for each new one: those that share most."""


def _numbers() -> array[int]:
    return array("q")


@dataclass
class LookAlikes:
    """Finds look-alikes in one database; remembers what it has read of it, from one transaction
    to the next.
    """

    asked: int = 0
    _index: Index | None = None
    _ids: array[int] = field(default_factory=_numbers)

    def of(self, conn: Connection, new: Sequence[Wording]) -> list[list[Wording]]:
        """For each new wording those of the store that look like it, and those that come before
        it among the new ones, most alike first.

        Args:
            conn: in the transaction that is to write them.
            new: not in the store yet, their ids greater than any there.
        """
        return self.sought(conn, new)()

    def sought(self, conn: Connection, new: Sequence[Wording]) -> Callable[[], list[list[Wording]]]:
        """The same, looked for while the new ones are written: what tells them when all is found.
        It is to be asked before others are looked for.
        """
        self.asked += len(new)
        if len(self._ids) + len(new) > MOST:
            self._forget()
        if self._index is None and not self._is_worth_reading(conn, new):
            found = _looked_up(conn, new)
            return lambda: found
        return self._remembered(conn, new)

    def _is_worth_reading(self, conn: Connection, new: Sequence[Wording]) -> bool:
        if sum(worth(wording.key) for wording in new) < MANY:
            return False
        stored = queries.count_quotes(conn)
        return stored + len(new) <= MOST and self.asked * WORTH >= stored

    def _forget(self) -> None:
        self._index, self._ids = None, _numbers()

    def _remembered(
        self, conn: Connection, new: Sequence[Wording]
    ) -> Callable[[], list[list[Wording]]]:
        """Look-alikes by the index in memory, which takes in the new ones too: by a thread, since
        numpy lets others work meanwhile.
        """
        from quotedb.text.sketching import sketch

        index = self._read(conn)
        sketched = sketch([wording.key for wording in new])
        self._take(new)
        alike = self._thread.submit(_added_and_found, index, sketched)
        return lambda: self._fetched(conn, new, alike.result())

    @cached_property
    def _thread(self) -> ThreadPoolExecutor:
        return ThreadPoolExecutor(1, "look-alikes")

    def _fetched(
        self, conn: Connection, new: Sequence[Wording], alike: Alike
    ) -> list[list[Wording]]:
        """The wordings of those rows, of which nearly all have words enough in common, but for
        long ones, whose filters are full.
        """
        own = {wording.quote_id: wording for wording in new}
        rows: list[list[int]] = [[] for _ in new]
        for place, row in zip(alike.place.tolist(), alike.row.tolist(), strict=True):
            rows[place].append(row)
        likely = [[self._ids[row] for row in some[:GIVEN]] for some in rows]
        wanted = {i for some in likely for i in some if i not in own}
        both = queries.wordings(conn, sorted(wanted)) | own
        return [[both[i] for i in some if i in both] for some in likely]

    def _read(self, conn: Connection) -> Index:
        """The index, with what has come into the store since it was asked last."""
        from quotedb.matching.index import Index
        from quotedb.text.sketching import sketch

        if self._index is None:
            self._index = Index()
        while some := queries.keys_after(conn, self._ids[-1] if self._ids else 0, LOADED):
            for keys in portions([key for _, key in some], LOADED, len):
                self._index.add(sketch(keys))
            self._ids.extend(number for number, _ in some)
        return self._index

    def _take(self, new: Sequence[Wording]) -> None:
        self._ids.extend(wording.quote_id for wording in new)


def _added_and_found(index: Index, new: Sketch) -> Alike:
    """What looks like new wordings, which the index takes in."""
    import numpy as np

    first = len(index)
    index.add(new)
    return index.find(new, np.arange(first, first + len(new)))


def _screened(key: str, some: list[Wording]) -> list[Wording]:
    """Of some wordings the first that have words enough in common with a key."""
    return [some[place] for place in screened(key, [one.key for one in some])[:GIVEN]]


def _looked_up(conn: Connection, new: Sequence[Wording]) -> list[list[Wording]]:
    """Look-alikes by asking the store for every fingerprint."""
    before: dict[int, list[int]] = {}
    found: list[list[Wording]] = []
    own = {wording.quote_id: wording for wording in new}
    for wording in new:
        hashes = probes(wording.key)
        postings = runs.find(conn, hashes, CAP)
        postings += [(h, i) for h in hashes for i in before.get(h, ())]
        ids = ranked(postings)
        stored = queries.wordings(conn, [i for i in ids if i not in own])
        both = stored | own
        some = [both[i] for i in ids if i in both]
        found.append(_screened(wording.key, some))
        for number in fingerprints(wording.key):
            before.setdefault(number, []).append(wording.quote_id)
    return found
