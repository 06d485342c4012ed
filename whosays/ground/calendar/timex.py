"""What a phrase means: TIMEX3 type and value, and the days it covers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from whosays.ground.calendar.intervals import interval_of
from whosays.ground.calendar.values import Days, common
from whosays.model import Interval, TimePrecision, TimeType

_GRAINS = (
    (1, TimePrecision.DAY),
    (8, TimePrecision.DAYS),
    (32, TimePrecision.MONTH),
    (100, TimePrecision.SEASON),
    (368, TimePrecision.YEAR),
)
"""The grain of up to so many days: a day more at either end than the period has."""


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


def among(days: Days) -> Timex:
    """A DATE of which only the first and the last possible day are known, valued no finer than that."""
    count = (days[1] - days[0]).days + 1
    grain = next((grain for most, grain in _GRAINS if count <= most), TimePrecision.LONGER)
    return Timex(TimeType.DATE, common(days), Interval(*days, grain))


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
