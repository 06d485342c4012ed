"""What is in a ledger, in numbers and as a list of reports."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime

from sqlalchemy import ColumnElement, Connection, Select, func, literal, or_, select, tuple_

from whosays.ledger.fetch import fetch_reports
from whosays.ledger.lookup import find_report
from whosays.ledger.query import is_latest
from whosays.ledger.schema import changes, claims, judgements, memberships, readings, reports
from whosays.ledger.text import fold
from whosays.model import Report

PAGE = 100
"""Reports that are fetched together."""


@dataclass(frozen=True, slots=True)
class Latest:
    """The numbers of the newest reading, change of the incidents and judgement, 0 where there is none."""

    reading: int
    change: int
    judgement: int
    changed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """How many reports, claims of their latest readings, and incidents there are."""

    reports: int
    claims: int
    incidents: int


def fetch_latest(connection: Connection) -> Latest:
    """What was written last."""
    reading, change, judgement = (
        connection.scalar(select(func.max(table.c.id))) or 0 for table in (readings, changes, judgements)
    )
    at = connection.scalar(select(changes.c.at).order_by(changes.c.id.desc()).limit(1))
    return Latest(reading, change, judgement, at and at.replace(tzinfo=UTC))


def fetch_counts(connection: Connection) -> Counts:
    """How much there is."""
    in_latest = select(func.count()).select_from(claims.join(readings, claims.c.reading == readings.c.id))
    incidents = select(func.count(memberships.c.incident.distinct())).where(memberships.c.until.is_(None))
    asked = select(func.count()).select_from(reports), in_latest.where(is_latest()), incidents
    return Counts(*(connection.scalar(each) or 0 for each in asked))


def fetch_listed(connection: Connection, words: str, after: str | None) -> Iterator[tuple[Report, int]]:
    """Reports and their numbers of claims, the newest first."""
    last = _place(connection, after) if after else None
    while rows := connection.execute(_page(words, last)).all():
        found = fetch_reports(connection, {row.digest for row in rows})
        yield from ((found[row.digest], row.claims) for row in rows)
        last = rows[-1].day, rows[-1].digest


def _place(connection: Connection, report: str) -> tuple[date, str]:
    digest = find_report(connection, report)
    day = connection.scalars(select(reports.c.day).where(reports.c.digest == digest)).one()
    return day, digest


def _page(words: str, last: tuple[date, str] | None) -> Select[str, date, int]:
    made = (
        select(claims.c.id)
        .join(readings, claims.c.reading == readings.c.id)
        .where(readings.c.report == reports.c.digest, is_latest())
        .correlate(reports)
        .subquery()
    )
    count = select(func.count()).select_from(made).scalar_subquery().label("claims")
    found = select(reports.c.digest, reports.c.day, count).where(*_conditions(words, last))
    return found.order_by(reports.c.day.desc(), reports.c.digest.desc()).limit(PAGE)


def _conditions(words: str, last: tuple[date, str] | None) -> Iterator[ColumnElement[bool]]:
    if last is not None:
        yield tuple_(reports.c.day, reports.c.digest) < tuple_(*map(literal, last))
    if words:
        inside = (reports.c.title, reports.c.given_id)
        named = (column.icontains(words, autoescape=True) for column in inside)
        yield or_(*named, reports.c.publisher_folded.contains(fold(words), autoescape=True))
