"""A person's decision: what a name means, what a claim says, or whether two are of one happening."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from whosays.model.errors import UsageError
from whosays.model.place import Place
from whosays.model.slot import NAMED_SLOTS, ClaimSlot, Meant, SlotValue, slot_value
from whosays.model.vocabulary import Part


class Subject(StrEnum):
    """What a judgement decides."""

    PLACE = "place"
    PARTY = "party"
    CLAIM = "claim"
    SLOT = "slot"
    PAIR = "pair"


class Decision(StrEnum):
    """How it is decided."""

    CORRECT = "correct"
    """The name means what the judgement says, or the slot of the claim holds it."""

    REJECT = "reject"
    """The name means nothing that is known, the report does not say so, or the slot is empty."""

    ACCEPT = "accept"
    """The claim, or the slot, is read as it stands in the report."""

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
    Subject.SLOT: {Decision.CORRECT, Decision.REJECT, Decision.ACCEPT, Decision.WITHDRAW},
    Subject.PAIR: {Decision.SAME, Decision.DIFFERENT, Decision.UNSURE, Decision.WITHDRAW},
}


_ALWAYS_FILLED = (Part.KIND, Part.STANCE)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What somebody decides on a name, in one report or in all, on a claim, a slot of one, or a pair of them.

    `report` is a report's digest, None for all; a judgement on one report comes before one on all. `claim`
    and `other` are ids of claims, which every reading that finds a claim gives it. A corrected `slot` holds
    the `place` (whose name in the report is `name`), those who are `named`, or the `value`. `by` is who
    decides, `why` in their own words. Judgements are kept for good: of those on the same matter the last
    one holds. `id` is the ledger's number for it, None while it is not kept. Raises UsageError if what is
    decided is missing.
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
    slot: ClaimSlot | None = None
    value: SlotValue | None = None
    named: tuple[Meant, ...] = ()
    id: int | None = field(default=None, compare=False)

    def __post_init__(self) -> None:
        if self.decision not in _DECISIONS[self.subject]:
            raise UsageError(f"a {self.subject} cannot be judged {self.decision!r}")
        if not self.by.strip() or not self.why.strip():
            raise UsageError("a judgement needs who judges, and why")
        if (self.slot is None) is (self.subject is Subject.SLOT):
            raise UsageError("a judgement on a slot of a claim names the slot, and no other does")
        if self.subject in (Subject.PLACE, Subject.PARTY):
            self._require_name()
        else:
            self._require_claims()
        if self.slot:
            self._require_value(self.slot)

    def _require_name(self) -> None:
        """See that a name is there, and what it means just where it is corrected."""
        places = self.subject is Subject.PLACE
        named, other = (self.place, self.party) if places else (self.party, self.place)
        if (named is not None) is not (self.decision is Decision.CORRECT) or other is not None:
            raise UsageError(f"a judgement names a {self.subject} where it corrects one, and nothing else")
        if not self.name.strip():
            raise UsageError("a judgement needs a name")

    def _require_claims(self) -> None:
        if self.claim is None or (self.other is None) is (self.subject is Subject.PAIR):
            raise UsageError("a judgement on claims names one, or two for a pair")
        if self.claim == self.other:
            raise UsageError("a pair is of two claims; this is one and the same")

    def _require_value(self, slot: ClaimSlot) -> None:
        """See that what the slot holds is there just where it is corrected, and fits it."""
        if self.decision is Decision.REJECT and slot in _ALWAYS_FILLED:
            raise UsageError(f"a claim always has a {slot}; correct it, or reject the claim")
        given = [held for held in (self.place, self.named, self.value) if held]
        if bool(given) is not (self.decision is Decision.CORRECT) or len(given) > 1:
            raise UsageError(f"a corrected {slot} needs what the slot holds, and only that")
        if given and not self._fits(slot):
            raise UsageError(f"{slot} cannot hold that")

    def _fits(self, slot: ClaimSlot) -> bool:
        if slot is Part.PLACE:
            return self.place is not None
        if slot in NAMED_SLOTS:
            return all(meant.name.strip() for meant in self.named) and bool(self.named)
        return self.value is not None and slot_value(slot, str(self.value)) == self.value
