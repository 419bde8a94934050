"""Spans put together to what one speaker said in one go.

“We closed no pier,” Karasu said, “and stopped no ship.” is one utterance in two parts; so is
one that goes on over paragraphs, each of which opens with a mark again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from quotedb.extraction.marks import Span
from quotedb.extraction.reading import Reading
from quotedb.text.parts import joined

_BETWEEN = 25  # words of a clause that breaks a quotation
_SHORT = 6  # words of one after which a capital may still go on with the same sentence
_ENDS = re.compile(r"[.!?…;:](?=\s+\S)|\n")


@dataclass(frozen=True, slots=True)
class Utterance:
    """The spans of one utterance, in order, and what was said: the parts with a space between, or
    a new line where a paragraph ends.
    """

    spans: tuple[Span, ...]
    words: str

    @property
    def first(self) -> Span:
        """Its first span."""
        return self.spans[0]

    @property
    def last(self) -> Span:
        """Its last span."""
        return self.spans[-1]


def utterances(reading: Reading, has_one_cue: Callable[[int, int], bool]) -> list[Utterance]:
    """The utterances of a text.

    Args:
        reading: the text.
        has_one_cue: whether one reporting clause, and no second, is in a range of offsets.
    """
    groups: list[list[Span]] = []
    for span in reading.spans:
        before = groups[-1][-1] if groups else None
        if before and (span.continues or _is_broken(reading, before, span, has_one_cue)):
            groups[-1].append(span)
        else:
            groups.append([span])
    return [_utterance(reading.text, group) for group in groups]


def _utterance(text: str, spans: Sequence[Span]) -> Utterance:
    return Utterance(tuple(spans), joined(text, [(span.start, span.end) for span in spans]))


def _is_broken(
    reading: Reading, before: Span, after: Span, has_one_cue: Callable[[int, int], bool]
) -> bool:
    """Whether a reporting clause parts two spans of one sentence, or of one line of dialogue."""
    text = reading.text
    if reading.paragraph_at(before.outer_start) != reading.paragraph_at(after.outer_start):
        return False
    within = text[after.outer_start : after.start].strip() == "" and not after.dash
    if (before.dash and after.dash) or within:
        return True
    between = text[before.outer_end : after.outer_start]
    if _ENDS.search(between.lstrip(".!?…")) or len(between.split()) > _BETWEEN:
        return False
    leads = between.rstrip()[-1:] in (",", "–", "—", "-")
    # Where the verb comes last, a clause behind a question is the frame of its answer.
    marks = "," if reading.language.verb_final else ",?!…–—-"
    pauses = text[before.end - 1] in marks or between.lstrip()[:1] in (",", "–", "—")
    goes_on = text[after.start].islower() or len(between.split()) <= _SHORT
    return leads and pauses and goes_on and has_one_cue(before.outer_end, after.outer_start)
