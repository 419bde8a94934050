"""Recording quotations: what `add`, `ingest` and `import` share, for one or for thousands.

Speakers are looked up or made; equal wordings are fetched by their keys and look-alikes by their
fingerprints; matching says what is to become of each quotation, those before it in the batch
included. Quotes and printings are written before matching has answered, since its answer only
ties them to others: so that many can be written while the answers on others are awaited.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass, field, replace

from quotedb.actions.judges import Asked
from quotedb.actions.ledger import UNSURE, Ledger
from quotedb.facts import (
    Attestation,
    Outcome,
    OutcomeKind,
    Quotation,
    Quote,
    Relation,
    RelationKind,
    Review,
    Source,
    Wording,
)
from quotedb.matching.decide import Decision, decide
from quotedb.store import bulk, queries, writing
from quotedb.store.database import Connection
from quotedb.text.folding import fold
from quotedb.text.parts import written

_ANY = Source()  # of an attestation that is written with its source's id

RELATIONS: dict[str, RelationKind] = {"variant": "variant_of", "excerpt": "excerpt_of"}


@dataclass(slots=True)
class _Entry:
    """A quotation on its way in: whose it is, and what was decided of it.

    `sure_id` is the speaker when that is sure enough for the quote; `wording` is it as stored
    ones are compared, with the number it gets if it is new; `quote_id` is the quote that it
    belongs to, one of its own while it `is_new`.
    """

    source_id: int
    quotation: Quotation
    speaker_id: int | None
    sure_id: int | None
    wording: Wording
    decision: Decision | None = None
    is_new: bool = True
    quote_id: int = field(init=False)

    def __post_init__(self) -> None:
        self.quote_id = self.wording.quote_id

    def known(self, decision: Decision) -> None:
        """It is another printing of a stored quote."""
        assert decision.wording is not None
        self.is_new, self.quote_id = False, decision.wording.quote_id

    @property
    def made(self) -> Decision:
        """The decision."""
        assert self.decision is not None
        return self.decision

    @property
    def is_unsure(self) -> bool:
        """Whether it is new, and who said it is for a person to say."""
        unsure = self.speaker_id is not None and self.sure_id is None
        return unsure and self.made.outcome == "new"

    @property
    def outcome(self) -> OutcomeKind:
        """What became of it."""
        return "review" if self.is_unsure else self.made.outcome


@dataclass(slots=True)
class Begun:
    """Quotations that are written, and what matching was asked about some of them."""

    _ledger: Ledger
    _entries: list[_Entry]
    _attestations: list[int | None]
    _undecided: list[_Entry]
    _asked: Asked

    def finished(self) -> list[Outcome]:
        """Tie them to what they look like, and say what became of each."""
        self.tied()
        both = zip(self._entries, self._attestations, strict=True)
        return [_outcome(entry, number) for entry, number in both]

    def tied(self) -> list[OutcomeKind]:
        """The same, said in one word."""
        for entry, decision in zip(self._undecided, self._asked.answers(), strict=True):
            entry.decision = decision
        new = [entry for entry in self._entries if entry.is_new]
        link(self._ledger, [(entry.made, entry.quote_id) for entry in new])
        return [entry.outcome for entry in self._entries]


def record(ledger: Ledger, printed: Sequence[tuple[int, Quotation]]) -> list[Outcome]:
    """Record quotations, each with the id of the source that prints it, and say what became of
    each; one that looks like an earlier one hangs on that.

    A speaker who is told with less confidence than `UNSURE` stands in the attestation, as what
    extraction takes from the text, and not in the quote.
    """
    return begun(ledger, printed).finished()


def begun(ledger: Ledger, printed: Sequence[tuple[int, Quotation]]) -> Begun:
    """Record quotations as `record` does, but do not wait for what they are to others."""
    entries = _entries(ledger, printed)
    new = _decide_equal(ledger.connection, entries)
    sought = ledger.alike.sought(ledger.connection, [entry.wording for entry in new])
    attestations = _written(ledger, entries)
    undecided = [(e, near) for e, near in zip(new, sought(), strict=True) if e.decision is None]
    asked = ledger.judges.ask([(entry.wording, near) for entry, near in undecided])
    return Begun(ledger, entries, attestations, [entry for entry, _ in undecided], asked)


def record_all(ledger: Ledger, source_id: int, quotations: list[Quotation]) -> list[Outcome]:
    """Record what one document prints; outcomes in the order of the text.

    The longest are recorded first: a headline or lead that repeats a part of a quote further
    down then hangs under it, wherever it stands.
    """
    order = recorded_order(quotations)
    outcomes = record(ledger, [(source_id, quotations[i]) for i in order])
    at = {place: number for number, place in enumerate(order)}
    return [outcomes[at[i]] for i in range(len(quotations))]


def recorded_order(quotations: Sequence[Quotation]) -> list[int]:
    """The places of one document's quotations, the longest first."""
    return sorted(range(len(quotations)), key=lambda i: -len(quotations[i].text))


def decided(ledger: Ledger, quote: Quote, leave_out: Container[int]) -> Decision:
    """What a quote is to the stored ones, some left out."""
    [equal, near] = look_alikes(ledger, quote)
    before = [one for one in (equal or near) if one.quote_id not in leave_out]
    return decide(quote.text, quote.language, quote.speaker_id, before)


def look_alikes(ledger: Ledger, quote: Quote) -> tuple[list[Wording], list[Wording]]:
    """The stored wordings that are equal to a quote's, and those that look like it."""
    conn, key = ledger.connection, fold(quote.text)
    wording = Wording(-1, quote.text, key, quote.language, quote.speaker_id)
    return queries.wordings_by_key(conn, [key]).get(key, []), ledger.alike.of(conn, [wording])[0]


def link(ledger: Ledger, links: Sequence[tuple[Decision, int]]) -> None:
    """Write down what new quotes have to do with those that were there.

    A stored quote that turns out to be a part of a new one hangs under it from now on, unless
    it hangs under another already.
    """
    relations: dict[tuple[int, str, int], Relation] = {}
    reviews: list[Review] = []
    for decision, quote_id in links:
        verdict, wording = decision.verdict, decision.wording
        if wording and verdict and decision.outcome in RELATIONS:
            kind = RELATIONS[decision.outcome]
            relation = Relation(quote_id, kind, wording.quote_id, verdict.score, verdict.reason)
            relations[quote_id, kind, wording.quote_id] = relation
        elif wording and verdict and decision.outcome == "review":
            reviews.append(Review(quote_id, wording.quote_id, verdict.score, decision.reason))
    under = {quote_id for quote_id, _, _ in relations}
    for part in _absorbed(ledger.connection, links, under):
        relations[part.quote_id, part.kind, part.to] = part
    bulk.add_relations(ledger.connection, relations.values())
    bulk.add_reviews(ledger.connection, reviews)


def _absorbed(
    conn: Connection, links: Sequence[tuple[Decision, int]], under: set[int]
) -> list[Relation]:
    """The stored quotes that are parts of new ones, each under the first that takes it in."""
    found: list[Relation] = []
    for decision, quote_id in links:
        for part, why in decision.absorbed if decision.outcome == "new" else ():
            if part.quote_id not in under and not queries.hangs_under(conn, part.quote_id):
                under.add(part.quote_id)
                found.append(Relation(part.quote_id, "excerpt_of", quote_id, why.score, why.reason))
    return found


def _entries(ledger: Ledger, printed: Sequence[tuple[int, Quotation]]) -> list[_Entry]:
    """The quotations with their speakers, and the numbers they get if they are new."""
    named = [one for _, one in printed if one.speaker and one.speaker_kind != "unnamed"]
    ledger.meet((one.speaker or "", one.speaker_kind) for one in named)
    attributed = [(source_id, *ledger.attributed(one)) for source_id, one in printed]
    numbers = ledger.connection.new_ids("quote", len(printed))
    found = []
    for (source_id, one, speaker_id), number in zip(attributed, numbers, strict=True):
        sure_id = speaker_id if one.confidence >= UNSURE else None
        wording = Wording(number, one.text, fold(one.text), one.language, sure_id)
        found.append(_Entry(source_id, one, speaker_id, sure_id, wording))
    return found


def _decide_equal(conn: Connection, entries: Sequence[_Entry]) -> list[_Entry]:
    """Decide of those whose very words are there, or come earlier; the others are new quotes.

    Returns:
        All that are new, those with a decision among them (a short saying of somebody else's).
    """
    equal = queries.wordings_by_key(conn, {entry.wording.key for entry in entries})
    new = []
    for entry in entries:
        same = equal.setdefault(entry.wording.key, [])
        if same:
            quotation = entry.quotation
            entry.decision = decide(quotation.text, quotation.language, entry.sure_id, same)
            if entry.decision.outcome == "known":
                entry.known(entry.decision)
        if entry.is_new:
            same.append(entry.wording)
            new.append(entry)
        else:
            _claim(same, entry)
    return new


def _claim(same: list[Wording], entry: _Entry) -> None:
    """A known wording that had no speaker has the entry's from now on."""
    for place, wording in enumerate(same):
        if wording.quote_id == entry.quote_id and wording.speaker_id is None:
            same[place] = replace(wording, speaker_id=entry.sure_id)


def _written(ledger: Ledger, entries: list[_Entry]) -> list[int | None]:
    """Tell the store of quotes and printings.

    Returns:
        The id of each attestation; None where the source has that place already.
    """
    conn = ledger.connection
    known = [entry for entry in entries if not entry.is_new]
    attestations = bulk.add_quotes(
        conn,
        [_as_quote(entry) for entry in entries if entry.is_new],
        ((e.quote_id, e.source_id, attestation_of(e.quotation, e.speaker_id)) for e in entries),
    )
    writing.complete_quotes(ledger.session, conn, [(e.quote_id, _as_quote(e)) for e in known])
    return attestations


def _outcome(entry: _Entry, attestation_id: int | None) -> Outcome:
    decision, quotation = entry.made, entry.quotation
    related = decision.wording.quote_id if decision.wording else None
    unsure = f"who said it is uncertain: {quotation.rule}"
    reason = unsure if entry.is_unsure else decision.reason
    return Outcome(
        outcome=entry.outcome,
        quote=entry.quote_id,
        attestation=attestation_id,
        source=entry.source_id,
        speaker=quotation.speaker,
        text=quotation.text,
        relation_to=related if related != entry.quote_id else None,
        reason=reason if attestation_id else "already recorded from this source",
    )


def _as_quote(entry: _Entry) -> Quote:
    quotation = entry.quotation
    return Quote(
        id=entry.quote_id,
        text=quotation.text,
        language=quotation.language,
        speaker_id=entry.sure_id,
        said=quotation.said,
        said_inferred=quotation.said_inferred,
        place=quotation.place,
        event=quotation.event,
        note=quotation.note,
        tags=quotation.tags,
        status=quotation.status,
    )


def attestation_of(quotation: Quotation, speaker_id: int | None) -> Attestation:
    """The printing that a quotation is."""
    return Attestation(
        source=_ANY,
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
