"""What comes again and again: "every day", "twice a week", "on Mondays", "weekly"."""

from __future__ import annotations

from whosays.ground.calendar.grammar import Phrase, Rule
from whosays.ground.calendar.numbers import count
from whosays.ground.calendar.rules.dates import MONTHS
from whosays.ground.calendar.setting import Setting
from whosays.ground.calendar.timex import Timex, repeated
from whosays.ground.calendar.values import duration


def every_period(phrase: Phrase, _: Setting) -> Timex:
    """ "every two weeks", "each month", "twice a week", "per year"."""
    number = count(phrase) if phrase.has("every") else "1"
    return repeated(duration(number or "1", phrase.first("unit", "units")))


def every_weekday(phrase: Phrase, _: Setting) -> Timex:
    """ "each Thursday", "on Mondays", "Tuesday nights"."""
    part = phrase.first("daypart", "dayparts")
    return repeated(f"XXXX-WXX-{phrase.first('weekday', 'weekdays')}" + (f"T{part}" if part else ""))


def every_month(phrase: Phrase, _: Setting) -> Timex:
    """ "each July"."""
    return repeated(f"XXXX-{phrase.first(*MONTHS):02}")


def every_daypart(phrase: Phrase, _: Setting) -> Timex:
    """ "every night", "each morning"."""
    return repeated(f"XXXX-XX-XXT{phrase.first('daypart')}")


def frequency(phrase: Phrase, _: Setting) -> Timex:
    """ "daily", "weekly"."""
    return repeated(phrase.first("frequency"))


RULES: tuple[Rule, ...] = (
    ("{every} COUNT? {unit|units}", every_period),
    ("(?:{times} | NUMBER {times}) {a|per|every} {unit}", every_period),
    ("{per} {unit}", every_period),
    ("(?<={counted|times|plural}) {a} {unit} (?!{ago|earlier|later|before|after|hyphen})", every_period),
    ("{every} {weekday} {daypart}?", every_weekday),
    ("(?<={on}) {weekdays} {dayparts}?", every_weekday),
    ("{weekday} {dayparts}", every_weekday),
    ("{every} MONTH", every_month),
    ("{every} {daypart}", every_daypart),
    ("{frequency}", frequency),
)
"""TIMEX3's SETs."""
