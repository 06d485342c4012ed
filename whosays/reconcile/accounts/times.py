"""How two times stand to each other."""

from __future__ import annotations

from datetime import date

from whosays.model import Interval
from whosays.reconcile.accounts.relation import Match, Relation


def relate(one: Interval, other: Interval) -> Relation:
    """Equal, one within the other, overlapping, or apart; an open end has no limit."""
    (start, end), (start2, end2) = ends(one), ends(other)
    if (start, end) == (start2, end2):
        return Relation(Match.SAME)
    if max(start, start2) > min(end, end2):
        return Relation(Match.APART)
    for inner, outer in ((one, other), (other, one)):
        if ends(outer)[0] <= ends(inner)[0] and ends(inner)[1] <= ends(outer)[1]:
            return Relation(Match.WITHIN, f"{inner} lies in {outer}")
    return Relation(Match.OPEN, "the two overlap")


def ends(interval: Interval) -> tuple[date, date]:
    """First and last day."""
    return interval.earliest or date.min, interval.latest or date.max


def is_coarser(one: Interval, other: Interval) -> bool:
    """Whether who says both says no more with the first."""
    (start, end), (start2, end2) = ends(one), ends(other)
    return start <= start2 and end2 <= end and (start, end) != (start2, end2)
