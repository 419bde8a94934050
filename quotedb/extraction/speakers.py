"""Who spoke: every mention near a quotation is weighed, and the heaviest wins.

The weights are few and each has its reason beside it. Where the quotation's own sentence names
nobody, the attribution comes from around it: the quotation before or after, the paragraph above.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from quotedb.extraction.cues import Cue, cues
from quotedb.extraction.marks import Span
from quotedb.extraction.mentions import Mention
from quotedb.extraction.people import People, Person
from quotedb.extraction.reading import Reading, Word

ENOUGH = 4.0
"""A mention that weighs less is not taken for the speaker."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who spoke, by which rule, on which words, and how surely (0..1)."""

    mention: Mention | None
    person: Person | None
    rule: str
    cue: str | None = None
    evidence: str | None = None
    confidence: float = 0.0


NOBODY = Attribution(None, None, "none")


@dataclass(frozen=True, slots=True)
class Side:
    """The words of the quotation's sentence on one side of it, with cues and mentions."""

    start: int
    end: int
    words: list[Word]
    cues: list[Cue]
    mentions: list[Mention]


class Attributor:
    """Attributes the quotations of one text, in order."""

    def __init__(self, reading: Reading, mentions: list[Mention]) -> None:
        self.reading = reading
        self.mentions = mentions
        self.people = People(mentions)
        self._starts = [m.start for m in mentions]

    def own_sentence(self, span: Span) -> tuple[Attribution, bool]:
        """The attribution by the quotation's own sentence, and whether there is any cue."""
        left, right = self._sides(span)
        if self.reading.language.verb_final:
            weighed = self._verb_final(left, right)
        else:
            weighed = self._verb_medial(span, left, right)
        cued = bool(left.cues or right.cues)
        best = max(weighed, key=lambda one: one[0], default=None)
        if best is None or best[0] < ENOUGH:
            return NOBODY, cued
        weight, mention, cue, rule = best
        return self.attribute(mention, rule, cue, min(0.97, 0.55 + weight / 25)), cued

    def attribute(
        self, mention: Mention, rule: str, cue: Cue | None, confidence: float
    ) -> Attribution:
        """The attribution to a mention, with whom it means."""
        text = self.reading.text
        said = text[cue.start : cue.end] if cue else None
        evidence = text[mention.start : mention.end] + (f" · {said}" if said else "")
        person = self.whom(mention)
        if person is None:
            confidence *= 0.6
        return Attribution(mention, person, rule, said, evidence, round(confidence, 3))

    def whom(self, mention: Mention) -> Person | None:
        """The person a mention means; a pronoun or an office is traced back."""
        if mention.kind in ("person", "organization"):
            return self.people.person(mention)
        if mention.kind == "relative":
            before = self._before(mention.start, 60)
            return self.whom(before[-1]) if before else None
        if mention.kind == "pronoun":
            return self._antecedent(mention)
        if mention.kind == "office" or mention.definite:
            holder = self.people.holder(mention)
            if holder or mention.kind == "office":
                return holder
        return Person(mention.name, "unnamed")

    def sentence_subject(self, sentence: int) -> Mention | None:
        """The first named mention of a sentence that could be its subject."""
        start, end = self.reading.sentences[sentence]
        named = [m for m in self._within(start, end) if m.kind in ("person", "organization")]
        subjects = [m for m in named if not self._is_governed(m)]
        return next(iter(subjects or named), None)

    def _antecedent(self, pronoun: Mention) -> Person | None:
        """Whom a pronoun stands for: the subject of the nearest sentence before that names a
        person, or a person earlier in its own.
        """
        sentence = self.reading.sentence_at(pronoun.start)
        own_start = self.reading.sentences[sentence][0]
        own = [m for m in self._within(own_start, pronoun.start) if m.kind == "person"]
        if own:
            return self.people.person(own[0])
        for back in range(sentence - 1, max(sentence - 6, -1), -1):
            start, end = self.reading.sentences[back]
            persons = [m for m in self._within(start, end) if m.kind == "person"]
            free = [m for m in persons if not self._is_governed(m)]
            if persons:
                return self.people.person((free or persons)[0])
        return None

    def _sides(self, span: Span) -> tuple[Side, Side]:
        sentence = self.reading.sentence_at(span.outer_start)
        start, end = self.reading.sentences[sentence]
        return self._side(start, span.outer_start), self._side(
            span.outer_end, max(end, span.outer_end)
        )

    def _side(self, start: int, end: int) -> Side:
        words = self.reading.words_between(start, end)
        return Side(start, end, words, cues(words, self.reading.language), self._within(start, end))

    def _within(self, start: int, end: int) -> list[Mention]:
        return self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def _before(self, offset: int, reach: int) -> list[Mention]:
        return self._within(max(offset - reach, 0), offset)

    def _is_governed(self, mention: Mention) -> bool:
        """Whether a mention hangs on a preposition or is a possessor, and so is no subject."""
        if mention.suffix:
            return True
        index = self._index(mention)
        if index == 0:
            return False
        before = self.reading.words[index - 1]
        gap = self.reading.text[before.end : mention.start]
        return gap == " " and before.key in self.reading.language.prepositions

    def _index(self, mention: Mention) -> int:
        return bisect_left(self.reading.word_starts, mention.start)

    def _kind_weight(self, mention: Mention) -> float:
        """A person known by a full name is likelier to be quoted than a lone capital."""
        if mention.kind == "person":
            return 1.0 if self.people.is_known(mention) else 0.0
        return {"pronoun": 0.6, "relative": 0.3, "unnamed": 0.2, "office": 0.5}.get(
            mention.kind, 0.0
        )

    # -- languages that put the verb beside its subject: `X said`, `said X`

    def _verb_medial(
        self, span: Span, left: Side, right: Side
    ) -> list[tuple[float, Mention, Cue | None, str]]:
        text = self.reading.text
        weighed: list[tuple[float, Mention, Cue | None, str]] = []
        inner_comma = (
            text[span.end - 1] in ",?!" or text[span.outer_end : span.outer_end + 1] == ","
        )
        lead = text[left.start : span.outer_start].rstrip()[-1:]
        for side, is_right in ((left, False), (right, True)):
            bonus = 3.0 if (inner_comma if is_right else lead in (",", ":")) else 0.0
            for cue in side.cues:
                near = self._nearness(side, cue, is_right)
                for mention in side.mentions:
                    weight = self._beside(side, mention, cue, is_right)
                    if weight is not None:
                        weight += bonus + near + self._kind_weight(mention)
                        weighed.append(
                            (weight, mention, cue, "cue after" if is_right else "cue before")
                        )
        if not weighed and left.mentions and lead == ":":
            weighed.append((6.0, left.mentions[0], None, "colon"))
        return weighed

    def _nearness(self, side: Side, cue: Cue, is_right: bool) -> float:
        """A cue counts the less the more words stand between it and the quotation."""
        words = cue.first if is_right else len(side.words) - 1 - cue.last
        return -0.5 * words if is_right else -0.2 * words

    def _beside(self, side: Side, mention: Mention, cue: Cue, is_right: bool) -> float | None:
        """How well a mention fits a cue as its subject; None when it cannot."""
        words = side.words
        first = next((i for i, w in enumerate(words) if w.start >= mention.start), len(words))
        last = next((i for i, w in enumerate(words) if w.end >= mention.end), len(words))
        if first <= cue.last and last >= cue.first:
            return None
        if cue.sort == "before":
            return 9.0 - (first - cue.last - 1) if first > cue.last else None
        if last < cue.first:
            return self._subject_before(words, mention, last, cue)
        gap = first - cue.last - 1
        if gap <= 0 or (gap <= 4 and mention.role and self._only_role_between(mention, cue)):
            return 7.5 if is_right and cue.first <= 1 else 3.0
        return None

    def _subject_before(
        self, words: list[Word], mention: Mention, last: int, cue: Cue
    ) -> float | None:
        text = self.reading.text
        between = text[mention.end : words[cue.first].start]
        gap = cue.first - last - 1
        weight = 8.0 - 0.8 * gap if gap <= 2 and "," not in between else 6.5 - 0.25 * gap
        if between.startswith(",") and between.rstrip().endswith(","):
            weight += 2.0  # an apposition between subject and verb
        if self._is_governed(mention):
            weight -= 5.0
        return weight

    def _only_role_between(self, mention: Mention, cue: Cue) -> bool:
        """`said Foreign Minister Jane Roe`: the name follows its office."""
        between = self.reading.text[cue.end : mention.start].strip()
        return bool(mention.role) and between.endswith(mention.role or "")

    # -- languages that put the verb last: `X, “…” dedi`

    def _verb_final(self, left: Side, right: Side) -> list[tuple[float, Mention, Cue | None, str]]:
        weighed: list[tuple[float, Mention, Cue | None, str]] = []
        after = next((c for c in right.cues if c.first <= 8 and c.sort != "after"), None)
        if after and after.sort == "relative" and after.first <= 2:
            named = [m for m in right.mentions if m.start >= after.end and not m.suffix]
            weighed += [(12.0, m, after, "relative cue") for m in named[:1]]
        cue = after or (left.cues[-1] if left.cues else None)
        for mention in left.mentions:
            weight = self._subject_weight(left, mention)
            weight += 2.0 if cue else 0.0
            weighed.append((weight, mention, cue, "subject before"))
        if after and after.sort == "speech" and after.first <= 1:
            behind = [m for m in right.mentions if 0 <= m.start - after.end <= 2 and not m.suffix]
            weighed += [(5.5, m, after, "subject after") for m in behind[:1]]
        return weighed

    def _subject_weight(self, left: Side, mention: Mention) -> float:
        text, language = self.reading.text, self.reading.language
        following = [w for w in left.words if w.start >= mention.end]
        weight = 2.0 * self._kind_weight(mention) - 0.06 * len(following)
        if following and following[0].key in language.sources_after:
            return weight + 9.0
        if not following and mention.suffix:
            weight += 3.0  # “Lavrov’un “…” sözleri”: the possessor of the words
        elif mention.suffix:
            weight -= 4.0
        else:
            weight += 3.0
        if text[mention.end : mention.end + 1] == ",":
            weight += 3.0  # the comma that parts a subject from what follows
        if not text[mention.end : left.end].strip(" ,:"):
            weight += 2.0
        if left.mentions and mention is left.mentions[0]:
            weight += 1.0
        return weight


def continued(before: Attribution, rule: str, confidence: float) -> Attribution:
    """The attribution of another quotation, taken over by a rule."""
    if before.mention is None:
        return NOBODY
    lower = round(min(before.confidence, confidence), 3)
    return replace(before, rule=rule, confidence=lower)


def first_known(attributions: Sequence[Attribution]) -> Attribution | None:
    """The first of several that has a speaker."""
    return next((a for a in attributions if a.mention is not None), None)
