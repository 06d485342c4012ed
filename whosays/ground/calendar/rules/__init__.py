"""The rules of the grammar, by what they name; of two matches of one stretch the earlier rule's stands."""

from __future__ import annotations

from whosays.ground.calendar.rules import clock, dates, deictic, durations, sets, years

RULES = (*dates.RULES, *years.RULES, *sets.RULES, *durations.RULES, *deictic.RULES, *clock.RULES)
"""All of them."""
