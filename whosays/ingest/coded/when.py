"""When a row's event happened."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from whosays.ingest.coded.cells import coded, day
from whosays.ingest.coded.map import TimeMap
from whosays.ingest.coded.sheet import Sheet
from whosays.model import Interval, TimePrecision

AROUND_WEEK = 3
"""Days before and after the middle of a week, which tables write for the week."""

LONGEST_SPELL = 366
"""Days of a spell whose grain is days."""


def interval(sheet: Sheet, map_: TimeMap, published: date | None) -> Interval | None:
    """First and last day; None where the row gives none, or says by an agreed spell that it knows none."""
    start = sheet.first(map_.start)
    if start is None:
        return None
    end = sheet.first(map_.end) or start
    first, last = day(start), day(end)
    if first > last:
        sheet.note(f"{start.column} {first} is after {end.column} {last}; the claim has no time")
        return None
    if last == published and (last - first).days == map_.undated:
        return None
    code = sheet.first(map_.precision)
    precision = coded(code, map_.precisions, "time.precisions") if code else _grain(first, last)
    return _widened(first, last, precision)


def _grain(first: date, last: date) -> TimePrecision:
    days = (last - first).days + 1
    if days == 1:
        return TimePrecision.DAY
    return TimePrecision.DAYS if days <= LONGEST_SPELL else TimePrecision.LONGER


def _widened(first: date, last: date, precision: TimePrecision) -> Interval:
    """The days meant: tables with a single column of days write the middle of a week or a month there."""
    if first == last:
        first, last = _around(first, precision)
    return Interval(first, last, precision)


def _around(middle: date, precision: TimePrecision) -> tuple[date, date]:
    if precision is TimePrecision.WEEK:
        within = min(AROUND_WEEK, (middle - date.min).days, (date.max - middle).days)
        return middle - timedelta(days=within), middle + timedelta(days=within)
    if precision is TimePrecision.MONTH:
        _, days = monthrange(middle.year, middle.month)
        return middle.replace(day=1), middle.replace(day=days)
    if precision is TimePrecision.YEAR:
        return date(middle.year, 1, 1), date(middle.year, 12, 31)
    return middle, middle
