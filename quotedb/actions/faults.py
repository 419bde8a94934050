"""What can be wrong with a quotation in a manuscript, each kind with a code that stays."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from quotedb.facts import Quotation, Quote
from quotedb.text.dates import parse_edtf
from quotedb.text.folding import fold, words

UNSURE = 0.5
"""Confidence under which an attribution is not believed, as in `recording`, which takes a second
to load.
"""

SURE = 0.85
"""Confidence from which another speaker is believed although the known one is named near by."""

_INITIALS = 2  # letters of a name that are no name by themselves


class Code(Enum):
    """The kinds of finding. Codes are never given another meaning; new ones are added."""

    verbatim = "Q001"
    marked = "Q002"
    short = "Q003"
    altered = "Q101"
    changed = "Q102"
    wrong_speaker = "Q201"
    missing_speaker = "Q202"
    wrong_date = "Q301"
    misattributed = "Q401"
    disputed = "Q402"
    unknown = "Q501"


NOTES = frozenset({Code.verbatim, Code.marked, Code.short})
"""Findings with which nothing is wrong."""

MEANING = {
    Code.verbatim: "The words are stored just so, or as part of a longer quote.",
    Code.marked: "The words are altered, and brackets or an ellipsis say so.",
    Code.short: "The words are too few to be looked for.",
    Code.altered: "The words are not those that are stored, and nothing says so.",
    Code.changed: "A negation, a number or a name differs, or an ellipsis hides a negation.",
    Code.wrong_speaker: "The words are stored as somebody else's.",
    Code.missing_speaker: "Nobody is named who said it, and the store knows who did.",
    Code.wrong_date: "The date is none on which it was said.",
    Code.misattributed: "The quote is known to be misattributed.",
    Code.disputed: "The quote is disputed.",
    Code.unknown: "No such words are stored.",
}


@dataclass(frozen=True, slots=True)
class Printed:
    """A quotation of a manuscript, with its paragraph and the one above it."""

    quotation: Quotation
    paragraph: str
    above: str = ""

    @property
    def is_attributed(self) -> bool:
        """Whether the text itself says whose the words are: by a verb of speech, or by a name in
        the same paragraph or in one that ends with a colon above it. Whoever was spoken of
        before is no more than a guess.
        """
        name = self.quotation.speaker_as_written
        here = f"{self.above} {self.paragraph}" if self.above.endswith(":") else self.paragraph
        return bool(name and (self.quotation.cue or name in here.replace(self.quotation.text, "")))


@dataclass(frozen=True, slots=True)
class Stored:
    """A stored quote with itself and all that it hangs under, and every speaker's names by id."""

    quote: Quote
    kin: tuple[Quote, ...]
    names: Mapping[int, tuple[str, ...]]

    @property
    def speakers(self) -> list[int]:
        """The speakers that the quote or any printing of it has, the quote's own first."""
        own = [quote.speaker_id for quote in self.kin]
        printed = [a.speaker_id for quote in self.kin for a in quote.attestations]
        return list(dict.fromkeys(one for one in (*own, *printed) if one is not None))


def status(stored: Stored) -> tuple[Code, str] | None:
    """What the status of the quote, or of one it hangs under, says against it."""
    for code in (Code.misattributed, Code.disputed):
        quote = next((one for one in stored.kin if one.status == code.name), None)
        if quote:
            given = [one.because for one in quote.evidence if one.status == code.name]
            why = given[-1] if given else quote.note
            return code, f"quote {quote.id} is {code.name}" + (f": {why}" if why else "")
    return None


def attribution(printed: Printed, stored: Stored) -> tuple[Code, str] | None:
    """Whether the quotation is given to somebody else than the store knows, or to nobody.

    A name that is told with little confidence is not held against the manuscript, nor a missing
    one where the speaker is named near by.
    """
    speakers = stored.speakers
    if not speakers:
        return None
    names = [name for number in speakers for name in stored.names.get(number, ())]
    known = stored.names[speakers[0]][0]
    quotation = printed.quotation
    around = f"{printed.above} {printed.paragraph}"
    near = _is_named(names, around.replace(quotation.text, " "))
    if not printed.is_attributed:
        return None if near else (Code.missing_speaker, f"nobody is named; it is {known}'s")
    if quotation.speaker is None or quotation.speaker_kind == "unnamed":
        return None
    needed = SURE if near else UNSURE
    if quotation.confidence < needed or any(_same(quotation.speaker, name) for name in names):
        return None
    return Code.wrong_speaker, f"given to {quotation.speaker}; it is {known}'s"


def said(printed: Printed, stored: Stored) -> tuple[Code, str] | None:
    """Whether the date that the manuscript gives is none that the store has, or lies after the
    words were first printed.
    """
    quotation = printed.quotation
    if not quotation.said or quotation.said_inferred:
        return None
    dates = list(dict.fromkeys(_dates(stored.kin)))
    if dates:
        if any(overlap(quotation.said, date) for date in dates):
            return None
        return Code.wrong_date, f"said {quotation.said}, not {' or '.join(dates)}"
    printed_first = _first_printed(stored.kin)
    day = parse_edtf(quotation.said).earliest
    if printed_first and day is not None and day > printed_first[0]:
        return Code.wrong_date, f"said {quotation.said}, yet printed {printed_first[1]}"
    return None


def overlap(a: str, b: str) -> bool:
    """Whether two EDTF dates can be one: their intervals have a day in common."""
    one, other = parse_edtf(a), parse_edtf(b)
    apart = one.latest is not None and other.earliest is not None and one.latest < other.earliest
    before = other.latest is not None and one.earliest is not None and other.latest < one.earliest
    return not apart and not before


def _dates(kin: Iterable[Quote]) -> Iterable[str]:
    for quote in kin:
        if quote.said and not quote.said_inferred:
            yield quote.said
        yield from (a.said for a in quote.attestations if a.said and not a.said_inferred)


def _first_printed(kin: Iterable[Quote]) -> tuple[int, str] | None:
    """The latest day on which the words can have been printed first, and that date."""
    issued = [a.source.issued for quote in kin for a in quote.attestations if a.source.issued]
    days = [(parse_edtf(date).latest, date) for date in issued]
    known = [(day, date) for day, date in days if day is not None]
    return min(known) if known else None


def _same(name: str, other: str) -> bool:
    """Whether one name has every word of the other, initials left aside."""
    a, b = (_words(one) for one in (name, other))
    return fold(name) == fold(other) or bool(a and b and (a <= b or b <= a))


def _words(name: str) -> set[str]:
    return {word for word in words(name) if len(word) >= _INITIALS}


def _is_named(names: Iterable[str], text: str) -> bool:
    """Whether the last word of any of the names stands in a text, or begins a word of it."""
    here = words(text)
    last = [found[-1] for name in names if (found := words(name)) and len(found[-1]) > _INITIALS]
    return any(word.startswith(name) for word in here for name in last)
