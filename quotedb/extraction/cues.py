"""Cues: the words that put a quotation into somebody's mouth."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from quotedb.extraction.words import Word, words_in
from quotedb.languages import Language


class Cue(NamedTuple):
    """A cue: which words (from `first` up to `last`), and of what sort.

    "speech" says or writes; "relative" stands between the words and their speaker ("diyen X");
    "before" stands before the one whose words they are ("according to X"), "after" after ("X’e
    göre"); "reported" only shows that speech is reported ("sei"). One that an agent follows is
    passive ("was asked by").
    """

    first: int
    last: int
    start: int
    end: int
    sort: str
    passive: bool = False


_Cases = dict[tuple[str, ...], tuple[str, ...]]


@lru_cache
def _table(language: Language) -> dict[str, list[tuple[int, _Cases]]]:
    """The cues of a folded language by their first word, the longest first: of each length, the
    words and the sorts they may be of, the first of which counts.
    """
    sorts: _Cases = {}
    for sort, phrases in (
        ("after", language.sources_after | (language.own_words - language.speech_verbs)),
        ("before", language.sources_before),
        ("relative", language.relative_cues),
        ("reported", language.reported_verbs),
        ("speech", language.speech_verbs | language.speech_phrases),
    ):
        for phrase in phrases:
            keys = tuple(phrase.split())
            sorts[keys] = (*sorts.get(keys, ()), sort)
    table: dict[str, list[tuple[int, _Cases]]] = {}
    for keys in sorted(sorts, key=len, reverse=True):
        by_length = table.setdefault(keys[0], [])
        if not by_length or by_length[-1][0] != len(keys):
            by_length.append((len(keys), {}))
        by_length[-1][1][keys] = sorts[keys]
    return table


def cues(words: Sequence[Word], language: Language, *, reported: bool = False) -> list[Cue]:
    """The cues in a run of words, the longest at each place; those that only show reported speech
    when asked for.
    """
    table = _table(language)
    found: list[Cue] = []
    free = 0
    for index in [index for index, word in enumerate(words) if word.key in table]:
        if index < free:
            continue
        shown = reported and (index == 0 or not words[index].capital)
        cue = _cue_at(words, index, table[words[index].key], language, reported=shown)
        if cue:
            found.append(cue)
            free = cue.last + 1
    return _without_doubles(found)


def _cue_at(
    words: Sequence[Word],
    index: int,
    table: list[tuple[int, _Cases]],
    language: Language,
    *,
    reported: bool,
) -> Cue | None:
    """The longest of some cues that begins at a word."""
    for length, cases in table:
        keys = tuple([word.key for word in words[index : index + length]])
        for sort in cases.get(keys, ()):
            if sort == "speech" and length == 1 and _is_noun(words, index, language):
                continue
            if sort != "reported" or reported:
                last = index + length - 1
                passive = last + 1 < len(words) and words[last + 1].key in language.agents
                return Cue(index, last, words[index].start, words[last].end, sort, passive)
    return None


def _is_noun(words: Sequence[Word], index: int, language: Language) -> bool:
    """Whether a form of a verb is the noun for somebody, behind an article: `le prévenu`."""
    return (
        index > 0
        and words[index].key in language.person_nouns
        and words[index - 1].key in language.definite_articles
    )


def _without_doubles(found: list[Cue]) -> list[Cue]:
    """The cues but for those of a source straight before a verb: `según dijo`, `so betonte`."""
    verbs = {cue.first for cue in found if cue.sort == "speech"}
    return [
        cue
        for cue in found
        if cue.sort != "before" or cue.first != cue.last or cue.last + 1 not in verbs
    ]


def unknown_verb(words: Sequence[Word], language: Language) -> Cue | None:
    """The verb that opens the words behind a quotation, by its ending, when it is none of the known
    ones, and somebody may follow it: `“…”, krächzte der Torwart`.
    """
    at = 1 if words and words[0].key in language.clitics else 0
    if len(words) < at + 2 or not words[at].key.endswith(language.verb_endings or ("\n",)):
        return None
    verb, following = words[at], words[at + 1]
    if verb.capital or verb.key in language.function_words or verb.key in language.person_nouns:
        return None
    somebody = following.capital or following.key in language.articles
    somebody = somebody or following.text in language.pronouns
    return Cue(0, at, words[0].start, verb.end, "speech") if somebody else None


def begins_with_cue(text: str, language: Language) -> bool:
    """Whether a cue is the first word of a text, or the second after one in small letters (`a-t-il
    dit`, `le dijo`).
    """
    words = words_in(text, language)
    if not words:
        return False
    reach = 0 if words[0].capital else 1
    return any(cue.first <= reach and cue.sort == "speech" for cue in cues(words[:5], language))


def starts_clause(text: str, language: Language, mark: str) -> bool:
    """Whether a text that a mark opens is a reporting clause: a cue first, and after a comma,
    which opens much else, somebody straight behind it or a pronoun in it (`dit le maire`,
    `dit-elle`).
    """
    words = words_in(text, language)
    found = cues(words[:6], language)
    if not found or found[0].first > 0 or found[0].sort != "speech":
        return False
    if mark != ",":
        return True
    behind = words[found[0].last + 1 : found[0].last + 4]
    inverted = "-" in words[0].text
    return inverted or any(w.capital or w.key in language.definite_articles for w in behind)
