"""What holds of a mention beside quoted words, by names of measures that are 0 or 1."""

from __future__ import annotations

from collections.abc import Iterator

from quotedb.extraction import outcomes
from quotedb.extraction.candidates import Candidate, Surroundings
from quotedb.extraction.cast import Cast
from quotedb.extraction.links import Link, Side
from quotedb.extraction.mention import Mention

_AFTER = {",": "comma after it", ":": "colon after it", ")": "in brackets"}
_CLAUSE_MARKS = (",", ";", "—", "–")
_BEFORE = ("adjacent", "apposed", "far")
_SUBJECTS = (*_BEFORE, "inverted")
_BEHIND = 6  # characters between a verb and its subject: `äußerte sich X`


def of_place(mention: Mention, side: Side, cast: Cast, first: int, final: str) -> Iterator[str]:
    """What holds of a mention at one side of the quotation, of which it is the word `first`."""
    if not side.right and side.mentions and mention is side.mentions[0]:
        yield f"{final}first of the sentence"
    if cast.follows_preposition(mention):
        yield f"{final}governed"
    yield from of_sides(mention, cast.reading.text, at_head=first == 0)
    if mention.suffix:
        yield f"{final}possessor"


def of_sides(mention: Mention, text: str, *, at_head: bool) -> tuple[str, ...]:
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


def of_link(candidate: Candidate, link: Link, around: Surroundings, cast: Cast) -> Iterator[str]:
    """What holds of the way that a mention hangs on a cue."""
    mention, inverts = candidate.mention, cast.reading.language.inverts
    left = candidate.where == "left"
    if link.sort == "inverted" and left and inverts:
        yield "inverted, left, where that is common"
    if link.sort in _BEFORE:
        if inverts and _is_behind(link, around, mention):
            yield "somebody behind the verb"
        if link.cue and link.cue.passive:
            yield "subject of a passive"
    if mention.kind in ("pronoun", "relative"):
        yield "pronoun, linked"
    if link.sort in _SUBJECTS and _is_oblique(mention, around, cast):
        yield "oblique"
    if cast.is_governed(mention):
        yield "governed, linked"
    if _ends_open(cast.reading.text, around):
        yield f"comma within, {candidate.where}"
    if left:
        yield from _of_left(mention, link, around, cast.reading.text)


def _of_left(mention: Mention, link: Link, around: Surroundings, text: str) -> Iterator[str]:
    """The same for one before the quoted words."""
    before = text[around.left.start : around.left.end].rstrip()
    if link.distance <= outcomes.CLOSE and before[-1:] in (",", ":"):
        yield "led in, left"
    if link.cue is None:
        return
    begin, between = link.cue.start, around.left.between(mention)
    if any(m.start < begin and m.kind != "unnamed" for m in between):
        yield "later subject"
    if any(other.start > begin for other in around.left.cues):
        yield "later cue"


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


def of_final_link(link: Link, mention: Mention, around: Surroundings, text: str) -> Iterator[str]:
    """What holds of a subject far from its verb: marked by a comma, by standing next to the words,
    or by its ending.
    """
    if link.sort != "possessor":  # which its ending has told already
        yield f"final {link.sort}"
    if link.cue is not None:
        yield f"final {link.sort}, cue"
    if link.sort in ("subject", "possessor"):
        if text[mention.end : mention.end + 1] == ",":
            yield "final subject, comma"
        if not text[mention.end : around.left.end].strip(" ,:"):
            yield f"final {link.sort}, next to it"


def _ends_open(text: str, around: Surroundings) -> bool:
    """Whether the words end so that a clause about them must follow: with a comma, `?”`, `!”`."""
    last = around.utterance.first
    return text[last.end - 1] in ",?!" or text[last.outer_end : last.outer_end + 1] == ","
