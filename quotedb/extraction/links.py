"""How a mention hangs on a cue: as its subject before or behind it, as the source that is named."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import Literal

from quotedb.extraction.cues import Cue
from quotedb.extraction.mentions import Mention
from quotedb.extraction.reading import Reading
from quotedb.extraction.words import Word

LinkSort = Literal[
    "adjacent",  # X said
    "apposed",  # X, the minister, said
    "far",  # X, who had come in late and stood by the door, finally said
    "inverted",  # said X; said the minister X
    "source",  # according to X; X’e göre
    "agent",  # was said by X
    "relative",  # diyen X
    "subject",  # X, “…” dedi
    "possessor",  # X’in “…” sözleri
]

_NEAR = 2  # words between a subject and its verb: an adverb, an auxiliary
_ROLE = 3  # words of a role between a verb and its subject
_AGENT = 5  # words between a verb and who acts in its passive
_FINAL = 8  # words between a quotation and the verb at the end of the sentence


@dataclass(frozen=True, slots=True)
class Side:
    """The words on one side of a quotation, with cues and mentions; `right` is the one after."""

    start: int
    end: int
    right: bool
    words: list[Word]
    cues: list[Cue]
    mentions: list[Mention]

    def place(self, mention: Mention) -> tuple[int, int]:
        """The numbers of the first and the last word of a mention, with the role before it, among
        the words here.
        """
        starts = [word.start for word in self.words]
        return bisect_left(starts, mention.outer), bisect_left(starts, mention.end) - 1

    def distance(self, cue: Cue) -> int:
        """Words between a cue and the quotation."""
        return cue.first if self.right else len(self.words) - 1 - cue.last


@dataclass(frozen=True, slots=True)
class Link:
    """A mention and its cue: of which sort, with so many words between them, and so many
    between the cue and the quotation.
    """

    sort: LinkSort
    cue: Cue | None
    gap: int
    distance: int


def links(reading: Reading, side: Side, mention: Mention) -> list[Link]:
    """All links of a mention on one side of a quotation, in a language that puts the verb next
    to its subject.
    """
    first, last = side.place(mention)
    found = []
    for cue in side.cues:
        if first > cue.last or last < cue.first:
            sort, gap = _sort(reading, side, mention, (first, last), cue)
            if sort:
                found.append(Link(sort, cue, gap, side.distance(cue)))
    return found


def _sort(
    reading: Reading, side: Side, mention: Mention, place: tuple[int, int], cue: Cue
) -> tuple[LinkSort | None, int]:
    first, last = place
    if cue.sort == "after":
        return ("source", 0) if last == cue.first - 1 else (None, 0)
    if last < cue.first:
        return (None, 0) if cue.sort == "before" else _before(reading, side, mention, last, cue)
    gap = first - cue.last - 1
    if cue.sort == "before":
        return "source", gap
    between = side.words[cue.last + 1 : first]
    if between and between[0].key in reading.language.agents and gap <= _AGENT:
        return "agent", gap
    if between and between[0].key in reading.language.reflexives:
        between, gap = between[1:], gap - 1
    if gap == 0 or (gap <= _ROLE and _only_role(reading, between)):
        return "inverted", gap
    return None, gap


def _before(
    reading: Reading, side: Side, mention: Mention, last: int, cue: Cue
) -> tuple[LinkSort, int]:
    between = reading.text[mention.end : side.words[cue.first].start]
    gap = cue.first - last - 1
    if gap <= _NEAR and "," not in between:
        return "adjacent", gap
    if between.lstrip(" ’'s").startswith(",") and between.rstrip().endswith(","):
        return "apposed", gap
    return "far", gap


def _only_role(reading: Reading, between: list[Word]) -> bool:
    """Whether what stands between a verb and a name can only be what the person is: `said the
    Rev. Jane Roe`, `said ferryman John Roe`.
    """
    language = reading.language
    known = language.articles | language.titles
    small = language.function_words | language.prepositions | language.speech_verbs
    return all(word.key in known or word.key not in small for word in between)


def final_links(reading: Reading, left: Side, right: Side, mention: Mention) -> list[Link]:
    """The links of a mention in a language that puts the verb last: `X, “…” dedi`."""
    after = next((c for c in right.cues if c.first <= _FINAL and c.sort != "after"), None)
    if mention.start >= right.start:
        return _behind(right, mention, after)
    following = [word for word in left.words if word.start >= mention.end]
    if following and following[0].key in reading.language.sources_after:
        return [Link("source", None, 0, len(following) - 1)]
    cue = after or (left.cues[-1] if left.cues else None)
    sort: LinkSort = "possessor" if mention.suffix else "subject"
    return [Link(sort, cue, len(following), after.first if after else _FINAL)]


def _behind(right: Side, mention: Mention, after: Cue | None) -> list[Link]:
    """`“…” diyen X`, `“…” dedi X`."""
    if not after or mention.suffix or mention.start < after.end:
        return []
    first, _ = right.place(mention)
    gap = first - after.last - 1
    earlier = [m for m in right.mentions if after.end <= m.start < mention.start and not m.suffix]
    if after.sort == "relative" and after.first <= _NEAR and not earlier:
        return [Link("relative", after, gap, after.first)]
    if after.sort == "speech" and after.first <= 1 and gap == 0:
        return [Link("inverted", after, gap, after.first)]
    return []
