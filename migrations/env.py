"""Alembic's entry: migrates over the connection it is handed, in the transaction that is open."""

from alembic import context

from quotedb.store.tables import SQLModel

INTERNAL = ("quote_words", "quote_vocabulary")


def is_ours(name: str | None, kind: str, _parents: object) -> bool:
    """Leave the full-text index and its shadow tables out of comparisons."""
    return kind != "table" or not (name or "").startswith(INTERNAL)


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=SQLModel.metadata,
    transactional_ddl=False,  # whoever opened the transaction commits it
    include_name=is_ours,
)
context.run_migrations()
