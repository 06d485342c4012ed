"""When a feed may be asked again: by its own word, and less and less often as long as it fails."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from secrets import SystemRandom

LONGEST = timedelta(days=1)
"""No feed is left alone for longer, whatever it says."""
FIRST = timedelta(minutes=5)
"""The wait after one failure; it doubles with each in a row."""
SPREAD = 0.5
"""The share of a wait that chance adds, lest all who were refused at once come back at once."""
EARLY = timedelta(minutes=1)
"""A program that a clock starts every hour is not always started at the same second of it."""

_random = SystemRandom()


def is_due(due: datetime | None, now: datetime) -> bool:
    """Whether a feed that is not to be asked before `due` may be asked."""
    return due is None or due - EARLY <= now


def after_success(now: datetime, minutes: int | None) -> datetime | None:
    """When to ask a feed again that says that it stays the same for so many minutes; None for at any time."""
    return now + min(timedelta(minutes=min(minutes, 10**6)), LONGEST) if minutes else None


def after_failure(now: datetime, failures: int, asked_for: timedelta = timedelta()) -> datetime:
    """When to ask a feed again that failed so many times in a row, and asked for a wait."""
    doubled = FIRST * (1 << min(failures - 1, 10))
    wait = min(max(doubled, asked_for), LONGEST)
    return now + wait * _random.uniform(1, 1 + SPREAD)


def retry_after(value: str | None, now: datetime) -> timedelta:
    """The wait that a Retry-After field (RFC 9110) asks for, in seconds or as a date; none if neither."""
    written = (value or "").strip()
    if written.isascii() and written.isdigit():
        return timedelta(seconds=int(written[:9]))
    try:
        moment = parsedate_to_datetime(written)
    except (ValueError, TypeError, IndexError, OverflowError):
        return timedelta()
    return max(timedelta(), (moment if moment.tzinfo else moment.replace(tzinfo=UTC)) - now)
