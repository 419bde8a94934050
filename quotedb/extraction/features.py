"""What speaks for and against a candidate for the speaker of an utterance, as named measures.

Most measures are 0 or 1; counts are logarithms of one more, so that the tenth word counts less
than the first. `benchmarks/train_attribution.py` fits a weight to each name.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from quotedb.extraction import holding, outcomes
from quotedb.extraction.candidates import Candidate, Surroundings
from quotedb.extraction.cast import Cast, Standing
from quotedb.extraction.mention import Mention
from quotedb.extraction.parts import Part, Parts
from quotedb.extraction.people import Person

_IN_WORDS = ("named in the words",)
_UNRESOLVED = ("unresolved",)  # nobody is known whom the mention means
_SPOKE_BEFORE = ("spoke before",)  # it is who spoke before the one who spoke last


@dataclass(frozen=True, slots=True)
class History:
    """Who spoke last and before that, and how many paragraphs ago the last one did."""

    last: Person | None = None
    earlier: Person | None = None
    paragraphs: int = 99


class Who(NamedTuple):
    """What kind of mention it is and how it stands in the article: with a cue, and without; and
    the last word of a name.
    """

    linked: tuple[Part, ...]
    unlinked: tuple[Part, ...]
    name: str


class Place(NamedTuple):
    """How a mention stands in its sentence, for words in another: whether it is the first there or
    hangs on something, among how many others, and what is beside it; whether the sentence ends
    with a colon, and in which paragraph it is.
    """

    first: bool
    governed: bool
    others: int
    beside: Part
    colon: bool
    paragraph: int


class Measurer:
    """Measures the candidates of one text; what holds of a mention for whatever words is found out
    once.
    """

    def __init__(self, cast: Cast, parts: Parts) -> None:
        self.cast = cast
        self.parts = parts
        self._drops_subject = cast.reading.language.drops_subject
        self._who: dict[int, Who] = {}
        self._places: dict[int, Place] = {}

    def measured(self, candidate: Candidate, around: Surroundings) -> tuple[Part, ...]:
        """The measures of one candidate, but for the speakers before."""
        who = self._who.get(candidate.mention.start) or self._who_is(candidate.mention)
        found = who.linked if candidate.link else who.unlinked
        if who.name and who.name in around.utterance.words:
            found += (self.parts[outcomes.hold, _IN_WORDS],)
        if candidate.where in ("left", "right"):
            return found + self._own_sentence(candidate, around)
        if candidate.where == "carried":
            return (*found, self._carried(candidate, around))
        return found + self._other_sentence(candidate, around)

    def nobody(self, around: Surroundings) -> tuple[Part, ...]:
        """The measures of the answer that the text does not tell."""
        return (self.parts[outcomes.nobody, around.cued, around.stands_alone],)

    def turns(self, around: Surroundings, history: History) -> dict[str | None, Part]:
        """What the speakers before say for whom, by name, as speakers go on or take turns; by None
        for a mention of which nobody is known whom it means.
        """
        found: dict[str | None, Part] = {None: self.parts[outcomes.hold, _UNRESOLVED]}
        if history.earlier:
            found[history.earlier.name] = self.parts[outcomes.hold, _SPOKE_BEFORE]
        if history.last:
            ago = min(history.paragraphs, 2)
            spoke_last = self.parts[outcomes.spoke_last, ago, around.stands_alone]
            found[history.last.name] = spoke_last
        return found

    def _who_is(self, mention: Mention) -> Who:
        who = self._who[mention.start] = self._who_of(mention)
        return who

    def _who_of(self, mention: Mention) -> Who:
        parts, named = self.parts, mention.kind in ("person", "organization")
        standing = self.cast.standing(mention) if named else None
        kind = _kind(mention, standing)
        linked, unlinked = parts[outcomes.is_a, kind, True], parts[outcomes.is_a, kind, False]
        if standing is None:
            return Who((linked,), (unlinked,), "")
        stands = parts[outcomes.stands, standing]
        return Who((linked, stands), (unlinked, stands), mention.name.split()[-1])

    def _own_sentence(self, candidate: Candidate, around: Surroundings) -> tuple[Part, ...]:
        """Where it stands beside the quotation, and how it hangs on a cue."""
        parts, mention, where = self.parts, candidate.mention, candidate.where
        side = around.right if where == "right" else around.left
        first, last = side.place(mention)
        words = first if side.right else len(side.words) - 1 - last
        others = len(side.between(mention))
        final = "final " if self.cast.reading.language.verb_final else ""
        held = tuple(holding.of_place(mention, side, self.cast, first, final))
        return (
            parts[outcomes.in_own_sentence, where, words, others, final],
            parts[outcomes.hold, held],
            *(self._final_link(candidate, around) if final else self._link(candidate, around)),
        )

    def _link(self, candidate: Candidate, around: Surroundings) -> tuple[Part, ...]:
        """How it hangs on a cue, in a language that puts the verb next to its subject."""
        parts, where, link = self.parts, candidate.where, candidate.link
        if link is None:
            return (parts[outcomes.hold, (f"no link, {where}",)],)
        held = tuple(holding.of_link(candidate, link, around, self.cast))
        hangs = parts[outcomes.hangs, link.sort, where, link.gap, link.distance]
        return hangs, parts[outcomes.hold, held]

    def _final_link(self, candidate: Candidate, around: Surroundings) -> tuple[Part, ...]:
        """The same in a language that puts the verb last."""
        link, text = candidate.link, self.cast.reading.text
        held: tuple[str, ...] = ("final no link",)
        if link is not None:
            held = tuple(holding.of_final_link(link, candidate.mention, around, text))
        return (self.parts[outcomes.hold, held],)

    def _other_sentence(self, candidate: Candidate, around: Surroundings) -> tuple[Part, ...]:
        """Where it stands in a neighbouring sentence, and whether that leads in."""
        parts = self.parts
        place = self._places.get(candidate.mention.start) or self._place(candidate.mention)
        before, first = candidate.where == "before", place.first
        where = f"before {candidate.back}" if before else candidate.where
        same = place.paragraph == around.paragraph
        found: tuple[Part, ...] = (
            parts[outcomes.in_sentence, where, first, place.governed, place.others],
            place.beside,
            parts[outcomes.from_sentence, where, around.cued, around.stands_alone, same],
        )
        if place.colon and before and candidate.back == 1:
            found += (parts[outcomes.after_colon, first],)
        if self._drops(around):
            found += (parts[outcomes.dropped, where, first, place.governed],)
        return found

    def _place(self, mention: Mention) -> Place:
        reading = self.cast.reading
        self._find_places(*reading.sentences[reading.sentence_at(mention.start)])
        return self._places[mention.start]

    def _find_places(self, start: int, end: int) -> None:
        """The places of all mentions in one sentence."""
        cast, reading = self.cast, self.cast.reading
        mentions = [m for m in cast.within(start, end) if m.kind != "relative"]
        colon = reading.text[start:end].rstrip().endswith(":")
        paragraph = reading.paragraph_at(start)
        for number, mention in enumerate(mentions):
            at_head = not reading.text[start : mention.outer].strip()
            beside = holding.of_sides(mention, reading.text, at_head=at_head)
            self._places[mention.start] = Place(
                first=number == 0,
                governed=cast.is_governed(mention),
                others=len(mentions) - 1,
                beside=self.parts[outcomes.beside, beside, cast.is_beside_cue(mention)],
                colon=colon,
                paragraph=paragraph,
            )

    def _carried(self, candidate: Candidate, around: Surroundings) -> Part:
        """How far away the utterance is whose speaker is carried over."""
        drops, mentions = self._drops(around), len(around.left.mentions)
        alone = around.stands_alone
        return self.parts[outcomes.carried, candidate.back, around.cued, drops, alone, mentions]

    def _drops(self, around: Surroundings) -> bool:
        """Whether a verb beside the words may have been left without its subject."""
        return self._drops_subject and around.cued and not around.linked


def _kind(mention: Mention, standing: Standing | None) -> str:
    if standing is not None and mention.kind == "person":
        known = standing.in_full or standing.in_office
        return "person in full" if known else "person in part"
    if mention.kind == "unnamed":
        return "unnamed, definite" if mention.definite else "unnamed"
    return mention.kind
