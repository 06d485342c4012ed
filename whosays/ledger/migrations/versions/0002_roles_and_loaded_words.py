"""What a voice is, in the report's words, and the words with which somebody judges.

Older readings keep what they have: their voices have no role, and no loaded words are known of them.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add a column to `voices` and the table `loaded`; no row is changed."""
    op.add_column("voices", sa.Column("role", sa.Text))
    op.create_table(
        "loaded",
        sa.Column("reading", sa.Integer, sa.ForeignKey("readings.id"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("span_start", sa.Integer, nullable=False),
        sa.Column("span_end", sa.Integer, nullable=False),
        sa.Column("sort", sa.String(32), nullable=False),
        sa.Column("said_by", sa.Integer),
        sa.Column("note", sa.Text),
    )
