"""That one thing happened because of another."""

from __future__ import annotations

from dataclasses import dataclass

from whosays.model.span import Span


@dataclass(frozen=True, slots=True)
class Cause:
    """Words that make one claim the cause of another: "in retaliation for", "led to", "which forced".

    `cause` and `effect` are ids of claims of one reading. `said_by` is the index of the innermost attribution
    whose content the words stand in: it is that speaker who explains. None is the report's own word.
    """

    cause: str
    effect: str
    span: Span
    said_by: int | None = None
