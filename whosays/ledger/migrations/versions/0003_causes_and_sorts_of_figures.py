"""That one claim is the cause of another, and what a figure is among those of its claim.

Older readings keep what they have: their figures are counts, and no causes are known of them.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add a column to `figures` and the table `causes`; no row is changed."""
    op.add_column("figures", sa.Column("sort", sa.String(16), nullable=False, server_default="count"))
    op.create_table(
        "causes",
        sa.Column("reading", sa.Integer, sa.ForeignKey("readings.id"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("cause", sa.Text, nullable=False),
        sa.Column("effect", sa.Text, nullable=False),
        sa.Column("span_start", sa.Integer, nullable=False),
        sa.Column("span_end", sa.Integer, nullable=False),
        sa.Column("said_by", sa.Integer),
    )
