"""What speaks for and against a candidate for the speaker of an utterance, as named measures.

Most measures are 0 or 1; counts are logarithms of one more, so that the tenth word counts less
than the first. `benchmarks/train_attribution.py` fits a weight to each name.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import log1p
from typing import NamedTuple

from quotedb.extraction.candidates import Candidate, Surroundings
from quotedb.extraction.cast import Cast
from quotedb.extraction.links import Link
from quotedb.extraction.mentions import Mention
from quotedb.extraction.people import Person

Measures = dict[str, float]

_CLAUSE_MARKS = (",", ";", "—", "–")
_NAMED = ("person", "organization")
_SUBJECTS = ("adjacent", "apposed", "far", "inverted")
_BEHIND = 6  # characters between a verb and its subject: `äußerte sich X`
_CLOSE = 1  # words between a cue and the quotation it belongs to


@dataclass(frozen=True, slots=True)
class History:
    """Who spoke last and before that, and how many paragraphs ago the last one did."""

    last: Person | None = None
    earlier: Person | None = None
    paragraphs: int = 99


def nobody(around: Surroundings) -> Measures:
    """The measures of the answer that the text does not tell."""
    found = {"nobody": 1.0}
    if not around.cued:
        found["nobody, no cue"] = 1.0
    if around.stands_alone:
        found["nobody, stands alone"] = 1.0
    return found


class Measurer:
    """Measures the candidates of one text; what holds of a mention for whatever utterance is
    found out once.
    """

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self._who: dict[tuple[int, bool], Measures] = {}
        self._neighbours: dict[int, Neighbour] = {}

    def measure(self, candidate: Candidate, around: Surroundings) -> Measures:
        """The measures of one candidate, but for the speakers before; those not there are 0."""
        mention, where = candidate.mention, _where(candidate)
        found: Measures = {where: 1.0, **self._who_is(mention, candidate.link is not None)}
        if mention.kind in _NAMED and _is_in_words(mention, around, self.cast):
            found["named in the words"] = 1.0
        if candidate.where in ("left", "right"):
            _own_sentence(found, candidate, around, self.cast)
        elif candidate.where in ("before", "after"):
            _other_sentence(found, candidate, around, self.cast, self._neighbour(mention))
        else:
            _carried(found, candidate, around, where, self.cast.reading.language.drops_subject)
        return found

    def _who_is(self, mention: Mention, linked: bool) -> Measures:
        known = self._who.get((mention.start, linked))
        if known is None:
            known = self._who[mention.start, linked] = _who(mention, linked, self.cast)
        return known

    def _neighbour(self, mention: Mention) -> Neighbour:
        known = self._neighbours.get(mention.start)
        if known is None:
            known = self._neighbours[mention.start] = _placed(mention, self.cast)
        return known


def _where(candidate: Candidate) -> str:
    return candidate.where if candidate.where != "before" else f"before {candidate.back}"


def _who(mention: Mention, linked: bool, cast: Cast) -> Measures:
    """What kind of mention it is, and how it stands in the article."""
    kind: str = mention.kind
    if kind == "person":
        kind = "person in full" if cast.people.is_known(mention) else "person in part"
    elif kind == "unnamed":
        kind = "unnamed, definite" if mention.definite else "unnamed"
    found = {kind: 1.0}
    if not linked:
        found[f"{kind}, no cue"] = 1.0
    if mention.kind in _NAMED:
        standing = cast.standing(mention)
        found["mentions"] = log1p(standing.mentions)
        found["heard"] = log1p(standing.heard)
        found["mostly governed"] = standing.governed
        found["role"] = float(cast.people.person(mention).role is not None)
    return found


def _is_in_words(mention: Mention, around: Surroundings, cast: Cast) -> bool:
    find, name = cast.reading.text.find, mention.name.split()[-1]
    return any(find(name, span.start, span.end) >= 0 for span in around.utterance.spans)


def _own_sentence(found: Measures, candidate: Candidate, around: Surroundings, cast: Cast) -> None:
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
    found[f"{final}words to it, {name}"] = log1p(words)
    found[f"{final}mentions to it, {name}"] = log1p(len(between))
    if not side.right and side.mentions and mention is side.mentions[0]:
        found[f"{final}first of the sentence"] = 1.0
    if cast.follows_preposition(mention):
        found[f"{final}governed"] = 1.0
    for measure in _beside(mention, cast, at_head=first == 0):
        found[measure] = 1.0
    if mention.suffix:
        found[f"{final}possessor"] = 1.0
    if final:
        _final_link(found, candidate, around, cast)
    else:
        _link(found, candidate, around, cast, between)


def _beside(mention: Mention, cast: Cast, *, at_head: bool) -> Iterator[str]:
    """What the characters on both sides say of its part in the sentence."""
    text = cast.reading.text
    after = text[mention.end : mention.end + 1]
    names = {",": "comma after it", ":": "colon after it", ")": "in brackets"}
    if after in names:
        yield names[after]
    if text[mention.end + 1 : mention.end + 2].islower():
        yield "verb after it"
    if at_head or text[max(mention.outer - 2, 0) : mention.outer].strip() in _CLAUSE_MARKS:
        yield "begins a clause"


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


class Neighbour(NamedTuple):
    """How a mention stands in a sentence beside that of an utterance: whether it is the first
    there, hangs on something, or has a cue beside it; among how many others, as a measure; what
    the characters round it say; and whether the sentence ends with a colon.
    """

    first: bool
    governed: bool
    by_cue: bool
    others: float
    beside: tuple[str, ...]
    colon: bool
    paragraph: int


def _placed(mention: Mention, cast: Cast) -> Neighbour:
    reading = cast.reading
    start, end = reading.sentences[reading.sentence_at(mention.start)]
    neighbours = [m for m in cast.within(start, end) if m.kind != "relative"]
    at_head = not reading.text[start : mention.outer].strip()
    return Neighbour(
        first=mention is neighbours[0],
        governed=cast.is_governed(mention),
        by_cue=cast.is_beside_cue(mention),
        others=log1p(len(neighbours) - 1),
        beside=tuple(f"before, {one}" for one in _beside(mention, cast, at_head=at_head)),
        colon=reading.text[start:end].rstrip().endswith(":"),
        paragraph=reading.paragraph_at(mention.start),
    )


def _other_sentence(
    found: Measures, candidate: Candidate, around: Surroundings, cast: Cast, near: Neighbour
) -> None:
    """Where it stands in a neighbouring sentence, and whether that leads in."""
    where = _where(candidate)
    if near.first:
        found[f"{where}, first"] = 1.0
    if near.governed:
        found[f"{where}, governed"] = 1.0
    found[f"{where}, beside others"] = near.others
    if around.cued:
        found[f"{where}, cue"] = 1.0
        if cast.reading.language.drops_subject and not around.linked:
            _dropped(found, where, near)
    if around.stands_alone:
        found[f"{where}, stands alone"] = 1.0
    for measure in near.beside:
        found[measure] = 1.0
    if near.by_cue:
        found["before, beside a cue"] = 1.0
    if near.paragraph == around.paragraph:
        found[f"{where}, same paragraph"] = 1.0
    if near.colon and candidate.where == "before" and candidate.back == 1:
        found["colon before"] = 1.0
        found["colon before, first"] = float(near.first)


def _dropped(found: Measures, where: str, near: Neighbour) -> None:
    """Whether it is the subject that a verb beside the words was left without."""
    found[f"dropped subject, {where}"] = 1.0
    found["dropped subject, first"] = float(near.first)
    found["dropped subject, governed"] = float(near.governed)


def _carried(
    found: Measures, candidate: Candidate, around: Surroundings, where: str, drops_subject: bool
) -> None:
    """How far away the utterance is whose speaker is carried over."""
    name = f"{where} {'on' if candidate.back > 0 else 'back'}"
    found[name] = 1.0
    found[f"{name}, {min(abs(candidate.back), 3) - 1} paragraphs"] = 1.0
    if around.cued:
        found[f"{name}, cue"] = 1.0
        if drops_subject and not around.linked:
            found[f"dropped subject, {name}"] = 1.0
    if around.stands_alone:
        found[f"{name}, stands alone"] = 1.0
    found[f"{name}, mentions"] = log1p(len(around.left.mentions))


def turn(person: Person | None, around: Surroundings, history: History) -> Measures:
    """Whether it is who spoke last, or the one before: speakers go on, or take turns."""
    if person is None:
        return {"unresolved": 1.0}
    near = "here" if history.paragraphs == 0 else "above" if history.paragraphs == 1 else "far"
    if history.last and person.name == history.last.name:
        found = {f"spoke last, {near}": 1.0}
        if around.stands_alone:
            found[f"spoke last, {near}, stands alone"] = 1.0
        return found
    if history.earlier and person.name == history.earlier.name:
        return {"spoke before": 1.0}
    return {}


def _ends_open(text: str, around: Surroundings) -> bool:
    """Whether the words end so that a clause about them must follow: with a comma, `?”`, `!”`."""
    last = around.utterance.first
    return text[last.end - 1] in ",?!" or text[last.outer_end : last.outer_end + 1] == ","
