"""Fingerprints in sorted runs of blocks, and words that are indexed when the program says so.

Both are worked out from `quote.key`. What is there becomes one run, in the order in which the
table has it.
"""

import struct
from collections.abc import Iterable, Iterator
from itertools import groupby

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

BLOCK = 330
BATCH = 1000

SQLITE_UP = (
    "DROP TRIGGER quote_words_insert",
    "INSERT INTO quote_words(quote_words, rank) VALUES ('hashsize', 16777216)",
)
SQLITE_DOWN = (
    """CREATE TRIGGER quote_words_insert AFTER INSERT ON quote BEGIN
        INSERT INTO quote_words(rowid, key) VALUES (new.id, new.key); END""",
    "INSERT INTO quote_words(quote_words, rank) VALUES ('hashsize', 1048576)",
)
POSTGRESQL_UP = (
    "ALTER TABLE fingerprint_block ALTER COLUMN hashes SET STORAGE EXTERNAL",
    "ALTER TABLE fingerprint_block ALTER COLUMN quotes SET STORAGE EXTERNAL",
)


def upgrade() -> None:
    runs = op.create_table(
        "fingerprint_run",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    blocks = op.create_table(
        "fingerprint_block",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("first", sa.BigInteger(), nullable=False),
        sa.Column("hashes", sa.LargeBinary(), nullable=False),
        sa.Column("quotes", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("run_id", "first"),
    )
    is_sqlite = op.get_bind().dialect.name == "sqlite"
    for statement in SQLITE_UP if is_sqlite else POSTGRESQL_UP:
        op.execute(statement)
    _fill(runs, blocks)
    op.drop_table("fingerprint")


def downgrade() -> None:
    table = op.create_table(
        "fingerprint",
        sa.Column("hash", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("quote_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("hash", "quote_id"),
        sqlite_with_rowid=False,
    )
    bind = op.get_bind()
    for hashes, quotes in bind.execute(sa.text("SELECT hashes, quotes FROM fingerprint_block")):
        count = len(hashes) // 8
        width = "q" if len(quotes) == 8 * count else "i"
        pairs = zip(
            struct.unpack(f"<{count}q", hashes),
            struct.unpack(f"<{count}{width}", quotes),
            strict=True,
        )
        bind.execute(sa.insert(table), [{"hash": h, "quote_id": q} for h, q in pairs])
    op.drop_table("fingerprint_block")
    op.drop_table("fingerprint_run")
    if bind.dialect.name == "sqlite":
        for statement in SQLITE_DOWN:
            op.execute(statement)


def _fill(runs: sa.Table, blocks: sa.Table) -> None:
    bind = op.get_bind()
    size = bind.execute(sa.text("SELECT COUNT(*) FROM fingerprint")).scalar_one()
    if not size:
        return
    bind.execute(sa.insert(runs), [{"size": size}])
    run = bind.execute(sa.text("SELECT MAX(id) FROM fingerprint_run")).scalar_one()
    found = bind.execute(sa.text("SELECT hash, quote_id FROM fingerprint ORDER BY hash, quote_id"))
    some = []
    for hashes, quotes in _blocks(found.yield_per(BATCH)):
        count = len(hashes)
        some.append({
            "run_id": run, "first": hashes[0],
            "hashes": struct.pack(f"<{count}q", *hashes),
            "quotes": struct.pack(f"<{count}i", *quotes),
        })  # fmt: skip
        if len(some) == BATCH:
            bind.execute(sa.insert(blocks), some)
            some = []
    if some:
        bind.execute(sa.insert(blocks), some)


def _blocks(pairs: Iterable[tuple[int, int]]) -> Iterator[tuple[list[int], list[int]]]:
    """Neighbours together, all that have one hash in one block."""
    hashes: list[int] = []
    quotes: list[int] = []
    for number, group in groupby(pairs, lambda pair: pair[0]):
        own = [quote for _, quote in group]
        if hashes and len(hashes) + len(own) > BLOCK:
            yield hashes, quotes
            hashes, quotes = [], []
        hashes += [number] * len(own)
        quotes += own
    if hashes:
        yield hashes, quotes
