"""Cues: the words that put a quotation into somebody's mouth."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from quotedb.extraction.reading import Word
from quotedb.languages import Language

_LONGEST = 4  # words of the longest phrase


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue: which words (from `first` up to `last`), and of what sort.

    "speech" says or writes; "relative" stands between the words and their speaker ("diyen X");
    "before" stands before the one whose words they are ("according to X"), "after" after ("X’e
    göre").
    """

    first: int
    last: int
    start: int
    end: int
    sort: str


@lru_cache
def _table(language: Language) -> dict[tuple[str, ...], str]:
    """Every cue of a folded language as words, with its sort."""
    table: dict[tuple[str, ...], str] = {}
    for sort, phrases in (
        ("speech", language.speech_verbs | language.speech_phrases),
        ("before", language.sources_before),
        ("after", language.sources_after),
        ("relative", language.relative_cues),
    ):
        table |= {tuple(phrase.split()): sort for phrase in phrases}
    return table


def cues(words: Sequence[Word], language: Language) -> list[Cue]:
    """The cues in a run of words, the longest at each place."""
    table = _table(language)
    found: list[Cue] = []
    index = 0
    while index < len(words):
        for length in range(min(_LONGEST, len(words) - index), 0, -1):
            keys = tuple(word.key for word in words[index : index + length])
            if keys in table:
                last = index + length - 1
                found.append(Cue(index, last, words[index].start, words[last].end, table[keys]))
                index = last
                break
        index += 1
    return found
