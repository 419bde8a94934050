"""When, at what event and where an utterance was made, as far as its own sentence plainly says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from quotedb.extraction.candidates import Surroundings
from quotedb.extraction.links import Side
from quotedb.extraction.mention import Mention
from quotedb.extraction.words import Word
from quotedb.languages import Language

_AFTER = 10  # words from a cue to the day it was said on
_BEFORE = 4  # words from such a day to a cue
_CLAUSE = 5  # words of a relative clause before a day in it
_AHEAD = 45  # days that an article may look ahead to a date without a year
_MODIFIERS = 4  # words between an article and the noun of an event


@dataclass(frozen=True, slots=True)
class Occasion:
    """When (EDTF; `inferred` if it is the date of issue), at what event and where."""

    said: str | None = None
    inferred: bool = False
    event: str | None = None
    place: str | None = None


def occasion(text: str, around: Surroundings, language: Language, issued: str | None) -> Occasion:
    """The occasion of an utterance.

    Args:
        text: the article.
        around: the utterance in its sentence.
        language: folded.
        issued: the article's date, EDTF; a weekday, or a date without a year, is told by it, and
            it is the date of what has none.
    """
    sides = (around.left, around.right)
    said = None
    if around.cued:
        said = next((day for side in sides for day in _days(side, language, issued)), None)
    event, place = _event(text, sides, language)
    return Occasion(said or issued, said is None and issued is not None, event, place)


def _days(side: Side, language: Language, issued: str | None) -> Iterator[str]:
    """The days that belong to a cue, or in a language with the verb last, to its sentence."""
    names = _day_names(language)
    for index, word in enumerate(side.words):
        if word.key not in names:
            continue
        written = _day_at(side.words, index, language, _whole_day(issued))
        if written and _belongs(side, index, language):
            yield written


@lru_cache
def _day_names(language: Language) -> frozenset[str]:
    """The words that a day may be told with."""
    return frozenset([*language.months, *language.relative_days, *language.weekdays])


def _belongs(side: Side, index: int, language: Language) -> bool:
    """Whether a day is the day of saying: near a cue, at the head of the sentence, and in no
    clause about something else (`who was elected on Tuesday`).
    """
    earlier = side.words[max(index - _CLAUSE, 0) : index]
    if any(word.key in language.relatives for word in earlier):
        return False
    if language.verb_final or (index <= 1 and not side.right and side.cues):
        return True
    return any(
        0 <= index - cue.last <= _AFTER or 0 < cue.first - index <= _BEFORE for cue in side.cues
    )


def _day_at(
    words: Sequence[Word], index: int, language: Language, issued: date | None
) -> str | None:
    """The day that a word begins or is, as EDTF."""
    key = words[index].key
    if key in language.months:
        return _written_date(words, index, language, issued)
    if issued is None:
        return None
    if key in language.relative_days:
        day = issued + timedelta(days=language.relative_days[key])
        return day.isoformat() if day <= issued else None
    if key in language.weekdays:
        near = {word.key for word in words[max(index - 1, 0) : index]}
        near |= {word.key for word in words[index + 1 : index + 2]}
        if near & language.next_words:
            return None
        return _weekday_before(issued, language.weekdays[key]).isoformat()
    return None


def _weekday_before(issued: date, weekday: int) -> date:
    """The last such day up to the day of issue (1 is Monday)."""
    return issued - timedelta(days=(issued.isoweekday() - weekday) % 7)


def _written_date(
    words: Sequence[Word], index: int, language: Language, issued: date | None
) -> str | None:
    """`18 Mart 2021`, `March 18, 2021`, `18 de marzo`: a month with its day, the year written or
    that of the last such day before the issue.
    """
    day, after = _day_beside(words, index, language)
    if day is None:
        return None
    year = _year_at(words, after, language)
    month = language.months[words[index].key]
    if year is not None:
        return _valid(year, month, day)
    return _in_year_of(issued, month, day) if issued else None


def _day_beside(words: Sequence[Word], index: int, language: Language) -> tuple[int | None, int]:
    """The day before or after a month's name, and where the year would stand."""
    before = index - 1
    if before >= 0 and words[before].key in language.office_links:
        before -= 1
    number = _number(words[before]) if before >= 0 else None
    if number:
        return number, index + 1
    number = _number(words[index + 1]) if index + 1 < len(words) else None
    return number, index + 2


def _number(word: Word) -> int | None:
    digits = word.stem.rstrip("ºª°.").removesuffix("er").removesuffix("th")
    for ending in ("st", "nd", "rd", "e"):
        digits = digits.removesuffix(ending)
    return int(digits) if digits.isdigit() and 1 <= int(digits) <= 31 else None


def _year_at(words: Sequence[Word], index: int, language: Language) -> int | None:
    if index < len(words) and words[index].key in language.office_links:
        index += 1
    written = words[index].stem if index < len(words) else ""
    return int(written) if len(written) == 4 and written.isdigit() else None


def _in_year_of(issued: date, month: int, day: int) -> str | None:
    """The last such day before the issue, or one soon after it."""
    for year in (issued.year, issued.year - 1):
        written = _valid(year, month, day)
        if written and date.fromisoformat(written) <= issued + timedelta(days=_AHEAD):
            return written
    return None


def _valid(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _whole_day(issued: str | None) -> date | None:
    """A date of issue that is a day; no weekday can be told by a month or a year."""
    try:
        return date.fromisoformat(issued) if issued and len(issued) == 10 else None
    except ValueError:
        return None


def _event(text: str, sides: Sequence[Side], language: Language) -> tuple[str | None, str | None]:
    """The event that is named in a sentence with a cue, and the place beside it."""
    last_words = _last_words(language)
    for side in sides:
        for index, word in enumerate(side.words if side.cues or language.verb_final else ()):
            known = word.key in last_words and _is_event(side.words, index, language)
            if known:
                first = _event_begin(text, side.words, index - known + 1, language)
                if first is not None:
                    event = text[side.words[first].start : word.start + len(word.stem)]
                    return event, _place(text, side, index, language)
    return None, None


@lru_cache
def _last_words(language: Language) -> frozenset[str]:
    """The words that nouns of events end with."""
    return frozenset(noun.split()[-1] for noun in language.event_nouns)


def _is_event(words: Sequence[Word], index: int, language: Language) -> int:
    """How many words the noun of an event that ends here has; 0 for none."""
    for length in (2, 1):
        phrase = " ".join(word.key for word in words[max(index - length + 1, 0) : index + 1])
        if phrase in language.event_nouns:
            return length
    return 0


def _event_begin(text: str, words: Sequence[Word], noun: int, language: Language) -> int | None:
    """Where the event's name begins: after a preposition and an article, few words before; or at
    the first capital of its own name.
    """
    first = noun
    while first > 0 and noun - first <= _MODIFIERS:
        before = words[first - 1]
        if text[before.end : words[first].start] not in (" ", "\u00a0") or before.suffix:
            break
        if before.key in language.articles:
            return first
        if before.key in language.prepositions:
            return first
        first -= 1
    named = next((i for i in range(first, noun) if words[i].capital), None)
    return named if named is not None or not language.verb_final else noun


def _place(text: str, side: Side, event: int, language: Language) -> str | None:
    """The name beside an event that a preposition, or an ending, makes its place."""
    for mention in side.mentions:
        if mention.kind not in ("person", "organization"):
            continue
        first, _ = side.place(mention)
        if mention.suffix in language.place_endings and first < event:
            return mention.name
        near = first - 1 in (event + 1, event + 2)
        if near and side.words[first - 1].key in language.place_prepositions:
            return _whole(text, mention)
    return None


def _whole(text: str, mention: Mention) -> str:
    return text[mention.start : mention.end]
