"""The opening ends of ranges whose far end says the year or the week: "March" in "March to June 2015"."""

from __future__ import annotations

from whosays.ground.calendar.grammar import Phrase, Rule
from whosays.ground.calendar.rules.dates import DAYS, MONTHS, named_day, named_month
from whosays.ground.calendar.rules.years import by_year, year_of
from whosays.ground.calendar.setting import Setting
from whosays.ground.calendar.timex import Timex, dated
from whosays.ground.calendar.values import moved


def opening_day(phrase: Phrase, setting: Setting) -> Timex | None:
    """The "28 December" of "28 December to 3 January 2016"."""
    return named_day(phrase.first(*MONTHS), phrase.first(*DAYS), _opening_year(phrase, setting), setting)


def opening_month(phrase: Phrase, setting: Setting) -> Timex:
    """The "November" of "November to February 2016"."""
    return named_month(phrase.first(*MONTHS), _opening_year(phrase, setting), setting)


def opening_weekday(phrase: Phrase, setting: Setting) -> Timex:
    """The "Friday" of "Friday to Monday": the last such day before the other end."""
    number = phrase.first("weekday")
    end = setting.weekday(phrase.final("weekday"))
    start = moved(end, (number - phrase.final("weekday")) % 7 - 7, (1, "D"))
    part = f"T{phrase.first('daypart')}" if phrase.has("daypart") else ""
    return dated((start.isoformat() if start else f"XXXX-WXX-{number}") + part)


def _opening_year(phrase: Phrase, setting: Setting) -> int | None:
    """The year of the far end, or the one before if its month comes earlier in the year."""
    year = year_of(phrase, setting)
    return year if year is None else year - (phrase.first(*MONTHS) > phrase.final(*MONTHS))


RULES: tuple[Rule, ...] = (
    (
        "(?P<said>ANY_DAY) {to|hyphen|and} ANY_DAY WITH_YEAR",
        by_year(opening_day),
    ),
    ("(?P<said>PRE? MONTH) {to|hyphen|and} PRE? MONTH WITH_YEAR", by_year(opening_month)),
    ("(?P<said>{weekday} {daypart}?) {to|hyphen} {weekday}", opening_weekday),
    ("(?<={between}) (?P<said>{weekday} {daypart}?) {and} {weekday}", opening_weekday),
)
"""What the rules for days and months alone would look for near the day of publication."""
