"""Judgements on slots of claims, and which incidents are disputed. No row of a reading is changed by them.

Incidents that are there already are compared when the ledger next reconciles.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from whosays.ledger.dialects import dialect_of

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Add columns to `judgements`, the names in them, and a table of incidents; no row is changed."""
    for column in (
        sa.Column("slot", sa.String(16)),
        sa.Column("value", sa.Text),
        sa.Column("time_earliest", sa.Date),
        sa.Column("time_latest", sa.Date),
        sa.Column("time_precision", sa.String(32)),
    ):
        op.add_column("judgements", column)
    op.create_index("ix_judgements_claim", "judgements", ["claim"])
    op.create_table(
        "judged_names",
        sa.Column("judgement", sa.Integer, sa.ForeignKey("judgements.id"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("folded", sa.Text, nullable=False),
        sa.Column("party", sa.Text),
    )
    op.create_table(
        "compared",
        sa.Column("incident", sa.Text, primary_key=True),
        sa.Column("disputed", sa.Boolean, nullable=False),
    )
    for statement in dialect_of(op.get_bind()).MIGRATIONS[revision]:
        op.execute(statement)
