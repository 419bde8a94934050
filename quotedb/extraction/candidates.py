"""Who may have said an utterance: the mentions around it, and who spoke just before or after."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

from quotedb.extraction.cues import Cue, cues, unknown_verb
from quotedb.extraction.links import Link, Side, final_links, links
from quotedb.extraction.mention import Mention
from quotedb.extraction.reading import Reading
from quotedb.extraction.utterances import Utterance
from quotedb.extraction.words import Word

Where = Literal["left", "right", "before", "after", "carried"]

_BACK = 3  # sentences looked back over
_SENTENCE = 2000  # characters of a sentence beside a quotation
_VIEW = 3  # words of the shortest clause that gives a view
_PARTICIPLE = 3  # words from a quotation to the participle at the end
_BESIDE = 40  # characters between a subject and its cue
_NAMED = ("person", "organization", "office", "unnamed")


class Candidate(NamedTuple):
    """A mention that may be the speaker of an utterance.

    `where` it stands: in the utterance's own sentence left or right of the words, `back`
    sentences before, after, or carried over from the speaker of the utterance before.
    """

    mention: Mention
    where: Where
    link: Link | None = None
    back: int = 0


@dataclass(frozen=True)
class Surroundings:
    """An utterance with the two sides of its sentence; `cued` if there is a cue in it that tells
    who speaks, `stands_alone` if it has no words but the quoted ones.
    """

    utterance: Utterance
    left: Side
    right: Side
    sentence: int
    paragraph: int
    cued: bool
    stands_alone: bool

    @cached_property
    def linked(self) -> bool:
        """Whether somebody stands beside a cue of the sentence, as a subject would."""
        return any(
            mention.end <= cue.start <= mention.end + _BESIDE
            or cue.end <= mention.outer <= cue.end + 1
            for side in (self.left, self.right)
            for cue in side.cues
            for mention in side.mentions
            if not mention.suffix
        )


class Surveyor:
    """Finds the candidates for the utterances of one text."""

    def __init__(self, reading: Reading, mentions: list[Mention]) -> None:
        self.reading = reading
        self.mentions = mentions
        self._starts = [mention.start for mention in mentions]

    def surroundings(self, utterance: Utterance) -> Surroundings:
        """The sentence round an utterance; of one over several paragraphs, left of the first
        and right of the last.
        """
        first, last = utterance.first, utterance.last
        sentence = self.reading.sentence_at(first.outer_start)
        start, own_end = self.reading.sentences[sentence]
        end = self.reading.sentences[self.reading.sentence_at(last.outer_start)][1]
        same = last.outer_start < own_end or not last.continues
        begin = first.outer_end if same else last.outer_end
        left = self.side(start, first.outer_start, right=False)
        right = self.side(begin, max(end, begin), right=True)
        return Surroundings(
            utterance=utterance,
            left=left,
            right=right,
            sentence=sentence,
            paragraph=self.reading.paragraph_at(first.outer_start),
            cued=any(cue.sort != "reported" for cue in (*left.cues, *right.cues)),
            stands_alone=not (left.words or right.words),
        )

    def side(self, start: int, end: int, *, right: bool) -> Side:
        """The words, cues and mentions between two offsets, no farther than a sentence is long."""
        if right:
            end = min(end, start + _SENTENCE)
        else:
            start = max(start, end - _SENTENCE)
        numbers = self.reading.numbers_between(start, end)
        words, starts = self.reading.words[numbers], self.reading.word_starts[numbers]
        found = cues(words, self.reading.language, reported=True)
        inside = self.within(start, end)
        if not found:
            found = self._clause(start, words, inside) if right else self._view(words, inside)
        return Side(start, end, right, words, starts, found, inside)

    def _clause(self, start: int, words: list[Word], inside: list[Mention]) -> list[Cue]:
        """The verb of a reporting clause straight behind quoted words that are parted from it, when
        it is not known and somebody follows it.
        """
        verb = unknown_verb(words, self.reading.language)
        if verb is None or not any(m.outer == words[verb.last + 1].start for m in inside):
            return []
        text = self.reading.text
        gap = text[start : verb.start].strip()
        parted = gap in (",", "—", "–", "-", ", —", ", –", ", -")
        stopped = text[max(start - 3, 0) : start].rstrip(' \u00a0»”“"’‘«)')[-1:]
        return [verb] if parted or (not gap and stopped in tuple("?!…,")) else []

    def _view(self, words: list[Word], inside: list[Mention]) -> list[Cue]:
        """The preposition at the head of a sentence before somebody whose view it gives: `Para la
        alcaldesa, …`, where no verb of saying is.
        """
        if len(words) < _VIEW or words[0].key not in self.reading.language.view_prepositions:
            return []
        reach = words[1].start if not words[1].capital else words[2].start
        beside = [m for m in inside if words[1].start <= m.outer <= reach and m.kind in _NAMED]
        if not any(m.kind != "unnamed" or m.definite for m in beside):
            return []
        return [Cue(0, 0, words[0].start, words[0].end, "before")]

    def within(self, start: int, end: int) -> list[Mention]:
        """The mentions that begin between two offsets."""
        return self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def candidates(self, around: Surroundings) -> list[Candidate]:
        """Everybody near enough to an utterance to have said it."""
        return [*self._own(around), *self._before(around), *self._after(around)]

    def _own(self, around: Surroundings) -> Iterator[Candidate]:
        for side in (around.left, around.right):
            where: Where = "right" if side.right else "left"
            for mention in side.mentions:
                found = self._links(around, side, mention)
                yield from (Candidate(mention, where, link) for link in found)
                if not found:
                    yield Candidate(mention, where)

    def _links(self, around: Surroundings, side: Side, mention: Mention) -> list[Link]:
        if self.reading.language.verb_final:
            return final_links(self.reading, around.left, around.right, mention)
        found = links(self.reading, side, mention)
        if not found and side.right and around.left.cues:
            first, _ = side.place(mention)
            if first and side.words[first - 1].key in self.reading.language.agents:
                found = [Link("agent", around.left.cues[-1], 0, 0)]
        if not found and not side.right:
            found = self._bracket(around, mention)
        return found

    def _bracket(self, around: Surroundings, mention: Mention) -> list[Link]:
        """The link to a participle behind the words, of whose auxiliary somebody is the subject:
        `Der Minister hat der Presse „…“ vorgeworfen`.
        """
        auxiliaries = self.reading.language.auxiliaries
        cue = next((cue for cue in around.right.cues if cue.sort == "speech"), None)
        if not auxiliaries or cue is None or cue.first > _PARTICIPLE:
            return []
        first, last = around.left.place(mention)
        beside = [*around.left.words[max(first - 1, 0) : first]]
        beside += around.left.words[last + 1 : last + 2]
        if any(word.key in auxiliaries for word in beside):
            return [Link("adjacent", cue, 0, cue.first)]
        return []

    def _before(self, around: Surroundings) -> Iterator[Candidate]:
        for back in range(1, min(_BACK, around.sentence) + 1):
            start, end = self.reading.sentences[around.sentence - back]
            for mention in self.within(start, end):
                if mention.kind in _NAMED or (back == 1 and mention.kind == "pronoun"):
                    yield Candidate(mention, "before", None, back)

    def _after(self, around: Surroundings) -> Iterator[Candidate]:
        """The next sentence, for quotations that stand alone before who said them is told."""
        following = self.reading.sentence_at(around.utterance.last.outer_start) + 1
        if following < len(self.reading.sentences) and not around.cued:
            start, end = self.reading.sentences[following]
            for mention in self.within(start, end):
                if mention.kind in _NAMED:
                    yield Candidate(mention, "after", None, 1)
