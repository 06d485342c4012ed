"""Claims put into incidents, with every former grouping, and judgements on claims and on pairs of them.

Readings that are there already are grouped when the ledger next reconciles.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add the tables of incidents, and two columns to `judgements`; no row is changed."""
    op.add_column("judgements", sa.Column("claim", sa.Text))
    op.add_column("judgements", sa.Column("other", sa.Text))
    op.create_table(
        "changes",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    )
    _copies()
    _event_reports()
    _comparisons()
    op.create_table(
        "memberships",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("event_report", sa.Integer, sa.ForeignKey("event_reports.id"), nullable=False),
        sa.Column("incident", sa.Text, nullable=False),
        sa.Column("since", sa.Integer, sa.ForeignKey("changes.id"), nullable=False),
        sa.Column("until", sa.Integer, sa.ForeignKey("changes.id")),
    )
    op.create_index("ix_memberships_event_report", "memberships", ["event_report"])
    op.create_index("ix_memberships_incident", "memberships", ["incident"])


def _copies() -> None:
    op.create_table(
        "signatures",
        sa.Column("signature", sa.BigInteger, primary_key=True),
        sa.Column("report", sa.String(64), sa.ForeignKey("reports.digest"), primary_key=True),
    )
    op.create_index("ix_signatures_report", "signatures", ["report"])
    op.create_table(
        "signed",
        sa.Column("report", sa.String(64), sa.ForeignKey("reports.digest"), primary_key=True),
        sa.Column("signatures", sa.Integer, nullable=False),
    )
    op.create_table(
        "matches",
        sa.Column("one", sa.String(64), sa.ForeignKey("reports.digest"), primary_key=True),
        sa.Column("other", sa.String(64), sa.ForeignKey("reports.digest"), primary_key=True),
        sa.Column("found", sa.Text, nullable=False),
    )
    op.create_index("ix_matches_other", "matches", ["other"])


def _event_reports() -> None:
    op.create_table(
        "event_reports",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("anchor", sa.Text, nullable=False),
        sa.Column("reading", sa.Integer, sa.ForeignKey("readings.id"), nullable=False),
        sa.Column("told", sa.Text, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("since", sa.Integer, sa.ForeignKey("changes.id"), nullable=False),
        sa.Column("until", sa.Integer, sa.ForeignKey("changes.id")),
    )
    op.create_index("ix_event_reports_anchor", "event_reports", ["anchor"])
    op.create_index("ix_event_reports_reading", "event_reports", ["reading"])
    op.create_table(
        "grouped",
        sa.Column("reading", sa.Integer, sa.ForeignKey("readings.id"), primary_key=True),
        sa.Column("change", sa.Integer, sa.ForeignKey("changes.id"), nullable=False),
    )
    op.create_table(
        "event_claims",
        sa.Column("claim", sa.Integer, sa.ForeignKey("claims.id"), primary_key=True),
        sa.Column("event_report", sa.Integer, sa.ForeignKey("event_reports.id"), primary_key=True),
    )
    op.create_index("ix_event_claims_event_report", "event_claims", ["event_report"])


def _comparisons() -> None:
    op.create_table(
        "blocks",
        sa.Column("key", sa.String(16), primary_key=True),
        sa.Column("event_report", sa.Integer, sa.ForeignKey("event_reports.id"), primary_key=True),
    )
    op.create_index("ix_blocks_event_report", "blocks", ["event_report"])
    op.create_table(
        "likeness",
        sa.Column("one", sa.Integer, sa.ForeignKey("event_reports.id"), primary_key=True),
        sa.Column("other", sa.Integer, sa.ForeignKey("event_reports.id"), primary_key=True),
        sa.Column("chance", sa.Float, nullable=False),
    )
