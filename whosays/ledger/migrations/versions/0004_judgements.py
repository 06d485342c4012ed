"""People's decisions on what a name means. No row of a reading is changed by them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from whosays.ledger.dialects import dialect_of
from whosays.ledger.schema import WIDE

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add the table `judgements`, which only grows."""
    op.create_table(
        "judgements",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("why", sa.Text, nullable=False),
        sa.Column("subject", sa.String(16), nullable=False),
        sa.Column("decision", sa.String(16), nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("folded", sa.Text, nullable=False),
        sa.Column("report", sa.String(64), sa.ForeignKey("reports.digest")),
        sa.Column("party", sa.Text),
        sa.Column("place_geonames_id", WIDE),
        sa.Column("place_name", sa.Text),
        sa.Column("place_kind", sa.Text),
        sa.Column("place_country", sa.Text),
        sa.Column("place_admin1", sa.Text),
        sa.Column("place_lat", sa.Float),
        sa.Column("place_lon", sa.Float),
        sa.Column("place_precision", sa.String(32)),
        sa.Column("place_folded", sa.Text),
    )
    op.create_index("ix_judgements_subject_folded", "judgements", ["subject", "folded"])
    for statement in dialect_of(op.get_bind()).MIGRATIONS[revision]:
        op.execute(statement)
