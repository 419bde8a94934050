"""Articles on a cluster: read from Parquet or JSON Lines, and their quotations found.

A reader's and the extractor's own functions do it, a batch of rows at a time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from quotedb.actions.engines._batches import Row, batched, rows
from quotedb.actions.engines._reading import PLACE, mapped
from quotedb.actions.ledger import UNSURE
from quotedb.actions.recording import attestation_of, recorded_order
from quotedb.actions.sources import Description, overridden
from quotedb.errors import QuotedbError
from quotedb.extraction.extract import extract
from quotedb.facts import Article, Quotation
from quotedb.readers._articles import COLUMNS
from quotedb.readers._parquet import without_nulls
from quotedb.readers.article_records import page
from quotedb.text.fingerprint import digest
from quotedb.text.folding import fold

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql import DataFrame, SparkSession

ATTESTED = (
    "exact", "prefix", "suffix", "start", "end", "parts", "locator", "speaker_as_written", "said",
    "said_inferred", "cue", "kind", "method", "confidence", "rule",
)  # fmt: skip
"""What of an attestation is the quotation's own."""

TOLD = ("language", "place", "event", "note")
"""What else the quotation tells of a quote."""

_SOURCE = (
    "csl_type", "title", "container_title", "authors", "issued", "accessed", "url", "publisher",
    "language", "content_hash", "text",
)  # fmt: skip


def found_in(
    spark: SparkSession, paths: Sequence[str], told: Description, *, typewriter: bool = False
) -> DataFrame:
    """Every article with its quotations, in the order in which they are to be recorded, or with
    what is wrong with it.

    Args:
        spark: the session.
        paths: files and folders, also on a disk that only the cluster sees.
        told: what the user says of all sources, which goes before what a row says.
        typewriter: whether two apostrophes are a quotation mark.

    Raises:
        DataError: there is no file of articles among them, or one without a column `text`.
    """
    read = partial(_read, told=told, typewriter=typewriter)
    return mapped(spark, paths, COLUMNS, read, _schema())


def _read(
    batches: Iterable[pa.RecordBatch], told: Description, typewriter: bool
) -> Iterator[pa.RecordBatch]:
    """Rows to articles and their quotations."""
    yield from batched((_of_row(row, told, typewriter) for row in rows(batches)), _schema())


def _of_row(row: Row, told: Description, typewriter: bool) -> Row:
    at = {name: row[name] for name in PLACE}
    line: str | None = row.get("line")
    found = page(line.encode() if line is not None else without_nulls(row), row["path"])
    if isinstance(found, QuotedbError):
        return at | {"problem": found.what, "hint": found.hint}
    article = overridden(found, told)
    return at | _of_article(article, extract(article, typewriter=typewriter))


def _of_article(article: Article, quotations: list[Quotation]) -> Row:
    source = article.source
    return {
        "hash": source.content_hash,
        "source": {name: getattr(source, name) for name in _SOURCE}
        | {"authors": [asdict(author) for author in source.authors]},
        "quotations": [_of_quotation(quotations[i]) for i in recorded_order(quotations)],
    }


def _of_quotation(one: Quotation) -> Row:
    """A quotation by the columns of its attestation and its quote, and whose it is.

    `person` is a hash of the speaker's folded name, as long as they have no number.
    """
    printed = attestation_of(one, None)
    named = one.speaker if one.speaker_kind != "unnamed" else None
    return {
        "key": fold(one.text),
        "person": digest(fold(named)) if named else None,
        "is_sure": one.confidence >= UNSURE,
        "called": named,
        "called_kind": one.speaker_kind,
        "role": one.role,
        "role_key": fold(one.role) if one.role else None,
        **{name: getattr(one, name) for name in TOLD},
        **{name: getattr(printed, name) for name in ATTESTED},
    }


@lru_cache
def _schema() -> pa.Schema:
    """What `found_in` gives; `problem` and `hint` for what is no article."""
    import pyarrow as pa

    author = pa.struct([(name, pa.string()) for name in ("family", "given", "literal")])
    source = pa.struct(
        [(name, pa.list_(author) if name == "authors" else pa.string()) for name in _SOURCE]
    )
    kinds = {
        "person": pa.int64(), "is_sure": pa.bool_(), "start": pa.int64(), "end": pa.int64(),
        "said_inferred": pa.bool_(), "confidence": pa.float64(),
    }  # fmt: skip
    names = ("key", "person", "is_sure", "called", "called_kind", "role", "role_key")
    told = (*names, *TOLD, *ATTESTED)
    quotation = pa.struct([(name, kinds.get(name, pa.string())) for name in told])
    return pa.schema(
        [
            ("path", pa.string()), ("block", pa.int64()), ("row", pa.int64()),
            ("hash", pa.string()), ("source", source), ("quotations", pa.list_(quotation)),
            ("problem", pa.string()), ("hint", pa.string()),
        ]
    )  # fmt: skip
