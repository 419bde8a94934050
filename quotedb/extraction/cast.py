"""The people of one article, with what the article shows of them: how often they are named, how
often they speak, whether they are rather a place.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass

from quotedb.extraction.cues import cues
from quotedb.extraction.mentions import Mention
from quotedb.extraction.people import People, Person
from quotedb.extraction.reading import Reading

_PRONOUN_REACH = 6  # sentences that a pronoun is traced back over
_RELATIVE_REACH = 60  # characters before "who"


@dataclass(frozen=True, slots=True)
class Standing:
    """What an article shows of somebody: mentions, mentions beside a cue, share of mentions that
    hang on a preposition (0..1).
    """

    mentions: int
    heard: int
    governed: float


class Cast:
    """Who the mentions of one text mean."""

    def __init__(self, reading: Reading, mentions: list[Mention]) -> None:
        self.reading = reading
        self.mentions = mentions
        self.people = People(mentions)
        self._starts = [mention.start for mention in mentions]
        self._whom: dict[int, Person | None] = {}
        self._heard = self._beside_cues()
        self._heard_at = {mention.start for mention in self._heard}
        self._standings = self._count()
        self._debuts = self._first_mentions()

    def whom(self, mention: Mention) -> Person | None:
        """The person a mention means; a pronoun or an office is traced back. None when the text
        does not tell.
        """
        if mention.start not in self._whom:
            self._whom[mention.start] = self._resolve(mention)
        return self._whom[mention.start]

    def standing(self, mention: Mention) -> Standing:
        """What the article shows of whoever a named mention means."""
        if mention.kind not in ("person", "organization"):
            return Standing(1, 0, 0.0)
        return self._standings[self.people.keys(mention)]

    def is_governed(self, mention: Mention) -> bool:
        """Whether a mention hangs on a preposition or is a possessor, and so is no subject."""
        return bool(mention.suffix) or self.follows_preposition(mention)

    def follows_preposition(self, mention: Mention) -> bool:
        """Whether a preposition stands straight before a mention, or before its article."""
        words, language = self.reading.words, self.reading.language
        index = bisect_left(self.reading.word_starts, mention.outer)
        for _ in range(2):
            gap = self.reading.text[words[index - 1].end : words[index].start] if index else "."
            if gap not in (" ", ""):
                return False
            index -= 1
            if words[index].key in language.prepositions:
                return True
            if words[index].key not in language.articles | language.titles:
                return False
        return False

    def is_beside_cue(self, mention: Mention) -> bool:
        """Whether a cue stands straight before or behind a named mention."""
        return mention.start in self._heard_at

    def within(self, start: int, end: int) -> list[Mention]:
        """The mentions that begin between two offsets."""
        return self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def _resolve(self, mention: Mention) -> Person | None:
        if mention.kind in ("person", "organization"):
            return self.people.person(mention)
        if mention.kind == "relative":
            before = self.within(max(mention.start - _RELATIVE_REACH, 0), mention.start)
            free = [m for m in before if not self.follows_preposition(m)]
            return self.whom((free or before)[-1]) if before else None
        if mention.kind == "pronoun":
            return self._antecedent(mention)
        if mention.kind == "office" or mention.definite:
            holder = self.people.holder(mention)
            if holder or mention.kind == "office":
                return holder
            described = self._described(mention)
            if described:
                return described
        return Person(mention.name, "unnamed")

    def _antecedent(self, pronoun: Mention) -> Person | None:
        """Whom a pronoun stands for: a person earlier in its sentence, or the subject of the
        nearest sentence before that names one; rather somebody known to be of its gender.
        """
        return self._back(pronoun, sure=True) or self._back(pronoun, sure=False)

    def _described(self, mention: Mention) -> Person | None:
        """Whom a description means that is nobody's role: with an article that says so."""
        if self.reading.language.no_articles:
            return None
        return (
            self._back(mention, sure=True) or self._only_one(mention) or self._last_heard(mention)
        )

    def _last_heard(self, described: Mention) -> Person | None:
        """The person who stood beside a cue last, in the paragraph or the one above, where the
        description has a gender that does not speak against it.
        """
        if described.gender is None:
            return None
        paragraph = self.reading.paragraph_at(described.start)
        start, _ = self.reading.paragraphs[max(paragraph - 1, 0)]
        for mention in reversed(self.within(start, described.start)):
            if mention.kind == "person" and self.is_beside_cue(mention):
                may_be = self.people.may_be(mention, described)
                return self.people.person(mention) if may_be else None
        return None

    def _only_one(self, described: Mention) -> Person | None:
        """Whom a description can mean when the text has named one person so far."""
        so_far = bisect_left(self._debuts, described.start, key=lambda mention: mention.start)
        if so_far != 1:
            return None
        mention = self._debuts[0]
        return self.people.person(mention) if self.people.may_be(mention, described) else None

    def _back(self, pronoun: Mention, *, sure: bool) -> Person | None:
        if sure and pronoun.gender is None:
            return None
        sentence = self.reading.sentence_at(pronoun.start)
        for back in range(sentence, max(sentence - _PRONOUN_REACH, -1), -1):
            start, end = self.reading.sentences[back]
            end = min(end, pronoun.start)
            persons = self._persons(start, end, pronoun, sure=sure)
            free = [m for m in persons if not self.is_governed(m)]
            if persons:
                return self.people.person((persons if back == sentence else free or persons)[0])
        return None

    def _persons(self, start: int, end: int, pronoun: Mention, *, sure: bool) -> list[Mention]:
        """The persons between two offsets that a pronoun's gender allows."""
        found = [m for m in self.within(start, end) if m.kind == "person"]
        return [m for m in found if self.people.may_be(m, pronoun, sure=sure)]

    def _first_mentions(self) -> list[Mention]:
        """The first mention of each person whose name is known, in order."""
        first: dict[tuple[str, ...], Mention] = {}
        for mention in self.mentions:
            if mention.kind == "person" and self.people.is_known(mention):
                first.setdefault(self.people.keys(mention), mention)
        return list(first.values())

    def _count(self) -> dict[tuple[str, ...], Standing]:
        named = [m for m in self.mentions if m.kind in ("person", "organization")]
        total = Counter(self.people.keys(m) for m in named)
        hanging = Counter(self.people.keys(m) for m in named if self.follows_preposition(m))
        heard = Counter(self.people.keys(m) for m in self._heard)
        return {
            keys: Standing(count, heard[keys], hanging[keys] / count)
            for keys, count in total.items()
        }

    def _beside_cues(self) -> list[Mention]:
        """The named mentions straight before or behind a cue."""
        words = self.reading.words
        by_end = {m.end: m for m in self.mentions if m.kind in ("person", "organization")}
        by_start = {m.outer: m for m in by_end.values()}
        found = []
        for cue in cues(words, self.reading.language):
            before = by_end.get(words[cue.first - 1].end) if cue.first else None
            behind = by_start.get(words[cue.last + 1].start) if cue.last + 1 < len(words) else None
            found += [m for m in (before, behind) if m and not m.suffix]
        return found
