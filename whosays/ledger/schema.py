"""The ledger's tables.

A report is kept once and never changed; each reader's reading of it stands beside the others. Every
part of a reading is a row of its own, in its order (`position`), and every span two numbers: the
words themselves are in the report's text. Columns named `..._folded` repeat a name for comparison.
A change here needs a migration (`migrations/versions/`).
"""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    UniqueConstraint,
)

from whosays.ledger.text import Verbatim

VERSION = "0010"
"""The newest migration: the schema that this code reads and writes."""

VERSION_TABLE = "whosays_schema"
"""Where a ledger keeps the version of its schema; also what tells a ledger from other databases."""

UNDATED = date.min
"""`reports.day` of a report whose day of publication is not known, so that days have a total order."""

WIDE = BigInteger().with_variant(Integer, "sqlite")
"""An integer of 64 bits, which those of SQLite have by nature."""

metadata = MetaData()


def _span(of: str, *, nullable: bool = False) -> list[Column[Any]]:
    return [
        Column(f"{of}_start", Integer, nullable=nullable),
        Column(f"{of}_end", Integer, nullable=nullable),
    ]


def _place() -> list[Column[Any]]:
    return [
        Column("place_geonames_id", WIDE),
        Column("place_name", Verbatim),
        Column("place_kind", Verbatim),
        Column("place_country", Verbatim),
        Column("place_admin1", Verbatim),
        Column("place_lat", Float),
        Column("place_lon", Float),
        Column("place_precision", String(32)),
    ]


def _interval() -> list[Column[Any]]:
    return [
        Column("time_earliest", Date),
        Column("time_latest", Date),
        Column("time_precision", String(32)),
    ]


def _of_reading() -> list[Column[Any]]:
    return [
        Column("reading", ForeignKey("readings.id"), primary_key=True),
        Column("position", Integer, primary_key=True),
    ]


def _of_claim() -> list[Column[Any]]:
    return [
        Column("claim", ForeignKey("claims.id"), primary_key=True),
        Column("position", Integer, primary_key=True),
    ]


reports = Table(
    "reports",
    metadata,
    Column("digest", String(64), primary_key=True),
    Column("given_id", Verbatim, index=True),
    Column("title", Verbatim),
    Column("publisher", Verbatim),
    Column("publisher_folded", Verbatim),
    Column("published", String(64)),  # ISO 8601 as the source has it: a day, or an instant with its zone
    Column("day", Date, nullable=False),
    Column("url", Verbatim),
    Column("language", Verbatim),
    Column("text", Verbatim, nullable=False),
    Column("sha256", String(64), nullable=False, index=True),
    Column("added_at", DateTime(timezone=True), nullable=False),  # UTC
    Index("ix_reports_day_digest", "day", "digest"),
)

readings = Table(
    "readings",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("report", ForeignKey("reports.digest"), nullable=False),
    Column("reader", Verbatim, nullable=False),
    Column("read_at", DateTime(timezone=True), nullable=False),  # UTC
    UniqueConstraint("report", "reader"),
)

attributions = Table("attributions", metadata, *_of_reading(), Column("parent", Integer))

attribution_parts = Table(
    "attribution_parts",
    metadata,
    Column("reading", Integer, primary_key=True),
    Column("attribution", Integer, primary_key=True),
    Column("role", String(16), primary_key=True),  # source, cue or content
    Column("position", Integer, primary_key=True),
    *_span("span"),
    ForeignKeyConstraint(["reading", "attribution"], ["attributions.reading", "attributions.position"]),
)

place_mentions = Table("place_mentions", metadata, *_of_reading(), *_span("span"), *_place())

time_mentions = Table(
    "time_mentions",
    metadata,
    *_of_reading(),
    *_span("span"),
    Column("type", String(16), nullable=False),
    Column("value", Verbatim, nullable=False),
    *_interval(),
)

loaded = Table(
    "loaded",
    metadata,
    *_of_reading(),
    *_span("span"),
    Column("sort", String(32), nullable=False),
    Column("said_by", Integer),  # position of an attribution of the same reading
    Column("note", Verbatim),
)

causes = Table(
    "causes",
    metadata,
    *_of_reading(),
    Column("cause", Verbatim, nullable=False),  # ids of claims of the same reading
    Column("effect", Verbatim, nullable=False),
    *_span("span"),
    Column("said_by", Integer),  # position of an attribution of the same reading
)

claims = Table(
    "claims",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("reading", ForeignKey("readings.id"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("claim_id", Verbatim, nullable=False, index=True),
    *_span("trigger"),
    Column("kind", String(32), nullable=False),
    Column("stance", String(32), nullable=False),
    *_span("evidence"),
    Column("location_name", Verbatim),
    Column("location_folded", Verbatim),
    *_span("location", nullable=True),
    *_place(),
    Column("place_folded", Verbatim),
    *_interval(),
    UniqueConstraint("reading", "position"),
)

voices = Table(
    "voices",
    metadata,
    *_of_claim(),
    Column("name", Verbatim, nullable=False),
    Column("folded", Verbatim, nullable=False),
    Column("sort", String(32), nullable=False),
    Column("party", Verbatim),
    *_span("span"),
    Column("role", Verbatim),
)

participants = Table(
    "participants",
    metadata,
    Column("claim", ForeignKey("claims.id"), primary_key=True),
    Column("role", String(16), primary_key=True),  # actor or target
    Column("position", Integer, primary_key=True),
    Column("name", Verbatim, nullable=False),
    Column("folded", Verbatim, nullable=False),
    Column("party", Verbatim),
    *_span("span"),
)

figures = Table(
    "figures",
    metadata,
    *_of_claim(),
    Column("measure", String(32), nullable=False),
    Column("low", Float),
    Column("high", Float),
    *_span("span"),
    Column("of", Verbatim),
    Column("scoped", Boolean, nullable=False),
    Column("scope_area", Verbatim),
    Column("scope_window", Verbatim),
    Column("scope_cumulative", Boolean),
    Column("sort", String(16), nullable=False, server_default="count"),
)

judgements = Table(
    "judgements",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", DateTime(timezone=True), nullable=False),  # UTC
    Column("by", Verbatim, nullable=False),
    Column("why", Verbatim, nullable=False),
    Column("subject", String(16), nullable=False),
    Column("decision", String(16), nullable=False),
    Column("name", Verbatim, nullable=False),
    Column("folded", Verbatim, nullable=False),
    Column("report", ForeignKey("reports.digest")),
    Column("party", Verbatim),
    *_place(),
    Column("place_folded", Verbatim),
    Column("claim", Verbatim),  # ids of claims, which are the same in every reading that finds the claim
    Column("other", Verbatim),
    Column("slot", String(16)),
    Column("value", Verbatim),  # of slots that hold neither a place nor names, as it is typed
    *_interval(),
    Index("ix_judgements_subject_folded", "subject", "folded"),
    Index("ix_judgements_claim", "claim"),
)

judged_names = Table(
    "judged_names",
    metadata,
    Column("judgement", ForeignKey("judgements.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("name", Verbatim, nullable=False),
    Column("folded", Verbatim, nullable=False),
    Column("party", Verbatim),
)
"""Who is in a slot that somebody corrected, in order."""

signatures = Table(
    "signatures",
    metadata,
    Column("signature", BigInteger, primary_key=True),
    Column("report", ForeignKey("reports.digest"), primary_key=True, index=True),
)
"""What reports with a passage in common are found by."""

signed = Table(
    "signed",
    metadata,
    Column("report", ForeignKey("reports.digest"), primary_key=True),
    Column("signatures", Integer, nullable=False),
)
"""The reports that have been compared with those before them, and how many signatures each has."""

matches = Table(
    "matches",
    metadata,
    Column("one", ForeignKey("reports.digest"), primary_key=True),
    Column("other", ForeignKey("reports.digest"), primary_key=True, index=True),
    Column("found", Verbatim, nullable=False),  # JSON, as `matching` writes it
)
"""Pairs of reports with passages in common, the smaller digest first."""

changes = Table(
    "changes",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", DateTime(timezone=True), nullable=False),  # UTC
)
"""The moments at which claims were put into incidents, so that any past grouping can be asked for."""

event_reports = Table(
    "event_reports",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("anchor", Verbatim, nullable=False, index=True),  # the id of its first claim
    Column("reading", ForeignKey("readings.id"), nullable=False, index=True),
    Column("told", Verbatim, nullable=False),  # JSON, as `telling` writes it
    Column("day", Date, nullable=False),  # of publication
    Column("since", ForeignKey("changes.id"), nullable=False),
    Column("until", ForeignKey("changes.id")),  # when a later reading took its place
)

grouped = Table(
    "grouped",
    metadata,
    Column("reading", ForeignKey("readings.id"), primary_key=True),
    Column("change", ForeignKey("changes.id"), nullable=False),
)
"""The readings whose claims are in event reports as far as they tell of happenings."""

event_claims = Table(
    "event_claims",
    metadata,
    Column("claim", ForeignKey("claims.id"), primary_key=True),
    Column("event_report", ForeignKey("event_reports.id"), primary_key=True, index=True),
)

blocks = Table(
    "blocks",
    metadata,
    Column("key", String(16), primary_key=True),
    Column("event_report", ForeignKey("event_reports.id"), primary_key=True, index=True),
)
"""Which event reports are compared: those with a key in common."""

likeness = Table(
    "likeness",
    metadata,
    Column("one", ForeignKey("event_reports.id"), primary_key=True),
    Column("other", ForeignKey("event_reports.id"), primary_key=True),
    Column("chance", Float, nullable=False),
)
"""Both ways, how likely two event reports are of one happening by what they say alone."""

memberships = Table(
    "memberships",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("event_report", ForeignKey("event_reports.id"), nullable=False, index=True),
    Column("incident", Verbatim, nullable=False, index=True),
    Column("since", ForeignKey("changes.id"), nullable=False),
    Column("until", ForeignKey("changes.id")),
)
"""Which incident an event report is in, from one change to another."""

compared = Table(
    "compared",
    metadata,
    Column("incident", Verbatim, primary_key=True),
    Column("disputed", Boolean, nullable=False),
)
"""Whether the accounts of an incident as it is cannot all be so; what is missing is still to be compared."""

users = Table(
    "users",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Verbatim, nullable=False, unique=True),
    Column("role", String(16), nullable=False),
    Column("token", String(64), nullable=False, unique=True),  # its hash
    Column("added_at", DateTime(timezone=True), nullable=False),  # UTC
    Column("disabled", Boolean, nullable=False),
)

sessions = Table(
    "sessions",
    metadata,
    Column("id", String(64), primary_key=True),  # its hash
    Column("user", ForeignKey("users.id"), nullable=False, index=True),
    Column("expires_at", DateTime(timezone=True), nullable=False),  # UTC
)

audit = Table(
    "audit",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),  # without gaps
    Column("at", DateTime(timezone=True), nullable=False),  # UTC
    Column("by", Verbatim, nullable=False),
    Column("deed", Verbatim, nullable=False),
    Column("about", Verbatim, nullable=False),
    Column("hash", String(64), nullable=False),
)
"""What users did. Each row's hash is of the row and of the hash before it."""

watched = Table(
    "watched",
    metadata,
    Column("address", Verbatim, primary_key=True),
    Column("version", Verbatim),
    Column("failures", Integer, nullable=False),
    Column("due", DateTime(timezone=True)),  # UTC
)
"""Feeds and files that are followed: what of each is in the ledger, and when it may be asked again."""
