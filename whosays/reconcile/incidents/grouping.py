"""The claims of one report by happening."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from whosays.model import Claim, Report
from whosays.reconcile.incidents import where
from whosays.reconcile.incidents.event_report import EventReport, event_report, parties, spots
from whosays.reconcile.incidents.vocabulary import VOCABULARY

REACH = 400
"""Characters of text, three sentences, within which a report goes on telling of one happening."""

APART = frozenset({"far", "other spot"})
"""Relations of places that cannot be one."""

ANCHORED = frozenset({"spot", "spot in town", "town", "near"})

_POINTING = ("the ", "this ", "that ", "these ", "those ")


def event_reports(report: Report, claims: Iterable[Claim]) -> list[EventReport]:
    """What `report` says, a happening at a time, in the order of its text.

    Claims that tell of no happening (who holds what, who backs whom, what may come) are in none.
    """
    groups: list[_Group] = []
    for claim in claims:
        if VOCABULARY.is_happening(claim):
            _put(groups, report, claim)
    return [event_report(report, group.claims) for group in groups]


@dataclass(slots=True)
class _Group:
    """Claims of one happening so far."""

    claims: list[Claim] = field(default_factory=list)

    @property
    def end(self) -> int:
        return self.claims[-1].evidence.end


def _put(groups: list[_Group], report: Report, claim: Claim) -> None:
    """Add `claim` to the latest group that it fits, or to a new one."""
    fitting = [group for group in groups if _fits(group.claims, claim)]
    near = [g for g in fitting if claim.evidence.start - g.end <= REACH or _same_scene(g.claims, claim)]
    found = near or [group for group in fitting if _points_back(group.claims, report, claim)]
    group = max(found, key=lambda each: each.end) if found else _Group()
    if not found:
        groups.append(group)
    group.claims.append(claim)


def _fits(told: Sequence[Claim], claim: Claim) -> bool:
    """Whether nothing speaks against it: kinds, places and times go together."""
    if not all(VOCABULARY.go_together(each.kind, claim.kind) for each in told):
        return False
    if where.relation(spots(told), spots([claim])) in APART or not _same_time(told, claim):
        return False
    return VOCABULARY.family[claim.kind] == "violence" or _same_matter(told, claim)


def _same_matter(told: Sequence[Claim], claim: Claim) -> bool:
    """Beside violence, whose victims and doers come one by one, neither doers nor targets may be others."""
    for mine, its in (
        (parties(n for c in told for n in c.actor), parties(claim.actor)),
        (parties(n for c in told for n in c.target), parties(claim.target)),
    ):
        if mine and its and not mine & its:
            return False
    return True


def _same_time(told: Sequence[Claim], claim: Claim) -> bool:
    times = [each.time for each in (*told, claim) if each.time]
    starts = [time.earliest for time in times if time.earliest]
    ends = [time.latest for time in times if time.latest]
    return not starts or not ends or max(starts) <= min(ends)


def _same_scene(told: Sequence[Claim], claim: Claim) -> bool:
    """Whether it stands at the same place and time as one before, both stated."""
    return claim.time is not None and any(
        each.time is not None and where.relation(spots([each]), spots([claim])) in ANCHORED for each in told
    )


def _points_back(told: Sequence[Claim], report: Report, claim: Claim) -> bool:
    """Whether it is "the attack", "this bombing" of one that is told before."""
    before = report.text[: claim.trigger.start][-_LONGEST:].casefold()
    return before.endswith(_POINTING) and claim.kind in {each.kind for each in told}


_LONGEST = max(map(len, _POINTING))
