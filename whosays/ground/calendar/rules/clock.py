"""Times of day on the clock: "9:15 am", "0600 GMT", "6 a.m. Friday", "04:30 (01:30 GMT)", "midnight"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from whosays.ground.calendar.grammar import Phrase, Rule
from whosays.ground.calendar.rules.dates import MONTHS, day_beside
from whosays.ground.calendar.setting import Setting
from whosays.ground.calendar.timex import Timex, dated
from whosays.ground.calendar.values import moved, period

_POINTED = re.compile(r"(\d\d?)[:.](\d\d)")
_DAY, _HOUR = (1, "D"), (1, "TH")
_HALF_DAY = 12 * 60
_BETWEEN = ("open", "to", "hyphen", "and")


def clock(phrase: Phrase, setting: Setting) -> Timex | None:
    """A clock time on the day said beside it, else on the day that the text is at."""
    return _on(day_beside(phrase, setting), phrase)


def military(phrase: Phrase, setting: Setting) -> Timex | None:
    """ "at 1800 hours"."""
    return clock(phrase, setting) if phrase.first("units") == _HOUR else None


def before_another(phrase: Phrase, setting: Setting) -> Timex | None:
    """The first of "4:30 am (0130 GMT) on Friday", "5 pm to 7 pm on Friday"."""
    return _on(_day(phrase, setting), _parts(phrase)[0])


def in_brackets(phrase: Phrase, setting: Setting) -> Timex | None:
    """The same instant in another zone: a day earlier or later if midnight lies between the two clocks."""
    here, there = map(_minutes, _parts(phrase))
    if here is None or there is None:
        return None
    days = (here - there > _HALF_DAY) - (there - here > _HALF_DAY)
    return _on(moved(_day(phrase, setting), days, _DAY), _parts(phrase)[1])


def noon(phrase: Phrase, setting: Setting) -> Timex:
    """ "noon", "midnight on Friday"."""
    return dated(f"{period(day_beside(phrase, setting), _DAY)}T{phrase.first('noon')}")


def _on(day: date | None, phrase: Phrase) -> Timex | None:
    minutes, zone = _minutes(phrase), phrase.first("zone") or ""
    if minutes is None:
        return None
    return dated(f"{period(day, _DAY)}T{minutes // 60:02}:{minutes % 60:02}{zone}")


def _minutes(phrase: Phrase) -> int | None:
    """Since midnight; None for what no clock shows."""
    hour, minute = _read(phrase)
    if phrase.has("meridiem"):
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + phrase.first("meridiem")
    return hour * 60 + minute if hour <= 24 and minute <= 59 else None


def _read(phrase: Phrase) -> tuple[int, int]:
    if pointed := _POINTED.fullmatch(str(phrase.first("clock", "figure"))):
        return int(pointed[1]), int(pointed[2])
    number = str(phrase.first("digits", "year", "day", "ones", "teens"))
    return (int(number[:-2]), int(number[-2:])) if len(number) > 2 else (int(number), 0)


def _parts(phrase: Phrase) -> tuple[Phrase, Phrase]:
    """What stands before the bracket or the word between two clock times, and the rest."""
    at = next(index for index, token in enumerate(phrase.context) if token.kind in _BETWEEN)
    return replace(phrase, context=phrase.context[:at]), replace(phrase, context=phrase.context[at:])


def _day(phrase: Phrase, setting: Setting) -> date | None:
    """The day said behind the second clock time, or beside the first."""
    before, after = _parts(phrase)
    named = after.first("weekday", "day_word", *MONTHS) is not None
    return day_beside(after if named else before, setting)


RULES: tuple[Rule, ...] = (
    ("(?P<said>CLOCK) (?:{open} CLOCK {close} | {to|hyphen|and} CLOCK) ON_DAY", before_another),
    ("CLOCK ON_DAY? {open} (?P<said>CLOCK) {close} ON_DAY?", in_brackets),
    ("{approx}? HOUR ZONE? ON_DAY?", clock),
    ("{approx}? {digits|year} {zone} ON_DAY?", clock),
    ("(?<={at|to|before}) {approx}? {digits|year} {units} (?!{of}) ON_DAY?", military),
    ("{noon} ON_DAY?", noon),
)
"""Clock times; an hour without minutes needs "am", "pm", "o'clock", a zone or "hours"."""
