"""Every change as an entry that can be taken back, and what a quote's status rests on."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.create_table(
        "evidence",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("quote_id", sa.Integer(), sa.ForeignKey("quote.id"), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("because", sa.Text(), nullable=False),
        sa.Column("source_id", sa.Integer(), sa.ForeignKey("source.id"), nullable=True),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
    )
    op.create_index("ix_evidence_quote_id", "evidence", ["quote_id"])
    op.create_index("ix_evidence_source_id", "evidence", ["source_id"])
    op.create_table(
        "history",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("undoes", sa.Integer(), sa.ForeignKey("history.id"), nullable=True),
        sa.Column("undone_by", sa.Integer(), sa.ForeignKey("history.id"), nullable=True),
    )
    op.create_table(
        "change",
        sa.Column("entry_id", sa.Integer(), sa.ForeignKey("history.id"), primary_key=True),
        sa.Column("number", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("fact", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("keys", sa.Text(), nullable=False),
        sa.Column("low", sa.BigInteger(), nullable=False),
        sa.Column("high", sa.BigInteger(), nullable=False),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("after", sa.Text(), nullable=True),
    )
    op.create_index("ix_change_fact_high", "change", ["fact", "high"])
    unsure = sa.text("confidence < 0.5")
    op.create_index(
        "ix_attestation_unsure", "attestation", ["quote_id"],
        sqlite_where=unsure, postgresql_where=unsure,
    )  # fmt: skip


def downgrade() -> None:
    op.drop_index("ix_attestation_unsure", "attestation")
    op.drop_table("change")
    op.drop_table("history")
    op.drop_table("evidence")
