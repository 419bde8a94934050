"""What facts are found by: fingerprints of every wording, and full-text search.

Both are worked out from `quote.key`, so nothing is lost when they are dropped.
"""

import sqlalchemy as sa
from alembic import op

from quotedb.text.fingerprint import fingerprints

revision = "0002"
down_revision = "0001"

BATCH = 1000

SQLITE_UP = (
    """CREATE VIRTUAL TABLE quote_words USING fts5(
        key, content='quote', content_rowid='id', tokenize='unicode61 remove_diacritics 0')""",
    "CREATE VIRTUAL TABLE quote_vocabulary USING fts5vocab('quote_words', 'row')",
    """CREATE TRIGGER quote_words_insert AFTER INSERT ON quote BEGIN
        INSERT INTO quote_words(rowid, key) VALUES (new.id, new.key); END""",
    """CREATE TRIGGER quote_words_delete AFTER DELETE ON quote BEGIN
        INSERT INTO quote_words(quote_words, rowid, key) VALUES ('delete', old.id, old.key); END""",
    """CREATE TRIGGER quote_words_update AFTER UPDATE OF key ON quote BEGIN
        INSERT INTO quote_words(quote_words, rowid, key) VALUES ('delete', old.id, old.key);
        INSERT INTO quote_words(rowid, key) VALUES (new.id, new.key); END""",
    "INSERT INTO quote_words(quote_words) VALUES ('rebuild')",
)
SQLITE_DOWN = (
    "DROP TRIGGER quote_words_insert",
    "DROP TRIGGER quote_words_delete",
    "DROP TRIGGER quote_words_update",
    "DROP TABLE quote_vocabulary",
    "DROP TABLE quote_words",
)


def upgrade() -> None:
    table = op.create_table(
        "fingerprint",
        sa.Column("hash", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("quote_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["quote_id"], ["quote.id"]),
        sa.PrimaryKeyConstraint("hash", "quote_id"),
        sqlite_with_rowid=False,
    )
    _fill(table)
    op.create_index("ix_fingerprint_quote_id", "fingerprint", ["quote_id"])
    if op.get_bind().dialect.name == "sqlite":
        for statement in SQLITE_UP:
            op.execute(statement)
    else:
        op.execute("CREATE INDEX ix_quote_words ON quote USING gin (to_tsvector('simple', key))")


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        for statement in SQLITE_DOWN:
            op.execute(statement)
    else:
        op.execute("DROP INDEX ix_quote_words")
    op.drop_table("fingerprint")


def _fill(table: sa.Table) -> None:
    """Work out the fingerprints of the quotes that are there, a batch of quotes at a time."""
    bind, last = op.get_bind(), 0
    some = sa.text("SELECT id, key FROM quote WHERE id > :last ORDER BY id LIMIT :batch")
    while quotes := bind.execute(some, {"last": last, "batch": BATCH}).all():
        rows = [{"hash": h, "quote_id": i} for i, key in quotes for h in fingerprints(key)]
        if rows:
            bind.execute(sa.insert(table), rows)
        last = quotes[-1][0]
