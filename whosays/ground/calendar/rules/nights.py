"""Nights and parts of a day beside the day: "overnight on Sunday", "the morning of 5 May", "that evening"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from whosays.ground.calendar.grammar import Phrase, Rule
from whosays.ground.calendar.rules.dates import day_beside, day_of_month
from whosays.ground.calendar.rules.deictic import day_word, daypart, weekday
from whosays.ground.calendar.rules.years import by_year
from whosays.ground.calendar.setting import Setting
from whosays.ground.calendar.tense import Tense
from whosays.ground.calendar.timex import Timex, dated, spell
from whosays.ground.calendar.values import moved, period
from whosays.model import TimePrecision, TimeType

_DAY = (1, "D")


def overnight(_: Phrase, setting: Setting) -> Timex:
    """ "overnight", "last night": the night that ends on the day of publication."""
    return _night(moved(setting.day, -1, _DAY))


def night_from(phrase: Phrase, setting: Setting) -> Timex:
    """ "overnight on Sunday": the night that begins on that day, unless it has yet to come."""
    eve = day_beside(phrase, setting)
    if eve is not None and eve == setting.day and setting.tense is not Tense.FUTURE:
        return overnight(phrase, setting)
    return _night(eve)


def night_into(phrase: Phrase, setting: Setting) -> Timex:
    """ "overnight into Tuesday": the night that ends on that day."""
    return _night(moved(day_beside(phrase, setting), -1, _DAY))


def night_before(phrase: Phrase, setting: Setting) -> Timex:
    """ "the night before", "the evening before": before the day told of."""
    eve = moved(setting.told, -1, _DAY)
    part = phrase.first("daypart")
    return _night(eve) if part == "NI" else dated(f"{period(eve, _DAY)}T{part}")


def part_of_date(phrase: Phrase, setting: Setting) -> Timex | None:
    """ "the morning of 5 May"."""
    found = day_of_month(phrase, setting)
    if found is None:
        return None
    return replace(found, type=TimeType.TIME, value=f"{found.value}T{phrase.first('daypart')}")


def same_part(phrase: Phrase, setting: Setting) -> Timex | None:
    """ "that evening": of the day told of, if the text has told of one."""
    return daypart(phrase, setting) if setting.narrated(_DAY) is not None else None


def _night(eve: date | None) -> Timex:
    days = spell(eve, moved(eve, 1, _DAY), TimePrecision.DAYS)
    return Timex(TimeType.TIME, period(eve, _DAY) + "TNI", days)


RULES: tuple[Rule, ...] = (
    ("{overnight} | {last} {daypart}", overnight),
    (
        "{overnight} {on}? (?:{weekday|day_word} | ANY_DATE) | {weekday|day_word} {overnight}",
        night_from,
    ),
    ("{overnight_into} (?:{weekday|day_word} | ANY_DATE)", night_into),
    ("{the} {daypart} {before} (?={stop|dot|comma|past_tense|toll|in|at|and|when} | $)", night_before),
    ("{the}? {daypart} {of} POSITION? {weekday} {daypart}?", weekday),
    ("{the}? {daypart} {of} {day_word}", day_word),
    ("{the}? {daypart} {of} ANY_DATE", by_year(part_of_date)),
    ("{the}? {that} {daypart}", same_part),
)
"""Parts of days, where more than the part is said."""
