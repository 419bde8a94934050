"""The JSON that other programs rely on: each fact as the record that is printed."""

from __future__ import annotations

from typing import Any

from quotedb.actions import history
from quotedb.actions.search import Hit
from quotedb.actions.show import Shown
from quotedb.facts import (
    Attestation,
    Entry,
    Evidence,
    Outcome,
    Quotation,
    Quote,
    Source,
    Speaker,
    Verdict,
)
from quotedb.matching.people import Namesakes
from quotedb.text import parts, roles

Record = dict[str, Any]


def quotation(found: Quotation, path: str | None, *, explain: bool = False) -> Record:
    """One quotation as `extract` prints it."""
    record: Record = {
        "text": found.text,
        "start": found.start,
        "end": found.end,
        "parts": [list(part) for part in found.parts],
        "kind": found.kind,
        "speaker": found.speaker,
        "speaker_as_written": found.speaker_as_written,
        "role": found.role,
        "cue": found.cue,
        "said": found.said,
        "language": found.language,
        "confidence": round(found.confidence, 3),
        "file": path,
    }
    return record | {"rule": found.rule, "evidence": found.evidence} if explain else record


def outcome(done: Outcome) -> Record:
    """What became of one quotation, as `add` and `ingest` print it."""
    return {
        "outcome": done.outcome,
        "quote": done.quote,
        "attestation": done.attestation,
        "source": done.source,
        "speaker": done.speaker,
        "text": done.text,
        "relation_to": done.relation_to,
        "reason": done.reason,
    }


def verdict(given: Verdict) -> Record:
    """A verdict as `compare` prints it."""
    return {
        "kind": given.kind,
        "score": round(given.score, 1),
        "reason": given.reason,
        "review": given.review,
    }


def source(document: Source) -> Record:
    """A source in short, as under a quote in `search`."""
    return {
        "title": document.title,
        "outlet": document.container_title,
        "issued": document.issued,
        "url": document.url,
        "publisher": document.publisher,
    }


def hit(found: Hit) -> Record:
    """A quote as `search` prints it; `hanging` are its excerpts and variants."""
    quote = found.quote
    sources = {a.source.id: source(a.source) for a in quote.attestations}
    return {
        "id": quote.id,
        "text": quote.text,
        "speaker": quote.speaker,
        "said": quote.said,
        "language": quote.language,
        "status": quote.status,
        "attestations": len(quote.attestations),
        "sources": list(sources.values()),
        "relations": [
            {"kind": r.kind, "to": r.to} for r in quote.relations if r.quote_id == quote.id
        ],
        "tags": list(quote.tags),
        "hanging": [
            {"id": under.id, "kind": kind, "text": under.text} for kind, under in found.hanging
        ],
    }


def quote(shown: Shown) -> Record:
    """A quote as `show` prints it, with all its attestations and relations."""
    one = shown.quote
    return {
        "id": one.id,
        "text": one.text,
        "speaker": one.speaker,
        "role": shown.role,
        "said": one.said,
        "said_inferred": one.said_inferred,
        "place": one.place,
        "event": one.event,
        "language": one.language,
        "status": one.status,
        "tags": list(one.tags),
        "note": one.note,
        "evidence": [evidence(e) for e in one.evidence],
        "attestations": [attestation(a) for a in one.attestations],
        "relations": [{"kind": r.kind, "to": r.to} for r in one.relations if r.quote_id == one.id],
        "related": [
            {
                "kind": r.relation.kind,
                "direction": r.relation.kind if r.outgoing else f"has {r.relation.kind[:-3]}",
                "quote": r.quote.id,
                "score": r.relation.score,
                "reason": r.relation.reason,
                "text": r.quote.text,
            }
            for r in shown.related
        ],
    }


def in_short(one: Quote) -> Record:
    """A quote without its printings."""
    return {
        "id": one.id,
        "text": one.text,
        "speaker": one.speaker,
        "said": one.said,
        "language": one.language,
        "status": one.status,
        "tags": list(one.tags),
        "attestations": len(one.attestations),
    }


def evidence(one: Evidence) -> Record:
    """What a status rests on."""
    return {
        "status": one.status,
        "because": one.because,
        "source": source(one.source) if one.source else None,
        "who": one.who,
        "at": one.at,
    }


def entry(one: Entry) -> Record:
    """An entry of the history as `log` and `undo` print it."""
    return {
        "id": one.id,
        "at": one.at,
        "who": one.who,
        "action": one.action,
        "about": one.about,
        "summary": history.summary(one),
        "undoes": one.undoes,
        "undone_by": one.undone_by,
        "changes": [
            {
                "fact": change.fact,
                "what": change.what,
                "count": change.count,
                "key": change.keys,
                "before": change.before or (list(change.rows) if change.what == "delete" else None),
                "after": change.after or (list(change.rows) if change.what == "insert" else None),
            }
            for change in one.changes
        ],
    }


def attestation(one: Attestation) -> Record:
    """An attestation with its source."""
    document = one.source
    described = ", ".join(
        part for part in (document.title, document.container_title or document.publisher) if part
    )
    return {
        "id": one.id,
        "source": document.id,
        "described": described or document.url or "no source given",
        **source(document),
        "authors": [author.full for author in document.authors],
        "exact": one.exact,
        "prefix": one.prefix,
        "suffix": one.suffix,
        "start": one.start,
        "end": one.end,
        "parts": [list(part) for part in parts.read(one.parts)],
        "locator": one.locator,
        "where": one.locator or (f"{one.start}-{one.end}" if one.start is not None else None),
        "speaker": one.speaker,
        "speaker_as_written": one.speaker_as_written,
        "said": one.said,
        "said_inferred": one.said_inferred,
        "cue": one.cue,
        "kind": one.kind,
        "method": one.method,
        "confidence": round(one.confidence, 3),
        "rule": one.rule,
    }


def namesakes(first: Speaker, second: Speaker, why: Namesakes) -> Record:
    """Two speakers who may be one."""
    return {
        "first": first.id,
        "first_name": why.names[0],
        "second": second.id,
        "second_name": why.names[1],
        "score": round(why.score, 1),
        "reason": why.reason,
        "quotes": [first.quotes, second.quotes],
    }


def speaker(person: Speaker) -> Record:
    """A speaker with the other names and the roles."""
    return {
        "id": person.id,
        "name": person.name,
        "kind": person.kind,
        "names": [name.text for name in person.names if name.text != person.name],
        "roles": [roles.written(role) for role in person.roles],
        "held": [
            {"title": r.title, "organization": r.organization, "from": r.start, "to": r.end}
            for r in person.roles
        ],
        "wikidata": person.wikidata,
        "quotes": person.quotes,
    }
