"""Years and what is counted in them: "early 2016", "the 1970s", "last winter", "the third quarter"."""

from __future__ import annotations

import re
from datetime import date

from whosays.ground.calendar.grammar import Evaluate, Phrase, Rule
from whosays.ground.calendar.intervals import SEASON_STARTS
from whosays.ground.calendar.numbers import spoken
from whosays.ground.calendar.setting import Setting
from whosays.ground.calendar.timex import Timex, dated

_YEAR = (1, "Y")
_QUARTER = (1, "Q")
_CENTURY = (100, "Y")
_FIRST_BARE_YEAR = 1900


def year_of(phrase: Phrase, setting: Setting) -> int | None:
    """The year that the phrase names, in figures, in words or by "last year"."""
    if (named := phrase.first("year")) is not None:
        return int(named)
    if phrase.has("tens"):
        return spoken(phrase)
    if phrase.has("unit") and setting.day is not None:
        return setting.day.year + (phrase.first("last", "next", "this", "that") or 0)
    return None


def by_year(evaluate: Evaluate) -> Evaluate:
    """`evaluate`, unless what follows the date is no year ("in the fall last week")."""

    def guarded(phrase: Phrase, setting: Setting) -> Timex | None:
        return evaluate(phrase, setting) if phrase.first("unit") in (None, _YEAR) else None

    return guarded


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
    return dated(digits[:3] if len(digits) == len("1970") else f"19{digits[0]}")


def spelled_decade(phrase: Phrase, _: Setting) -> Timex:
    """ "the eighties"."""
    return dated(f"{phrase.first('decade_word')}")


def century(phrase: Phrase, _: Setting) -> Timex | None:
    """ "the 11th century"."""
    ordinal = phrase.first("nth", "ordinal")
    return dated(f"{ordinal - 1:02}") if phrase.first("unit") == _CENTURY else None


def season(phrase: Phrase, setting: Setting) -> Timex | None:
    """ "spring 2015", "last winter", "this past spring", "in the summer"."""
    name, found = phrase.first("season"), year_of(phrase, setting)
    if found is None and setting.day is not None:
        found = _season_year(setting.day, SEASON_STARTS[name], phrase.first("past", "last", "next") or 0)
    return dated(f"XXXX-{name}" if found is None else f"{found:04}-{name}")


def _season_year(day: date, start: int, direction: int) -> int:
    """The year in which the last such season ended, or the next one begins, or this year."""
    if direction < 0:
        return day.year if day.month >= start + 3 else day.year - 1
    return day.year + 1 if direction > 0 and day.month >= start else day.year


def quarter(phrase: Phrase, setting: Setting) -> Timex | None:
    """ "the third quarter", "third-quarter", "Q3 2016", "the third quarter of 1984"."""
    code = phrase.first("quarter_code")
    number = int(code[1]) if code else phrase.first("ordinal")
    if (not code and phrase.final("unit") != _QUARTER) or not 1 <= number <= 4:
        return None
    named = phrase.first("year") is not None or phrase.first("last", "next", "this") is not None
    found = year_of(phrase, setting) if named else _quarter_year(setting.day, number)
    return dated(f"XXXX-Q{number}" if found is None else f"{found:04}-Q{number}")


def _quarter_year(day: date | None, number: int) -> int | None:
    """The year of the latest such quarter that has begun."""
    return None if day is None else day.year - (number * 3 - 2 > day.month)


def half_year(phrase: Phrase, setting: Setting) -> Timex | None:
    """ "the first half of 1990", "the last half of 2016", "the second half of the year"."""
    number, found = phrase.first("ordinal") or 2, year_of(phrase, setting)
    if number > 2:
        return None
    return dated(f"XXXX-H{number}" if found is None else f"{found:04}-H{number}")


RULES: tuple[Rule, ...] = (
    ("PRE? {fiscal} YEAR", year),
    ("PRE YEAR", year),
    ("(?<=BEFORE_TIME) YEAR (?!{counted|zone|units|meridiem})", year),
    ("(?<!BEFORE_COUNT) YEAR (?!AFTER_COUNT)", bare_year),
    ("(?:{the}? {ordinal|last} {half} {of})? {the}? {part}? {hyphen}? {decade}", decade),
    ("{the} {part}? {hyphen}? {decade_word}", spelled_decade),
    ("{the}? (?:{part} {hyphen}?)? {nth|ordinal} {hyphen}? {unit}", century),
    ("PRE? {the}? {season} WITH_YEAR", by_year(season)),
    ("PRE? {the|this|last|next} {past|last|next}? {season} (?!{of})", season),
    ("{the}? {fiscal}? {hyphen}? {ordinal} {unit} WITH_YEAR?", quarter),
    ("{ordinal} {hyphen} {unit}", quarter),
    ("{the}? {year} {ordinal} {unit}", quarter),
    ("{last|next} {unit} {possessive} {ordinal} {unit}", quarter),
    ("{quarter_code} {of}? YEAR?", quarter),
    ("{the}? (?:{ordinal} {half} {of} {the} {unit} | {ordinal|last} {half} WITH_YEAR)", by_year(half_year)),
)
"""Years and parts of them."""
