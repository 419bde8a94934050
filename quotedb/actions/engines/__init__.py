"""Where a whole corpus is matched: one file an engine, the same functions in each.

A file offers `found(corpus, told, went)`, as `Engine` says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from quotedb.actions.sources import Description
from quotedb.matching.corpus import Told
from quotedb.matching.grouping import Group, Link, groups, wholes
from quotedb.registry import Registry

REGISTRY = Registry("quotedb.actions.engines", "an engine")


@dataclass(frozen=True, slots=True)
class Corpus:
    """Wordings with the BCP 47 tag of each, and what an engine may use.

    Attributes:
        workers: processes, for one that runs on this machine.
        master: URL of a cluster, for one that runs on many.
        spool: where one that runs on this machine keeps what is done, to go on there.
    """

    texts: Sequence[str]
    languages: Sequence[str | None]
    workers: int = 1
    master: str | None = None
    spool: Path | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """What the verdicts on a corpus come to, its wordings named by their places.

    Attributes:
        groups: as `matching.grouping.groups` forms them.
        wholes: what each part hangs under, as `matching.grouping.wholes` says.
        doubts: the verdicts that are for a person, in the order of the later of the two.
    """

    groups: Sequence[Group]
    wholes: Sequence[tuple[int, Link]]
    doubts: Sequence[Link]


@dataclass(frozen=True, slots=True)
class Articles:
    """Articles to be recorded together.

    Attributes:
        paths: files and folders of articles as records, in Parquet or JSON Lines.
        told: what the user says of all of them, which goes before what a record says.
        typewriter: whether two apostrophes are a quotation mark.
        master: URL of a cluster.
    """

    paths: Sequence[str]
    told: Description = field(default_factory=Description)
    typewriter: bool = False
    master: str | None = None


class Engine(Protocol):
    """What a file here offers. One that works past this machine also records articles, without a
    database: `ingest(articles, to, failed)`, which writes the facts into a folder.
    """

    def found(self, corpus: Corpus, told: Told, went: Callable[[int], None]) -> Found:
        """The groups, parts and doubts among wordings that look alike.

        Args:
            corpus: what is matched.
            told: is given what was done.
            went: is told how many more wordings have been gone through.
        """
        ...


def arranged(links: Iterable[Link], lengths: Sequence[int]) -> Found:
    """What verdicts come to.

    Args:
        links: in any order.
        lengths: of each wording, in characters of its folded key.
    """
    some = list(links)
    doubts = sorted(
        (link for link in some if link.verdict.review), key=lambda link: (link.second, link.first)
    )
    return Found(groups(some), wholes(some, lengths), doubts)
