"""Easter Sunday, as the Western and as the Eastern churches keep it."""

from __future__ import annotations

from datetime import date, timedelta

_REFORM = 1583
"""The first Easter by the Gregorian calendar."""


def sundays(year: int, rites: tuple[str, ...]) -> list[date]:
    """Easter of that year by each of the rites ("west", "east"); none before the Gregorian calendar."""
    return [_RITES[rite](year) for rite in rites] if _REFORM <= year <= date.max.year else []


def _western(year: int) -> date:
    """The anonymous Gregorian computus."""
    golden, century = year % 19, year // 100
    epact = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    moon = epact - (epact // 28) * (1 - (29 // (epact + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    return date(year, 3, 28) + timedelta(days=moon - weekday)


def _eastern(year: int) -> date:
    """Meeus's Julian computus, and the days by which that calendar is behind."""
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    behind = year // 100 - year // 400 - 2
    return date(year, 3, 22) + timedelta(days=moon + weekday + behind)


_RITES = {"west": _western, "east": _eastern}
