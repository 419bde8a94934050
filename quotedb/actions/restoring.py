"""The facts of one quotedb taken into another: numbers are kept, or looked up and given anew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from quotedb.actions import refilling
from quotedb.actions.ledger import Ledger
from quotedb.actions.recording import decided, link
from quotedb.actions.refilling import Numbers
from quotedb.errors import MalformedRecord, QuotedbError
from quotedb.facts import Attestation, Fact, Quote, Relation, Review, Source, Speaker
from quotedb.matching.decide import Decision
from quotedb.store import naming, queries, writing
from quotedb.text.folding import fold


@dataclass(slots=True)
class Restoration:
    """One import's work: whether the database was empty, and which number became which."""

    ledger: Ledger
    fresh: bool
    sources: Numbers = field(default_factory=Numbers)
    speakers: Numbers = field(default_factory=Numbers)
    quotes: Numbers = field(default_factory=Numbers)
    printings: Numbers = field(default_factory=Numbers)
    left: list[int] = field(default_factory=list)

    def leave(self) -> None:
        """Note the numbers as they are at the end of a batch."""
        self.left = queries.greatest_ids(self.ledger.connection) if self.fresh else []

    def see_who_wrote(self) -> None:
        """When others have written since, the numbers of the file may be theirs: give new ones."""
        if self.left and self.left != queries.greatest_ids(self.ledger.connection):
            self.fresh = False


def restore(
    work: Restoration, facts: Sequence[Fact | QuotedbError]
) -> Iterator[str | QuotedbError]:
    """Take in facts, and name what became of each: `restored`, or `known` if it was there; of
    those that refer to no fact before them, and of errors, the error.

    Into an empty database those of a kind go together.
    """
    known = refilling.Known(work.sources, work.speakers, work.quotes)
    for _, alike in groupby(facts, type):
        some = list(_each_once(work, alike))
        good = [fact for fact in some if not isinstance(fact, QuotedbError)]
        if work.fresh and refilling.can_be_kept(work.ledger.connection, good, known):
            refilling.keep(work.ledger.connection, good, known)
            yield from ("restored" for _ in good)
        else:
            yield from (_restored(work, fact) for fact in good)
        yield from (fact for fact in some if isinstance(fact, QuotedbError))


def _each_once(
    work: Restoration, facts: Iterable[Fact | QuotedbError]
) -> Iterator[Fact | QuotedbError]:
    """The facts; in the place of one whose number, or a printing's, another has, an error."""
    of_kind = {Source: work.sources, Speaker: work.speakers, Quote: work.quotes}
    seen: dict[int, Fact] = {}
    for fact in facts:
        if not isinstance(fact, Source | Speaker | Quote) or fact.id is None:
            yield fact
            continue
        before = fact.id in seen or of_kind[type(fact)].get(fact.id) is not None
        if (before and not _is_same(work, fact, seen.get(fact.id))) or _printed_before(work, fact):
            hint = "Import a whole export as it is"
            yield MalformedRecord("its number came before", where=_named(fact), hint=hint)
        else:
            seen[fact.id] = fact
            yield fact


def _is_same(work: Restoration, fact: Fact, before: Fact | None) -> bool:
    """Whether a fact whose number came before is that of before, which is kept once."""
    if not isinstance(fact, Source) or isinstance(before, Source):
        return fact == before
    return queries.has_source(work.ledger.connection, fact.content_hash or "")


def _printed_before(work: Restoration, fact: Fact) -> bool:
    """Whether a printing of a quote has a number that came before; if not, they have come now."""
    printed = [one.id for one in fact.attestations if one.id] if isinstance(fact, Quote) else []
    if len(set(printed)) < len(printed) or any(map(work.printings.get, printed)):
        return True
    for one in printed:
        work.printings.put(one, one)
    return False


def _restored(work: Restoration, fact: Fact) -> str | QuotedbError:
    try:
        return _restore(work, fact)
    except QuotedbError as error:
        return MalformedRecord(error.what, where=_named(fact), hint=error.hint)


def _named(fact: Fact) -> str:
    """A fact by its kind and number, as its record has them."""
    kind = type(fact).__name__.lower()
    if isinstance(fact, Relation | Review):
        return f"{kind} of {fact.quote_id} to {fact.to}"
    return f"{kind} {fact.id}" if fact.id else kind


def _restore(work: Restoration, fact: Fact) -> str:
    """Take in one fact.

    Raises:
        MalformedRecord: it refers to a fact that did not come before it.
    """
    if isinstance(fact, Quote):
        return _quote(work, fact)
    if isinstance(fact, Source):
        is_new = _source(work, fact)
    elif isinstance(fact, Speaker):
        is_new = _speaker(work, fact)
    else:
        is_new = _tie(work, fact)
    return "restored" if is_new else "known"


def _tie(work: Restoration, fact: Relation | Review) -> bool:
    """A relation or a pair for review, its quotes by their numbers here."""
    quote_id, to = _of(work.quotes, fact.quote_id), _of(work.quotes, fact.to)
    session = work.ledger.session
    if isinstance(fact, Relation):
        return writing.add_relation(session, replace(fact, quote_id=quote_id, to=to))
    return writing.add_review(session, replace(fact, quote_id=quote_id, to=to))


def _source(work: Restoration, source: Source) -> bool:
    kept = source if work.fresh else replace(source, id=None)
    new, is_new = writing.add_source(work.ledger.session, kept)
    work.sources.put(_number(source.id), new)
    return is_new


def _speaker(work: Restoration, speaker: Speaker) -> bool:
    """The same name is taken to be the same person, unless both come from one export."""
    session, old = work.ledger.session, _number(speaker.id)
    if work.fresh:
        work.speakers.put(old, writing.add_speaker(session, speaker))
        return True
    is_new = naming.speaker_by_key(work.ledger.connection, fold(speaker.name)) is None
    new = work.ledger.person(speaker.name, speaker.kind)
    work.speakers.put(old, new)
    for name in speaker.names:
        writing.add_speaker_name(session, new, name)
    for role in speaker.roles:
        writing.add_role(session, new, role)
    return is_new


def _quote(work: Restoration, quote: Quote) -> str:
    speaker_id = _of(work.speakers, quote.speaker_id) if quote.speaker_id else None
    moved = replace(quote, speaker_id=speaker_id)
    decision = None if work.fresh else _decision(work, moved)
    if decision and decision.outcome == "known" and decision.wording:
        new, outcome = decision.wording.quote_id, "known"
        writing.complete_quote(work.ledger.session, new, moved)
    else:
        kept = moved if work.fresh else replace(moved, id=None)
        new, outcome = writing.add_quote(work.ledger.session, kept), "restored"
    for attestation in quote.attestations:
        _attestation(work, new, attestation)
    for one in quote.evidence:
        shown = _of(work.sources, one.source.id) if one.source else None
        writing.add_evidence(work.ledger.session, new, one, shown)
    if decision and outcome == "restored" and not quote.relations:
        link(work.ledger, [(decision, new)])
    work.quotes.put(_number(quote.id), new)
    return outcome


def _decision(work: Restoration, quote: Quote) -> Decision:
    """What the quote is to those that were there before this import began."""
    return decided(work.ledger, quote, work.quotes.given)


def _attestation(work: Restoration, quote_id: int, attestation: Attestation) -> None:
    speaker = attestation.speaker_id
    moved = replace(
        attestation,
        id=attestation.id if work.fresh else None,
        speaker_id=_of(work.speakers, speaker) if speaker else None,
    )
    source_id = _of(work.sources, attestation.source.id)
    writing.add_attestation(work.ledger.session, quote_id, source_id, moved)


def _of(numbers: Numbers, old: int | None) -> int:
    """What a number of the file became here."""
    new = None if old is None else numbers.get(old)
    if new is None:
        raise MalformedRecord(
            f"it refers to number {old}, which no line before it has",
            hint="Import a whole export, its lines in their order",
        )
    return new


def _number(given: int | None) -> int:
    if given is None:
        raise MalformedRecord("a fact without its id", hint="Import a whole export as it is")
    return given
