"""Articles on a cluster: read from Parquet or JSON Lines, and their quotations found.

A reader's and the extractor's own functions do it, a batch of rows at a time. Rows are taken in
the order of the files' paths and, inside a file, as they stand there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from quotedb.actions.engines._batches import Row, batched, rows, spark_schema
from quotedb.actions.ledger import UNSURE
from quotedb.actions.recording import attestation_of, recorded_order
from quotedb.actions.sources import Description, overridden
from quotedb.errors import DataError, QuotedbError
from quotedb.extraction.extract import extract
from quotedb.facts import Article, Quotation
from quotedb.readers._articles import COLUMNS
from quotedb.readers._parquet import MAGIC, without_nulls
from quotedb.readers.article_records import page
from quotedb.text.fingerprint import digest
from quotedb.text.folding import fold

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql import DataFrame, SparkSession

PLACE = ("path", "block", "row")
"""By what the rows of all files are in order: the file, the part of it, the row."""

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
_WHERE = (
    "_metadata.file_path AS path",
    "_metadata.file_block_start AS block",
    "monotonically_increasing_id() AS row",  # grows inside a part of a file
)
_LINES = (".jsonl", ".ndjson", ".json")
_PACKED = (".gz", ".bz2")


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
    tables, lines = _parted(paths)
    parts = [_tables(spark, tables)] if tables else []
    parts += [_lines(spark, lines)] if lines else []
    read = partial(_read, told=told, typewriter=typewriter)
    each = [part.mapInArrow(read, spark_schema(_schema())) for part in parts]
    return each[0] if len(each) == 1 else each[0].unionByName(each[1])


def _parted(paths: Sequence[str]) -> tuple[list[str], list[str]]:
    """The files that are Parquet, and those that are lines of JSON.

    Raises:
        DataError: a folder on this machine has none.
    """
    tables: list[str] = []
    lines: list[str] = []
    for path in paths:
        for file in _files(path):
            (tables if _is_table(file) else lines).append(file)
    return tables, lines


def _files(path: str) -> list[str]:
    """The path, or the files of a folder on this machine."""
    folder = Path(path)
    if not folder.is_dir():
        return [path]
    endings = (".parquet", *_LINES, *(line + packed for line in _LINES for packed in _PACKED))
    found = sorted(str(file) for file in folder.rglob("*") if file.name.endswith(endings))
    if not found:
        raise DataError(
            "the folder has no file of articles", where=path, hint=f"Endings: {', '.join(endings)}"
        )
    return found


def _is_table(path: str) -> bool:
    """Whether it is Parquet: by its first bytes or, of what only the cluster sees, its name."""
    try:
        with Path(path).open("rb") as file:
            return file.read(len(MAGIC)) == MAGIC
    except OSError:
        return ".parquet" in path or not path.removesuffix("/").endswith((*_LINES, *_PACKED))


def _tables(spark: SparkSession, paths: Sequence[str]) -> DataFrame:
    """The rows of Parquet files, by their known columns.

    Raises:
        DataError: none is called `text`.
    """
    table = spark.read.parquet(*paths)
    names = [name for name in table.columns if name in COLUMNS]
    if "text" not in names:
        raise DataError(
            "no column is called text", where=paths[0], hint=f"Columns: {', '.join(table.columns)}"
        )
    return table.selectExpr(*_WHERE, *names)


def _lines(spark: SparkSession, paths: Sequence[str]) -> DataFrame:
    """The lines of text files that are not blank."""
    return (
        spark.read.text(list(paths)).selectExpr(*_WHERE, "value AS line").where("trim(line) <> ''")
    )


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
