"""TIMEX3 values of days and periods, and the steps from one to another."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from whosays.ground.calendar.vocabulary import UnitValue

UNKNOWN = {
    "D": "XXXX-XX-XX",
    "W": "XXXX-WXX",
    "WE": "XXXX-WXX-WE",
    "M": "XXXX-XX",
    "Q": "XXXX-QX",
    "Y": "XXXX",
}
"""Values whose place in the calendar is not known, by unit."""

Days = tuple[date, date]
"""The first and the last of a run of days."""

_MONTHS = {"M": 1, "Q": 3, "Y": 12}
_DAYS = {"D": 1, "W": 7, "WE": 7}
_HALF = {"Y": "6M", "D": "T12H", "TH": "30M", "TM": "30S"}


def period(day: date | None, unit: UnitValue) -> str:
    """The value of the period of that unit around `day`: its week, month, decade ..."""
    size, name = unit
    value = UNKNOWN[name] if day is None else _written(day, name)
    return value[: 5 - len(str(size))] if name == "Y" else value


def common(days: Days) -> str:
    """The value of the smallest of day, month, year, decade and century that holds all of the days."""
    units: list[UnitValue] = [(1, "D"), (1, "M"), (1, "Y"), (10, "Y"), (100, "Y")]
    first, last = days
    values = (period(first, unit) for unit in units if period(first, unit) == period(last, unit))
    return next(values, UNKNOWN["Y"])


def _written(day: date, name: str) -> str:
    if name in ("W", "WE"):
        week = f"{day.isocalendar().year:04}-W{day.isocalendar().week:02}"
        return week if name == "W" else f"{week}-WE"
    if name == "Q":
        return f"{day.year:04}-Q{(day.month + 2) // 3}"
    return day.isoformat()[: len(UNKNOWN[name])]


def moved(day: date | None, count: int, unit: UnitValue) -> date | None:
    """`day` and `count` units more, the day cut to the month's end; None outside the calendar.

    Units of the clock do not move a day.
    """
    size, name = unit
    if day is None or name.startswith("T"):
        return day
    if name in _DAYS:
        ordinal = day.toordinal() + count * size * _DAYS[name]
        return date.fromordinal(ordinal) if 1 <= ordinal <= date.max.toordinal() else None
    year, month = divmod(day.year * 12 + day.month - 1 + count * size * _MONTHS[name], 12)
    return cut(year, month + 1, day.day) if 1 <= year <= date.max.year else None


def cut(year: int, month: int, day: int) -> date:
    """That day, or the last of its month."""
    while not is_day(year, month, day):
        day -= 1
    return date(year, month, day)


def is_day(year: int, month: int, day: int) -> bool:
    """Whether the calendar has that day."""
    known = 1 <= year <= date.max.year and 1 <= month <= 12
    return known and 1 <= day <= monthrange(year, month)[1]


def duration(count: str, unit: UnitValue) -> str:
    """ISO duration; `count` is a decimal number, "X", or ends in "½"."""
    size, name = unit
    half = count.endswith("½")
    whole = count.rstrip("½")
    if whole.isdigit():
        whole = str(int(whole) * size)
    if half and size == 1 and name in _HALF:
        return _mixed(whole, name)
    return f"{'PT' if name[0] == 'T' else 'P'}{whole}{'.5' if half else ''}{name.lstrip('T')}"


def _mixed(whole: str, name: str) -> str:
    lead = "PT" if name[0] == "T" else "P"
    full = "" if whole == "0" else f"{whole}{name.lstrip('T')}"
    return f"{lead}{full}{_HALF[name]}"
