"""What a phrase means: TIMEX3 type and value, and the days it covers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from whosays.ground.calendar.intervals import interval_of
from whosays.model import Interval, TimePrecision, TimeType


@dataclass(frozen=True, slots=True)
class Timex:
    """A time without its place in the text."""

    type: TimeType
    value: str
    interval: Interval | None = None


def dated(value: str) -> Timex:
    """A DATE, or a TIME where the value has a part of the day."""
    kind = TimeType.TIME if "T" in value else TimeType.DATE
    return Timex(kind, value, interval_of(value))


def within(value: str, earliest: date | None, latest: date | None, precision: TimePrecision) -> Timex:
    """A DATE or TIME that covers other days than its value alone says; unknown days leave it open."""
    kind = TimeType.TIME if "T" in value else TimeType.DATE
    known = earliest is not None and latest is not None and earliest <= latest
    return Timex(kind, value, Interval(earliest, latest, precision) if known else None)


def reference(value: str) -> Timex:
    """PAST_REF, PRESENT_REF or FUTURE_REF: a direction without a date."""
    return Timex(TimeType.DATE, value)


def lasting(value: str, interval: Interval | None = None) -> Timex:
    """A DURATION; with the days it covers if it is anchored."""
    return Timex(TimeType.DURATION, value, interval)


def repeated(value: str) -> Timex:
    """A SET."""
    return Timex(TimeType.SET, value)
