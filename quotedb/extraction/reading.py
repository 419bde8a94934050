"""A text cut into paragraphs, sentences and words, the quoted words set apart."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

from quotedb.extraction.marks import Span, spans
from quotedb.languages import Language
from quotedb.text.folding import fold

_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")
_WORD = re.compile(r"[^\W_]+(?:[’'ʼ‘.&-][^\W_]+)*")
_APOSTROPHE = re.compile(r"[’'ʼ‘]")
# The end of a sentence: a stop, perhaps a closing bracket, then space.
_STOP = re.compile(r"[.!?…][)\]]*(?=\s)")


@dataclass(frozen=True, slots=True)
class Word:
    """A word outside of quotations; `stem` is it without an ending put on by an apostrophe."""

    start: int
    end: int
    text: str
    stem: str
    key: str
    suffix: str

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()


@dataclass(frozen=True, slots=True)
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

    def words_between(self, start: int, end: int) -> list[Word]:
        """The words that begin in a range of offsets."""
        first = bisect_right(self.word_starts, start - 1)
        last = bisect_right(self.word_starts, end - 1)
        return self.words[first:last]

    def sentence_at(self, offset: int) -> int:
        """Which sentence an offset is in."""
        return max(bisect_right(self.sentences, (offset, len(self.text) + 1)) - 1, 0)

    def paragraph_at(self, offset: int) -> int:
        """Which paragraph an offset is in."""
        return max(bisect_right(self.paragraphs, (offset, len(self.text) + 1)) - 1, 0)


def read(text: str, start: int, language: Language) -> Reading:
    """Cut up a text from offset `start` on."""
    paragraphs = [m.span() for m in _PARAGRAPH.finditer(text, start)]
    quoted = spans(text, paragraphs)
    words = _words(text, start, quoted, language.suffix_apostrophe)
    return Reading(
        text=text,
        language=language,
        paragraphs=paragraphs,
        sentences=_sentences(text, paragraphs, quoted, language),
        spans=quoted,
        words=words,
        word_starts=[word.start for word in words],
    )


def _words(text: str, start: int, quoted: list[Span], endings: bool) -> list[Word]:
    """The words outside of the quotations."""
    found: list[Word] = []
    at = start
    for begin, end in [*((s.outer_start, s.outer_end) for s in quoted), (len(text), len(text))]:
        found += (_word(m, endings) for m in _WORD.finditer(text, at, begin))
        at = max(at, end)
    return found


def _word(match: re.Match[str], endings: bool) -> Word:
    text = match[0]
    stem, suffix = _split(text, endings)
    return Word(match.start(), match.end(), text, stem, _folded(stem), suffix)


@lru_cache(maxsize=65536)
def _split(text: str, endings: bool) -> tuple[str, str]:
    """A word and the ending put to it by an apostrophe: `Lavrov’un`, `Trump’s`.

    Small letters after the apostrophe are an ending where the language has such; a capital is a
    part of the name (O’Neil, D’Alema).
    """
    marks = list(_APOSTROPHE.finditer(text))
    if marks:
        last = marks[-1]
        suffix = text[last.end() :]
        if suffix == "s" or (endings and len(suffix) <= 8 and suffix.islower() and last.start()):
            return text[: last.start()], suffix
    return text, ""


@lru_cache(maxsize=65536)
def _folded(word: str) -> str:
    return fold(word)


def _sentences(
    text: str, paragraphs: list[tuple[int, int]], quoted: list[Span], language: Language
) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    inner = iter(quoted)
    span = next(inner, None)
    for start, end in paragraphs:
        ends = []
        at = start
        while span and span.outer_start < end:
            ends += _stops(text, at, span.outer_start, language)
            at = span.outer_end
            ends += [at] if _closes_sentence(text, span, end) else []
            span = next(inner, None)
        ends += _stops(text, at, end, language)
        for stop in [*(e for e in ends if e < end), end]:
            if stop > start:
                found.append((start, stop))
                start = stop
    return found


def _stops(text: str, start: int, end: int, language: Language) -> list[int]:
    """Where sentences end in a stretch without quotations: not after an abbreviation."""
    return [
        m.end() for m in _STOP.finditer(text, start, end) if not _abbreviates(text, m, language)
    ]


def _abbreviates(text: str, stop: re.Match[str], language: Language) -> bool:
    if text[stop.start()] != ".":
        return False
    at = stop.start()
    begin = at
    while begin > 0 and text[begin - 1].isalpha():
        begin -= 1
    word = text[begin:at]
    return (len(word) == 1 and word.isupper()) or (
        _folded(word) in language.titles and len(word) < 5
    )


def _closes_sentence(text: str, span: Span, end: int) -> bool:
    """Whether a sentence ends with a quotation: `… over.” Then` but not `… over?” he asked`."""
    last = text[span.end - 1]
    if last not in ".!?…" and text[span.outer_end : span.outer_end + 1] not in (".", "!", "?"):
        return False
    following = text[span.outer_end : min(span.outer_end + 40, end)].lstrip(" )].!?…")
    if not following:
        return True
    return last == "." and following[0].isupper()
