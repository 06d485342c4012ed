"""Moveable feasts and the Islamic calendar: "Easter 2015", "last Ramadan", "15 Sha'ban 1438", "1437 AH"."""

from __future__ import annotations

from whosays.ground.calendar import hijri
from whosays.ground.calendar.feasts import KINDS, Feast, occurrences
from whosays.ground.calendar.grammar import Phrase, Rule
from whosays.ground.calendar.rules.years import by_year, year_of
from whosays.ground.calendar.setting import Setting
from whosays.ground.calendar.timex import Timex, among, dated
from whosays.ground.calendar.values import UNKNOWN, Days

_DAY = (1, "D")
_MONTH_DAYS, _YEAR_DAYS = 30, 355
"""The longest month and year of the Islamic calendar."""

_HIJRI_YEARS = range(1300, 1500)
"""Those that a report of war may name; other numbers behind a month count something."""


def feast(phrase: Phrase, setting: Setting) -> Timex | None:
    """ "Easter", "Eid al-Adha 2015", "last Ramadan", "17 Ramadan"."""
    named = _feast(phrase)
    return _resolved(named, year_of(phrase, setting), phrase, setting) if named else None


def feast_day(phrase: Phrase, setting: Setting) -> Timex | None:
    """ "the second day of Eid al-Adha", "the first day of Ramadan"."""
    month, first, count = phrase.first("islamic") or (phrase.first("hijri_month"), 1, _MONTH_DAYS)
    number = phrase.first("ordinal", "nth")
    if phrase.first("unit") != _DAY or number > count:
        return None
    return _resolved(("islamic", (month, first + number - 1)), phrase.first("year"), phrase, setting)


def within_month(phrase: Phrase, setting: Setting) -> Timex | None:
    """ "during Ramadan" but not "by Ramadan": the months are also names of men."""
    return feast(phrase, setting) if phrase.first("prep") else None


def hijri_day(phrase: Phrase, _: Setting) -> Timex | None:
    """ "15 Sha'ban 1438"."""
    day = phrase.first("day", "nth")
    return _spell(phrase, phrase.first("hijri_month"), day) if day <= _MONTH_DAYS else None


def hijri_month(phrase: Phrase, _: Setting) -> Timex | None:
    """ "Muharram 1446"."""
    return _spell(phrase, phrase.first("hijri_month"), 1, _MONTH_DAYS)


def hijri_year(phrase: Phrase, _: Setting) -> Timex | None:
    """ "1437 AH"."""
    return _spell(phrase, 1, 1, _YEAR_DAYS)


def _spell(phrase: Phrase, month: int, day: int, count: int = 1) -> Timex | None:
    year = int(phrase.first("digits"))
    days = hijri.spell(year, month, day, count) if year in _HIJRI_YEARS else None
    return among(days) if days else None


def _feast(phrase: Phrase) -> Feast | None:
    """The feast that a phrase names; a month is kept for thirty days. None for a day that no month has."""
    named = next((token for token in phrase.context if token.kind in KINDS), None)
    if named is not None:
        return named.kind, named.value
    month, day = phrase.first("hijri_month"), phrase.first("day", "nth")
    if day is None:
        return "islamic", (month, 1, _MONTH_DAYS)
    return ("islamic", (month, day)) if day <= _MONTH_DAYS else None


def _resolved(named: Feast, year: int | None, phrase: Phrase, setting: Setting) -> Timex:
    """In the year said, else the one that the direction or the tense asks for."""
    if year is not None:
        found = occurrences(named, year)
        return among(found[0]) if len(found) == 1 else dated(f"{year:04}")
    days = _around(named, phrase.first("last", "next"), setting)
    return among(days) if days else dated(UNKNOWN["D"])


def _around(named: Feast, direction: int | None, setting: Setting) -> Days | None:
    if setting.day is None:
        return None
    near = range(setting.day.year - 1, setting.day.year + 2)
    starts = {days[0]: days for year in near for days in occurrences(named, year)}
    if direction:
        starts = {day: days for day, days in starts.items() if (day - setting.day).days * direction > 0}
    start = setting.nearest(starts)
    return starts[start] if start else None


RULES: tuple[Rule, ...] = (
    ("{paschal|equinoctial|islamic} WITH_YEAR?", by_year(feast)),
    ("{last|next|this} {paschal|equinoctial|islamic|hijri_month}", feast),
    ("{the}? {ordinal|nth} {unit} {of} {islamic|hijri_month} (?:{comma|of}? {year})?", feast_day),
    ("(?:{day} | {the}? {nth}) {of}? {hijri_month} (?!{digits}) WITH_YEAR?", by_year(feast)),
    ("(?:{day} | {the}? {nth}) {of}? {hijri_month} {comma|of}? {digits} {hijri_era}?", hijri_day),
    ("{hijri_month} {day|nth} {comma}? {digits} {hijri_era}?", hijri_day),
    ("{month_of}? {hijri_month} {comma|of}? {digits} {hijri_era}?", hijri_month),
    ("{digits} {hijri_era}", hijri_year),
    ("{month_of}? {hijri_month} WITH_YEAR", by_year(feast)),
    ("{month_of} {hijri_month} | (?<={in}) {hijri_month} CLOSED", feast),
    ("{prep} (?P<said>{hijri_month}) CLOSED", within_month),
)
"""Feasts, and the days, months and years of the Islamic calendar."""
