"""The claims of one report by happening."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from whosays.model import Claim, Kind, Report
from whosays.reconcile.incidents import where
from whosays.reconcile.incidents.event_report import EventReport, Spot, event_report, parties, spots
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
            _put(groups, report, _Group.of(claim))
    return [event_report(report, group.claims) for group in groups]


@dataclass(slots=True)
class _Group:
    """Claims of one happening so far, and what they say: `since` and `until` are days in all their times."""

    claims: list[Claim]
    kinds: frozenset[Kind]
    spots: tuple[Spot, ...]
    actors: frozenset[str]
    targets: frozenset[str]
    since: date
    until: date

    @classmethod
    def of(cls, claim: Claim) -> _Group:
        """That of one claim."""
        return cls(
            claims=[claim],
            kinds=frozenset({claim.kind}),
            spots=spots([claim]),
            actors=parties(claim.actor),
            targets=parties(claim.target),
            since=(claim.time and claim.time.earliest) or date.min,
            until=(claim.time and claim.time.latest) or date.max,
        )

    def take(self, other: _Group) -> None:
        """Add those of another."""
        self.claims += other.claims
        self.kinds |= other.kinds
        self.spots = tuple(dict.fromkeys(self.spots + other.spots))
        self.actors |= other.actors
        self.targets |= other.targets
        self.since, self.until = max(self.since, other.since), min(self.until, other.until)


def _put(groups: list[_Group], report: Report, new: _Group) -> None:
    """Add the claim of `new` to the latest group that it fits, or `new` to the groups."""
    (claim,) = new.claims
    fitting = [group for group in groups if _fits(group, new)]
    near = [each for each in fitting if _is_near(each, new) or _same_scene(each.claims, claim)]
    found = near or [group for group in fitting if _points_back(group.claims, report, claim)]
    if found:
        max(found, key=_end).take(new)
    else:
        groups.append(new)


def _end(group: _Group) -> int:
    return group.claims[-1].evidence.end


def _is_near(group: _Group, new: _Group) -> bool:
    return new.claims[0].evidence.start - _end(group) <= REACH


def _fits(group: _Group, new: _Group) -> bool:
    """Whether nothing speaks against it: kinds, times and places go together."""
    (kind,) = new.kinds
    if not all(VOCABULARY.go_together(each, kind) for each in group.kinds):
        return False
    if max(group.since, new.since) > min(group.until, new.until):
        return False
    if where.relation(group.spots, new.spots) in APART:
        return False
    return VOCABULARY.family[kind] == "violence" or _same_matter(group, new)


def _same_matter(group: _Group, new: _Group) -> bool:
    """Beside violence, whose victims and doers come one by one, neither doers nor targets may be others."""
    both = ((group.actors, new.actors), (group.targets, new.targets))
    return not any(mine and its and not mine & its for mine, its in both)


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
