"""Times of day on the clock: "9:15 am", "0600 GMT", "6 a.m. Friday", "midnight"."""

from __future__ import annotations

import re

from whosays.ground.calendar.grammar import Phrase, Rule
from whosays.ground.calendar.rules.dates import day_beside
from whosays.ground.calendar.setting import Setting
from whosays.ground.calendar.timex import Timex, dated
from whosays.ground.calendar.values import period

_POINTED = re.compile(r"(\d\d?)[:.](\d\d)")


def clock(phrase: Phrase, setting: Setting) -> Timex | None:
    """A clock time on the day said beside it, else on the day that the text is at."""
    hour, minute = _read(phrase)
    if phrase.has("meridiem"):
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + phrase.first("meridiem")
    if hour > 24 or minute > 59:
        return None
    zone = phrase.first("zone") or ""
    return dated(f"{period(day_beside(phrase, setting), (1, 'D'))}T{hour:02}:{minute:02}{zone}")


def noon(phrase: Phrase, setting: Setting) -> Timex:
    """ "noon", "midnight on Friday"."""
    return dated(f"{period(day_beside(phrase, setting), (1, 'D'))}T{phrase.first('noon')}")


def _read(phrase: Phrase) -> tuple[int, int]:
    if pointed := _POINTED.fullmatch(str(phrase.first("clock", "figure"))):
        return int(pointed[1]), int(pointed[2])
    number = str(phrase.first("digits", "year", "day", "ones", "teens"))
    return (int(number[:-2]), int(number[-2:])) if len(number) > 2 else (int(number), 0)


RULES: tuple[Rule, ...] = (
    ("{approx}? HOUR {zone}? ON_DAY?", clock),
    ("{approx}? {digits|year} {zone} ON_DAY?", clock),
    ("{noon} ON_DAY?", noon),
)
"""Clock times; an hour without minutes needs "am", "pm" or "o'clock"."""
