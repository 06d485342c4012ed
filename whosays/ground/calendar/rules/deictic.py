"""Times told from the day of publication, or from a day that the text named: "Friday", "last month"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from whosays.ground.calendar.grammar import Phrase, Rule
from whosays.ground.calendar.numbers import count
from whosays.ground.calendar.rules.dates import day_beside
from whosays.ground.calendar.setting import DAY_GRAINS, Setting
from whosays.ground.calendar.tense import Tense
from whosays.ground.calendar.timex import Timex, dated, reference, spell
from whosays.ground.calendar.values import moved, period
from whosays.ground.calendar.vocabulary import UnitValue
from whosays.model import TimePrecision

_DAY: UnitValue = (1, "D")
_WEEKEND: UnitValue = (1, "WE")
_SATURDAY = 6


def weekday(phrase: Phrase, setting: Setting) -> Timex:
    """ "Friday", "last Tuesday", "late on Sunday", "Friday morning"."""
    number = phrase.first("weekday", "weekdays")
    direction = phrase.first("past", "last", "next", "following")
    part = f"T{phrase.first('daypart')}" if phrase.has("daypart") else ""
    origin = setting.told if phrase.has("following") else setting.day
    found = _directed(number, direction, origin) if direction else setting.weekday(number)
    return dated((found.isoformat() if found else f"XXXX-WXX-{number}") + part)


def _directed(number: int, direction: int, origin: date | None) -> date | None:
    """Strictly before or after a day."""
    if origin is None:
        return None
    ahead = (number - origin.isoweekday()) % 7 or 7
    back = (origin.isoweekday() - number) % 7 or 7
    return moved(origin, ahead if direction > 0 else -back, _DAY)


def day_word(phrase: Phrase, setting: Setting) -> Timex:
    """ "today", "yesterday evening", "tonight"."""
    day = moved(setting.day, phrase.first("day_word") or 0, _DAY)
    part = phrase.first("daypart", "tonight")
    return dated(period(day, _DAY) + (f"T{part}" if part else ""))


def daypart(phrase: Phrase, setting: Setting) -> Timex:
    """ "this morning" of the day of publication; "in the afternoon", "at dawn" of the day told of."""
    day = setting.day if phrase.has("this") else day_beside(phrase, setting)
    if phrase.has("next") or phrase.has("following"):
        day = moved(day, 1, _DAY)
    return dated(f"{period(day, _DAY)}T{phrase.first('daypart', 'daypoint')}")


def neighbour(phrase: Phrase, setting: Setting) -> Timex | None:
    """ "last week", "early next year", "this weekend", "the previous day"."""
    unit, step = phrase.first("unit", "units"), phrase.first("past", "last", "next", "following", "this")
    if unit[1].startswith("T"):
        return None
    narrated = phrase.has("following") or (unit == _DAY and phrase.has("the"))
    origin = (setting.narrated(unit) if narrated else None) or setting.day
    return _bounded(period(moved(origin, step, unit), unit), phrase, setting)


def same(phrase: Phrase, setting: Setting) -> Timex | None:
    """ "that year", "the same day": of the day told of."""
    unit = phrase.first("unit")
    if unit[1].startswith("T") or setting.focus is None:
        return None
    known = unit[1] != "D" or setting.focus.precision in DAY_GRAINS
    return dated(period(setting.focus.earliest, unit)) if known else None


def adjacent(phrase: Phrase, setting: Setting) -> Timex | None:
    """ "the day before", "the year after": of the day or the year told of."""
    unit = phrase.first("unit")
    if unit[1].startswith("T"):
        return None
    origin = setting.narrated(unit) or setting.day
    return dated(period(moved(origin, phrase.first("before", "after"), unit), unit))


def same_day(phrase: Phrase, setting: Setting) -> Timex | None:
    """ "the day" of "later in the day" or "during the day": the day told of."""
    return dated(period(setting.told, _DAY)) if phrase.first("unit") == _DAY else None


def running(phrase: Phrase, setting: Setting) -> Timex | None:
    """ "the year", "the current month": that of the day of publication; "the quarter" last named."""
    unit = phrase.first("unit")
    if unit == _WEEKEND:
        return _weekend(setting)
    if unit == (1, "Q") and setting.quarter and not phrase.has("current"):
        return dated(setting.quarter)
    named = ("W", "Y", "Q", "M") if phrase.first("edge", "current") is not None else ("W", "Y", "Q")
    if unit[1] not in named or unit[0] > 1:
        return None
    return _bounded(period(setting.day, unit), phrase, setting)


def _weekend(setting: Setting) -> Timex:
    """Behind the day of publication, unless the tense is future."""
    saturday = setting.weekday(_SATURDAY)
    return dated(period(saturday, _WEEKEND))


def _bounded(value: str, phrase: Phrase, setting: Setting) -> Timex:
    """That period; what is told of it in the past tense, or as "earlier" in it, ended by publication."""
    whole = dated(value)
    if whole.interval is None or setting.day is None:
        return whole
    past = phrase.has("this") and setting.tense is Tense.PAST and not phrase.has("later")
    if phrase.has("earlier") or past:
        return replace(whole, interval=spell(whole.interval.earliest, setting.day, whole.interval.precision))
    if phrase.has("later"):
        return replace(whole, interval=spell(setting.day, whole.interval.latest, whole.interval.precision))
    return whole


def ago(phrase: Phrase, setting: Setting) -> Timex:
    """ "three days ago", "almost nine years ago"; "a year earlier" counts from the day told of."""
    unit, number = phrase.first("unit", "units"), count(phrase) or ("1" if phrase.has("unit") else "X")
    origin = setting.day if phrase.has("ago") else setting.told
    if not number.isdigit():
        return reference("PAST_REF")
    if unit[1].startswith("T"):
        return _hours_ago(int(number), unit, setting)
    if unit == (1, "Y") and number == "1" and setting.quarter:
        return dated(f"{int(setting.quarter[:4]) - 1:04}{setting.quarter[4:]}")
    return dated(period(moved(origin, -int(number), unit), unit))


def _hours_ago(number: int, unit: UnitValue, setting: Setting) -> Timex:
    """The report's clock is not known: the day is, or the day before."""
    days = number // 24 + 1 if unit == (1, "TH") else 1
    return reference("PAST_REF", spell(moved(setting.day, -days, _DAY), setting.day, TimePrecision.DAYS))


def referred(phrase: Phrase, _: Setting) -> Timex:
    """ "now", "recently", "recent months", "the future"."""
    return reference(phrase.first("reference", "current", "recent", "future_adjective"))


def past(_: Phrase, __: Setting) -> Timex:
    """ "in the past", "past years"."""
    return reference("PAST_REF")


RULES: tuple[Rule, ...] = (
    ("(?:{part} {in|on}?)? {the}? (?:POSITION {past|next}?)? {weekday} {daypart}?", weekday),
    ("(?<!{on|every|ones|day|vague}) {weekdays} (?!{and|stop|dot|comma})", weekday),
    ("PRE? {day_word} {daypart}?", day_word),
    ("{tonight}", day_word),
    ("PRE? {this} {daypart}", daypart),
    ("{the} {next} {daypart} | {following} {daypart}", daypart),
    ("(?<={at|approx|before|after|prep}) {part} {hyphen}? {daypart} ON_DAY?", daypart),
    ("{part} {hyphen}? {daypart} ON_DAY", daypart),
    ("(?<={in}) {the} (?:{part} {hyphen}?)? {daypart} (?!{of})", daypart),
    ("(?<={prep}) {the} {daypart} (?!{of|the|that})", daypart),
    ("(?<={at|approx|before|after|prep}) {daypoint} ON_DAY?", daypart),
    ("PRE? (?:{the|its}? {this|last|next} {past|next}? | {following}) {unit}", neighbour),
    ("{this|last} {units}", neighbour),
    ("{in|prep} (?P<said>{the} {unit})", same_day),
    ("{the} {unit} {before|after} (?={stop|dot|comma|past_tense|toll|in|at|and|when} | $)", adjacent),
    ("{earlier|later}? {in}? {the}? {that} {unit}", same),
    (
        "(?:{earlier|later} {in})? (?:{the} {current}? | {the}? {edge} {the}) {fiscal|more}? {unit}"
        "(?!{hyphen|of|old|a|year|before|after})",
        running,
    ),
    ("{approx}? COUNT {hyphen}? {unit|units} {ago|earlier}", ago),
    ("{approx}? {a} {unit} {ago|earlier}", ago),
    ("(?:{the|a}? {unit} {hyphen} {ago|earlier}) (?:{period} | {unit})?", ago),
    ("{units} {ago|earlier}", ago),
    ("{reference|current}", referred),
    ("{the} {past} (?={stop|dot|comma|in|before|after|prep|for|to|and}) | {past} {units}", past),
    ("{recent} {units} (?:{and} {units})?", referred),
    ("{recent} (?!{units})", referred),
    ("{future_adjective} {units}", referred),
)
"""Relative dates and references to past, present and future."""
