"""From an article to its attributed quotations."""

from __future__ import annotations

from collections.abc import Sequence

from quotedb import languages
from quotedb.errors import UnknownName
from quotedb.extraction.context import kind_of
from quotedb.extraction.language import detect
from quotedb.extraction.marks import Span
from quotedb.extraction.mentions import mentions
from quotedb.extraction.reading import Reading, read
from quotedb.extraction.speakers import NOBODY, Attribution, Attributor, continued
from quotedb.facts import Article, Kind, Quotation
from quotedb.languages import Language
from quotedb.text.lexicon import folded

CONTEXT = 32
"""Characters of prefix and suffix, as Hypothesis and others keep for a TextQuoteSelector."""


def extract(
    article: Article, language: str | None = None, *, everything: bool = False
) -> list[Quotation]:
    """The quotations of an article, in order, each with its speaker if one can be told.

    Args:
        article: its text from `body_start` on is read.
        language: BCP 47 tag; the source's own, or else found by itself, when None.
        everything: also titles, nicknames and scare quotes, of kind `not_said`.
    """
    body = article.text[article.body_start :]
    tag = language or article.source.language or detect(body)
    reading = read(article.text, article.body_start, _known(tag))
    if not reading.spans:
        return []
    attributor = Attributor(reading, mentions(reading))
    judged = [attributor.own_sentence(span) for span in reading.spans]
    kinds = [
        kind_of(reading, span, cued) for span, (_, cued) in zip(reading.spans, judged, strict=True)
    ]
    attributions = _around(attributor, [a for a, _ in judged], kinds)
    return [
        _quotation(article, reading, span, kind, attribution, tag)
        for span, kind, attribution in zip(reading.spans, kinds, attributions, strict=True)
        if everything or kind != "not_said"
    ]


def _known(tag: str | None) -> Language:
    """What is known of a language: of one without a file, nothing but its tag."""
    try:
        return folded(languages.get(tag)) if tag else Language(tag="und", name="undetermined")
    except UnknownName:
        return Language(tag=tag or "und", name=tag or "undetermined")


def _around(
    attributor: Attributor, own: Sequence[Attribution], kinds: Sequence[Kind]
) -> list[Attribution]:
    """Attributions by what stands around, for the quotations whose own sentence names nobody."""
    reading = attributor.reading
    found = list(own)
    for index, span in enumerate(reading.spans):
        if span.continues and index:
            found[index] = continued(found[index - 1], "continued paragraph", 0.9)
        elif found[index].mention is None and kinds[index] != "not_said":
            found[index] = _from_neighbours(attributor, found, index)
    return found


def _from_neighbours(
    attributor: Attributor, found: Sequence[Attribution], index: int
) -> Attribution:
    """The attribution of a quotation whose own sentence names nobody.

    In turn: the quotation before it in the paragraph; the sentence before it, when it leads in;
    the next quotation below, for a heading or a pull-quote; the paragraph above.
    """
    reading = attributor.reading
    span = reading.spans[index]
    paragraph = reading.paragraph_at(span.outer_start)
    before = found[index - 1] if index else NOBODY
    same = index > 0 and reading.paragraph_at(reading.spans[index - 1].outer_start) == paragraph
    if same and before.mention:
        return continued(before, "same speaker goes on", 0.8)
    sentence = reading.sentence_at(span.outer_start)
    if sentence and reading.sentences[sentence - 1][0] >= reading.paragraphs[paragraph][0]:
        subject = attributor.sentence_subject(sentence - 1)
        if subject:
            return attributor.attribute(subject, "sentence before", None, 0.7)
    after = found[index + 1] if index + 1 < len(found) else NOBODY
    if after.mention and _is_near(reading, index, index + 1):
        return continued(after, "pull-quote", 0.75)
    if before.mention and _is_near(reading, index - 1, index):
        return continued(before, "speaker of the paragraph above", 0.7)
    for back in range(sentence - 1, max(sentence - 4, -1), -1):
        subject = attributor.sentence_subject(back)
        if subject:
            return attributor.attribute(subject, "nearest before", None, 0.5)
    return NOBODY


def _is_near(reading: Reading, first: int, second: int) -> bool:
    """Whether two quotations stand in the same paragraph or in neighbouring ones."""
    a, b = (reading.paragraph_at(reading.spans[i].outer_start) for i in (first, second))
    return b - a <= 1


def _quotation(
    article: Article,
    reading: Reading,
    span: Span,
    kind: Kind,
    attribution: Attribution,
    tag: str | None,
) -> Quotation:
    text, mention, person = reading.text, attribution.mention, attribution.person
    return Quotation(
        text=text[span.start : span.end],
        start=span.start,
        end=span.end,
        kind=kind,
        speaker=person.name if person else None,
        speaker_as_written=text[mention.start : mention.end] if mention else None,
        speaker_kind=person.kind if person else "person",
        role=person.role if person else None,
        cue=attribution.cue,
        said=article.source.issued,
        said_inferred=article.source.issued is not None,
        language=tag,
        confidence=attribution.confidence,
        rule=attribution.rule,
        evidence=attribution.evidence,
        prefix=text[max(span.outer_start - CONTEXT, article.body_start) : span.outer_start],
        suffix=text[span.outer_end : span.outer_end + CONTEXT],
        method="extraction",
    )
