"""Moments for standards that want an instant where a report has a day or nothing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from whosays.model import Report, Told

UNKNOWN = datetime(1970, 1, 1, tzinfo=UTC)
"""Stands where a standard demands an instant and nobody knows one."""


def instant(report: Report) -> datetime | None:
    """When a report was published, in UTC: a day is its start, and what has no zone is taken for UTC."""
    published = report.published
    if published is None:
        return None
    if not isinstance(published, datetime):
        return datetime(published.year, published.month, published.day, tzinfo=UTC)
    return published.astimezone(UTC) if published.tzinfo else published.replace(tzinfo=UTC)


def zulu(moment: datetime) -> str:
    """An instant in RFC 3339, to the millisecond, as in 2031-05-04T09:30:00.000Z."""
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def first_and_last(told: Iterable[Told]) -> tuple[datetime, datetime]:
    """When the first and the last of the claims' reports were published; UNKNOWN where nobody says."""
    found = [moment for each in told if (moment := instant(each.report))]
    return min(found, default=UNKNOWN), max(found, default=UNKNOWN)
