"""Days and spells of time, and where a text names them."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Self

from whosays.model.errors import UsageError
from whosays.model.span import Span
from whosays.model.vocabulary import TimePrecision, TimeType


@dataclass(frozen=True, slots=True)
class Interval:
    """From `earliest` to `latest` day, both included; None where that end is open."""

    earliest: date | None
    latest: date | None
    precision: TimePrecision

    def __post_init__(self) -> None:
        if self.earliest is None and self.latest is None:
            raise ValueError("an interval needs at least one end")
        if self.earliest and self.latest and self.earliest > self.latest:
            raise ValueError(f"{self.earliest} is after {self.latest}")

    @classmethod
    def parse(cls, written: str) -> Self:
        """The interval of a day, a month or a year, or from one to another: "2031-03/2031-05", "../2031".

        Raises UsageError for anything else.
        """
        first, slash, last = written.strip().partition("/")
        try:
            earliest, latest = _ends(first)[0], _ends(last if slash else first)[1]
            return cls(earliest, latest, _precision(earliest, latest))
        except ValueError as error:
            raise UsageError(
                f"{written!r} is no time; give a day, a month or a year, or two with a slash between them"
                " (2031-03-08, 2031-03, 2031-03-08/2031-03-10, ../2031-03-10)"
            ) from error

    @property
    def days(self) -> int | None:
        """How many days there are from end to end; None if one is open."""
        if self.earliest is None or self.latest is None:
            return None
        return (self.latest - self.earliest).days + 1

    def __str__(self) -> str:
        """ISO 8601: a day, or "start/end"; an open end is ".."."""
        if self.earliest == self.latest:
            return str(self.earliest)
        return f"{self.earliest or '..'}/{self.latest or '..'}"


_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", re.ASCII)


def _ends(written: str) -> tuple[date | None, date | None]:
    """The first and the last day of what is written, both None for the open end "..". Raises ValueError."""
    if written == "..":
        return None, None
    found = _DATE.fullmatch(written)
    if found is None:
        raise ValueError(written)
    year, month, day = (int(part) if part else None for part in found.groups())
    assert year is not None  # noqa: S101 - the expression has it
    first, last = date(year, month or 1, day or 1), date(year, month or 12, 1)
    return first, first if day else last.replace(day=monthrange(year, last.month)[1])


def _precision(earliest: date | None, latest: date | None) -> TimePrecision:
    """The grain of a spell: a day, a month or a year of the calendar to the day, else some days or longer."""
    if earliest is None or latest is None:
        return TimePrecision.LONGER
    for length, grain in _GRAINS:
        if _ends(earliest.isoformat()[:length]) == (earliest, latest):
            return grain
    return TimePrecision.DAYS if (latest - earliest).days < _LONG else TimePrecision.LONGER


_GRAINS = (
    (len("2031-03-08"), TimePrecision.DAY),
    (len("2031-03"), TimePrecision.MONTH),
    (len("2031"), TimePrecision.YEAR),
)
_LONG = 31
"""Days from which a spell that is no month is a long one."""


@dataclass(frozen=True, slots=True)
class TimeMention:
    """Words of a text that name a time, with TIMEX3 type and value.

    `interval` is None for what is no stretch of the calendar ("three hours", "now and then") or
    cannot be resolved because the day of publication is not known.
    """

    span: Span
    type: TimeType
    value: str
    interval: Interval | None
