"""The people of one article, with what the article shows of them: how often they are named, how
often they speak, whether they are rather a place.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from typing import NamedTuple

from quotedb.extraction.meanings import Meanings
from quotedb.extraction.mention import Mention
from quotedb.extraction.people import People, Person
from quotedb.extraction.reading import Reading
from quotedb.extraction.subjects import Subjects


class Standing(NamedTuple):
    """What an article shows of somebody: mentions, mentions beside a cue, share of mentions that
    hang on a preposition (0..1); whether the full name or a role is told.
    """

    mentions: int
    heard: int
    governed: float
    in_full: bool
    in_office: bool


class Cast:
    """Who the mentions of one text mean."""

    def __init__(self, reading: Reading, mentions: list[Mention]) -> None:
        self.reading = reading
        self.mentions = mentions
        self.people = People(mentions)
        self.subjects = Subjects(reading, self.people)
        self._starts = [mention.start for mention in mentions]
        self._heard = self._beside_cues()
        self._heard_at = {mention.start for mention in self._heard}
        self._standings = self._count()
        self._meanings = Meanings(reading, mentions, self.people, self.subjects, self._heard_at)

    def whom(self, mention: Mention) -> Person | None:
        """The person a mention means; None when the text does not tell."""
        return self._meanings.whom(mention)

    def is_governed(self, mention: Mention) -> bool:
        """Whether a mention hangs on a preposition or is a possessor, and so is no subject."""
        return self.subjects.is_governed(mention)

    def follows_preposition(self, mention: Mention) -> bool:
        """Whether a preposition stands straight before a mention, or before its article."""
        return self.subjects.follows_preposition(mention)

    def standing(self, mention: Mention) -> Standing:
        """What the article shows of whoever a named mention means."""
        return self._standings[self.people.keys(mention)]

    def is_beside_cue(self, mention: Mention) -> bool:
        """Whether a cue stands straight before or behind a named mention."""
        return mention.start in self._heard_at

    def within(self, start: int, end: int) -> list[Mention]:
        """The mentions that begin between two offsets."""
        return self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def _count(self) -> dict[tuple[str, ...], Standing]:
        keys_of = self.people.keys
        named = [m for m in self.mentions if m.kind in ("person", "organization")]
        total = Counter([keys_of(m) for m in named])
        hanging = Counter([keys_of(m) for m in named if self.subjects.follows_preposition(m)])
        heard = Counter([keys_of(m) for m in self._heard])
        return {
            keys: Standing(
                mentions=count,
                heard=heard[keys],
                governed=hanging[keys] / count,
                in_full=len(keys) > 1,
                in_office=self.people.has_role(keys),
            )
            for keys, count in total.items()
        }

    def _beside_cues(self) -> list[Mention]:
        """The named mentions straight before or behind a cue."""
        words = self.reading.words
        by_end = {m.end: m for m in self.mentions if m.kind in ("person", "organization")}
        by_start = {m.outer: m for m in by_end.values()}
        found = []
        for cue in self.reading.cues:
            before = by_end.get(words[cue.first - 1].end) if cue.first else None
            behind = by_start.get(words[cue.last + 1].start) if cue.last + 1 < len(words) else None
            found += [m for m in (before, behind) if m and not m.suffix]
        return found
