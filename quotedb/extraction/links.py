"""How a mention hangs on a cue: as its subject before or behind it, as the source that is named."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import Literal, NamedTuple

from quotedb.extraction.cues import Cue
from quotedb.extraction.mention import Mention
from quotedb.extraction.reading import Reading
from quotedb.extraction.words import Word, folded_word
from quotedb.languages import Language

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
_ADVERBIAL = 7  # words of a phrase between a verb and its subject
_ASIDE = 50  # characters of an aside between a verb and its subject
_AGENT = 5  # words between a verb and who acts in its passive
_FINAL = 8  # words between a quotation and the verb at the end of the sentence


@dataclass(frozen=True, slots=True)
class Side:
    """The words on one side of a quotation, with cues and mentions; `right` is the one after,
    `starts` are the offsets at which the words begin.
    """

    start: int
    end: int
    right: bool
    words: list[Word]
    starts: list[int]
    cues: list[Cue]
    mentions: list[Mention]

    def place(self, mention: Mention) -> tuple[int, int]:
        """The numbers of the first and the last word of a mention, with the role before it, among
        the words here.
        """
        starts = self.starts
        return bisect_left(starts, mention.outer), bisect_left(starts, mention.end) - 1

    def between(self, mention: Mention) -> list[Mention]:
        """The mentions that stand between one and the quotation."""
        start = mention.start
        if self.right:
            return [one for one in self.mentions if one.start < start]
        return [one for one in self.mentions if one.start > start]

    def distance(self, cue: Cue) -> int:
        """Words between a cue and the quotation."""
        return cue.first if self.right else len(self.words) - 1 - cue.last


class Link(NamedTuple):
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
        if mention.kind == "pronoun" and cue.first <= first <= cue.last:
            found.append(Link("inverted", cue, 0, side.distance(cue)))
        elif cue.sort == "before" and cue.first <= first <= cue.last < last:
            # The article of `nach Angaben der Polizei` belongs to both.
            found.append(Link("source", cue, 0, side.distance(cue)))
        elif first > cue.last or last < cue.first:
            sort, gap = _sort(reading, side, mention, (first, last), cue)
            if sort:
                found.append(Link(sort, cue, gap, side.distance(cue)))
    return found


def _sort(
    reading: Reading, side: Side, mention: Mention, place: tuple[int, int], cue: Cue
) -> tuple[LinkSort | None, int]:
    first, last = place
    if cue.sort == "reported":
        return None, 0
    if cue.sort == "after":
        return ("source", 0) if last == cue.first - 1 else (None, 0)
    if last < cue.first and _is_paper(reading, mention, cue):
        return "source", 0
    if last < cue.first:
        return (None, 0) if cue.sort == "before" else _before(reading, side, mention, last, cue)
    return _behind_cue(reading, side, mention, first, cue)


def _owns(reading: Reading, mention: Mention) -> bool:
    """Whether a name in the genitive says whose the noun behind is: `Für Roes Anwältin Ana Paz`."""
    text = reading.text
    bent = mention.kind == "person" and text[mention.start : mention.end] != mention.name
    following = text[mention.end : mention.end + 2]
    return reading.language.capital_nouns and bent and following[1:].isupper()


def _named_source(
    reading: Reading, mention: Mention, between: list[Word]
) -> tuple[LinkSort | None, int]:
    """How a mention hangs on a cue before it that names a source, with the words between."""
    language = reading.language
    if _owns(reading, mention):
        return None, len(between)
    while between and between[-1].key in language.particles:
        between = between[:-1]
    gap = len(between)
    near = not language.inverts or (gap <= _ROLE and _only_role(reading, between))
    return ("source", gap) if near else (None, gap)


def _is_paper(reading: Reading, mention: Mention, cue: Cue) -> bool:
    """Whether somebody's paper stands before a verb without a subject: `In einer Stellungnahme der
    Caritas heißt es`.
    """
    language = reading.language
    if mention.head not in language.text_nouns or mention.keys[-1] == mention.head:
        return False
    return _is_impersonal(reading, cue)


def _is_impersonal(reading: Reading, cue: Cue) -> bool:
    """Whether a cue has no subject: `hieß es`."""
    written = reading.text[cue.start : cue.end].split()
    phrase = " ".join(folded_word(word) for word in written)
    return phrase in reading.language.impersonal_cues


def _behind_cue(
    reading: Reading, side: Side, mention: Mention, first: int, cue: Cue
) -> tuple[LinkSort | None, int]:
    """How a mention that follows a cue hangs on it, and with how many words between."""
    language = reading.language
    gap = first - cue.last - 1
    between = side.words[cue.last + 1 : first]
    if cue.sort == "before":
        return _named_source(reading, mention, between)
    acted = between and between[0].key in language.agents and gap <= _AGENT
    if acted and language.passives:
        acted = any(word.key in language.passives for word in side.words)
    if acted and (not language.inverts or _only_role(reading, between[1:])):
        return "agent", gap
    if _is_seated(reading, mention, between, cue):
        return "source", 1
    if language.inverts and "," in reading.text[cue.end : mention.outer]:
        aside = _is_aside(reading, side, mention, cue)
        return ("inverted", _ROLE) if aside else (None, gap)
    if between and between[0].key in language.reflexives:
        between, gap = between[1:], gap - 1
    if gap == 0 or (gap <= _ROLE and _only_role(reading, between)):
        return "inverted", gap
    if language.inverts and gap <= _ADVERBIAL and _is_adverbial(reading, side, between):
        return "inverted", _ROLE
    return None, gap


def _is_aside(reading: Reading, side: Side, mention: Mention, cue: Cue) -> bool:
    """Whether what stands between a verb and its subject is set apart by commas, with nobody in it:
    `raconte, encore trempée, la chorégraphe Ana Roe`.
    """
    before, comma, behind = reading.text[cue.end : mention.outer].strip().rpartition(",")
    if not comma or len(before) > _ASIDE or not before.startswith(","):
        return False
    if not all(_is_of_role(folded_word(word), reading.language) for word in behind.split()):
        return False
    return not any(cue.end <= other.outer < mention.outer for other in side.mentions)


def _is_seated(reading: Reading, mention: Mention, between: list[Word], cue: Cue) -> bool:
    """Whether a preposition after the verb tells of a body that speaks, or of somebody's paper:
    `hieß es bei der Polizei`, `сообщили в мэрии`, `heißt es in einem Schreiben der Stadt`.
    """
    language = reading.language
    keys = [word.key for word in between]
    if not keys or mention.kind in ("pronoun", "relative"):
        return False
    if mention.kind == "person" and not _is_impersonal(reading, cue):
        return False
    paper = mention.head in language.text_nouns and mention.keys[-1] != mention.head
    if mention.head in language.text_nouns and not paper:
        return False
    seats = language.prepositions if paper else language.seat_prepositions
    return keys[0] in seats and all(key in language.articles for key in keys[1:])


def _is_adverbial(reading: Reading, side: Side, between: list[Word]) -> bool:
    """Whether what parts a verb from its subject begins with a preposition or an adverb, and holds
    no other subject: `suspiraba en la cola Hamid`, `sagte am Montag in Kiel ein Sprecher`.
    """
    language = reading.language
    if len(between) <= _NEAR and not any(_bounds(word, language) for word in between):
        return True
    head, tail = between[0].key, between[-1].key
    if head not in language.prepositions and head not in language.adverbs:
        return False
    if tail in language.prepositions or tail in language.office_links:
        return False
    start, end = between[0].start, between[-1].end
    inside = [m for m in side.mentions if start <= m.outer < end]
    return not any(m.kind in ("person", "pronoun") and m.outer == start for m in inside)


def _bounds(word: Word, language: Language) -> bool:
    """Whether a word is no adverb: one with a capital, or a small word of another sort."""
    key = word.key
    if key in language.adverbs:
        return False
    return (
        word.capital
        or key in language.function_words
        or key in language.prepositions
        or key in language.speech_verbs
        or key in language.person_nouns
    )


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
    return all(_is_of_role(word.key, reading.language) for word in between)


def _is_of_role(key: str, language: Language) -> bool:
    if key in language.articles or key in language.titles:
        return True
    return not (
        key in language.function_words
        or key in language.prepositions
        or key in language.speech_verbs
    )


def final_links(reading: Reading, left: Side, right: Side, mention: Mention) -> list[Link]:
    """The links of a mention in a language that puts the verb last: `X, “…” dedi`."""
    after = next((c for c in right.cues if c.first <= _FINAL and c.sort != "after"), None)
    if mention.start >= right.start:
        return _behind(right, mention, after)
    following = [word for word in left.words if word.start >= mention.end]
    if following and _is_source(mention, following[0], reading.language):
        return [Link("source", None, 0, len(following) - 1)]
    if folded_word(mention.suffix) in reading.language.object_endings:
        return []
    cue = after or (left.cues[-1] if left.cues else None)
    sort: LinkSort = "possessor" if mention.suffix else "subject"
    return [Link(sort, cue, len(following), after.first if after else _FINAL)]


def _is_source(mention: Mention, word: Word, language: Language) -> bool:
    """Whether the word behind a name makes it a source: `X’e göre`, `X’in deyimiyle`."""
    return word.key in language.sources_after or (
        bool(mention.suffix) and word.key in language.own_words
    )


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
