"""A text cut into paragraphs, sentences and words, the quoted words set apart."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

from quotedb.extraction.cues import Cue, begins_with_cue, cues
from quotedb.extraction.dashes import dialogue, split
from quotedb.extraction.marks import Span, spans
from quotedb.extraction.words import Word, folded_word, is_initial, words_in
from quotedb.languages import Language

_LINE = re.compile(r"[^\n]+")
# The end of a sentence: a stop, perhaps a closing bracket, then space.
# Where and when an agency reports from, at the head of a paragraph: `KIEL (nnd) – `,
# `San Telmo, 14 feb (Meridiana).- `, `ЗАОЗЁРСК, 24 апреля. /Телеграф/. `; known by the agency in
# brackets, a place in capitals, or the day behind it.
_DATELINE = re.compile(r'(?=[^\W\d_])[^\n"“”„«»]{2,70}?(?:[-–—]{1,2}\s|/\.\s)')
_AGENCY = re.compile(
    r"\([^()\d][^()]*\)\W*$|/[^/]+/\.\s$|^[^\W\d_a-zß-ÿа-яёğışçöü]{3,}|,\s\d{1,2}\b"
)
_ORDINAL = re.compile(r"(?<!\w)\d{1,2}$")
_NEXT = 4  # characters that are looked at beside a stop
_HEAD = 3  # paragraphs among which a dateline stands
_STOP = re.compile(r"[.!?…][)\]]*(?=\s)")


@dataclass(frozen=True)
class Reading:
    """A text as extraction sees it.

    `words` are those outside of the quotations; `paragraphs` and `sentences` are offsets;
    sentences do not end inside a quotation.
    """

    text: str
    language: Language
    paragraphs: list[tuple[int, int]]
    sentences: list[tuple[int, int]]
    spans: list[Span]
    words: list[Word]
    word_starts: list[int]

    @cached_property
    def cues(self) -> list[Cue]:
        """The cues among the words."""
        return cues(self.words, self.language)

    def words_between(self, start: int, end: int) -> list[Word]:
        """The words that begin in a range of offsets."""
        return self.words[self.numbers_between(start, end)]

    def numbers_between(self, start: int, end: int) -> slice:
        """The numbers of those words."""
        return slice(bisect_left(self.word_starts, start), bisect_left(self.word_starts, end))

    def sentence_at(self, offset: int) -> int:
        """Which sentence an offset is in."""
        return max(bisect_right(self.sentences, (offset, len(self.text) + 1)) - 1, 0)

    def paragraph_at(self, offset: int) -> int:
        """Which paragraph an offset is in."""
        return max(bisect_right(self.paragraphs, (offset, len(self.text) + 1)) - 1, 0)


def last_before(text: str, offset: int, spaces: str = " \u00a0\n") -> str:
    """The last character before an offset that is no space; "" at the head of a text."""
    while offset > 0 and text[offset - 1] in spaces:
        offset -= 1
    return text[offset - 1 : offset] if offset else ""


def read(text: str, start: int, language: Language, *, typewriter: bool = False) -> Reading:
    """Cut up a text from offset `start` on; with `typewriter`, two apostrophes are a mark.

    A text that quotes nothing is not cut further than to its paragraphs.
    """
    paragraphs = [m.span() for m in _LINE.finditer(text, start) if not m[0].isspace()]
    quoted = _quoted(text, paragraphs, language, typewriter)
    words = _words(text, start, quoted, language) if quoted else []
    return Reading(
        text=text,
        language=language,
        paragraphs=paragraphs,
        sentences=_sentences(text, paragraphs, quoted, language) if quoted else [],
        spans=quoted,
        words=words,
        word_starts=[word.start for word in words],
    )


def _quoted(
    text: str, paragraphs: list[tuple[int, int]], language: Language, typewriter: bool
) -> list[Span]:
    """What marks open, and what dashes open in paragraphs that have no marks."""
    marked = spans(text, paragraphs, typewriter=typewriter)
    if language.inner_clauses:
        within = (split(text, span, language) for span in marked)
        marked = [part for parts in within for part in parts]
    if not language.dash_dialogue:
        return marked
    taken = {bisect_right(paragraphs, (span.outer_start, len(text) + 1)) - 1 for span in marked}
    free = [(-1, -1) if i in taken else p for i, p in enumerate(paragraphs)]
    spoken = dialogue(text, free, lambda ahead: begins_with_cue(ahead, language))
    return sorted([*marked, *spoken], key=lambda span: span.outer_start)


def _words(text: str, start: int, quoted: list[Span], language: Language) -> list[Word]:
    """The words outside of the quotations."""
    found: list[Word] = []
    at = start
    for begin, end in [*((s.outer_start, s.outer_end) for s in quoted), (len(text), len(text))]:
        found += words_in(text, language, at, begin)
        at = max(at, end)
    return found


def _sentences(
    text: str, paragraphs: list[tuple[int, int]], quoted: list[Span], language: Language
) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    inner = iter(quoted)
    span = next(inner, None)
    for number, (start, end) in enumerate(paragraphs):
        ends = _dateline(text, start, end) if number < _HEAD else []
        at = start
        while span and span.outer_start < end:
            ends += _stops(text, at, span.outer_start, language)
            at = span.outer_end
            ends += [at] if _closes_sentence(text, span, end, language) else []
            span = next(inner, None)
        ends += _stops(text, at, end, language)
        for stop in [*(e for e in ends if e < end), end]:
            if stop > start:
                found.append((start, stop))
                start = stop
    return found


def _dateline(text: str, start: int, end: int) -> list[int]:
    """Where the place and agency end that a report begins with: one sentence by itself."""
    found = _DATELINE.match(text, start, end)
    return [found.end()] if found and _AGENCY.search(found[0]) else []


def _stops(text: str, start: int, end: int, language: Language) -> list[int]:
    """Where sentences end in a stretch without quotations: not after an abbreviation."""
    return [
        m.end() for m in _STOP.finditer(text, start, end) if not _abbreviates(text, m, language)
    ]


def _abbreviates(text: str, stop: re.Match[str], language: Language) -> bool:
    if text[stop.start()] != ".":
        return False
    following = text[stop.end() : stop.end() + _NEXT].lstrip()
    if following[:1].islower():
        return True
    at = stop.start()
    if language.ordinal_stops and _ORDINAL.search(text[max(at - _NEXT, 0) : at]):
        return True
    begin = at
    while begin > 0 and text[begin - 1].isalpha():
        begin -= 1
    word = text[begin:at]
    return word[:1].isupper() and (
        is_initial(word) or (folded_word(word) in language.titles and len(word) < 5)
    )


def _closes_sentence(text: str, span: Span, end: int, language: Language) -> bool:
    """Whether a sentence ends with a quotation: `… over.” Then` but not `… over?” he asked`; where
    the verb comes before its subject, a capital begins another after every stop.
    """
    last = text[span.end - 1]
    if last not in ".!?…" and text[span.outer_end : span.outer_end + 1] not in (".", "!", "?"):
        return False
    following = text[span.outer_end : min(span.outer_end + 40, end)].lstrip(" )].!?…")
    if not following:
        return True
    return (last == "." or language.inverts) and following[0].isupper()
