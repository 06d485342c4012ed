"""Where a phrase stands: what its meaning depends on besides its words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from whosays.ground.calendar.tense import Tense
from whosays.ground.calendar.values import cut, is_day, moved, period
from whosays.ground.calendar.vocabulary import UnitValue
from whosays.model import Interval, TimePrecision

_LEEWAY = 45
"""Days up to which the nearest date stands against the tense of its clause, which is only a guess."""

DAY_GRAINS = frozenset({TimePrecision.DAY, TimePrecision.INSTANT})
"""Precisions of an interval that is one day."""


@dataclass(frozen=True, slots=True)
class Setting:
    """`day` of publication, `focus` the last date that the text named, `quarter` the last such value."""

    day: date | None
    focus: Interval | None = None
    quarter: str | None = None
    tense: Tense = Tense.UNKNOWN

    @property
    def told(self) -> date | None:
        """The day that the text is at: the last one it named, else that of publication."""
        return self.narrated((1, "D")) or self.day

    def narrated(self, unit: UnitValue) -> date | None:
        """The first day of what the text named last, if that lies within one such period."""
        if self.focus is None:
            return None
        first, last = self.focus.earliest, self.focus.latest
        return first if period(first, unit) == period(last, unit) else None

    def weekday(self, number: int) -> date | None:
        """The nearest such day (Monday is 1), today included: ahead in the future tense, else back."""
        if self.day is None:
            return None
        ahead = (number - self.day.isoweekday()) % 7
        days = ahead if self.tense is Tense.FUTURE else ahead - 7 if ahead else 0
        return moved(self.day, days, (1, "D"))

    def month(self, number: int) -> date | None:
        """The first of the nearest such month that fits the tense, this month included."""
        if self.day is None:
            return None
        ahead = (number - self.day.month) % 12
        back = ahead and (self.tense is Tense.PAST or (self.tense is Tense.UNKNOWN and ahead > 2))
        return moved(self.day.replace(day=1), ahead - 12 if back else ahead, (1, "M"))

    def annual(self, month: int, day: int) -> date | None:
        """The nearest such day of any year; a far one must fit the tense."""
        if self.day is None:
            return None
        years = (self.day.year - 1, self.day.year, self.day.year + 1)
        return self.nearest(cut(year, month, day) for year in years if is_day(year, month, day))

    def nearest(self, days: Iterable[date]) -> date | None:
        """The day nearest to that of publication; a far one must fit the tense."""
        if self.day is None:
            return None
        ahead = [(day - self.day).days for day in days]
        fitting = [count for count in ahead if count * (self.tense or Tense.PAST) >= -_LEEWAY] or ahead
        nearest = min(fitting, key=abs, default=None)
        return moved(self.day, nearest, (1, "D")) if nearest is not None else None
