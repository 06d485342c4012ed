"""Days and spells of time, and where a text names them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

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
