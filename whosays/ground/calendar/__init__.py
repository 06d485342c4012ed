"""Temporal expressions of English news text: where they stand, and the days they mean."""

from whosays.ground.calendar.finder import Calendar

__all__ = ["Calendar"]
