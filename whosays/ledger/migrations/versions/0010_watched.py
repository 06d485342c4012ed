"""Feeds and files that are followed. Nothing that is there is changed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Add a table."""
    op.create_table(
        "watched",
        sa.Column("address", sa.Text, primary_key=True),
        sa.Column("version", sa.Text),
        sa.Column("failures", sa.Integer, nullable=False),
        sa.Column("due", sa.DateTime(timezone=True)),
    )
