"""Whole articles: read, extract, attribute, match, record. The pipeline on one screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from quotedb.actions.checking import check_language, shortened
from quotedb.actions.extract import remarked
from quotedb.actions.ledger import Ledger
from quotedb.actions.recording import record_all
from quotedb.actions.sources import Description, all_overridden
from quotedb.errors import QuotedbError
from quotedb.extraction.extract import extract
from quotedb.facts import Article, Attestation, Outcome, Quotation
from quotedb.readers import articles
from quotedb.store import queries
from quotedb.store.database import Database


@dataclass(frozen=True, slots=True)
class Ingested:
    """One article and what became of each quotation in it, in the order of the text."""

    article: Article
    outcomes: tuple[Outcome, ...]
    remarks: tuple[str, ...] = ()


def ingest_files(
    database: Database,
    paths: Sequence[str],
    told: Description,
    failed: Callable[[QuotedbError], None],
    *,
    typewriter: bool = False,
) -> Iterator[Ingested]:
    """Record the articles in files, folders or standard input (`-`), one after the other.

    Each article is kept whole or not at all.

    Args:
        database: open for writing.
        paths: what to read.
        told: what the user says of the source, which goes before what the file says.
        failed: called with each error that makes one file unreadable; the others are read.
        typewriter: whether two apostrophes are a quotation mark.

    Raises:
        InvalidDate: a date the user gives is none.
        InvalidValue: one title or URL for several articles.
    """
    check_language(told.language)
    for article in all_overridden(articles(paths, failed), told):
        noted = remarked(article, typewriter=typewriter)
        yield ingest(database, noted, typewriter=typewriter)


def ingest(database: Database, article: Article, *, typewriter: bool = False) -> Ingested:
    """Record one article. The same text a second time changes nothing.

    It is read before the session begins, so that others can write meanwhile.
    """
    from quotedb.store import writing

    found = _found(database, article, typewriter=typewriter)
    with database.session("ingest", _about(article)) as session:
        source_id, is_new = writing.add_source(session, article.source)
        ledger = Ledger(database, session)
        if not is_new:
            return _read_before(ledger, article, source_id)
        if found is None:
            found = extract(article, typewriter=typewriter)
        outcomes = record_all(ledger, source_id, found)
        session.commit()
    remarks = article.notes if outcomes else (*article.notes, "no quotation found")
    return Ingested(article, tuple(outcomes), remarks)


def _about(article: Article) -> str:
    """The article in a few words: its title, or where it is from."""
    source = article.source
    return source.title or source.url or source.container_title or shortened(article.text)


def _read_before(ledger: Ledger, article: Article, source_id: int) -> Ingested:
    attestations = queries.attestations_of(ledger.connection, source_id)
    remark = f"already recorded as source {source_id}, nothing to add"
    outcomes = tuple(_known(attestation) for attestation in attestations)
    return Ingested(article, outcomes, (*article.notes, remark))


def _known(attestation: Attestation) -> Outcome:
    assert attestation.quote_id is not None
    return Outcome(
        outcome="known",
        quote=attestation.quote_id,
        attestation=attestation.id,
        source=attestation.source.id,
        speaker=attestation.speaker,
        text=attestation.exact,
        reason="this article is already recorded",
    )


def _found(database: Database, article: Article, *, typewriter: bool) -> list[Quotation] | None:
    """The quotations of an article, unless it is recorded already."""
    if queries.has_source(database.connection(), article.source.content_hash or ""):
        return None
    return extract(article, typewriter=typewriter)
