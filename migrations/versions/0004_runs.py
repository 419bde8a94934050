"""Fingerprints over runs of three words, in a table without a foreign key or a second index.

They are worked out from `quote.key`, so the table is made again.
"""

import sqlalchemy as sa
from alembic import op

from quotedb.text.fingerprint import fingerprints

revision = "0004"
down_revision = "0003"

BATCH = 1000


def upgrade() -> None:
    op.drop_table("fingerprint")
    table = _made()
    _fill(table)


def downgrade() -> None:
    op.drop_table("fingerprint")
    table = _made(sa.ForeignKeyConstraint(["quote_id"], ["quote.id"]))
    _fill(table)
    op.create_index("ix_fingerprint_quote_id", "fingerprint", ["quote_id"])


def _made(*more: sa.Constraint) -> sa.Table:
    return op.create_table(
        "fingerprint",
        sa.Column("hash", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("quote_id", sa.Integer(), autoincrement=False, nullable=False),
        *more,
        sa.PrimaryKeyConstraint("hash", "quote_id"),
        sqlite_with_rowid=False,
    )


def _fill(table: sa.Table) -> None:
    """Work out the fingerprints of the quotes that are there, a batch of quotes at a time."""
    bind, last = op.get_bind(), 0
    some = sa.text("SELECT id, key FROM quote WHERE id > :last ORDER BY id LIMIT :batch")
    while quotes := bind.execute(some, {"last": last, "batch": BATCH}).all():
        rows = [{"hash": h, "quote_id": i} for i, key in quotes for h in fingerprints(key)]
        if rows:
            bind.execute(sa.insert(table), rows)
        last = quotes[-1][0]
