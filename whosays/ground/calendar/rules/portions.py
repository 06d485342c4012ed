"""Weeks and halves by their place in a month, and weeks by one of their days: "the first week of May"."""

from __future__ import annotations

from whosays.ground.calendar.grammar import Phrase, Rule
from whosays.ground.calendar.rules.dates import DAYS, MONTHS, month_named, named_day
from whosays.ground.calendar.setting import Setting
from whosays.ground.calendar.timex import Timex, dated
from whosays.ground.calendar.values import cut, period
from whosays.model import Interval, TimePrecision, TimeType

_MONTH, _WEEK, _WEEKEND = (1, "M"), (1, "W"), (1, "WE")
_MIDDLE = 15
"""The last day of a month's first half."""


def half_of_month(phrase: Phrase, setting: Setting) -> Timex | None:
    """ "the first half of June": to the fifteenth; the second, or last, is from then on."""
    number = phrase.first("ordinal", "last")
    if number > 2:
        return None
    first, last = (1, _MIDDLE) if number == 1 else (_MIDDLE + 1, 31)
    return _portion(phrase, setting, first, last, TimePrecision.DAYS)


def week_of_month(phrase: Phrase, setting: Setting) -> Timex | None:
    """ "the second week of May": its days 8 to 14, whatever their weekdays."""
    number = phrase.first("ordinal")
    if phrase.first("unit") != _WEEK or number > 4:
        return None
    return _portion(phrase, setting, number * 7 - 6, number * 7, TimePrecision.WEEK)


def last_week_of_month(phrase: Phrase, setting: Setting) -> Timex | None:
    """ "the last week of May": its last seven days."""
    if phrase.first("unit") != _WEEK:
        return None
    start = month_named(phrase.first(*MONTHS), phrase.first("year"), setting)
    length = cut(start.year, start.month, 31).day if start else 31
    return _portion(phrase, setting, length - 6, length, TimePrecision.WEEK)


def week_around(phrase: Phrase, setting: Setting) -> Timex | None:
    """ "the week of 5 May", "the weekend of 7 May 2016"."""
    unit = phrase.first("unit")
    found = named_day(phrase.first(*MONTHS), phrase.first(*DAYS), phrase.first("year"), setting)
    if found is None or unit not in (_WEEK, _WEEKEND):
        return None
    return dated(period(found.interval.earliest if found.interval else None, unit))


def _portion(phrase: Phrase, setting: Setting, first: int, last: int, grain: TimePrecision) -> Timex:
    """Days of the month named; TIMEX3 has no value for them but the month's."""
    number = phrase.first(*MONTHS)
    start = month_named(number, phrase.first("year"), setting)
    if start is None:
        return dated(f"XXXX-{number:02}")
    days = Interval(start.replace(day=first), cut(start.year, start.month, last), grain)
    return Timex(TimeType.DATE, period(start, _MONTH), days)


RULES: tuple[Rule, ...] = (
    ("{the}? {ordinal|last} {half} {of} MONTH (?:{comma|of}? {year})?", half_of_month),
    ("{the}? {ordinal} {unit} {of|in} MONTH (?:{comma|of}? {year})?", week_of_month),
    ("{the}? {last} {unit} {of|in} MONTH (?:{comma|of}? {year})?", last_week_of_month),
    ("{the} {unit} {of} {the}? DATE (?:{comma}? {year})?", week_around),
)
"""Parts of months, and weeks told by a day."""
