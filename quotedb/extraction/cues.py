"""Cues: the words that put a quotation into somebody's mouth."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from quotedb.extraction.words import WORD, Word, make_word
from quotedb.languages import Language

_LONGEST = 4  # words of the longest phrase


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue: which words (from `first` up to `last`), and of what sort.

    "speech" says or writes; "relative" stands between the words and their speaker ("diyen X");
    "before" stands before the one whose words they are ("according to X"), "after" after ("X’e
    göre"). One that an agent follows is passive ("was asked by").
    """

    first: int
    last: int
    start: int
    end: int
    sort: str
    passive: bool = False


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
                passive = last + 1 < len(words) and words[last + 1].key in language.agents
                start, end = words[index].start, words[last].end
                found.append(Cue(index, last, start, end, table[keys], passive))
                index = last
                break
        index += 1
    return found


def begins_with_cue(text: str, language: Language) -> bool:
    """Whether a cue is the first or the second word of a text."""
    words = [make_word(match, language.suffix_apostrophe) for match in WORD.finditer(text)]
    return any(cue.first <= 1 and cue.sort == "speech" for cue in cues(words[:5], language))
