"""What the lines of a dump say, one class a sort of line: the rows of tables that tell one thing together.

A `number` is the database's own and only there for other lines to refer to, but that of a judgement is also
what people know it by. Changes of the grouping and readings are referred to by theirs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Self

from whosays.model import (
    Attribution,
    Cause,
    Claim,
    Decision,
    Judgement,
    Loaded,
    Meant,
    Place,
    PlaceMention,
    Reading,
    Report,
    Subject,
    TimeMention,
    slot,
    slot_value,
)
from whosays.reconcile.copies import Match
from whosays.reconcile.incidents import EventReport


@dataclass(frozen=True, slots=True)
class ChangeRecord:
    """A moment at which claims were put into incidents."""

    number: int
    at: datetime


@dataclass(frozen=True, slots=True)
class ReportRecord:
    """A report, and when it came."""

    report: Report
    added_at: datetime


@dataclass(frozen=True, slots=True)
class ReadingRecord:
    """A reader's reading of the report of that digest; of one report's readings the last holds.

    `change` is the one that put its claims into incidents, None while they are to be put there.
    """

    number: int
    report: str
    reader: str
    read_at: datetime
    change: int | None
    attributions: tuple[Attribution, ...]
    places: tuple[PlaceMention, ...]
    times: tuple[TimeMention, ...]
    claims: tuple[Claim, ...]
    loaded: tuple[Loaded, ...]
    causes: tuple[Cause, ...]

    def reading(self, report: Report) -> Reading:
        """The noun, with its report."""
        parts = (self.attributions, self.places, self.times, self.claims, self.loaded, self.causes)
        return Reading(report, self.reader, *parts)


@dataclass(frozen=True, slots=True)
class JudgementRecord:
    """A person's judgement. Of those on one matter the one with the highest number holds."""

    number: int
    at: datetime
    by: str
    why: str
    subject: Subject
    decision: Decision
    name: str
    report: str | None
    place: Place | None
    party: str | None
    claim: str | None
    other: str | None
    slot: str | None
    value: str | None
    named: tuple[Meant, ...]

    @classmethod
    def of(cls, judgement: Judgement, number: int) -> Self:
        """The record of a judgement under its number."""
        kept = {name: getattr(judgement, name) for name in _JUDGED}
        value = None if judgement.value is None else str(judgement.value)
        return cls(number=number, value=value, **kept)

    def judgement(self) -> Judgement:
        """The noun. Raises UsageError for what cannot be judged so."""
        held = None if self.slot is None else slot(self.slot)
        return Judgement(
            subject=self.subject,
            name=self.name,
            decision=self.decision,
            by=self.by,
            why=self.why,
            at=self.at,
            report=self.report,
            place=self.place,
            party=self.party,
            claim=self.claim,
            other=self.other,
            slot=held,
            value=slot_value(held, self.value) if held and self.value is not None else None,
            named=self.named,
        )


_JUDGED = tuple(field.name for field in fields(Judgement) if field.name not in ("id", "value"))


@dataclass(frozen=True, slots=True)
class SignaturesRecord:
    """A report that has been compared with those before it, and what it is found by."""

    report: str
    signatures: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class MatchRecord:
    """What two reports have in common."""

    match: Match


@dataclass(frozen=True, slots=True)
class Likeness:
    """How likely an event report is of one happening with an earlier one, by what they say alone."""

    to: int
    chance: float


@dataclass(frozen=True, slots=True)
class Membership:
    """The incident that an event report was in from one change until another, None if it still is."""

    incident: str
    since: int
    until: int | None


@dataclass(frozen=True, slots=True)
class EventReportRecord:
    """Claims of one reading about one happening (by their places in it), and the incidents they were in.

    `blocks` are the keys by which it is found, and `like` those that it was compared with; both are gone from
    one that no longer holds.
    """

    number: int
    reading: int
    claims: tuple[int, ...]
    told: EventReport
    day: date
    since: int
    until: int | None
    blocks: tuple[str, ...]
    like: tuple[Likeness, ...]
    memberships: tuple[Membership, ...]


@dataclass(frozen=True, slots=True)
class IncidentRecord:
    """Whether the accounts of an incident as it is cannot all be so."""

    id: str
    disputed: bool


Record = (
    ChangeRecord
    | ReportRecord
    | ReadingRecord
    | JudgementRecord
    | SignaturesRecord
    | MatchRecord
    | EventReportRecord
    | IncidentRecord
)

KINDS: Mapping[str, type[Record]] = {
    "change": ChangeRecord,
    "report": ReportRecord,
    "reading": ReadingRecord,
    "judgement": JudgementRecord,
    "signatures": SignaturesRecord,
    "match": MatchRecord,
    "event report": EventReportRecord,
    "incident": IncidentRecord,
}
"""What a line calls itself, in the order of a dump."""
