"""A person's decision: what a name of a report means, or whether claims are right or of one happening."""

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
    CLAIM = "claim"
    PAIR = "pair"


class Decision(StrEnum):
    """How it is decided."""

    CORRECT = "correct"
    """The name means what the judgement says."""

    REJECT = "reject"
    """The name means nothing that is known, whatever was read."""

    ACCEPT = "accept"
    """The claim is read as it stands in the report."""

    SAME = "same"
    """Two claims are of one happening."""

    DIFFERENT = "different"
    """Two claims are of two happenings."""

    UNSURE = "unsure"
    """Nobody can tell whether two claims are of one happening; the grouping stays as it is."""

    WITHDRAW = "withdraw"
    """The judgement before this one no longer holds."""


_DECISIONS = {
    Subject.PLACE: {Decision.CORRECT, Decision.REJECT, Decision.WITHDRAW},
    Subject.PARTY: {Decision.CORRECT, Decision.REJECT, Decision.WITHDRAW},
    Subject.CLAIM: {Decision.ACCEPT, Decision.REJECT, Decision.WITHDRAW},
    Subject.PAIR: {Decision.SAME, Decision.DIFFERENT, Decision.UNSURE, Decision.WITHDRAW},
}


@dataclass(frozen=True, slots=True)
class Judgement:
    """What somebody decides on a name, in one report or in all of them, on a claim, or on a pair of claims.

    `report` is a report's digest, None for all; a judgement on one report comes before one on all. `claim`
    and `other` are ids of claims, which every reading that finds a claim gives it. `by` is who decides, `why`
    in their own words. Judgements are kept for good: of those on the same matter the last one holds. Raises
    UsageError if what is decided is missing.
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
    claim: str | None = None
    other: str | None = None

    def __post_init__(self) -> None:
        if self.decision not in _DECISIONS[self.subject]:
            raise UsageError(f"a {self.subject} cannot be judged {self.decision!r}")
        if not self.by.strip() or not self.why.strip():
            raise UsageError("a judgement needs who judges, and why")
        if self.subject in (Subject.PLACE, Subject.PARTY):
            self._require_name()
        elif self.claim is None or (self.other is None) is (self.subject is Subject.PAIR):
            raise UsageError("a judgement on claims names one, or two for a pair")
        elif self.claim == self.other:
            raise UsageError("a pair is of two claims; this is one and the same")

    def _require_name(self) -> None:
        """See that a name is there, and what it means just where it is corrected."""
        places = self.subject is Subject.PLACE
        named, other = (self.place, self.party) if places else (self.party, self.place)
        if (named is not None) is not (self.decision is Decision.CORRECT) or other is not None:
            raise UsageError(f"a judgement names a {self.subject} where it corrects one, and nothing else")
        if not self.name.strip():
            raise UsageError("a judgement needs a name")
