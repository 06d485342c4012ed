"""Days and months by name: "29 November", "2016-11-29", "mid-December", "last May"."""

from __future__ import annotations

import re
from datetime import date

from whosays.ground.calendar.grammar import Phrase, Rule
from whosays.ground.calendar.rules.years import by_year, year_of
from whosays.ground.calendar.setting import Setting
from whosays.ground.calendar.timex import Timex, dated
from whosays.ground.calendar.values import is_day, moved, period

MONTHS = ("month", "weak_month", "loud_month", "short_month", "scarce_month")
DAYS = ("day", "nth", "ordinal")
"""Kinds of token that name a month, and a day of it."""

_LEAP_YEAR = 4
_YEARS_AHEAD = 20
"""How far ahead a year of two digits may lie before it is taken for one of the last century."""


def iso(phrase: Phrase, _: Setting) -> Timex | None:
    """`2016-11-29`, with or without a clock time."""
    value = str(phrase.first("iso"))
    return dated(value) if is_day(*map(int, value[:10].split("-"))) else None


def slashed(phrase: Phrase, setting: Setting) -> Timex | None:
    """`29/11/2016`: day first, unless only month first is a date."""
    first, second, year = map(int, re.split("[/.-]", str(phrase.first("slashed"))))
    year = year if year > 99 else _full_year(year, setting.day)
    for month, day in ((second, first), (first, second)):
        if is_day(year, month, day):
            return dated(f"{year:04}-{month:02}-{day:02}")
    return None


def _full_year(year: int, today: date | None) -> int:
    """Of this century as far as it makes sense; without a day of publication, always."""
    ahead = today is not None and 2000 + year > today.year + _YEARS_AHEAD
    return 1900 + year if ahead else 2000 + year


def day_of_month(phrase: Phrase, setting: Setting) -> Timex | None:
    """ "29 November", "Friday, Nov. 29, 2016"."""
    return _day(phrase, phrase.first(*DAYS), setting)


def further_day(phrase: Phrase, setting: Setting) -> Timex | None:
    """The "25" of "April 24 and 25"."""
    return _day(phrase, phrase.final(*DAYS), setting)


def day_beside(phrase: Phrase, setting: Setting) -> date | None:
    """The day that stands beside a time of day, else the day told of."""
    if (month := phrase.first(*MONTHS)) is not None:
        return _resolved(month, phrase.final("day", "nth"), year_of(phrase, setting), setting)
    if phrase.has("weekday"):
        return setting.weekday(phrase.first("weekday"))
    if phrase.has("day_word"):
        return moved(setting.day, phrase.first("day_word"), (1, "D"))
    return setting.told


def month(phrase: Phrase, setting: Setting) -> Timex:
    """ "November", "mid-December", "June last year"."""
    return named_month(phrase.first(*MONTHS), year_of(phrase, setting), setting)


def directed_month(phrase: Phrase, setting: Setting) -> Timex | None:
    """ "last November" before this month, "next May" after it, "this March" of this year."""
    number, direction = phrase.first(*MONTHS), phrase.first("past", "last", "next") or 0
    if setting.day is None:
        return dated(f"XXXX-{number:02}")
    ahead = (number - setting.day.month) * direction
    years = direction if direction and ahead <= 0 else 0
    return dated(f"{setting.day.year + years:04}-{number:02}")


def holiday(phrase: Phrase, setting: Setting) -> Timex | None:
    """A holiday that falls on the same day each year."""
    month, day = phrase.first("holiday")
    return named_day(month, day, year_of(phrase, setting), setting)


def _day(phrase: Phrase, day: int, setting: Setting) -> Timex | None:
    return named_day(phrase.first(*MONTHS), day, year_of(phrase, setting), setting)


def named_day(month: int, day: int, year: int | None, setting: Setting) -> Timex | None:
    """That day of the year, or of the one that the tense asks for; None if no year has it."""
    found = _resolved(month, day, year, setting)
    if found is not None:
        return dated(found.isoformat())
    open_year = year is None and setting.day is None and is_day(_LEAP_YEAR, month, day)
    return dated(f"XXXX-{month:02}-{day:02}") if open_year else None


def named_month(number: int, year: int | None, setting: Setting) -> Timex:
    """That month of the year, or of the one that the tense asks for."""
    found = month_named(number, year, setting)
    return dated(period(found, (1, "M")) if found else f"XXXX-{number:02}")


def month_named(number: int, year: int | None, setting: Setting) -> date | None:
    """Its first day."""
    return date(year, number, 1) if year is not None else setting.month(number)


def _resolved(month: int, day: int, year: int | None, setting: Setting) -> date | None:
    if year is None:
        return setting.annual(month, day)
    return date(year, month, day) if is_day(year, month, day) else None


RULES: tuple[Rule, ...] = (
    ("{iso}", iso),
    ("{slashed}", slashed),
    ("NAMED_DAY? {the}? MDAY {of}? MONTH WITH_YEAR?", by_year(day_of_month)),
    ("NAMED_DAY? {approx|last|this}? MONTH {nth|ordinal} WITH_YEAR?", by_year(day_of_month)),
    ("NAMED_DAY? {approx|last|this}? MONTH {day} (?!{counted|units}) WITH_YEAR?", by_year(day_of_month)),
    ("MONTH MDAY {and|to|hyphen} (?P<said>MDAY (?:{comma}? YEAR)?) CLOSED", further_day),
    (
        "(?P<said>MDAY) (?:{comma} MDAY){0,4} {and|to|hyphen} {the}? MDAY {of}? MONTH WITH_YEAR?",
        by_year(day_of_month),
    ),
    ("{day} {scarce_month} {comma|of}? {year}", day_of_month),
    ("PRE? MONTH WITH_YEAR", by_year(month)),
    ("PRE MONTH", month),
    ("PRE? {last|next|this} {past|next}? {month|weak_month|loud_month}", directed_month),
    ("BARE_MONTH", month),
    ("{holiday} WITH_YEAR?", by_year(holiday)),
)
"""Days and months, with or without their year."""
