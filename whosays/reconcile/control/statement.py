"""What one origin says of who holds a place, from one claim."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from whosays.model import Named, Origin, Stance, Told
from whosays.reconcile import naming
from whosays.reconcile.control.ground import Event, Ground, ground, is_aside, tokens
from whosays.reconcile.control.where import Held, held

_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a place: `party` is the registry's id where he is linked, else `key` is his folded name."""

    key: str
    name: str
    party: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """Who holds a place, or does not, by whose word.

    `day` is that of the event, else of publication, None if neither is known. `holders` hold the place by it
    together, `not_holders` do not. `in_passing` is told by the way ("rebel-held"). Where `settles` is false
    the statement is kept for the eye and decides nothing: it tells of an attack or a siege, of what was long
    ago, or of a thing that its origin does not vouch for.
    """

    claim: str
    report: str
    origin: Origin
    event: Event
    day: date | None
    holders: tuple[Holder, ...]
    not_holders: tuple[Holder, ...]
    denied: bool = False
    in_passing: bool = False
    settles: bool = True

    @property
    def changes(self) -> bool:
        """Whether by it the place has come into other hands."""
        return self.event.changes and not self.denied and bool(self.holders)


def statement(told: Told, origin: Callable[[Told], Origin]) -> tuple[Held, Statement] | None:
    """The place that a claim is about, and what it says; None if that is not who holds a named place."""
    claim = told.claim
    if claim.stance in (Stance.PREDICTED, Stance.CONDITIONAL):
        return None
    event, place = ground(claim), held(claim)
    if event is None or place is None:
        return None
    denied = claim.stance is Stance.DENIED
    holders, others = _result(event, denied)
    said = Statement(
        claim=claim.id,
        report=told.report.digest,
        origin=origin(told),
        event=event.event,
        day=_day(told),
        holders=_holders(holders),
        not_holders=_holders(others),
        denied=denied,
        in_passing=event.in_passing,
        settles=_settles(told, bool(holders or others)),
    )
    return place, said


def _result(ground: Ground, denied: bool) -> tuple[tuple[Named, ...], tuple[Named, ...]]:
    """Who holds the place by it, and who does not; that an attack failed does not say who else does."""
    if ground.event in (Event.ENTER, Event.BESIEGE):
        return (), ()
    if ground.event is Event.REPEL:
        return ((), ()) if denied else (ground.gains, ())
    if not denied:
        return ground.gains, ground.loses
    return (ground.loses, ground.gains) if ground.event is Event.LOSE else ((), ground.gains)


def _settles(told: Told, says_who: bool) -> bool:
    """Whether the claim vouches for how the place stands, and not for how it once stood or is meant to."""
    claim = told.claim
    if claim.stance is Stance.UNCONFIRMED or not says_who or is_aside(claim):
        return False
    year = str(told.report.day.year) if told.report.day else None
    others = {word for word in tokens(claim.evidence.quote) if _YEAR.fullmatch(word)} - {year}
    return claim.time is not None or not others


def _holders(found: tuple[Named, ...]) -> tuple[Holder, ...]:
    named = (
        Holder(each.party or naming.key(each.name), naming.brief(each.name), each.party) for each in found
    )
    return tuple(sorted(set(named), key=lambda holder: (holder.key, holder.name)))


def _day(told: Told) -> date | None:
    time, published = told.claim.time, told.report.day
    day = (time.latest or time.earliest) if time else published
    return min(day, published) if day and published else day
