"""From an article to its attributed quotations."""

from __future__ import annotations

from functools import lru_cache

from quotedb import languages
from quotedb.errors import UnknownName
from quotedb.extraction.candidates import Surroundings, Surveyor
from quotedb.extraction.cases import in_nominative
from quotedb.extraction.cast import Cast
from quotedb.extraction.cues import Cue, cues, unknown_verb
from quotedb.extraction.kinds import kinds_of
from quotedb.extraction.language import detect
from quotedb.extraction.mentions import mentions
from quotedb.extraction.naming import is_name
from quotedb.extraction.occasions import occasion as occasion_of
from quotedb.extraction.ranking import Weights, shipped
from quotedb.extraction.reading import Reading, read
from quotedb.extraction.speakers import NOBODY, Attribution, Attributor
from quotedb.extraction.turns import in_turn, of_headlines
from quotedb.extraction.utterances import Utterance, utterances
from quotedb.extraction.words import Word
from quotedb.facts import Article, Kind, Quotation
from quotedb.languages import Language
from quotedb.pauses import no_pauses
from quotedb.text.lexicon import folded

CONTEXT = 32
"""Characters of prefix and suffix, as Hypothesis and others keep for a TextQuoteSelector."""


@no_pauses()
def extract(
    article: Article,
    language: str | None = None,
    *,
    everything: bool = False,
    typewriter: bool = False,
) -> list[Quotation]:
    """The quotations of an article, in order, each with its speaker if one can be told.

    Args:
        article: its text from `body_start` on is read.
        language: BCP 47 tag; the source's own, or else found by itself, when None.
        everything: also titles, nicknames and scare quotes, of kind `not_said`.
        typewriter: whether two apostrophes are a quotation mark.
    """
    body = article.text[article.body_start :]
    tag = language or article.source.language or detect(body)
    reading = read(article.text, article.body_start, known(tag), typewriter=typewriter)
    if not reading.spans:
        return []
    weights = shipped()
    surveyor, around = survey(reading)
    told = zip(around, kinds_of(reading, around, weights.said), strict=True)
    kinds: list[Kind] = ["not_said" if is_name(reading, one) else kind for one, kind in told]
    attributions = iter(_attributions(surveyor, around, kinds, weights))
    return [
        _quotation(article, reading, one, kind, attribution, tag)
        for one, kind in zip(around, kinds, strict=True)
        if (attribution := NOBODY if kind == "not_said" else next(attributions))
        and (everything or kind != "not_said")
    ]


def survey(reading: Reading) -> tuple[Surveyor, list[Surroundings]]:
    """The utterances of a text with what stands around each, and who else is mentioned."""
    found = in_nominative(mentions(reading), reading.language, _genitives(reading))
    surveyor = Surveyor(reading, found)
    return surveyor, [surveyor.surroundings(one) for one in _utterances(reading)]


def _genitives(reading: Reading) -> frozenset[int]:
    """Where words begin that a source is named with: `по словам Павла Сомова`."""
    words = reading.words
    if not reading.language.genitive_names:
        return frozenset()
    found = (cue.last + 1 for cue in reading.cues if cue.sort == "before")
    return frozenset(words[index].start for index in found if index < len(words))


def _utterances(reading: Reading) -> list[Utterance]:
    def has_one_cue(start: int, end: int) -> bool:
        words = reading.words_between(start, end)
        found = [one for one in cues(words, reading.language) if not follows_and(one, words)]
        found = found or [one for one in [unknown_verb(words, reading.language)] if one]
        return len(found) == 1 and found[0].sort in ("speech", "before", "after")

    def follows_and(cue: Cue, words: list[Word]) -> bool:
        """Whether a verb is the second of one subject: `sagt sie und lächelt`."""
        return cue.first > 0 and words[cue.first - 1].key == reading.language.conjunction

    return utterances(reading, has_one_cue)


def _attributions(
    surveyor: Surveyor, around: list[Surroundings], kinds: list[Kind], weights: Weights
) -> list[Attribution]:
    """The attributions of those utterances that were said."""
    told = [one for one, kind in zip(around, kinds, strict=True) if kind != "not_said"]
    cast = Cast(surveyor.reading, surveyor.mentions)
    found = in_turn(told, Attributor(surveyor, cast, weights).attribute(told))
    return of_headlines(told, found)


@lru_cache
def known(tag: str | None) -> Language:
    """What is known of a language: of one without a file, nothing but its tag."""
    try:
        return folded(languages.get(tag)) if tag else Language(tag="und", name="undetermined")
    except UnknownName:
        return Language(tag=tag or "und", name=tag or "undetermined")


def _quotation(
    article: Article,
    reading: Reading,
    around: Surroundings,
    kind: Kind,
    attribution: Attribution,
    tag: str | None,
) -> Quotation:
    text, mention, person = reading.text, attribution.mention, attribution.person
    utterance = around.utterance
    first, last = utterance.first, utterance.last
    occasion = occasion_of(text, around, reading.language, article.source.issued)
    several = len(utterance.spans) > 1
    return Quotation(
        text=utterance.words,
        start=first.start,
        end=last.end,
        parts=tuple((span.start, span.end) for span in utterance.spans) if several else (),
        kind=kind,
        speaker=person.name if person else None,
        speaker_as_written=text[mention.start : mention.end] if mention else None,
        speaker_kind=person.kind if person else "person",
        role=person.role if person else None,
        cue=attribution.cue,
        said=occasion.said,
        said_inferred=occasion.inferred,
        event=occasion.event,
        place=occasion.place,
        language=tag,
        confidence=attribution.confidence,
        rule=attribution.rule,
        evidence=attribution.evidence,
        prefix=text[max(first.outer_start - CONTEXT, article.body_start) : first.outer_start],
        suffix=text[last.outer_end : last.outer_end + CONTEXT],
        method="extraction",
    )
