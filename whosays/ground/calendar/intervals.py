"""The days that a TIMEX3 value stands for."""

from __future__ import annotations

import re
from datetime import date, timedelta

from whosays.model import Interval, TimePrecision

_VALUE = re.compile(
    r"(?P<year>\d{4})(?:-W(?P<week>\d\d)(?P<weekend>-WE)?|-Q(?P<quarter>[1-4])|-H(?P<half>[12])"
    r"|-(?P<season>SP|SU|FA|WI)|-(?P<month>\d\d)(?:-(?P<day>\d\d)(?P<time>T.+)?)?)?\Z"
)
SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""The first month of each season."""


def interval_of(value: str) -> Interval | None:
    """The interval of a DATE or TIME value; None if it is not resolved ("XXXX-11", "PAST_REF").

    Seasons are those of the northern hemisphere, by whole months; the winter of a year is the one
    that begins in it. Days outside Python's calendar (years 1 to 9999) give None.
    """
    if value.isdigit() and len(value) < 4:
        return _era(value)
    found = _VALUE.match(value)
    if found is None or found["year"] == "0000":
        return None
    if found["week"]:
        return _week(int(found["year"]), int(found["week"]), weekend=bool(found["weekend"]))
    if found["day"]:
        day = date(int(found["year"]), int(found["month"]), int(found["day"]))
        return Interval(day, day, _grain(found["time"]))
    return _months(found)


def _span(year: int, month: int, count: int, precision: TimePrecision) -> Interval | None:
    """`count` whole months, `month` of `year` the first of them."""
    after = year * 12 + month - 1 + count
    if not (year >= 1 and after // 12 <= date.max.year):
        return None
    last = date(after // 12, after % 12 + 1, 1) - timedelta(days=1)
    return Interval(date(year, month, 1), last, precision)


def _months(found: re.Match[str]) -> Interval | None:
    year = int(found["year"])
    if found["quarter"]:
        return _span(year, int(found["quarter"]) * 3 - 2, 3, TimePrecision.SEASON)
    if found["half"]:
        return _span(year, int(found["half"]) * 6 - 5, 6, TimePrecision.SEASON)
    if found["season"]:
        return _span(year, SEASON_STARTS[found["season"]], 3, TimePrecision.SEASON)
    if found["month"]:
        return _span(year, int(found["month"]), 1, TimePrecision.MONTH)
    return Interval(date(year, 1, 1), date(year, 12, 31), TimePrecision.YEAR)


def _grain(time: str | None) -> TimePrecision:
    return TimePrecision.INSTANT if time and time[1].isdigit() else TimePrecision.DAY


def _era(value: str) -> Interval | None:
    """Decades have three digits, centuries two."""
    size = 10 ** (4 - len(value))
    first = int(value) * size
    if not 1 <= first <= date.max.year:
        return None
    return Interval(date(first, 1, 1), date(first + size - 1, 12, 31), TimePrecision.LONGER)


def _week(year: int, week: int, *, weekend: bool) -> Interval | None:
    start = date(year, 1, 4).toordinal() - date(year, 1, 4).weekday() + (week - 1) * 7
    first, last = (start + 5, start + 6) if weekend else (start, start + 6)
    if first < 1 or last > date.max.toordinal():
        return None
    precision = TimePrecision.DAYS if weekend else TimePrecision.WEEK
    return Interval(date.fromordinal(first), date.fromordinal(last), precision)
