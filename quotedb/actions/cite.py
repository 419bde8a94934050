"""The citation list of a search."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from quotedb import settings
from quotedb.actions.search import search
from quotedb.actions.sources import is_described
from quotedb.errors import UnknownName
from quotedb.exporters import REGISTRY, CiteOptions
from quotedb.facts import Attestation, Citation, Quote, Search
from quotedb.store.database import Database
from quotedb.text.dates import parse_edtf
from quotedb.text.folding import fold

# CSL types in which a speaker's own words appear at first hand.
OWN_WORDS = frozenset(
    ("speech", "interview", "post", "post-weblog", "book", "chapter", "personal_communication")
)


@dataclass(frozen=True, slots=True)
class Listed:
    """A citation list as pieces of text, and remarks for the user."""

    chunks: Iterator[str]
    remarks: tuple[str, ...]


def cite(
    database: Database,
    wanted: Search,
    form: str = "text",
    style: str | None = None,
    locale: str | None = None,
    csl: Path | None = None,
) -> Listed:
    """The citation list of what a search finds: the best printing of each quote.

    Args:
        database: open for reading.
        wanted: which quotes; with `everything`, every printing of them is cited.
        form: name of an exporter that cites.
        style: a CSL style by name; the settings' one, or APA, when None.
        locale: BCP 47 tag of the list's language; the settings' one, or en-US, when None.
        csl: a style file, which goes before `style`.

    Raises:
        UnknownName: no such format, style or locale.
    """
    exporter = REGISTRY.load(form)
    if not hasattr(exporter, "cite"):
        citing = ", ".join(
            name for name in REGISTRY.names() if hasattr(REGISTRY.load(name), "cite")
        )
        raise UnknownName(f"{form} is no format for citations", hint=f"Known: {citing}")
    own = settings.load()
    options = CiteOptions(
        style=style or own.style or "apa", locale=locale or own.locale or "en-US", csl=csl
    )
    quotes = [hit.quote for hit in search(database, wanted)]
    cited = list(citations(quotes, every=wanted.everything))
    without = len(quotes) - len({citation.quote.id for citation in cited})
    remarks = (f"{without} of {len(quotes)} quotes have no source to cite",) if without else ()
    return Listed(exporter.cite(cited, options), remarks)


def citations(quotes: Iterable[Quote], *, every: bool = False) -> Iterator[Citation]:
    """The printing of each quote that is best cited, or every one; none without a source."""
    for quote in quotes:
        printed = sorted((a for a in quote.attestations if is_described(a.source)), key=_rank)
        for attestation in printed if every else printed[:1]:
            yield Citation(quote=quote, attestation=attestation, indirect=_is_indirect(attestation))


def _is_indirect(attestation: Attestation) -> bool:
    """Whether somebody else's work quotes the speaker: only their own words are at first hand."""
    source = attestation.source
    if source.csl_type not in OWN_WORDS:
        return True
    speaker = set(fold(attestation.speaker or "").split())
    return not any(speaker <= set(fold(author.full).split()) for author in source.authors)


def _rank(attestation: Attestation) -> tuple[bool, bool, int, int]:
    """First hand before second hand, dated before undated, early before late."""
    issued = parse_edtf(attestation.source.issued).earliest if attestation.source.issued else None
    return (_is_indirect(attestation), issued is None, issued or 0, attestation.id or 0)
