"""The first ledger: reports, readings and what hangs on them, and the full-text index of claims."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

from whosays.ledger.dialects import dialect_of
from whosays.ledger.schema import WIDE

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables of an empty database."""
    _reports()
    _readings()
    _attributions()
    _mentions()
    _claims()
    _voices()
    _participants()
    _figures()
    for statement in dialect_of(op.get_bind()).MIGRATIONS[revision]:
        op.execute(statement)


def _reports() -> None:
    op.create_table(
        "reports",
        sa.Column("digest", sa.String(64), primary_key=True),
        sa.Column("given_id", sa.Text),
        sa.Column("title", sa.Text),
        sa.Column("publisher", sa.Text),
        sa.Column("publisher_folded", sa.Text),
        sa.Column("published", sa.String(64)),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("url", sa.Text),
        sa.Column("language", sa.Text),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_index("ix_reports_day_digest", "reports", ["day", "digest"])
    op.create_index("ix_reports_given_id", "reports", ["given_id"])
    op.create_index("ix_reports_sha256", "reports", ["sha256"])


def _readings() -> None:
    op.create_table(
        "readings",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("report", sa.String(64), sa.ForeignKey("reports.digest"), nullable=False),
        sa.Column("reader", sa.Text, nullable=False),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=False),
        sa.UniqueConstraint("report", "reader"),
    )


def _attributions() -> None:
    op.create_table("attributions", *_of("reading"), sa.Column("parent", sa.Integer))
    op.create_table(
        "attribution_parts",
        sa.Column("reading", sa.Integer, primary_key=True),
        sa.Column("attribution", sa.Integer, primary_key=True),
        sa.Column("role", sa.String(16), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        *_span("span"),
        sa.ForeignKeyConstraint(
            ["reading", "attribution"], ["attributions.reading", "attributions.position"]
        ),
    )


def _mentions() -> None:
    op.create_table("place_mentions", *_of("reading"), *_span("span"), *_place())
    op.create_table(
        "time_mentions",
        *_of("reading"),
        *_span("span"),
        sa.Column("type", sa.String(16), nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        *_interval(),
    )


def _claims() -> None:
    op.create_table(
        "claims",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("reading", sa.Integer, sa.ForeignKey("readings.id"), nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("claim_id", sa.Text, nullable=False),
        *_span("trigger"),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("stance", sa.String(32), nullable=False),
        *_span("evidence"),
        sa.Column("location_name", sa.Text),
        sa.Column("location_folded", sa.Text),
        *_span("location", nullable=True),
        *_place(),
        sa.Column("place_folded", sa.Text),
        *_interval(),
        sa.UniqueConstraint("reading", "position"),
    )
    op.create_index("ix_claims_claim_id", "claims", ["claim_id"])


def _voices() -> None:
    op.create_table(
        "voices",
        *_of("claim"),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("folded", sa.Text, nullable=False),
        sa.Column("sort", sa.String(32), nullable=False),
        sa.Column("party", sa.Text),
        *_span("span"),
    )


def _participants() -> None:
    claim, position = _of("claim")
    op.create_table(
        "participants",
        claim,
        sa.Column("role", sa.String(16), primary_key=True),
        position,
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("folded", sa.Text, nullable=False),
        sa.Column("party", sa.Text),
        *_span("span"),
    )


def _figures() -> None:
    op.create_table(
        "figures",
        *_of("claim"),
        sa.Column("measure", sa.String(32), nullable=False),
        sa.Column("low", sa.Float),
        sa.Column("high", sa.Float),
        *_span("span"),
        sa.Column("of", sa.Text),
        sa.Column("scoped", sa.Boolean, nullable=False),
        sa.Column("scope_area", sa.Text),
        sa.Column("scope_window", sa.Text),
        sa.Column("scope_cumulative", sa.Boolean),
    )


def _of(owner: str) -> tuple[sa.Column[Any], sa.Column[Any]]:
    return (
        sa.Column(owner, sa.Integer, sa.ForeignKey(f"{owner}s.id"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
    )


def _span(of: str, *, nullable: bool = False) -> tuple[sa.Column[Any], sa.Column[Any]]:
    return (
        sa.Column(f"{of}_start", sa.Integer, nullable=nullable),
        sa.Column(f"{of}_end", sa.Integer, nullable=nullable),
    )


def _place() -> list[sa.Column[Any]]:
    texts = ("place_name", "place_kind", "place_country", "place_admin1")
    return [
        sa.Column("place_geonames_id", WIDE),
        *(sa.Column(name, sa.Text) for name in texts),
        sa.Column("place_lat", sa.Float),
        sa.Column("place_lon", sa.Float),
        sa.Column("place_precision", sa.String(32)),
    ]


def _interval() -> list[sa.Column[Any]]:
    return [
        sa.Column("time_earliest", sa.Date),
        sa.Column("time_latest", sa.Date),
        sa.Column("time_precision", sa.String(32)),
    ]
