"""The tables. Dates are EDTF text beside their strict bounds as day numbers."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Index,
    Integer,
    Text,
    UniqueConstraint,
    text,
)
from sqlmodel import Field, SQLModel

from quotedb.store.days import (
    FIRST_DAY,
    FIRST_ISSUED,
    ISSUED_LONG,
    LAST_DAY,
    LAST_ISSUED,
    SAID_LONG,
)


def _text(nullable: bool = True) -> Column[str]:
    return Column(Text, nullable=nullable)


def _day() -> Column[int]:
    return Column(BigInteger, nullable=True)


def _to(
    target: str, *, nullable: bool = False, index: bool = True, key: bool = False
) -> Column[int]:
    return Column(ForeignKey(target), nullable=nullable, index=index, primary_key=key)


class SpeakerRow(SQLModel, table=True):
    """A person or an organisation."""

    __tablename__ = "speaker"
    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(sa_column=_text(False))
    kind: str = Field(sa_column=_text(False))
    wikidata: str | None = Field(default=None, sa_column=_text())


class SpeakerNameRow(SQLModel, table=True):
    """One of a speaker's names; `key` is it folded. The preferred name is among them."""

    __tablename__ = "speaker_name"
    __table_args__ = (UniqueConstraint("speaker_id", "key"),)
    id: int | None = Field(default=None, primary_key=True)
    speaker_id: int = Field(sa_column=_to("speaker.id"))
    text: str = Field(sa_column=_text(False))
    key: str = Field(sa_column=Column(Text, nullable=False, index=True))
    language: str | None = Field(default=None, sa_column=_text())


class RoleRow(SQLModel, table=True):
    """What a speaker was, from when to when."""

    __tablename__ = "role"
    id: int | None = Field(default=None, primary_key=True)
    speaker_id: int = Field(sa_column=_to("speaker.id"))
    title: str = Field(sa_column=_text(False))
    organization: str | None = Field(default=None, sa_column=_text())
    held_from: str | None = Field(default=None, sa_column=_text())
    held_to: str | None = Field(default=None, sa_column=_text())


class SourceRow(SQLModel, table=True):
    """A document in CSL's terms; `authors` is a JSON list of CSL names, `details` one of further
    CSL variables, each a pair of name and text.
    """

    __tablename__ = "source"
    __table_args__ = (
        Index("ix_source_issued", text(FIRST_ISSUED), text(LAST_ISSUED)),
        Index(
            "ix_source_issued_long", text(FIRST_ISSUED), text(LAST_ISSUED),
            sqlite_where=text(ISSUED_LONG), postgresql_where=text(ISSUED_LONG),
        ),
    )  # fmt: skip
    id: int | None = Field(default=None, primary_key=True)
    csl_type: str = Field(sa_column=_text(False))
    title: str | None = Field(default=None, sa_column=_text())
    container_title: str | None = Field(default=None, sa_column=_text())
    authors: str = Field(default="[]", sa_column=_text(False))
    issued: str | None = Field(default=None, sa_column=_text())
    issued_earliest: int | None = Field(default=None, sa_column=_day())
    issued_latest: int | None = Field(default=None, sa_column=_day())
    accessed: str | None = Field(default=None, sa_column=_text())
    url: str | None = Field(default=None, sa_column=_text())
    publisher: str | None = Field(default=None, sa_column=_text())
    language: str | None = Field(default=None, sa_column=_text())
    content_hash: str = Field(sa_column=Column(Text, nullable=False, unique=True))
    details: str = Field(default="[]", sa_column=Column(Text, nullable=False, server_default="[]"))


class SourceTextRow(SQLModel, table=True):
    """The text of an ingested article, apart, so that listing sources never reads it."""

    __tablename__ = "source_text"
    source_id: int = Field(sa_column=_to("source.id", index=False, key=True))
    text: str = Field(sa_column=_text(False))


class QuoteRow(SQLModel, table=True):
    """Something somebody said. `key` is the text folded, `key_hash` its 64-bit hash."""

    __tablename__ = "quote"
    __table_args__ = (
        Index("ix_quote_length", text("length(key)"), "id"),
        Index("ix_quote_said", text(FIRST_DAY), text(LAST_DAY), "id"),
        Index("ix_quote_speaker", "speaker_id", text(FIRST_DAY), text(LAST_DAY), "id"),
        Index(
            "ix_quote_said_long", text(FIRST_DAY), text(LAST_DAY), "id",
            sqlite_where=text(SAID_LONG), postgresql_where=text(SAID_LONG),
        ),
    )  # fmt: skip
    id: int | None = Field(default=None, primary_key=True)
    text: str = Field(sa_column=_text(False))
    key: str = Field(sa_column=_text(False))
    key_hash: int = Field(sa_column=Column(BigInteger, nullable=False, index=True))
    language: str | None = Field(default=None, sa_column=_text())
    speaker_id: int | None = Field(
        default=None, sa_column=_to("speaker.id", nullable=True, index=False)
    )
    said: str | None = Field(default=None, sa_column=_text())
    said_earliest: int | None = Field(default=None, sa_column=_day())
    said_latest: int | None = Field(default=None, sa_column=_day())
    said_inferred: bool = False
    place: str | None = Field(default=None, sa_column=_text())
    event: str | None = Field(default=None, sa_column=_text())
    status: str = Field(default="unverified", sa_column=Column(Text, nullable=False, index=True))
    note: str | None = Field(default=None, sa_column=_text())


class AttestationRow(SQLModel, table=True):
    """One place where a quote was printed.

    `anchor` is where in its source, in one word: the offsets, or for a quotation without offsets
    a hash of its words and locator. A source has each anchor once.
    """

    __tablename__ = "attestation"
    __table_args__ = (
        UniqueConstraint("source_id", "anchor"),
        Index("ix_attestation_speaker", "speaker_id", "quote_id"),
        Index(
            "ix_attestation_unsure", "quote_id",
            sqlite_where=text("confidence < 0.5"), postgresql_where=text("confidence < 0.5"),
        ),
    )  # fmt: skip
    id: int | None = Field(default=None, primary_key=True)
    quote_id: int = Field(sa_column=_to("quote.id"))
    source_id: int = Field(sa_column=_to("source.id", index=False))
    anchor: str = Field(sa_column=_text(False))
    exact: str = Field(sa_column=_text(False))
    prefix: str = Field(default="", sa_column=_text(False))
    suffix: str = Field(default="", sa_column=_text(False))
    start_offset: int | None = None
    end_offset: int | None = None
    parts: str | None = Field(default=None, sa_column=_text())
    locator: str | None = Field(default=None, sa_column=_text())
    speaker_id: int | None = Field(
        default=None, sa_column=_to("speaker.id", nullable=True, index=False)
    )
    speaker_as_written: str | None = Field(default=None, sa_column=_text())
    said: str | None = Field(default=None, sa_column=_text())
    said_earliest: int | None = Field(default=None, sa_column=_day())
    said_latest: int | None = Field(default=None, sa_column=_day())
    said_inferred: bool = False
    cue: str | None = Field(default=None, sa_column=_text())
    kind: str = Field(sa_column=_text(False))
    method: str = Field(sa_column=_text(False))
    confidence: float = 1.0
    rule: str | None = Field(default=None, sa_column=_text())


class RelationRow(SQLModel, table=True):
    """The quote `quote_id` is `kind` the quote `to_id`."""

    __tablename__ = "relation"
    quote_id: int = Field(sa_column=_to("quote.id", index=False, key=True))
    kind: str = Field(sa_column=Column(Text, primary_key=True))
    to_id: int = Field(sa_column=_to("quote.id", key=True))
    score: float | None = None
    reason: str | None = Field(default=None, sa_column=_text())


class TagRow(SQLModel, table=True):
    """A tag of a quote."""

    __tablename__ = "tag"
    __table_args__ = (Index("ix_tag_name", "name"),)
    quote_id: int = Field(sa_column=_to("quote.id", index=False, key=True))
    name: str = Field(sa_column=Column(Text, primary_key=True))


class ReviewRow(SQLModel, table=True):
    """Two quotes that look alike and wait for a person's word."""

    __tablename__ = "review"
    quote_id: int = Field(sa_column=_to("quote.id", index=False, key=True))
    to_id: int = Field(sa_column=_to("quote.id", key=True))
    score: float
    reason: str = Field(sa_column=_text(False))


class EvidenceRow(SQLModel, table=True):
    """Why a person gave a quote its status, and the source that shows it."""

    __tablename__ = "evidence"
    id: int | None = Field(default=None, primary_key=True)
    quote_id: int = Field(sa_column=_to("quote.id"))
    status: str = Field(sa_column=_text(False))
    because: str = Field(sa_column=_text(False))
    source_id: int | None = Field(default=None, sa_column=_to("source.id", nullable=True))
    who: str = Field(sa_column=_text(False))
    at: str = Field(sa_column=_text(False))


class HistoryRow(SQLModel, table=True):
    """One change of the facts: a command's, or a batch of them.

    `undoes` is the entry that this one took back, `undone_by` the one that took this back.
    """

    __tablename__ = "history"
    id: int | None = Field(default=None, primary_key=True)
    at: str = Field(sa_column=_text(False))
    who: str = Field(sa_column=_text(False))
    action: str = Field(sa_column=_text(False))
    about: str = Field(sa_column=_text(False))
    undoes: int | None = Field(
        default=None, sa_column=_to("history.id", nullable=True, index=False)
    )
    undone_by: int | None = Field(
        default=None, sa_column=_to("history.id", nullable=True, index=False)
    )


class ChangeRow(SQLModel, table=True):
    """What an entry did to rows of the table `fact`: `what` is insert, update or delete.

    `keys` is JSON: ranges of ids, or primary keys; `low` and `high` are the least and greatest
    of their first numbers. `before` and `after` are JSON: of an update the columns that changed,
    of a delete the rows; inserted rows are there to be read, or in what changed them later.
    """

    __tablename__ = "change"
    __table_args__ = (Index("ix_change_fact_high", "fact", "high"),)
    entry_id: int = Field(sa_column=_to("history.id", index=False, key=True))
    number: int = Field(sa_column=Column(Integer, primary_key=True, autoincrement=False))
    fact: str = Field(sa_column=_text(False))
    what: str = Field(sa_column=_text(False))
    keys: str = Field(sa_column=_text(False))
    low: int = Field(sa_column=Column(BigInteger, nullable=False))
    high: int = Field(sa_column=Column(BigInteger, nullable=False))
    before: str | None = Field(default=None, sa_column=_text())
    after: str | None = Field(default=None, sa_column=_text())


class FingerprintRunRow(SQLModel, table=True):
    """A sorted run of what look-alikes are found by; `size` says how many fingerprints it has."""

    __tablename__ = "fingerprint_run"
    id: int | None = Field(default=None, primary_key=True)
    size: int = Field(sa_column=Column(BigInteger, nullable=False))


class FingerprintBlockRow(SQLModel, table=True):
    """Neighbours in a run, worked out from `quote.key`: hashes (of 8 bytes each) and the quotes
    that have them (of 4 or 8), sorted, the least byte of each first.

    There are no foreign keys: fingerprints go with their quotes, and blocks with their runs.
    """

    __tablename__ = "fingerprint_block"
    __table_args__ = (UniqueConstraint("run_id", "first"),)
    id: int | None = Field(default=None, primary_key=True)
    run_id: int
    first: int = Field(sa_column=Column(BigInteger, nullable=False))
    hashes: bytes
    quotes: bytes
