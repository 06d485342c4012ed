"""Feasts that are not on the same day of every year, and the days on which they may fall."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from whosays.ground.calendar import easter, hijri
from whosays.ground.calendar.values import Days

Feast = tuple[str, tuple[int | str, ...]]
"""Kind of feast, and what the vocabulary says of it."""


def occurrences(feast: Feast, year: int) -> list[Days]:
    """Its first and last possible days in a solar year, for each time that it comes; [] if it never does."""
    kind, terms = feast
    return _KINDS[kind](year, *terms) if 1 <= year <= date.max.year else []


def _paschal(year: int, after: int, *rites: str) -> list[Days]:
    """Days after Easter; from the first rite's to the last one's where the text does not say whose."""
    days = sorted(sunday + timedelta(days=after) for sunday in easter.sundays(year, rites))
    return [(days[0], days[-1])] if days else []


def _equinoctial(year: int, month: int, first: int, last: int) -> list[Days]:
    return [(date(year, month, first), date(year, month, last))]


_KINDS: dict[str, Callable[..., list[Days]]] = {
    "paschal": _paschal,
    "equinoctial": _equinoctial,
    "islamic": hijri.within,
}

KINDS = tuple(_KINDS)
"""The kinds of token that name one."""
