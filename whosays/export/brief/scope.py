"""Which claims a brief is written from: those of some days, at a place or of a party if it is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from whosays.ground.parties import Registry
from whosays.ledger import ClaimFilter, Ledger
from whosays.model import Incident, Told
from whosays.reconcile.picture import incident


@dataclass(frozen=True, slots=True)
class Scope:
    """Days from `since` to `until`, both included; part of a place's name or its id; a party's id.

    Raises UsageError if `since` is after `until`.
    """

    since: date
    until: date
    place: str | None = None
    party: str | None = None

    def __post_init__(self) -> None:
        ClaimFilter(since=self.since, until=self.until)

    @property
    def wanted(self) -> ClaimFilter:
        """The claims that fit."""
        return ClaimFilter(place=self.place, since=self.since, until=self.until, party=self.party)

    @property
    def period(self) -> ClaimFilter:
        """The claims of those days, wherever and whoever."""
        return ClaimFilter(since=self.since, until=self.until)


@dataclass(frozen=True, slots=True)
class Material:
    """What a brief is written from. `every` are all claims of the ledger, `incidents` those in scope.

    In scope is a claim that fits, and what else is told of the same incident in those days: a toll without a
    place belongs to the strike that has one. `whole` are the same incidents with their claims of other days.
    """

    scope: Scope
    every: Sequence[Told]
    incidents: Sequence[Incident]
    whole: Sequence[Incident]
    told: Sequence[Told]

    @property
    def ids(self) -> frozenset[str]:
        """The ids of the claims in scope."""
        return frozenset(each.claim.id for each in self.told)


def gather(ledger: Ledger, scope: Scope) -> Material:
    """What the ledger has for a brief of that scope."""
    every = ledger.told()
    fitting = _ids(ledger, scope.wanted)
    timely = fitting if scope.wanted == scope.period else _ids(ledger, scope.period)
    whole = list(ledger.incidents(scope.wanted))
    cut = [_of(each, [told for told in each.told if told.claim.id in timely]) for each in whole]
    ids = fitting | {told.claim.id for each in cut for told in each.told}
    return Material(scope, every, cut, whole, [told for told in every if told.claim.id in ids])


def _ids(ledger: Ledger, wanted: ClaimFilter) -> set[str]:
    return {stored.claim.id for stored in ledger.claims(wanted)}


def _of(whole: Incident, told: Iterable[Told]) -> Incident:
    """The incident as some of its claims have it."""
    kept = tuple(told)
    return whole if kept == whole.told else incident(whole.id, kept, Registry.default().parties)
