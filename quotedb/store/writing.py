"""Facts in: each function writes one fact through a session, which the caller commits."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from sqlmodel import Session, select

from quotedb.facts import (
    Attestation,
    Author,
    Evidence,
    Quote,
    Relation,
    Review,
    Role,
    Source,
    Speaker,
    SpeakerName,
)
from quotedb.store import fingerprinting, queries, rows
from quotedb.store.backends import Backend
from quotedb.store.database import Connection, connection_of
from quotedb.store.tables import (
    AttestationRow,
    EvidenceRow,
    QuoteRow,
    RelationRow,
    ReviewRow,
    RoleRow,
    SourceRow,
    SourceTextRow,
    SpeakerNameRow,
    SpeakerRow,
    TagRow,
)
from quotedb.text.dates import parse_edtf
from quotedb.text.fingerprint import digest, key_hash
from quotedb.text.folding import fold

Row = TypeVar("Row")

FILLED = ("speaker_id", "language", "place", "event", "note")


def add_source(session: Session, source: Source) -> tuple[int, bool]:
    """Keep a source, unless one of the same content hash is there.

    Returns:
        Its id, and whether it is new.
    """
    same = select(SourceRow.id).where(SourceRow.content_hash == source.content_hash)
    known = session.exec(same).first()
    if known is not None:
        return known, False
    number = _id(_kept(session, SourceRow(**source_values(source))).id)
    if source.text is not None:
        _kept(session, SourceTextRow(source_id=number, text=source.text))
    return number, True


def source_values(source: Source) -> dict[str, Any]:
    """The columns of a source's row, but for its text."""
    earliest, latest = _bounds(source.issued)
    return {
        "id": source.id,
        "csl_type": source.csl_type,
        "title": source.title,
        "container_title": source.container_title,
        "authors": json.dumps([_author(a) for a in source.authors], ensure_ascii=False),
        "issued": source.issued,
        "issued_earliest": earliest,
        "issued_latest": latest,
        "accessed": source.accessed,
        "url": source.url,
        "publisher": source.publisher,
        "language": source.language,
        "content_hash": source.content_hash or "",
        "details": json.dumps([[d.variable, d.text] for d in source.details], ensure_ascii=False),
    }


def add_speaker(session: Session, speaker: Speaker) -> int:
    """Keep a speaker with every name and role, and return the id."""
    row = SpeakerRow(id=speaker.id, name=speaker.name, kind=speaker.kind, wikidata=speaker.wikidata)
    number = _id(_kept(session, row).id)
    for name in (SpeakerName(speaker.name), *speaker.names):
        add_speaker_name(session, number, name)
    for role in speaker.roles:
        add_role(session, number, role)
    return number


def add_speaker_name(session: Session, speaker_id: int, name: SpeakerName) -> None:
    """Give a speaker a name, unless there is one that folds to the same."""
    key = fold(name.text)
    same = select(SpeakerNameRow).where(
        SpeakerNameRow.speaker_id == speaker_id, SpeakerNameRow.key == key
    )
    if session.exec(same).first() is None:
        row = SpeakerNameRow(speaker_id=speaker_id, text=name.text, key=key, language=name.language)
        _kept(session, row)


def add_role(session: Session, speaker_id: int, role: Role) -> None:
    """Note a role of a speaker, unless the same is noted (by its folded title and dates)."""
    held = session.exec(select(RoleRow).where(RoleRow.speaker_id == speaker_id)).all()
    same = (fold(role.title), fold(role.organization or ""), role.start, role.end)
    if same not in {
        (fold(r.title), fold(r.organization or ""), r.held_from, r.held_to) for r in held
    }:
        row = RoleRow(
            speaker_id=speaker_id,
            title=role.title,
            organization=role.organization,
            held_from=role.start,
            held_to=role.end,
        )
        _kept(session, row)


def add_quote(session: Session, quote: Quote) -> int:
    """Keep a quote with its tags and fingerprints, not its attestations, and return the id."""
    session.flush()
    conn = connection_of(session)
    number = quote.id if quote.id is not None else conn.new_ids("quote", 1)[0]
    rows.insert(conn, "quote", [{**quote_values(quote), "id": number}])
    add_tags(session, number, quote.tags)
    return number


def quote_values(quote: Quote) -> dict[str, Any]:
    """The columns of a quote's row."""
    key = fold(quote.text)
    return {
        "id": quote.id,
        "text": quote.text,
        "key": key,
        "key_hash": key_hash(key),
        "language": quote.language,
        "speaker_id": quote.speaker_id,
        **date_values(quote.said),
        "said_inferred": quote.said_inferred,
        "place": quote.place,
        "event": quote.event,
        "status": quote.status,
        "note": quote.note,
    }


def add_tags(session: Session, quote_id: int, tags: Iterable[str]) -> None:
    """Give a quote the tags that it has not yet."""
    has = set(session.exec(select(TagRow.name).where(TagRow.quote_id == quote_id)).all())
    for tag in dict.fromkeys(tag for tag in tags if tag not in has):
        _kept(session, TagRow(quote_id=quote_id, name=tag))


def complete_quotes(session: Session, conn: Connection, told: Sequence[tuple[int, Quote]]) -> None:
    """Fill in what further attestations of quotes tell, and the quotes lack.

    A date that was said goes before one that was inferred, and any status before none; nothing
    else is overwritten.
    """
    known = queries.bare_quotes(conn, [number for number, _ in told])
    for number, quote in told:
        if quote.tags or _tells_more(known[number], quote):
            known[number] = complete_quote(session, number, quote)


def complete_quote(session: Session, quote_id: int, told: Quote) -> Quote:
    """Fill in what another attestation of one quote tells; what is known of it then."""
    row = session.get_one(QuoteRow, quote_id)
    if _dates_better(row.said, row.said_inferred, told):
        row.said, row.said_inferred = told.said, told.said_inferred
        row.said_earliest, row.said_latest = _bounds(told.said)
    for name in FILLED:
        if getattr(row, name) is None:
            setattr(row, name, getattr(told, name))
    if row.status == "unverified":
        row.status = told.status
    add_tags(session, quote_id, told.tags)
    _kept(session, row)
    filled = {name: getattr(row, name) for name in FILLED}
    return Quote(text=row.text, said=row.said, said_inferred=row.said_inferred, **filled)


def _tells_more(known: Quote, told: Quote) -> bool:
    if known.status == "unverified" != told.status:
        return True
    return _dates_better(known.said, known.said_inferred, told) or any(
        getattr(known, name) is None and getattr(told, name) is not None for name in FILLED
    )


def _dates_better(said: str | None, inferred: bool, told: Quote) -> bool:
    return told.said is not None and (said is None or (inferred and not told.said_inferred))


def add_attestation(
    session: Session, quote_id: int, source_id: int, attestation: Attestation
) -> int | None:
    """Keep a printing of a quote, and return its id; None when the source has it already."""
    values = attestation_values(quote_id, source_id, attestation)
    same = select(AttestationRow.id).where(
        AttestationRow.source_id == source_id, AttestationRow.anchor == values["anchor"]
    )
    if session.exec(same).first() is not None:
        return None
    return _id(_kept(session, AttestationRow(**values)).id)


def attestation_values(quote_id: int, source_id: int, attestation: Attestation) -> dict[str, Any]:
    """The columns of an attestation's row."""
    return {
        "id": attestation.id,
        "quote_id": quote_id,
        "source_id": source_id,
        "anchor": _anchor(attestation),
        "exact": attestation.exact,
        "prefix": attestation.prefix,
        "suffix": attestation.suffix,
        "start_offset": attestation.start,
        "end_offset": attestation.end,
        "parts": attestation.parts,
        "locator": attestation.locator,
        "speaker_id": attestation.speaker_id,
        "speaker_as_written": attestation.speaker_as_written,
        **date_values(attestation.said),
        "said_inferred": attestation.said_inferred,
        "cue": attestation.cue,
        "kind": attestation.kind,
        "method": attestation.method,
        "confidence": attestation.confidence,
        "rule": attestation.rule,
    }


def add_relation(session: Session, relation: Relation) -> bool:
    """Note what one quote is to another, unless it is noted; says whether it is new."""
    if session.get(RelationRow, (relation.quote_id, relation.kind, relation.to)) is not None:
        return False
    row = RelationRow(
        quote_id=relation.quote_id,
        kind=relation.kind,
        to_id=relation.to,
        score=relation.score,
        reason=relation.reason,
    )
    _kept(session, row)
    return True


def add_review(session: Session, review: Review) -> bool:
    """Put two look-alikes in the queue for a person, unless they wait there; says whether new."""
    if session.get(ReviewRow, (review.quote_id, review.to)) is not None:
        return False
    row = ReviewRow(
        quote_id=review.quote_id, to_id=review.to, score=review.score, reason=review.reason
    )
    _kept(session, row)
    return True


def add_evidence(
    session: Session, quote_id: int, evidence: Evidence, source_id: int | None
) -> bool:
    """Keep what a quote's status rests on, unless it is kept; says whether it is new."""
    same = select(EvidenceRow.id).where(
        EvidenceRow.quote_id == quote_id,
        EvidenceRow.status == evidence.status,
        EvidenceRow.because == evidence.because,
        EvidenceRow.at == evidence.at,
    )
    if session.exec(same).first() is not None:
        return False
    row = EvidenceRow(
        quote_id=quote_id,
        status=evidence.status,
        because=evidence.because,
        source_id=source_id,
        who=evidence.who,
        at=evidence.at,
    )
    _kept(session, row)
    return True


def rename_speaker(session: Session, speaker_id: int, name: str) -> None:
    """Show a speaker under another name; the old one stays among the names."""
    session.get_one(SpeakerRow, speaker_id).name = name
    add_speaker_name(session, speaker_id, SpeakerName(name))
    session.flush()


def number_on(session: Session, backend: Backend) -> None:
    """Rows were written with ids of their own: let what follows be numbered after them."""
    for table in (SourceRow, SpeakerRow, QuoteRow, AttestationRow):
        backend.ids_were_given(session, str(table.__tablename__))


def refresh_quote(session: Session, quote_id: int) -> None:
    """Work out again what is worked out from a quote's words: key and fingerprints."""
    conn, row = connection_of(session), session.get_one(QuoteRow, quote_id)
    key = fold(row.text)
    fingerprinting.drop(conn, [row.key, key], [quote_id, quote_id])
    fingerprinting.keep(conn, [key], [quote_id])
    row.key, row.key_hash = key, key_hash(key)
    _kept(session, row)


def date_values(said: str | None) -> dict[str, Any]:
    """The columns that say when something was said (EDTF)."""
    earliest, latest = _bounds(said)
    return {"said": said, "said_earliest": earliest, "said_latest": latest}


def _author(author: Author) -> dict[str, str]:
    """A CSL name, without what it lacks."""
    parts = {"family": author.family, "given": author.given, "literal": author.literal}
    return {key: value for key, value in parts.items() if value}


def anchor(exact: str, speaker_id: int | None, locator: str | None) -> str:
    """Where a printing without offsets stands in its source, in one word."""
    words = f"{fold(exact)}\n{speaker_id}\n{locator or ''}"
    return f"={digest(words):x}"


def _anchor(attestation: Attestation) -> str:
    if attestation.start is not None:
        return f"{attestation.start}-{attestation.end}"
    return anchor(attestation.exact, attestation.speaker_id, attestation.locator)


def _bounds(said: str | None) -> tuple[int | None, int | None]:
    if not said:
        return None, None
    date = parse_edtf(said)
    return date.earliest, date.latest


def _kept(session: Session, row: Row) -> Row:
    session.add(row)
    session.flush()
    return row


def _id(number: int | None) -> int:
    assert number is not None
    return number
