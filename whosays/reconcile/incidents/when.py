"""How the times of two event reports stand to each other."""

from __future__ import annotations

from whosays.reconcile.incidents.event_report import EventReport

UNDATED_DAYS = 14
"""How long before its publication a happening without a day may lie, as MAVERICK's coders assume, too."""

APART_DAYS = 4
"""Days between two times from which on they are never compared."""


def window(told: EventReport) -> tuple[int, int] | None:
    """First and last day, as ordinals, on which it may have happened; None where nothing is known."""
    if told.first is not None and told.last is not None:
        return told.first, told.last
    return None if told.published is None else (told.published - UNDATED_DAYS, told.published)


def relation(one: EventReport, other: EventReport) -> str:
    """As a word: "day" for one and the same day, "gap 1" for neighbouring days, and so on."""
    dated = (one.first is not None) + (other.first is not None)
    mine, its = window(one), window(other)
    if mine is None or its is None:
        return "unsaid"
    if dated == 2:
        return _dated(mine, its)
    return (
        _one_dated(mine, its, one.first is None) if dated else f"none dated, {_steps(abs(mine[1] - its[1]))}"
    )


def _dated(mine: tuple[int, int], its: tuple[int, int]) -> str:
    gap = max(mine[0], its[0]) - min(mine[1], its[1])
    if gap > 0:
        return f"gap {gap}" if gap < _WIDE else "gap"
    if mine == its:
        return "day" if mine[0] == mine[1] else "spell"
    lengths = sorted((mine[1] - mine[0], its[1] - its[0]))
    return f"day in {_spell(lengths[1])}" if lengths[0] == 0 else "overlap"


_WIDE = 3


def _one_dated(mine: tuple[int, int], its: tuple[int, int], mine_undated: bool) -> str:
    undated, dated = (mine, its) if mine_undated else (its, mine)
    since = undated[1] - dated[1]
    return "one dated, later" if since < 0 else f"one dated, {_steps(since)}"


def _steps(days: int) -> str:
    return next((f"{most} days" for most in (0, 1, 3, 7, 14) if days <= most), "more")


def _spell(days: int) -> str:
    return next((name for name, most in (("days", 2), ("week", 7)) if days <= most), "month")
