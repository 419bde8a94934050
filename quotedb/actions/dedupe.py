"""The whole store matched with itself again, in one batch.

What is found is written as relations and, where a person must say, into the queue; nothing that
is tied already, or held apart by a person, is touched.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import cast

from quotedb.actions.engines import REGISTRY, Corpus, Engine, Found
from quotedb.facts import Relation, RelationKind, Review, Verdict, Wording
from quotedb.matching.corpus import Told
from quotedb.matching.grouping import Group, Link
from quotedb.settings import cache_folder
from quotedb.store import queries
from quotedb.store.database import Connection, Database

MANY = 20_000
"""Quotes from which it is worth keeping what is done, for a run that is interrupted."""


@dataclass(slots=True)
class Plan:
    """What is to be written, and what stands already."""

    wordings: Sequence[Wording]
    tied: set[frozenset[int]]
    above: dict[int, int]
    relations: list[Relation] = field(default_factory=list)
    reviews: list[Review] = field(default_factory=list)

    def hang(self, kind: RelationKind, low: int, high: int, verdict: Verdict) -> None:
        """Let one wording hang under another, unless it hangs somewhere, or that would hang
        under itself; for a person, if they are two speakers'.
        """
        one, other = self.wordings[low], self.wordings[high]
        if not _compatible(one, other):
            why = f"{verdict.kind}, but another speaker's: {verdict.reason}"
            self.ask(low, high, verdict, why)
        elif self._is_free(one.quote_id, other.quote_id):
            self.tied.add(frozenset((one.quote_id, other.quote_id)))
            self.above[one.quote_id] = other.quote_id
            relation = Relation(one.quote_id, kind, other.quote_id, verdict.score, verdict.reason)
            self.relations.append(relation)

    def ask(self, low: int, high: int, verdict: Verdict, why: str) -> None:
        """Put two wordings before a person, unless they are tied or wait there."""
        one, other = self.wordings[low].quote_id, self.wordings[high].quote_id
        if frozenset((one, other)) not in self.tied:
            self.tied.add(frozenset((one, other)))
            self.reviews.append(Review(max(one, other), min(one, other), verdict.score, why))

    def _is_free(self, low: int, high: int) -> bool:
        at: int | None = high
        while at is not None and at != low:
            at = self.above.get(at)
        return at is None and low not in self.above and frozenset((low, high)) not in self.tied


def dedupe(
    database: Database,
    engine: str = "local",
    *,
    workers: int = 1,
    master: str | None = None,
    went: Callable[[int], None] = lambda _: None,
) -> dict[str, int]:
    """Match all quotes of a store, and write what is found.

    Others can write while the quotes are matched; what they change is left for the next time. A
    run that is interrupted goes on where it stopped, as long as the quotes are the same.

    Args:
        database: open for writing.
        engine: `local`, or `spark`.
        workers: processes of the local engine.
        master: URL of Spark's cluster.
        went: is told how many more quotes have been gone through.

    Returns:
        Counts: quotes, pairs looked at, groups, variants and excerpts tied, reviews, and
        fingerprints capped.

    Raises:
        UnknownName: no such engine.
        MissingExtra: the engine's libraries are not installed.
    """
    from quotedb.store import bulk

    chosen = cast("Engine", REGISTRY.load(engine))
    told = Told()
    wordings = queries.all_wordings(database.connection())
    spool = _spool(database) if len(wordings) >= MANY else None
    corpus = Corpus(
        [one.text for one in wordings], [one.language for one in wordings], workers, master, spool
    )
    found = chosen.found(corpus, told, went)
    with database.session("dedupe", engine) as session:
        conn = database.connection_of(session)
        plan = Plan(wordings, *queries.ties(conn))
        now = unchanged(conn, wordings, found)
        planned(plan, now)
        bulk.add_relations(conn, plan.relations)
        bulk.add_reviews(conn, plan.reviews)
        session.commit()
    if spool:
        spool.unlink(missing_ok=True)
    kinds = [relation.kind for relation in plan.relations]
    return {
        "quotes": len(wordings),
        "pairs": told.pairs,
        "groups": len(now.groups),
        "variant": kinds.count("variant_of"),
        "excerpt": kinds.count("excerpt_of"),
        "review": len(plan.reviews),
        "capped": told.capped,
    }


def _spool(database: Database) -> Path:
    """The file in which a run on this database keeps its verdicts."""
    name = hashlib.blake2b(database.backend.shown.encode(), digest_size=8).hexdigest()
    return cache_folder() / f"dedupe-{name}.jsonl"


def unchanged(conn: Connection, wordings: Sequence[Wording], found: Found) -> Found:
    """What was found of quotes that are still there, with the words and speakers they were
    matched by.
    """
    hung = [link for _, link in found.wholes]
    conflicts = [link for group in found.groups for link in group.conflicts]
    places = {
        end for link in (*hung, *conflicts, *found.doubts) for end in (link.first, link.second)
    }
    for group in found.groups:
        places |= {group.centre, *(member for member, _ in group.members)}
    now = queries.wordings(conn, sorted(wordings[place].quote_id for place in places))
    gone = {place for place in places if now.get(wordings[place].quote_id) != wordings[place]}

    def stands(link: Link) -> bool:
        return link.first not in gone and link.second not in gone

    return Found(
        [kept for group in found.groups if (kept := _without(group, gone))],
        [(part, link) for part, link in found.wholes if stands(link)],
        [link for link in found.doubts if stands(link)],
    )


def _without(group: Group, gone: set[int]) -> Group | None:
    """A group without those that are gone; None when that leaves nobody beside the centre."""
    members = tuple(one for one in group.members if one[0] not in gone)
    if group.centre in gone or not members:
        return None
    conflicts = (link for link in group.conflicts if gone.isdisjoint((link.first, link.second)))
    return replace(group, members=members, conflicts=tuple(conflicts))


def planned(plan: Plan, found: Found) -> None:
    """Say what is to be written of what was found: groups first, then parts, then doubts."""
    for star in found.groups:
        for member, verdict in star.members:
            plan.hang("variant_of", member, star.centre, verdict)
        for link in star.conflicts:
            why = f"both the same as quote {plan.wordings[star.centre].quote_id}, but"
            plan.ask(link.first, link.second, link.verdict, f"{why} {link.verdict.reason}")
    for part, link in found.wholes:
        plan.hang("excerpt_of", part, link.first + link.second - part, link.verdict)
    for link in found.doubts:
        why = f"perhaps {link.verdict.kind}: {link.verdict.reason}"
        plan.ask(link.first, link.second, link.verdict, why)


def _compatible(one: Wording, other: Wording) -> bool:
    return None in (one.speaker_id, other.speaker_id) or one.speaker_id == other.speaker_id
