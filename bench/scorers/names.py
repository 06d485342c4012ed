"""When two values of a slot are the same: names, times and figures of claims."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date
from typing import Any

STOP = frozenset({"the", "a", "an", "of", "s", "group"})
STOP_PLACES = frozenset({"city", "town", "province", "governorate", "district", "village"})

Value = Any
"""A name, a kind, a time as written, or a figure's (measure, low, high)."""


def words(name: str) -> frozenset[str]:
    """The words that tell a name from another, or all of them if none does."""
    found = re.findall(r"\w+", name.casefold().replace("’s", "").replace("'s", ""))
    return frozenset(w for w in found if w not in STOP | STOP_PLACES) or frozenset(found)


def same_name(gold: str, predicted: str) -> bool:
    """Equal, or one's words within the other's, for any of gold's alternatives (joined by "|")."""
    ours = words(predicted)
    return bool(ours) and any(g and (g <= ours or ours <= g) for g in map(words, gold.split("|")))


def interval(value: str) -> tuple[date, date] | None:
    """First and last day of "YYYY[-MM[-DD]]" or "start/end"; None for what is no date."""
    start, _, end = value.partition("/")
    try:
        return _days(start)[0], _days(end or start)[1]
    except ValueError:
        return None


def _days(part: str) -> tuple[date, date]:
    """First and last day of a year, a month or a day; ValueError for anything else."""
    numbers = [int(number) for number in part[:10].split("-") if number]
    match numbers:
        case [year]:
            return date(year, 1, 1), date(year, 12, 31)
        case [year, month]:
            first = date(year, month, 1)
            return first, first.replace(day=monthrange(year, month)[1])
        case [year, month, day]:
            return date(year, month, day), date(year, month, day)
    raise ValueError(f"no date: {part!r}")


def same_time(gold: str, predicted: str) -> bool:
    """Both ends within a day of each other."""
    g, p = interval(gold), interval(predicted)
    if g is None or p is None:
        return False
    return all(abs((ours - theirs).days) <= 1 for ours, theirs in zip(g, p, strict=True))


def _equal(gold: Value, predicted: Value) -> bool:
    return bool(gold == predicted)


SAME: dict[str, Callable[[Value, Value], bool]] = {
    "kind": _equal,
    "voice": same_name,
    "stance": _equal,
    "actor": same_name,
    "target": same_name,
    "place": same_name,
    "time": same_time,
    "figure": _equal,
}
"""For each slot of a claim, in the order of the tables, whether two of its values are the same."""
