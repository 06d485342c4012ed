"""Days of the Islamic calendar by arithmetic, and how far they can be trusted."""

from __future__ import annotations

from datetime import date
from math import ceil

from whosays.ground.calendar.values import Days

_EPOCH = date(622, 7, 19).toordinal() - 1
"""The day before 1 Muharram of the year 1."""

_SOLAR_YEAR, _YEAR = 365.2425, 354 + 11 / 30

_SIGHTED = 1
"""Days by which a month that begins when the new moon is seen may be early or late."""


def spell(year: int, month: int, day: int, count: int = 1) -> Days | None:
    """The first and the last day on which `count` days from that one may have fallen.

    Reckoned by the tabular calendar: months of 30 and 29 days in turn, 11 leap years in 30. What
    was declared when the moon was sighted may differ by a day, and from country to country, so both
    ends lie a day further out. None outside Python's calendar.
    """
    first = _ordinal(year, month, day) - _SIGHTED
    last = first + count - 1 + 2 * _SIGHTED
    if not 1 <= first <= last <= date.max.toordinal():
        return None
    return date.fromordinal(first), date.fromordinal(last)


def within(solar_year: int, month: int, day: int, count: int = 1) -> list[Days]:
    """Those spells, of whichever Hijri year, whose first day by the tables is in that solar year.

    Most years have one, some two: a Hijri year is eleven days shorter.
    """
    near = int((solar_year - 622) * _SOLAR_YEAR / _YEAR)
    spells = (spell(year, month, day, count) for year in range(max(1, near - 1), near + 4))
    return [days for days in spells if days and _tabular(days).year == solar_year]


def _ordinal(year: int, month: int, day: int) -> int:
    return _EPOCH + (year - 1) * 354 + (3 + 11 * year) // 30 + ceil(29.5 * (month - 1)) + day


def _tabular(days: Days) -> date:
    return date.fromordinal(days[0].toordinal() + _SIGHTED)
