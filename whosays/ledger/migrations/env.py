"""How Alembic runs the migrations: on the connection it is handed, within its transaction."""

from __future__ import annotations

from alembic import context

from whosays.ledger.schema import VERSION_TABLE, metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=VERSION_TABLE,
)
with context.begin_transaction():
    context.run_migrations()
