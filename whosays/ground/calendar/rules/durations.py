"""Spells of time: "three-day", "for six months", and those that end or begin at publication."""

from __future__ import annotations

from datetime import date
from math import ceil

from whosays.ground.calendar.grammar import Phrase, Rule
from whosays.ground.calendar.intervals import interval_of
from whosays.ground.calendar.numbers import count
from whosays.ground.calendar.setting import Setting
from whosays.ground.calendar.timex import Timex, lasting
from whosays.ground.calendar.values import duration, moved, period
from whosays.ground.calendar.vocabulary import UnitValue
from whosays.model import Interval, TimePrecision

_DAY: UnitValue = (1, "D")
_QUARTER: UnitValue = (1, "Q")
_PRECISION = {
    "W": TimePrecision.WEEK,
    "M": TimePrecision.MONTH,
    "Q": TimePrecision.SEASON,
    "Y": TimePrecision.YEAR,
}


def plain(phrase: Phrase, _: Setting) -> Timex | None:
    """ "three-day", "a minute and a half", "several months", "years"; "three quarters" is a fraction."""
    return None if phrase.first("unit", "units") == _QUARTER else lasting(_value(phrase))


def half(phrase: Phrase, _: Setting) -> Timex:
    """ "half an hour"."""
    return lasting(duration("0½", phrase.first("unit")))


def anchored(phrase: Phrase, setting: Setting) -> Timex:
    """ "the past 24 hours" up to publication, "the next two weeks" from it on."""
    number = count(phrase) or ("X" if phrase.has("units") else "1")
    direction = phrase.first("past", "last", "next", "following", "ahead")
    unit = phrase.first("unit", "units")
    days = _reach(setting.day, number.rstrip("½"), unit, direction)
    return lasting(_value(phrase), days)


def just_past(phrase: Phrase, setting: Setting) -> Timex | None:
    """ "in the last week", which is the past one; "the last quarter" is a quarter."""
    return None if phrase.first("unit") == _QUARTER else anchored(phrase, setting)


def later(phrase: Phrase, setting: Setting) -> Timex:
    """ "two weeks later": as long as it says, with the week it leads to if the text named a day before."""
    number, unit = count(phrase) or "1", phrase.first("unit", "units")
    if unit[1].startswith("T"):
        return lasting(_value(phrase), _reach(setting.narrated(_DAY), number, unit, 1))
    end = moved(setting.narrated(unit), int(number), unit) if number.isdigit() else None
    return lasting(_value(phrase), interval_of(period(end, unit)))


def _value(phrase: Phrase) -> str:
    number = count(phrase) or ("X" if phrase.has("units") else "1")
    return duration(number, phrase.first("unit", "units"))


def _reach(day: date | None, number: str, unit: UnitValue, direction: int) -> Interval | None:
    """From `day` that far in that direction; None if either is unknown."""
    if day is None or not number.isdigit():
        return None
    if unit[1].startswith("T"):
        hours = int(number) if unit[1] == "TH" else 1
        number, unit = str(ceil(hours / 24)), (1, "D")
    end = moved(day, direction * int(number), unit)
    return (
        Interval(min(day, end), max(day, end), _PRECISION.get(unit[1], TimePrecision.DAYS)) if end else None
    )


RULES: tuple[Rule, ...] = (
    ("(?:{the|its|these}? {past|last|next} | {following}) RANGE COUNT {more}? {unit|units}", anchored),
    ("{the}? {past} {more}? {unit}", anchored),
    ("(?<={in|prep|quantity}) {the} {last} {unit} (?!{of})", just_past),
    ("{the} {past|last} {units} | {the}? {next} {units}", anchored),
    ("{the} {units} {ahead}", anchored),
    ("{approx}? COUNT {more}? {unit|units} (?={later}) | {approx}? {a} {unit} (?={later})", later),
    ("{approx}? {the} {ordinal}? COUNT {more}? {units}", plain),
    ("{approx}? RANGE COUNT {hyphen}? {more}? {unit|units} (?:{and} {half})? (?!{hyphen}? {old})", plain),
    ("{approx}? {a} {more}? {unit} (?:{and} {half})? (?!{hyphen|old})", plain),
    ("(?<={in|for|before|after|prep|of}) {units} (?!{hyphen}? {old})", plain),
    ("(?<!{part}) {units} (?={before|after|of|later})", plain),
    ("{unit|units} {hyphen} {long}", plain),
    ("{half} {a}? {unit}", half),
)
"""TIMEX3's DURATIONs."""
