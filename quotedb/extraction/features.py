"""What speaks for and against a candidate for the speaker of an utterance, as named measures.

Most measures are 0 or 1; counts are logarithms of one more, so that the tenth word counts less
than the first. `benchmarks/train_attribution.py` fits a weight to each name.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import log1p
from typing import NamedTuple

from quotedb.extraction import outcomes
from quotedb.extraction.candidates import Candidate, Surroundings
from quotedb.extraction.cast import Cast
from quotedb.extraction.links import Link
from quotedb.extraction.mention import Mention
from quotedb.extraction.parts import Part, Parts
from quotedb.extraction.people import Person
from quotedb.extraction.ranking import Measures

_AFTER = {",": "comma after it", ":": "colon after it", ")": "in brackets"}
_CLAUSE_MARKS = (",", ";", "—", "–")
_SUBJECTS = ("adjacent", "apposed", "far", "inverted")
_BEHIND = 6  # characters between a verb and its subject: `äußerte sich X`
_CLOSE = 1  # words between a cue and the quotation it belongs to


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
        self._who: dict[int, Who] = {}
        self._places: dict[int, Place] = {}

    def measured(self, candidate: Candidate, around: Surroundings) -> tuple[Part, ...]:
        """The measures of one candidate, but for the speakers before."""
        who = self._who_is(candidate.mention)
        found = who.linked if candidate.link else who.unlinked
        if who.name and _is_in_words(who.name, around, self.cast):
            found += (self.parts[outcomes.in_the_words,],)
        if candidate.where in ("left", "right"):
            return (*found, self.parts.of(_own_sentence(candidate, around, self.cast)))
        if candidate.where == "carried":
            return (*found, self._carried(candidate, around))
        return found + self._other_sentence(candidate, around)

    def nobody(self, around: Surroundings) -> tuple[Part, ...]:
        """The measures of the answer that the text does not tell."""
        return (self.parts[outcomes.nobody, around.cued, around.stands_alone],)

    def turn(
        self, person: Person | None, around: Surroundings, history: History
    ) -> tuple[Part, ...]:
        """Whether it is who spoke last, or the one before: speakers go on, or take turns."""
        if person is None:
            return (self.parts[outcomes.unresolved,],)
        if history.last and person.name == history.last.name:
            ago = min(history.paragraphs, 2)
            return (self.parts[outcomes.spoke_last, ago, around.stands_alone],)
        if history.earlier and person.name == history.earlier.name:
            return (self.parts[outcomes.spoke_before,],)
        return ()

    def _who_is(self, mention: Mention) -> Who:
        known = self._who.get(mention.start)
        if known is None:
            known = self._who[mention.start] = self._who_of(mention)
        return known

    def _who_of(self, mention: Mention) -> Who:
        cast, parts, kind = self.cast, self.parts, _kind(mention, self.cast)
        linked, unlinked = parts[outcomes.is_a, kind, True], parts[outcomes.is_a, kind, False]
        if mention.kind not in ("person", "organization"):
            return Who((linked,), (unlinked,), "")
        has_role = cast.people.person(mention).role is not None
        standing = parts[outcomes.stands, cast.standing(mention), has_role]
        return Who((linked, standing), (unlinked, standing), mention.name.split()[-1])

    def _other_sentence(self, candidate: Candidate, around: Surroundings) -> tuple[Part, ...]:
        """Where it stands in a neighbouring sentence, and whether that leads in."""
        parts, place = self.parts, self._place(candidate.mention)
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
        if mention.start not in self._places:
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
            beside = _beside(mention, reading.text, at_head=at_head)
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
        return self.cast.reading.language.drops_subject and around.cued and not around.linked


def _kind(mention: Mention, cast: Cast) -> str:
    if mention.kind == "person":
        return "person in full" if cast.people.is_known(mention) else "person in part"
    if mention.kind == "unnamed":
        return "unnamed, definite" if mention.definite else "unnamed"
    return mention.kind


def _is_in_words(name: str, around: Surroundings, cast: Cast) -> bool:
    find = cast.reading.text.find
    return any(find(name, span.start, span.end) >= 0 for span in around.utterance.spans)


def _own_sentence(candidate: Candidate, around: Surroundings, cast: Cast) -> Measures:
    """Where it stands beside the quotation, and how it hangs on a cue."""
    mention, side = candidate.mention, around.right if candidate.where == "right" else around.left
    name = candidate.where
    first, last = side.place(mention)
    words = first if side.right else len(side.words) - 1 - last
    between = [
        m
        for m in side.mentions
        if (m.start < mention.start if side.right else m.start > mention.start)
    ]
    final = "final " if cast.reading.language.verb_final else ""
    found: Measures = {name: 1.0}
    found[f"{final}words to it, {name}"] = log1p(words)
    found[f"{final}mentions to it, {name}"] = log1p(len(between))
    if not side.right and side.mentions and mention is side.mentions[0]:
        found[f"{final}first of the sentence"] = 1.0
    if cast.follows_preposition(mention):
        found[f"{final}governed"] = 1.0
    for measure in _beside(mention, cast.reading.text, at_head=first == 0):
        found[measure] = 1.0
    if mention.suffix:
        found[f"{final}possessor"] = 1.0
    if final:
        _final_link(found, candidate, around, cast)
    else:
        _link(found, candidate, around, cast, between)
    return found


def _beside(mention: Mention, text: str, *, at_head: bool) -> tuple[str, ...]:
    """What the characters on both sides say of its part in the sentence."""
    found: tuple[str, ...] = ()
    end, outer = mention.end, mention.outer
    after = text[end : end + 2]
    if after[:1] in _AFTER:
        found += (_AFTER[after[0]],)
    if after[1:].islower():
        found += ("verb after it",)
    if at_head or text[max(outer - 2, 0) : outer].strip() in _CLAUSE_MARKS:
        found += ("begins a clause",)
    return found


def _link(
    found: Measures,
    candidate: Candidate,
    around: Surroundings,
    cast: Cast,
    between: list[Mention],
) -> None:
    link, mention, text = candidate.link, candidate.mention, cast.reading.text
    right = candidate.where == "right"
    if link is None:
        found[f"no link, {candidate.where}"] = 1.0
        return
    found[f"{link.sort}, {candidate.where}"] = 1.0
    if link.sort == "inverted" and not right and cast.reading.language.inverts:
        found["inverted, left, where that is common"] = 1.0
    if link.sort in ("adjacent", "apposed", "far") and cast.reading.language.inverts:
        found["somebody behind the verb"] = float(_is_behind(link, around, mention))
    found[f"{link.sort} gap"] = log1p(link.gap)
    found[f"cue to it, {candidate.where}"] = log1p(link.distance)
    close = link.distance <= _CLOSE
    found[f"{link.sort} close, {candidate.where}"] = float(close)
    found["pronoun, linked"] = float(mention.kind in ("pronoun", "relative"))
    if link.sort in ("adjacent", "apposed", "far") and link.cue and link.cue.passive:
        found["subject of a passive"] = 1.0
    if link.sort in _SUBJECTS and _is_oblique(mention, around, cast):
        found["oblique"] = 1.0
    found["governed, linked"] = float(cast.is_governed(mention))
    if right:
        found["comma within, right"] = float(_ends_open(text, around))
    else:
        led = text[around.left.start : around.left.end].rstrip()[-1:] in (",", ":")
        found["led in, left"] = float(led and close)
        found["comma within, left"] = float(_ends_open(text, around))
        cue = link.cue
        found["later subject"] = float(
            cue is not None and any(m.start < cue.start and m.kind != "unnamed" for m in between)
        )
        found["later cue"] = float(
            cue is not None and any(other.start > cue.start for other in around.left.cues)
        )


def _is_oblique(mention: Mention, around: Surroundings, cast: Cast) -> bool:
    """Whether the article of a mention shows that it is no subject."""
    side = around.right if mention.start >= around.right.start else around.left
    first, _ = side.place(mention)
    article = side.words[first].key if first < len(side.words) else ""
    return article in cast.reading.language.oblique_articles


def _is_behind(link: Link, around: Surroundings, mention: Mention) -> bool:
    """Whether somebody else stands straight behind the verb, as a subject does after what is put
    first: `Bei einem Besuch in Kiel sagte sie`.
    """
    cue = link.cue
    side = around.left if mention.start < around.right.start else around.right
    return cue is not None and any(0 < other.outer - cue.end <= _BEHIND for other in side.mentions)


def _final_link(found: Measures, candidate: Candidate, around: Surroundings, cast: Cast) -> None:
    """A subject far from its verb: marked by a comma, by standing next to the words, or by its
    ending.
    """
    link, mention, text = candidate.link, candidate.mention, cast.reading.text
    if link is None:
        found["final no link"] = 1.0
        return
    found[f"final {link.sort}"] = 1.0
    found[f"final {link.sort}, cue"] = float(link.cue is not None)
    if link.sort in ("subject", "possessor"):
        comma = text[mention.end : mention.end + 1] == ","
        found["final subject, comma"] = float(comma)
        nothing = not text[mention.end : around.left.end].strip(" ,:")
        found[f"final {link.sort}, next to it"] = float(nothing)


def _ends_open(text: str, around: Surroundings) -> bool:
    """Whether the words end so that a clause about them must follow: with a comma, `?”`, `!”`."""
    last = around.utterance.first
    return text[last.end - 1] in ",?!" or text[last.outer_end : last.outer_end + 1] == ","
