"""The slots of a claim that people correct, and what they may put there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Self, TypeVar

from whosays.model.errors import UsageError
from whosays.model.time import Interval
from whosays.model.vocabulary import Kind, Measure, Part, Stance

ClaimSlot = Part | Measure
"""A part of a claim; its figures are one slot a measure."""

SLOTS: tuple[ClaimSlot, ...] = (
    Part.KIND,
    Part.STANCE,
    Part.VOICE,
    Part.ACTOR,
    Part.TARGET,
    Part.PLACE,
    Part.TIME,
    *Measure,
)
"""All that can be corrected, in the order of a claim's parts."""

NAMED_SLOTS = frozenset({Part.VOICE, Part.ACTOR, Part.TARGET})
"""The slots that hold somebody or something, or several of them."""


@dataclass(frozen=True, slots=True)
class Meant:
    """Somebody whom a person puts into a slot: the name in the report's words, and the party if known."""

    name: str
    party: str | None = None


@dataclass(frozen=True, slots=True)
class Amount:
    """A number from `low` to `high`, both included; None is open, at one end at most."""

    low: float | None
    high: float | None

    def __post_init__(self) -> None:
        if self.low is None and self.high is None:
            raise ValueError("an amount needs at least one end")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"{self.low:g} is more than {self.high:g}")

    @classmethod
    def parse(cls, written: str) -> Self:
        """The amount of "4", "3-5", "3.." (at least) or "..5" (at most).

        Raises UsageError for anything else.
        """
        low, between, high = _PARTED.match(written.strip()).groups()  # type: ignore[union-attr]
        try:
            ends = (_number(low), _number(high)) if between else (_number(low), _number(low))
            return cls(*ends)
        except ValueError as error:
            raise UsageError(
                f"{written!r} is no number; give one (4), two with a hyphen (3-5), or an open one (3.., ..5)"
            ) from error

    def __str__(self) -> str:
        """As `parse` takes it."""
        if self.low == self.high:
            return _written(self.low)
        if self.low is None or self.high is None:
            return f"{_written(self.low)}..{_written(self.high)}"
        return f"{_written(self.low)}-{_written(self.high)}"


SlotValue = Kind | Stance | Interval | Amount
"""What a slot holds that takes neither a place nor names."""


def slot(name: str) -> ClaimSlot:
    """The slot of that name. Raises UsageError if there is none."""
    for each in SLOTS:
        if each == name:
            return each
    raise UsageError(f"{name!r} is no slot of a claim; give one of {', '.join(SLOTS)}")


def slot_value(of: ClaimSlot, written: str) -> SlotValue:
    """What is written for a slot that takes neither a place nor names. Raises UsageError for what is none."""
    if of is Part.KIND:
        return _member(Kind, of, written)
    if of is Part.STANCE:
        return _member(Stance, of, written)
    return Interval.parse(written) if of is Part.TIME else Amount.parse(written)


_PARTED = re.compile(r"(.*?)(?:(-|\.\.)(.*))?$", re.DOTALL)
_NUMBER = re.compile(r"\d{1,15}(\.\d{1,6})?", re.ASCII)
E = TypeVar("E", bound=StrEnum)


def _member(of: type[E], name: str, written: str) -> E:
    try:
        return of(written.strip().lower())
    except ValueError as error:
        raise UsageError(f"{written!r} is no {name}; give one of {', '.join(of)}") from error


def _number(written: str) -> float | None:
    if not written:
        return None
    if not _NUMBER.fullmatch(written):
        raise ValueError(written)
    return float(written)


def _written(end: float | None) -> str:
    if end is None:
        return ""
    return str(int(end)) if float(end).is_integer() else repr(float(end))
