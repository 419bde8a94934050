"""The whole store matched with itself again, in one batch.

What is found is written as relations and, where a person must say, into the queue; nothing that
is tied already, or held apart by a person, is touched.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import cast

from quotedb.actions.engines import REGISTRY, Corpus, Engine
from quotedb.facts import Relation, RelationKind, Review, Verdict, Wording
from quotedb.matching.corpus import Told
from quotedb.matching.grouping import Group, Link, groups, wholes
from quotedb.store import queries
from quotedb.store.database import Connection, Database


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

    Others can write while the quotes are matched; what they change is left for the next time.

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
    corpus = Corpus(
        [one.text for one in wordings], [one.language for one in wordings], workers, master
    )
    links = list(chosen.links(corpus, told, went))
    with database.session("dedupe", engine) as session:
        conn = database.connection_of(session)
        plan = Plan(wordings, *queries.ties(conn))
        stars = planned(plan, unchanged(conn, wordings, links))
        bulk.add_relations(conn, plan.relations)
        bulk.add_reviews(conn, plan.reviews)
        session.commit()
    kinds = [relation.kind for relation in plan.relations]
    return {
        "quotes": len(wordings),
        "pairs": told.pairs,
        "groups": len(stars),
        "variant": kinds.count("variant_of"),
        "excerpt": kinds.count("excerpt_of"),
        "review": len(plan.reviews),
        "capped": told.capped,
    }


def unchanged(conn: Connection, wordings: Sequence[Wording], links: Iterable[Link]) -> list[Link]:
    """The links whose quotes are still there, with the words and speakers they were matched by."""
    some = list(links)
    ids = sorted({wordings[i].quote_id for link in some for i in (link.first, link.second)})
    now = queries.wordings(conn, ids)

    def stands(place: int) -> bool:
        return now.get(wordings[place].quote_id) == wordings[place]

    return [link for link in some if stands(link.first) and stands(link.second)]


def planned(plan: Plan, links: Sequence[Link]) -> list[Group]:
    """Say what is to be written of some verdicts: groups first, then parts, then doubts.

    Returns:
        The groups.
    """
    stars = groups(links)
    for star in stars:
        for member, verdict in star.members:
            plan.hang("variant_of", member, star.centre, verdict)
        for link in star.conflicts:
            why = f"both the same as quote {plan.wordings[star.centre].quote_id}, but"
            plan.ask(link.first, link.second, link.verdict, f"{why} {link.verdict.reason}")
    lengths = [len(wording.key) for wording in plan.wordings]
    for part, link in wholes(links, lengths):
        plan.hang("excerpt_of", part, link.first + link.second - part, link.verdict)
    for link in links:
        if link.verdict.review:
            why = f"perhaps {link.verdict.kind}: {link.verdict.reason}"
            plan.ask(link.first, link.second, link.verdict, why)
    return stars


def _compatible(one: Wording, other: Wording) -> bool:
    return None in (one.speaker_id, other.speaker_id) or one.speaker_id == other.speaker_id
