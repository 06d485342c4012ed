"""The rules of the grammar, by what they name; of two matches of one stretch the earlier rule's stands."""

from __future__ import annotations

from whosays.ground.calendar.rules import (
    clock,
    dates,
    deictic,
    durations,
    feasts,
    nights,
    portions,
    ranges,
    sets,
    years,
)

RULES = (
    *ranges.RULES,
    *dates.RULES,
    *portions.RULES,
    *years.RULES,
    *feasts.RULES,
    *sets.RULES,
    *clock.RULES,
    *durations.RULES,
    *nights.RULES,
    *deictic.RULES,
)
"""All of them."""
