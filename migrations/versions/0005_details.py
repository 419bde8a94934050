"""What else is known of a source, such as its translator or its archive, for citations."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    column = sa.Column("details", sa.Text(), nullable=False, server_default="[]")
    op.add_column("source", column)


def downgrade() -> None:
    op.drop_column("source", "details")
