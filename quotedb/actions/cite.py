"""The citation list of a search."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType
from typing import Literal, cast, get_args

from quotedb import settings
from quotedb.actions.search import search
from quotedb.actions.sources import is_described
from quotedb.errors import InvalidValue, UnknownName
from quotedb.exporters import REGISTRY, Chunk, CiteOptions, GroupBy
from quotedb.facts import Attestation, Citation, Quote, Search
from quotedb.store import naming
from quotedb.store.database import Database
from quotedb.text.dates import parse_edtf
from quotedb.text.folding import fold

Way = Literal["auto", "direct", "indirect"]

# CSL types in which a speaker's own words appear at first hand.
OWN_WORDS = frozenset(
    (
        "speech", "interview", "post", "post-weblog", "book", "chapter", "personal_communication",
        "report", "thesis", "pamphlet", "manuscript",
    )
)  # fmt: skip
# Those of them that are the words of whoever is quoted, when no author is given.
SPOKEN = frozenset(("speech", "interview"))

Names = Mapping[int | None, Iterable[str]]
NO_NAMES: Names = {}


@dataclass(frozen=True, slots=True)
class Listed:
    """A citation list as pieces of text or bytes, and remarks for the user."""

    chunks: Iterator[Chunk]
    remarks: tuple[str, ...]
    binary: bool = False


def cite(
    database: Database,
    wanted: Search,
    form: str = "text",
    style: str | None = None,
    locale: str | None = None,
    csl: Path | None = None,
    *,
    group_by: str = "none",
    with_quotes: bool = False,
    way: str = "auto",
) -> Listed:
    """The citation list of what a search finds: the best printing of each quote.

    Args:
        database: open for reading.
        wanted: which quotes; with `everything`, every printing of them is cited.
        form: name of an exporter that cites.
        style: a CSL style by name; the settings' one, or APA, when None.
        locale: BCP 47 tag of the list's language; the settings' one, or the style's, when None.
        csl: a style file, which goes before `style`.
        group_by: none, speaker or source.
        with_quotes: the quotes themselves, each with its speaker and reference.
        way: whether quotes are cited at first hand or from the work of somebody else; `auto`
            tells by the source.

    Raises:
        UnknownName: no such format, style or locale.
        InvalidValue: no such grouping or way.
    """
    exporter = citing(form)
    _check(way, get_args(Way), "way to cite")
    options = _options(style, locale, csl, group_by, with_quotes=with_quotes)
    quotes = [hit.quote for hit in search(database, wanted)]
    found = citations(quotes, every=wanted.everything, names=names_of(database, quotes))
    cited = [told(citation, cast("Way", way)) for citation in found]
    without = len(quotes) - len({citation.quote.id for citation in cited})
    remarks = (f"{without} of {len(quotes)} quotes have no source to cite",) if without else ()
    binary = bool(getattr(exporter, "BINARY", False))
    return Listed(exporter.cite(cited, options), remarks, binary)


def _options(
    style: str | None, locale: str | None, csl: Path | None, group_by: str, *, with_quotes: bool
) -> CiteOptions:
    _check(group_by, get_args(GroupBy), "way to group")
    own = settings.load()
    return CiteOptions(
        style=style or own.style or "apa",
        locale=locale or own.locale or "",
        csl=csl,
        group_by=cast("GroupBy", group_by),
        with_quotes=with_quotes,
    )


def citing(form: str) -> ModuleType:
    """The exporter of that name.

    Raises:
        UnknownName: there is none, or one that makes no citations.
    """
    exporter = REGISTRY.load(form)
    if not hasattr(exporter, "cite"):
        every = (name for name in REGISTRY.names() if hasattr(REGISTRY.load(name), "cite"))
        raise UnknownName(f"{form} is no format for citations", hint=f"Known: {', '.join(every)}")
    return exporter


def form_of(file: Path | None) -> str:
    """The format that a file's ending asks for; text when it asks for none."""
    ending = file.suffix.lower() if file else ""
    if ending in _BY_ENDING:
        return _BY_ENDING[ending]
    known = ((name, REGISTRY.load(name)) for name in REGISTRY.names())
    found = [name for name, e in known if hasattr(e, "cite") and ending == e.SUFFIX]
    return found[0] if found else "text"


# Endings that several formats share, with the one that is meant.
_BY_ENDING = {".md": "markdown", ".bib": "bibtex", ".json": "csl-json"}


def citations(
    quotes: Iterable[Quote], *, every: bool = False, names: Names = NO_NAMES
) -> Iterator[Citation]:
    """The printing of each quote that is best cited, or every one; none without a source.

    Args:
        quotes: whole, with their attestations.
        every: all printings.
        names: the further names of speakers, by their ids.
    """
    for quote in quotes:
        cited = [
            Citation(quote=quote, attestation=a, indirect=is_indirect(a, quote, names))
            for a in quote.attestations
            if is_described(a.source)
        ]
        cited.sort(key=_rank)
        yield from cited if every else cited[:1]


def names_of(database: Database, quotes: Iterable[Quote]) -> Names:
    """Every name of the speakers of quotes, by their ids."""
    ids = {quote.speaker_id for quote in quotes}
    people = naming.speakers_by_id(database.connection(), sorted(i for i in ids if i is not None))
    return {person.id: [name.text for name in person.names] for person in people}


def told(citation: Citation, way: Way) -> Citation:
    """The citation as the user wants it cited."""
    return citation if way == "auto" else replace(citation, indirect=way == "indirect")


def is_indirect(attestation: Attestation, quote: Quote, names: Names = NO_NAMES) -> bool:
    """Whether somebody else's work quotes the speaker: only their own words are at first hand.

    Those are in a speech, an interview, a post, a letter or a book (or what is like one: a report,
    a thesis, a pamphlet, a manuscript) of which the speaker is an author; a speech or an interview
    without an author is the speaker's. Words that are misattributed are nobody's own.
    """
    source = attestation.source
    speaker = attestation.speaker or quote.speaker
    if source.csl_type not in OWN_WORDS or quote.status == "misattributed" or not speaker:
        return True
    if not source.authors:
        return source.csl_type not in SPOKEN
    known = [set(fold(name).split()) for name in (speaker, *names.get(quote.speaker_id, ()))]
    authors = [set(fold(author.full).split()) for author in source.authors]
    return not any(name and name <= author for name in known for author in authors)


def _rank(citation: Citation) -> tuple[bool, bool, int, int]:
    """First hand before second hand, dated before undated, early before late."""
    printed = citation.attestation
    issued = parse_edtf(printed.source.issued).earliest if printed.source.issued else None
    return (citation.indirect, issued is None, issued or 0, printed.id or 0)


def _check(value: str, known: tuple[str, ...], noun: str) -> None:
    if value not in known:
        raise InvalidValue(f"{value[:40]!r} is no {noun}", hint=f"Known: {', '.join(known)}")
