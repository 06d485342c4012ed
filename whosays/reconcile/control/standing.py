"""How well it is known who holds a place: what several origins say, counted against each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from whosays.model import OriginSort
from whosays.reconcile.control.statement import Holder, Statement
from whosays.reconcile.naming import brief
from whosays.reconcile.sides import Relation, Sides

MOST_NAMES = 3
"""Names that a reason lists before it counts the others."""


class Status(StrEnum):
    """How well it is known who holds a place."""

    UNDISPUTED = "undisputed"
    """Several origins that are not all of one side name one holder, and none says otherwise."""

    CLAIMED = "claimed"
    """One origin, or one side, says so alone; or the names may mean several holders."""

    CONTESTED = "contested"
    """Origins name holders not known to be of one side, or somebody denies what another says."""

    UNKNOWN = "unknown"
    """Nobody says who holds it."""


@dataclass(frozen=True, slots=True)
class Control:
    """Who holds a place on a day, as far as anybody says, and why it counts so, in a sentence.

    `holders` are those of one side, or of several where it is contested. `claims` are the ids it rests on,
    `since` and `until` the days of the first and the last of them: after that nobody has said anything.
    """

    status: Status
    holders: tuple[Holder, ...]
    reason: str
    claims: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None


def standing(said: Sequence[Statement], sides: Sides) -> Control:
    """How it stands by statements that hold at the same time, in the order of days."""
    if not said:
        return Control(Status.UNKNOWN, (), "Nobody says who holds it.")
    naming = _telling(said)
    if not naming:
        return _control(Status.UNKNOWN, said, f"{_origins(said)}: only who does not hold it.")
    if rivals := _rivals(naming, sides):
        return _control(
            Status.CONTESTED, said, "; ".join(f"{_origins(r)}: {_names(r)}" for r in rivals) + "."
        )
    if deniers := _deniers(said, naming, sides):
        reason = f"{_origins(naming)}: {_names(naming)}; {_origins(deniers)}: not so."
        return _control(Status.CONTESTED, said, reason)
    status, why = _agreed(naming, sides)
    return _control(status, naming, f"{_origins(naming)}: {_names(naming)}, {why}.")


def together(holders: Sequence[Holder], sides: Sides, on: date | None) -> bool:
    """Whether they can hold a place together: no two of them are known enemies."""
    linked = [holder.party for holder in holders if holder.party]
    return all(sides.relation(a, b, on) is not Relation.ENEMY for a in linked for b in linked)


def parted(some: Sequence[Holder], others: Sequence[Holder], sides: Sides, on: date | None) -> bool:
    """Whether no known party of the one is of the side of one of the other; unknown names part nobody."""
    pairs = [(a.party, b.party) for a in some for b in others if a.party and b.party]
    return bool(pairs) and not any(sides.relation(a, b, on) is Relation.OWN for a, b in pairs)


def _control(status: Status, said: Sequence[Statement], reason: str) -> Control:
    claims = tuple(each.claim for each in said)
    return Control(status, _holders(said), reason, claims, said[0].day, said[-1].day)


def _agreed(naming: Sequence[Statement], sides: Sides) -> tuple[Status, str]:
    known = {said.origin.key for said in naming if said.origin.sort is not OriginSort.UNKNOWN}
    if len(_holders(naming)) > 1 and not _linked(naming[0]):
        return Status.CLAIMED, "in words that may mean several sides"
    if len(known) < 2:
        return Status.CLAIMED, "and nobody else says anything"
    if _of_one_side(naming, sides):
        return Status.CLAIMED, "and they are of one side"
    return Status.UNDISPUTED, "and none says otherwise"


def _rivals(naming: Sequence[Statement], sides: Sides) -> list[list[Statement]]:
    """The statements for two sets of holders that are not of one side; none where all are."""
    by_holders: dict[tuple[Holder, ...], list[Statement]] = {}
    for said in naming:
        by_holders.setdefault(said.holders, []).append(said)
    for one, some in by_holders.items():
        for other, others in by_holders.items():
            if parted(one, other, sides, some[0].day):
                return [some, others]
    return []


def _deniers(said: Sequence[Statement], naming: Sequence[Statement], sides: Sides) -> list[Statement]:
    """Those who say that a named holder does not hold it, other than the origin that names him."""
    denying = [each for each in said if each.not_holders]
    return [each for each in denying if any(_denies(each, other, sides) for other in naming)]


def _denies(said: Statement, other: Statement, sides: Sides) -> bool:
    if said.origin.key == other.origin.key:
        return False
    pairs = ((a.party, b.party) for a in said.not_holders for b in other.holders)
    return any(a and b and sides.relation(a, b, said.day) is Relation.OWN for a, b in pairs)


def _of_one_side(naming: Sequence[Statement], sides: Sides) -> bool:
    """Whether all who say so are of one side; an origin that is not linked, or looks on, is of none."""
    parties, on = [said.origin.party for said in naming], naming[0].day
    first = parties[0]
    if first is None or sides.looks_on(first, on):
        return False
    return all(party and sides.relation(first, party, on) is Relation.OWN for party in parties)


def _telling(said: Sequence[Statement]) -> list[Statement]:
    """Those that name a holder; where any names a party that is known, only those that do."""
    naming = [each for each in said if each.holders]
    return [each for each in naming if _linked(each)] or naming


def _linked(said: Statement) -> bool:
    return any(holder.party for holder in said.holders)


def _holders(said: Iterable[Statement]) -> tuple[Holder, ...]:
    """The holders, one name each; where any is linked to a party, only those that are."""
    found = {holder.key: holder for each in reversed(list(said)) for holder in each.holders}
    linked = [holder for holder in found.values() if holder.party]
    return tuple(sorted(linked or found.values(), key=lambda holder: holder.key))


def _names(said: Iterable[Statement]) -> str:
    return _listed(holder.name for holder in _holders(said))


def _origins(said: Iterable[Statement]) -> str:
    return _listed({each.origin.key: brief(each.origin.name) for each in said}.values())


def _listed(names: Iterable[str]) -> str:
    """As in "A, B and C", or "A, B, C and 4 others"."""
    every = sorted(set(names))
    shown, more = every[:MOST_NAMES], len(every) - MOST_NAMES
    if more > 0:
        return f"{', '.join(shown)} and {more} other{'s' if more > 1 else ''}"
    return f"{', '.join(shown[:-1])} and {shown[-1]}" if len(shown) > 1 else "".join(shown)
