"""Who spoke: every candidate near an utterance is weighed, and whoever has the greatest share of
the probability is the speaker.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from quotedb.extraction.candidates import Candidate, Surroundings, Surveyor
from quotedb.extraction.cast import Cast
from quotedb.extraction.features import History, Measurer
from quotedb.extraction.mention import Mention
from quotedb.extraction.parts import Part, speaker_parts
from quotedb.extraction.people import Person
from quotedb.extraction.ranking import Measures, Weights, shares
from quotedb.extraction.tellers import free, tellers
from quotedb.extraction.ties import Tie, tie_of

_MEMORY = 20  # utterances that are remembered for who spoke
_PRONOUNS = ("pronoun", "relative")
_CARRY = 2  # paragraphs over which a speaker is carried


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who spoke, by which rule, on which words, how they hang on the words that were said, and
    how surely (0..1).
    """

    mention: Mention | None
    person: Person | None
    rule: str
    cue: str | None = None
    evidence: str | None = None
    tie: Tie = "untied"
    confidence: float = 0.0


NOBODY = Attribution(None, None, "none")


class Choice(NamedTuple):
    """One candidate for an utterance with its measures, in parts, and whom it means; `candidate`
    is None for the choice of nobody.
    """

    candidate: Candidate | None
    parts: tuple[Part, ...]
    person: Person | None
    weight: float

    @property
    def measures(self) -> Measures:
        """All measures."""
        return {name: value for part in self.parts for name, value in part.measures.items()}


class Attributor:
    """Attributes the utterances of one text, in order."""

    def __init__(self, surveyor: Surveyor, cast: Cast, weights: Weights) -> None:
        self.surveyor = surveyor
        self.cast = cast
        self.weights = weights
        self._measurer = Measurer(cast, speaker_parts(weights))

    def attribute(self, told: Sequence[Surroundings]) -> list[Attribution]:
        """The attribution of each utterance, given those that somebody said, in order.

        The first pass looks at what stands round each one; the second also at who speaks before
        and after.
        """
        return [attribution for _, attribution in self.weighed(told)]

    def weighed(self, told: Sequence[Surroundings]) -> Iterator[tuple[list[Choice], Attribution]]:
        """Each utterance's choices and the attribution that they lead to."""
        candidates = [free(self.surveyor.candidates(one), one, self.cast) for one in told]
        near, settled = self._all_near(told, candidates)
        found: list[Attribution] = []
        for index, around in enumerate(told):
            history = self._history(told, found)
            carried: list[Candidate] = []
            if not settled[index]:
                carried += self._before(told, found)
                carried += self._after(told, index, near, candidates)
            more = [self._choice(candidate, around) for candidate in carried]
            turns = self._measurer.turns(around, history)
            choices = [_in_turn(one, turns) for one in (*near[index], *more)]
            found.append(self._best(choices, candidates[index]))
            yield choices, found[-1]

    def _all_near(
        self, told: Sequence[Surroundings], candidates: Sequence[Sequence[Candidate]]
    ) -> tuple[list[list[Choice]], list[bool]]:
        """The choices of each utterance, and whether its own sentence leaves no others."""
        must_have = [
            tellers(ones, around, self.cast) for ones, around in zip(candidates, told, strict=True)
        ]
        near = [
            self._near(must or may, around)[: len(must) or None]
            for must, may, around in zip(must_have, candidates, told, strict=True)
        ]
        return near, [bool(must) for must in must_have]

    def _near(self, candidates: Sequence[Candidate], around: Surroundings) -> list[Choice]:
        """Candidates near an utterance, and nobody, measured."""
        measured = [self._choice(one, around) for one in candidates]
        return [*measured, _choice(None, self._measurer.nobody(around), None)]

    def _choice(self, candidate: Candidate, around: Surroundings) -> Choice:
        parts = self._measurer.measured(candidate, around)
        return _choice(candidate, parts, self.cast.whom(candidate.mention))

    def _best(self, choices: Sequence[Choice], near: Sequence[Candidate]) -> Attribution:
        """The choice of the person with the greatest share, by the candidate with the greatest
        of that person's; `near` are all candidates round the words, those left out included.
        """
        parts = shares([choice.weight for choice in choices])
        names = [choice.person.name if choice.person else "" for choice in choices]
        together = dict.fromkeys(names, 0.0)
        for name, part in zip(names, parts, strict=True):
            together[name] += part
        best = max(together, key=lambda name: together[name])
        if not best:
            return self._unknown(choices, parts, near)
        theirs = [index for index, name in enumerate(names) if name == best]
        ranked = [choices[index] for index in sorted(theirs, key=lambda index: -parts[index])]
        tied = [choice for choice in ranked if not _is_loose(choice)]
        return self._attribution((tied or ranked)[0], together[best], ranked, near)

    def _unknown(
        self, choices: Sequence[Choice], parts: Sequence[float], near: Sequence[Candidate]
    ) -> Attribution:
        """Nobody; or words that somebody is meant by whom the text does not name (`he`)."""
        best = max(range(len(choices)), key=lambda index: parts[index])
        choice = choices[best]
        if choice.candidate is None or choice.person is not None:
            return NOBODY
        return self._attribution(choice, 0.0, [choice], near)

    def _attribution(
        self,
        choice: Choice,
        probability: float,
        theirs: Sequence[Choice],
        near: Sequence[Candidate],
    ) -> Attribution:
        """The attribution to the person of a choice, whose others are `theirs`."""
        assert choice.candidate is not None
        text = self.cast.reading.text
        mention, link = choice.candidate.mention, choice.candidate.link
        cue = text[link.cue.start : link.cue.end] if link and link.cue else None
        words = text[mention.start : mention.end]
        tie = tie_of(choice.candidate, choice.person, near, self.cast)
        tag = self.cast.reading.language.tag
        return Attribution(
            mention=self._telling(choice.candidate, theirs),
            person=choice.person,
            rule=_rule(choice.candidate),
            cue=cue,
            evidence=f"{words} · {cue}" if cue else words,
            tie=tie,
            confidence=round(self.weights.sure(probability, tie, tag), 3),
        )

    def _telling(self, candidate: Candidate, theirs: Sequence[Choice]) -> Mention:
        """The words that name a speaker: of `who`, whom it stands for; of a pronoun, the name
        that is the subject of another cue in the sentence (`Roe attacked what she called “…”`).
        """
        kind = candidate.mention.kind
        if kind not in _PRONOUNS:
            return candidate.mention
        for other in (one.candidate for one in theirs if one.candidate):
            mention = other.mention
            named = other.where in ("left", "right") and mention.kind not in _PRONOUNS
            link = other.link
            subject = link and (link.sort == "source" or not self.cast.is_governed(mention))
            if named and (kind == "relative" or subject):
                return mention
        return candidate.mention

    def _history(self, told: Sequence[Surroundings], found: Sequence[Attribution]) -> History:
        begin = max(len(found) - _MEMORY, 0)
        named = ((i, p) for i in range(len(found) - 1, begin - 1, -1) if (p := found[i].person))
        index, last = next(named, (0, None))
        if last is None:
            return History()
        earlier = next((person for _, person in named if person.name != last.name), None)
        reading, now = self.cast.reading, told[len(found)].paragraph
        ago = now - reading.paragraph_at(told[index].utterance.last.outer_start)
        return History(last, earlier, max(ago, 0))

    def _before(
        self, told: Sequence[Surroundings], found: Sequence[Attribution]
    ) -> Iterator[Candidate]:
        """The speaker of the utterance just before, when it is near."""
        mention = found[-1].mention if found else None
        if mention:
            ago = told[len(found)].paragraph - told[len(found) - 1].paragraph
            if ago <= _CARRY:
                yield Candidate(mention, "carried", None, -ago - 1)

    def _after(
        self,
        told: Sequence[Surroundings],
        index: int,
        near: Sequence[Sequence[Choice]],
        candidates: Sequence[Sequence[Candidate]],
    ) -> Iterator[Candidate]:
        """The speaker of the utterance just after, by what stands round that one alone, when it is
        near and nothing before these words leads to theirs.
        """
        around, following = told[index], index + 1
        if following == len(told) or (around.left.words and around.cued):
            return
        ahead = told[following].paragraph - around.paragraph
        if ahead <= _CARRY:
            mention = self._best(near[following], candidates[following]).mention
            if mention:
                yield Candidate(mention, "carried", None, ahead + 1)


def _choice(candidate: Candidate | None, parts: tuple[Part, ...], person: Person | None) -> Choice:
    return Choice(candidate, parts, person, sum([part.weight for part in parts]))


def _in_turn(choice: Choice, turns: Mapping[str | None, Part]) -> Choice:
    """A choice with what the speakers before say for it."""
    more = turns.get(choice.person.name if choice.person else None)
    if more is None or choice.candidate is None:
        return choice
    weight = choice.weight + more.weight
    return Choice(choice.candidate, (*choice.parts, more), choice.person, weight)


def _is_loose(choice: Choice) -> bool:
    """Whether it is a pronoun that no cue ties to the words: a name tells more."""
    candidate = choice.candidate
    return candidate is not None and candidate.mention.kind == "pronoun" and not candidate.link


def _rule(candidate: Candidate) -> str:
    """In words, by what a candidate was taken for the speaker."""
    if candidate.where == "carried":
        return "speaker of the next quotation" if candidate.back > 0 else "same speaker goes on"
    if candidate.where == "before":
        return "sentence before" if candidate.back == 1 else f"{candidate.back} sentences before"
    if candidate.where == "after":
        return "sentence after"
    if candidate.link is None:
        return f"in the sentence, {candidate.where}"
    return f"{candidate.link.sort} {'before' if candidate.where == 'left' else 'after'} the words"
