"""The parts of a quotation that a reporting clause breaks, as offsets: `306-337,353-387`."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.add_column("attestation", sa.Column("parts", sa.Text(), nullable=True))


def downgrade() -> None:
    op.drop_column("attestation", "parts")
