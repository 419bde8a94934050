"""Indexes by which a search is read in the order it is shown in, and PostgreSQL's vocabulary.

All of it is worked out from the facts, so nothing is lost when it is dropped.
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

# A quote's first and last day, those without a date after all others.
FIRST = "COALESCE(said_earliest, said_latest, 9999999999)"
LAST = "COALESCE(said_latest, said_earliest, 9999999999)"
LONG = f"{LAST} - {FIRST} > 366"

# The same of a source.
ISSUED = "COALESCE(issued_earliest, issued_latest, 9999999999)"
ISSUED_LAST = "COALESCE(issued_latest, issued_earliest, 9999999999)"
ISSUED_LONG = f"{ISSUED_LAST} - {ISSUED} > 366"

WORDS = "SELECT word FROM ts_stat('SELECT to_tsvector(''simple'', key) FROM quote')"
POSTGRESQL_UP = (
    'CREATE TABLE quote_vocabulary (word text COLLATE "C" PRIMARY KEY)',
    f"INSERT INTO quote_vocabulary {WORDS}",
    """CREATE FUNCTION quote_vocabulary_grows() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        INSERT INTO quote_vocabulary
            SELECT DISTINCT unnest(tsvector_to_array(to_tsvector('simple', key))) FROM written
            ON CONFLICT DO NOTHING;
        RETURN NULL; END $$""",
    """CREATE TRIGGER quote_vocabulary_insert AFTER INSERT ON quote
        REFERENCING NEW TABLE AS written
        FOR EACH STATEMENT EXECUTE FUNCTION quote_vocabulary_grows()""",
    """CREATE TRIGGER quote_vocabulary_update AFTER UPDATE ON quote
        REFERENCING NEW TABLE AS written
        FOR EACH STATEMENT EXECUTE FUNCTION quote_vocabulary_grows()""",
)
POSTGRESQL_DOWN = (
    "DROP TRIGGER quote_vocabulary_update ON quote",
    "DROP TRIGGER quote_vocabulary_insert ON quote",
    "DROP FUNCTION quote_vocabulary_grows()",
    "DROP TABLE quote_vocabulary",
)


def upgrade() -> None:
    first, last, long = sa.text(FIRST), sa.text(LAST), sa.text(LONG)
    op.drop_index("ix_quote_said_earliest", "quote")
    op.drop_index("ix_quote_speaker_id", "quote")
    op.drop_index("ix_attestation_speaker_id", "attestation")
    op.create_index("ix_quote_length", "quote", [sa.text("length(key)"), "id"])
    op.create_index("ix_quote_said", "quote", [first, last, "id"])
    op.create_index("ix_quote_speaker", "quote", ["speaker_id", first, last, "id"])
    op.create_index(
        "ix_quote_said_long", "quote", [first, last, "id"],
        sqlite_where=long, postgresql_where=long,
    )  # fmt: skip
    op.drop_index("ix_source_issued_earliest", "source")
    issued, long = [sa.text(ISSUED), sa.text(ISSUED_LAST)], sa.text(ISSUED_LONG)
    op.create_index("ix_source_issued", "source", issued)
    op.create_index(
        "ix_source_issued_long", "source", issued, sqlite_where=long, postgresql_where=long
    )
    op.create_index("ix_attestation_speaker", "attestation", ["speaker_id", "quote_id"])
    if op.get_bind().dialect.name != "sqlite":
        for statement in POSTGRESQL_UP:
            op.execute(statement)


def downgrade() -> None:
    if op.get_bind().dialect.name != "sqlite":
        for statement in POSTGRESQL_DOWN:
            op.execute(statement)
    op.drop_index("ix_attestation_speaker", "attestation")
    op.drop_index("ix_source_issued_long", "source")
    op.drop_index("ix_source_issued", "source")
    op.create_index("ix_source_issued_earliest", "source", ["issued_earliest"])
    for name in ("ix_quote_said_long", "ix_quote_speaker", "ix_quote_said", "ix_quote_length"):
        op.drop_index(name, "quote")
    op.create_index("ix_attestation_speaker_id", "attestation", ["speaker_id"])
    op.create_index("ix_quote_speaker_id", "quote", ["speaker_id"])
    op.create_index("ix_quote_said_earliest", "quote", ["said_earliest"])
