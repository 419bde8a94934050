"""Recording one quotation: what `add`, `ingest` and `import` share.

The speaker is looked up or made, look-alikes are fetched by their fingerprints, matching says
what is to become of the quotation, and the store is told.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from quotedb.facts import (
    Attestation,
    Outcome,
    Quotation,
    Quote,
    Relation,
    RelationKind,
    Review,
    Role,
    Source,
    Speaker,
    SpeakerKind,
    Wording,
)
from quotedb.matching.blocking import probes
from quotedb.matching.decide import Decision, decide
from quotedb.store import queries, writing
from quotedb.store.database import Connection
from quotedb.text.folding import fold
from quotedb.text.parts import written

if TYPE_CHECKING:
    from sqlmodel import Session

UNSURE = 0.5
"""Confidence under which an attribution is for a person to confirm."""

RELATIONS: dict[str, RelationKind] = {"variant": "variant_of", "excerpt": "excerpt_of"}


@dataclass(slots=True)
class Ledger:
    """One session's work: where it writes, where it reads, and the speakers it has met."""

    session: Session
    connection: Connection
    people: dict[str, int] = field(default_factory=dict)

    def person(self, name: str, kind: SpeakerKind = "person", role: str | None = None) -> int:
        """The id of the speaker of that very name, made if there is none."""
        key = fold(name)
        if key not in self.people:
            known = queries.speaker_by_key(self.connection, key)
            self.people[key] = (
                known.id
                if known and known.id
                else writing.add_speaker(self.session, Speaker(name=name, kind=kind))
            )
        if role:
            writing.add_role(self.session, self.people[key], Role(role))
        return self.people[key]


def record(ledger: Ledger, source_id: int, quotation: Quotation) -> Outcome:
    """Record one quotation that a source prints, and say what became of it.

    A speaker who is told with less confidence than `UNSURE` stands in the attestation, as what
    extraction takes from the text, and not in the quote.
    """
    speaker_id = _speaker(ledger, quotation)
    sure_id = speaker_id if quotation.confidence >= UNSURE else None
    decision = decide(
        quotation.text, quotation.language, sure_id, look_alikes(ledger, quotation.text)
    )
    quote_id = _quote(ledger, decision, quotation, sure_id)
    attestation_id = writing.add_attestation(
        ledger.session, quote_id, source_id, _attestation(quotation, speaker_id)
    )
    link(ledger, decision, quote_id)
    related = decision.wording.quote_id if decision.wording else None
    unsure = speaker_id is not None and sure_id is None and decision.outcome == "new"
    reason = decision.reason if not unsure else f"who said it is uncertain: {quotation.rule}"
    return Outcome(
        outcome="review" if unsure else decision.outcome,
        quote=quote_id,
        attestation=attestation_id,
        source=source_id,
        speaker=quotation.speaker,
        text=quotation.text,
        relation_to=related if related != quote_id else None,
        reason=reason if attestation_id else "already recorded from this source",
    )


def look_alikes(ledger: Ledger, text: str) -> list[Wording]:
    """The stored wordings that share something with `text`, those of the same key first."""
    key = fold(text)
    equal = queries.wordings_by_key(ledger.connection, key)
    near = queries.candidates(ledger.connection, probes(key))
    return list({wording.quote_id: wording for wording in (*equal, *near)}.values())


def link(ledger: Ledger, decision: Decision, quote_id: int) -> None:
    """Write down what the new quote has to do with those that were there.

    A stored quote that turns out to be a part of the new one hangs under it from now on, unless
    it hangs under another already.
    """
    verdict, wording = decision.verdict, decision.wording
    if wording and verdict and decision.outcome in RELATIONS:
        kind = RELATIONS[decision.outcome]
        relation = Relation(quote_id, kind, wording.quote_id, verdict.score, verdict.reason)
        writing.add_relation(ledger.session, relation)
    elif wording and verdict and decision.outcome == "review":
        review = Review(quote_id, wording.quote_id, verdict.score, decision.reason)
        writing.add_review(ledger.session, review)
    if decision.outcome == "new":
        for part, why in decision.absorbed:
            if not queries.hangs_under(ledger.connection, part.quote_id):
                relation = Relation(part.quote_id, "excerpt_of", quote_id, why.score, why.reason)
                writing.add_relation(ledger.session, relation)


def _speaker(ledger: Ledger, quotation: Quotation) -> int | None:
    if not quotation.speaker or quotation.speaker_kind == "unnamed":
        return None  # "a spokesman" is not one person from one article to the next
    return ledger.person(quotation.speaker, quotation.speaker_kind, quotation.role)


def _quote(ledger: Ledger, decision: Decision, quotation: Quotation, speaker_id: int | None) -> int:
    """The quote that the quotation belongs to: a stored one when the wording is known."""
    if decision.outcome == "known" and decision.wording:
        quote_id = decision.wording.quote_id
        writing.complete_quote(ledger.session, quote_id, _as_quote(quotation, speaker_id))
        return quote_id
    return writing.add_quote(ledger.session, _as_quote(quotation, speaker_id))


def _as_quote(quotation: Quotation, speaker_id: int | None) -> Quote:
    return Quote(
        text=quotation.text,
        language=quotation.language,
        speaker_id=speaker_id,
        said=quotation.said,
        said_inferred=quotation.said_inferred,
        place=quotation.place,
        event=quotation.event,
        note=quotation.note,
        tags=quotation.tags,
    )


def _attestation(quotation: Quotation, speaker_id: int | None) -> Attestation:
    return Attestation(
        source=Source(),
        exact=quotation.text,
        prefix=quotation.prefix,
        suffix=quotation.suffix,
        start=quotation.start,
        end=quotation.end,
        parts=written(quotation.parts),
        locator=quotation.locator,
        speaker_id=speaker_id,
        speaker_as_written=quotation.speaker_as_written or quotation.speaker,
        said=quotation.said,
        said_inferred=quotation.said_inferred,
        cue=quotation.cue,
        kind=quotation.kind,
        method=quotation.method,
        confidence=quotation.confidence,
        rule=quotation.rule,
    )


def record_all(ledger: Ledger, source_id: int, quotations: list[Quotation]) -> list[Outcome]:
    """Record what one document prints; outcomes in the order of the text.

    The longest are recorded first: a headline or lead that repeats a part of a quote further
    down then hangs under it, wherever it stands.
    """
    order = sorted(range(len(quotations)), key=lambda i: -len(quotations[i].text))
    outcomes = {i: record(ledger, source_id, quotations[i]) for i in order}
    return [outcomes[i] for i in range(len(quotations))]
