"""The facts that travel between the rooms: frozen, comparable, and loaded in no time.

Vocabulary: a *quote* is something somebody said; an *attestation* is one place where it was
printed; a *source* is the document it was printed in; a *speaker* is who said it. A *quotation*
is what a reader of one document sees, before the store has been asked whether it is known.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Kind = Literal["direct", "mixed", "indirect", "not_said"]
Method = Literal["hand", "extraction", "import"]
Status = Literal["unverified", "verified", "disputed", "misattributed"]
RelationKind = Literal["excerpt_of", "variant_of", "translation_of", "distinct"]
VerdictKind = Literal["same", "excerpt", "different"]
OutcomeKind = Literal["new", "known", "variant", "excerpt", "review"]
SpeakerKind = Literal["person", "organization", "unnamed"]
SortOrder = Literal["relevance", "said", "added", "speaker"]

STATUSES: tuple[Status, ...] = ("unverified", "verified", "disputed", "misattributed")


class Sent:
    """A fact that goes from one process to another in a fraction of the time: as its values."""

    __slots__ = ()

    def __reduce__(self) -> tuple[object, ...]:
        names: tuple[str, ...] = self.__slots__
        return _remade, (type(self), *[getattr(self, name) for name in names])


def _remade(kind: type[Sent], *values: object) -> Sent:
    fact: Sent = object.__new__(kind)
    for keep, value in zip(_keepers(kind), values, strict=True):
        keep(fact, value)
    return fact


_KEEPERS: dict[type[Sent], tuple[Callable[[object, object], None], ...]] = {}


def _keepers(kind: type[Sent]) -> tuple[Callable[[object, object], None], ...]:
    """What puts a value into each slot."""
    if kind not in _KEEPERS:
        names: tuple[str, ...] = kind.__slots__
        _KEEPERS[kind] = tuple(getattr(kind, name).__set__ for name in names)
    return _KEEPERS[kind]


@dataclass(frozen=True, slots=True)
class EdtfDate:
    """A date as written (EDTF, ISO 8601-2) with its strict bounds.

    `earliest` and `latest` are proleptic Gregorian day numbers, day 1 being 0001-01-01 as in
    `datetime.date.toordinal`, negative before that; None where the interval is open or unknown.
    """

    text: str
    earliest: int | None
    latest: int | None


@dataclass(frozen=True, slots=True)
class Author:
    """Who wrote a source, as a CSL name: either `family` (with `given`) or `literal`."""

    family: str | None = None
    given: str | None = None
    literal: str | None = None

    @property
    def full(self) -> str:
        """The name in reading order."""
        return self.literal or " ".join(part for part in (self.given, self.family) if part)


@dataclass(frozen=True, slots=True)
class Detail:
    """One more thing known of a source: a CSL variable, such as `translator` or `archive`.

    `text` is as written: EDTF for a date variable, one name (`Family, Given`, or whole) for a
    name variable; several names are several details.
    """

    variable: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(Sent):
    """A document, in CSL's terms. Dates are EDTF text; `text` is kept for ingested articles.

    `content_hash` is the SHA-256 of the text as stored (hexadecimal); for a source known only
    by its description, of that description: it is what makes two sources the same.
    """

    id: int | None = None
    csl_type: str = "document"
    title: str | None = None
    container_title: str | None = None
    authors: tuple[Author, ...] = ()
    issued: str | None = None
    accessed: str | None = None
    url: str | None = None
    publisher: str | None = None
    language: str | None = None
    content_hash: str | None = None
    text: str | None = None
    details: tuple[Detail, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """What a reader makes of one document: its source, and the text that offsets refer to.

    `body_start` is where the header lines end and the article begins (offset in `text`);
    `notes` says what the reader had to decide (an encoding guessed, characters replaced).
    """

    text: str
    source: Source
    path: str | None = None
    body_start: int = 0
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation(Sent):
    """Words that one document puts into somebody's mouth.

    `start` and `end` are character offsets of the words inside the marks, so that
    `article.text[start:end] == text`; both None when the quotation came without its document.
    One that a reporting clause or a new paragraph breaks has `parts`, the offsets of each: its
    text is theirs with a space (or a line's end) between, from the first's start to the last's
    end.
    `speaker` is the resolved name, `speaker_as_written` the words of the document; `confidence`
    (0..1) is that of the attribution; `rule` and `evidence` say what led to it.
    """

    text: str
    start: int | None = None
    end: int | None = None
    parts: tuple[tuple[int, int], ...] = ()
    kind: Kind = "direct"
    speaker: str | None = None
    speaker_as_written: str | None = None
    speaker_kind: SpeakerKind = "person"
    role: str | None = None
    cue: str | None = None
    said: str | None = None
    said_inferred: bool = False
    language: str | None = None
    confidence: float = 1.0
    rule: str | None = None
    evidence: str | None = None
    prefix: str = ""
    suffix: str = ""
    locator: str | None = None
    event: str | None = None
    place: str | None = None
    tags: tuple[str, ...] = ()
    note: str | None = None
    method: Method = "hand"
    status: Status = "unverified"


@dataclass(frozen=True, slots=True)
class Clipping(Sent):
    """One quotation with the source it came from, not yet recorded; `where` is file and line."""

    quotation: Quotation
    source: Source
    where: str | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether two wordings are one quote.

    `kind` is the best answer, `score` 0..100 how alike they are, `reason` why in words;
    `review` is True where the words alone cannot settle it and a person must say.
    """

    kind: VerdictKind
    score: float
    reason: str
    review: bool = False


@dataclass(frozen=True, slots=True)
class Wording:
    """A stored wording as matching needs it: the words, their folded key, whose they are."""

    quote_id: int
    text: str
    key: str
    language: str | None
    speaker_id: int | None


@dataclass(frozen=True, slots=True)
class SpeakerName:
    """One of a speaker's names: an alias, a name in another script."""

    text: str
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Role:
    """What a speaker was: title, organisation, and from when to when (EDTF)."""

    title: str
    organization: str | None = None
    start: str | None = None
    end: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """A person or an organisation. `names` holds every name, the preferred one first."""

    id: int | None = None
    name: str
    kind: SpeakerKind = "person"
    names: tuple[SpeakerName, ...] = ()
    roles: tuple[Role, ...] = ()
    wikidata: str | None = None
    quotes: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Attestation:
    """One place where a quote was printed (W3C TextQuoteSelector and TextPositionSelector).

    `parts` are the offsets of each part where it is broken: `306-337,353-387`.
    """

    id: int | None = None
    quote_id: int | None = None
    source: Source
    exact: str
    prefix: str = ""
    suffix: str = ""
    start: int | None = None
    end: int | None = None
    parts: str | None = None
    locator: str | None = None
    speaker_id: int | None = None
    speaker: str | None = None
    speaker_as_written: str | None = None
    said: str | None = None
    said_inferred: bool = False
    cue: str | None = None
    kind: Kind = "direct"
    method: Method = "hand"
    confidence: float = 1.0
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """Between two quotes: the quote with id `quote_id` is `kind` the quote with id `to`."""

    quote_id: int
    kind: RelationKind
    to: int
    score: float | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """Two quotes that look alike and wait for a person's word."""

    quote_id: int
    to: int
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a person gave a quote its status: who, when (ISO 8601), and the source that shows it."""

    status: Status
    because: str
    source: Source | None = None
    who: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Something somebody said, with every place it was printed."""

    id: int | None = None
    text: str
    language: str | None = None
    speaker_id: int | None = None
    speaker: str | None = None
    said: str | None = None
    said_inferred: bool = False
    place: str | None = None
    event: str | None = None
    status: Status = "unverified"
    note: str | None = None
    tags: tuple[str, ...] = ()
    attestations: tuple[Attestation, ...] = ()
    relations: tuple[Relation, ...] = ()
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What `search`, `cite` and `export` look for. Dates are bounds already (day numbers)."""

    words: str | None = None
    speaker: str | None = None
    since: int | None = None
    until: int | None = None
    outlet: str | None = None
    language: str | None = None
    tags: tuple[str, ...] = ()
    status: Status | None = None
    everything: bool = False
    sort: SortOrder | None = None
    limit: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one quotation that was to be recorded, with the reason in words."""

    outcome: OutcomeKind
    quote: int
    attestation: int | None
    source: int | None
    speaker: str | None
    text: str
    relation_to: int | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A quote together with the printing of it that is to be cited.

    `indirect` is True where the source is somebody else's work that quotes the speaker.
    """

    quote: Quote
    attestation: Attestation
    indirect: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What one entry of the history did to some rows of one kind of fact.

    Attributes:
        fact: the table.
        what: insert, update or delete.
        keys: the primary keys of the rows, as JSON: ranges of ids, or keys.
        count: how many rows.
        before: of an update the columns that changed; of a delete nothing here.
        after: the same columns as they were then.
        rows: of a delete, the rows.
    """

    fact: str
    what: str
    keys: str
    count: int
    before: dict[str, object] | None = None
    after: dict[str, object] | None = None
    rows: tuple[dict[str, object], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One change of the facts: when (UTC, ISO 8601), by whom, what was done and to what.

    `undoes` is the entry that it took back, `undone_by` the one that took it back.
    """

    id: int
    at: str
    who: str
    action: str
    about: str
    undoes: int | None = None
    undone_by: int | None = None
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Remark(Sent):
    """What the reader of a file of records had to decide: an encoding that was guessed."""

    what: str
    where: str


Fact = Source | Speaker | Quote | Relation | Review
"""What an export holds, in that order: each kind refers only to those before it."""
