"""A person's decision on what a name of a report means."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from whosays.model.errors import UsageError
from whosays.model.place import Place


class Subject(StrEnum):
    """What a judgement decides."""

    PLACE = "place"
    PARTY = "party"


class Decision(StrEnum):
    """How it is decided."""

    CORRECT = "correct"
    """The name means what the judgement says."""

    REJECT = "reject"
    """The name means nothing that is known, whatever was read."""

    WITHDRAW = "withdraw"
    """The judgement before this one no longer holds."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """Which place or party a name means, in one report or in all of them.

    `report` is a report's digest, None for all; a judgement on one report comes before one on all.
    `by` is who decides, `why` in their own words. Judgements are kept for good: of those on the same
    name in the same reports the last one holds. Raises UsageError if what is decided is missing.
    """

    subject: Subject
    name: str
    decision: Decision
    by: str
    why: str
    at: datetime
    report: str | None = None
    place: Place | None = None
    party: str | None = None

    def __post_init__(self) -> None:
        places = self.subject is Subject.PLACE
        named, other = (self.place, self.party) if places else (self.party, self.place)
        if (named is not None) is not (self.decision is Decision.CORRECT) or other is not None:
            raise UsageError(f"a judgement names a {self.subject} where it corrects one, and nothing else")
        if not self.name.strip() or not self.by.strip() or not self.why.strip():
            raise UsageError("a judgement needs a name, who judges, and why")
