"""Dates that name their month, year, season or decade: "29 November", "early 2016", "the late 1970s"."""

from __future__ import annotations

import re
from datetime import date

from whosays.ground.calendar.grammar import Evaluate, Phrase, Rule
from whosays.ground.calendar.numbers import spoken
from whosays.ground.calendar.setting import Setting
from whosays.ground.calendar.timex import Timex, dated
from whosays.ground.calendar.values import UNKNOWN, is_day, moved, period

_MONTHS = ("month", "weak_month", "loud_month", "short_month")
_DAYS = ("day", "nth", "ordinal")
_MONTH = (1, "M")
_YEAR = (1, "Y")
_FIRST_BARE_YEAR = 1900
_LEAP_YEAR = 4


def year_of(phrase: Phrase, setting: Setting) -> int | None:
    """The year that the phrase names, in figures, in words or by "last year"."""
    if (year := phrase.first("year")) is not None:
        return int(year)
    if phrase.has("tens"):
        return spoken(phrase)
    if phrase.has("unit") and setting.day is not None:
        return setting.day.year + (phrase.first("last", "next", "this", "that", "past") or 0)
    return None


def iso(phrase: Phrase, _: Setting) -> Timex | None:
    """`2016-11-29`, with or without a clock time."""
    value = str(phrase.first("iso"))
    return dated(value) if is_day(*map(int, value[:10].split("-"))) else None


def slashed(phrase: Phrase, setting: Setting) -> Timex | None:
    """`29/11/2016`: day first, unless only month first is a date."""
    first, second, year = map(int, re.split("[/.-]", str(phrase.first("slashed"))))
    if year < 100:
        year += 1900 if year > (setting.day.year if setting.day else 2050) % 100 + 20 else 2000
    for month, day in ((second, first), (first, second)):
        if is_day(year, month, day):
            return dated(f"{year:04}-{month:02}-{day:02}")
    return None


def day_of_month(phrase: Phrase, setting: Setting) -> Timex | None:
    """ "29 November", "Friday, Nov. 29, 2016"."""
    return _day(phrase, phrase.first(*_DAYS), setting)


def further_day(phrase: Phrase, setting: Setting) -> Timex | None:
    """The "25" of "April 24 and 25"."""
    return _day(phrase, phrase.final(*_DAYS), setting)


def day_beside(phrase: Phrase, setting: Setting) -> date | None:
    """The day that stands beside a time of day, else the day told of."""
    if phrase.has("weekday"):
        return setting.weekday(phrase.first("weekday"))
    if phrase.has("day_word"):
        return moved(setting.day, phrase.first("day_word"), (1, "D"))
    if phrase.first(*_MONTHS) is None:
        return setting.told
    return _resolved(phrase.first(*_MONTHS), phrase.final("day", "nth"), year_of(phrase, setting), setting)


def _day(phrase: Phrase, day: int, setting: Setting) -> Timex | None:
    month, year = phrase.first(*_MONTHS), year_of(phrase, setting)
    found = _resolved(month, day, year, setting)
    if found is not None:
        return dated(found.isoformat())
    known = year is None and setting.day is None and is_day(_LEAP_YEAR, month, day)
    return dated(f"XXXX-{month:02}-{day:02}") if known else None


def _resolved(month: int, day: int, year: int | None, setting: Setting) -> date | None:
    if year is None:
        return setting.annual(month, day)
    return date(year, month, day) if is_day(year, month, day) else None


def month(phrase: Phrase, setting: Setting) -> Timex | None:
    """ "November", "mid-December", "June last year"."""
    number, year = phrase.first(*_MONTHS), year_of(phrase, setting)
    if year is not None:
        return dated(f"{year:04}-{number:02}")
    found = setting.month(number)
    return dated(period(found, _MONTH) if found else f"XXXX-{number:02}")


def directed_month(phrase: Phrase, setting: Setting) -> Timex | None:
    """ "last November" before this month, "next May" after it, "this March" of this year."""
    number, direction = phrase.first(*_MONTHS), phrase.first("last", "past", "next", "this")
    if setting.day is None:
        return dated(f"XXXX-{number:02}")
    ahead = number - setting.day.month
    years = (ahead <= 0) if direction > 0 else -(ahead >= 0) if direction < 0 else 0
    return dated(f"{setting.day.year + years:04}-{number:02}")


def year(phrase: Phrase, setting: Setting) -> Timex | None:
    """ "1996", "early 2016", "fiscal 1989"."""
    found = year_of(phrase, setting)
    return dated(f"{found:04}") if found is not None else None


def bare_year(phrase: Phrase, setting: Setting) -> Timex | None:
    """A year with no word before it that asks for one: only of the last and this century."""
    found = year_of(phrase, setting)
    return dated(str(found)) if found is not None and found >= _FIRST_BARE_YEAR else None


def decade(phrase: Phrase, _: Setting) -> Timex | None:
    """ "the 1970s", "the '90s" of the last century."""
    digits = re.sub(r"\D", "", str(phrase.first("decade")))
    return dated(digits[:3] if len(digits) == 4 else f"19{digits[0]}")


def century(phrase: Phrase, _: Setting) -> Timex | None:
    """ "the 11th century"."""
    size, _name = phrase.first("unit")
    ordinal = phrase.first("nth", "ordinal")
    return dated(f"{ordinal - 1:02}") if size == 100 else None


def season(phrase: Phrase, setting: Setting) -> Timex | None:
    """ "spring 2015", "last winter", "this past spring", "in the summer"."""
    name, named = phrase.first("season"), year_of(phrase, setting)
    if named is not None:
        return dated(f"{named:04}-{name}")
    if setting.day is None:
        return dated(f"XXXX-{name}")
    start = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[name]
    directions = [phrase.first(kind) for kind in ("past", "last", "next") if phrase.has(kind)]
    return dated(f"{_season_year(setting.day, start, *directions):04}-{name}")


def _season_year(day: date, start: int, direction: int = 0, *_: int) -> int:
    begun = day.month >= start
    over = day.month >= start + 3
    if direction < 0:
        return day.year if over else day.year - 1
    return day.year + 1 if direction > 0 and begun else day.year


def quarter(phrase: Phrase, setting: Setting) -> Timex | None:
    """ "the third quarter", "third-quarter", "Q3 2016", "the third quarter of 1984"."""
    code = phrase.first("quarter_code")
    number = int(code[1]) if code else phrase.first("ordinal")
    if (not code and phrase.final("unit") != (1, "Q")) or not 1 <= number <= 4:
        return None
    named = phrase.first("year") or (
        year_of(phrase, setting) if phrase.first("last", "next", "this") is not None else None
    )
    if named is None and setting.day is None:
        return dated(f"{UNKNOWN['Y']}-Q{number}")
    return dated(f"{named or _quarter_year(setting.day, number)}-Q{number}")


def _quarter_year(day: date | None, number: int) -> int:
    """The year of the latest such quarter that has begun."""
    return 0 if day is None else day.year - (number * 3 - 2 > day.month)


def half_year(phrase: Phrase, setting: Setting) -> Timex | None:
    """ "the first half of 1990", "the second half of the year"."""
    number, named = phrase.first("ordinal"), year_of(phrase, setting)
    if number > 2 or phrase.first("unit") not in (None, _YEAR):
        return None
    return dated(f"{UNKNOWN['Y'] if named is None else named}-H{number}")


def holiday(phrase: Phrase, setting: Setting) -> Timex | None:
    """A holiday that falls on the same day each year."""
    month_of, day = phrase.first("holiday")
    named = year_of(phrase, setting)
    if named is None:
        found = setting.annual(month_of, day)
        return dated(found.isoformat() if found else f"XXXX-{month_of:02}-{day:02}")
    return dated(f"{named:04}-{month_of:02}-{day:02}")


def _by_year(evaluate: Evaluate) -> Evaluate:
    """`evaluate`, unless what follows the date is no year ("in the fall last week")."""

    def guarded(phrase: Phrase, setting: Setting) -> Timex | None:
        return evaluate(phrase, setting) if phrase.first("unit") in (None, _YEAR) else None

    return guarded


RULES: tuple[Rule, ...] = (
    ("{iso}", iso),
    ("{slashed}", slashed),
    ("NAMED_DAY? {the}? MDAY {of}? MONTH WITH_YEAR?", _by_year(day_of_month)),
    (
        "NAMED_DAY? {approx|last|this}? MONTH (?:{nth|ordinal} | {day} (?!{counted|units})) WITH_YEAR?",
        _by_year(day_of_month),
    ),
    ("MONTH MDAY {and|to|hyphen} (?P<said>MDAY (?:{comma}? YEAR)?) CLOSED", further_day),
    ("(?P<said>MDAY) {and|to|hyphen} {the}? MDAY {of}? MONTH WITH_YEAR?", _by_year(day_of_month)),
    ("PRE? MONTH WITH_YEAR", _by_year(month)),
    ("PRE MONTH", month),
    ("PRE? {last|next|this} {past|next}? {month|weak_month|loud_month}", directed_month),
    ("BARE_MONTH", month),
    ("PRE? {fiscal} YEAR", year),
    ("PRE YEAR", year),
    ("(?<=BEFORE_TIME) YEAR (?!{counted|zone|units|meridiem})", year),
    (
        "(?<!{quantity|toll|approx|month|weak_month|short_month}) YEAR"
        " (?!{counted|plural|unit|units|zone|meridiem})",
        bare_year,
    ),
    ("{the}? {part}? {hyphen}? {decade}", decade),
    ("{the}? (?:{part} {hyphen}?)? {nth|ordinal} {hyphen}? {unit}", century),
    ("PRE? {the}? {season} WITH_YEAR", _by_year(season)),
    ("PRE? {the|this|last|next} {past|last|next}? {season} (?!{of})", season),
    ("{the}? {fiscal}? {hyphen}? {ordinal} {unit} WITH_YEAR?", quarter),
    ("{ordinal} {hyphen} {unit}", quarter),
    ("{the}? {year} {ordinal} {unit}", quarter),
    ("{last|next} {unit} {possessive} {ordinal} {unit}", quarter),
    ("{quarter_code} {of}? YEAR?", quarter),
    ("{the}? {ordinal} {half} (?:{of} {the} {unit} | WITH_YEAR)", half_year),
    ("{holiday} WITH_YEAR?", _by_year(holiday)),
)
"""Absolute dates, and those that lack only their year."""
