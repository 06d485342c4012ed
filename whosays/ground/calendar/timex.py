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


def spell(earliest: date | None, latest: date | None, precision: TimePrecision) -> Interval | None:
    """The days between two; None if either is not known or they are the wrong way round."""
    if earliest is None or latest is None or earliest > latest:
        return None
    return Interval(earliest, latest, precision)


def reference(value: str, interval: Interval | None = None) -> Timex:
    """PAST_REF, PRESENT_REF or FUTURE_REF: a direction without a date; with the days if they are known."""
    return Timex(TimeType.DATE, value, interval)


def lasting(value: str, interval: Interval | None = None) -> Timex:
    """A DURATION; with the days it covers if it is anchored."""
    return Timex(TimeType.DURATION, value, interval)


def repeated(value: str) -> Timex:
    """A SET."""
    return Timex(TimeType.SET, value)
