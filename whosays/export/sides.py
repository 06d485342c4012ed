"""The two sides of an event: who acts, with whom, and who is hit, as most origins have it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from whosays.export.events import Event, ranked
from whosays.export.forces import CIVILIANS, HOME, Force, Forces
from whosays.export.receipt import Receipt
from whosays.model import Claim, Kind, Named
from whosays.reconcile.accounts.sayings import doers


@dataclass(frozen=True, slots=True)
class Side:
    """Those on one side, the most told first; none where no claim tells of a side."""

    forces: tuple[Force, ...] = ()

    @property
    def first(self) -> Force | None:
        """Who stands for the side."""
        return self.forces[0] if self.forces else None

    @property
    def code(self) -> int | None:
        """ACLED's code of the first."""
        return self.first.code if self.first else None

    @property
    def is_armed(self) -> bool:
        """Whether the first fights."""
        return self.first is not None and self.first.is_armed

    def without_civilians(self) -> Side:
        """Those who fight or whose part is open."""
        return Side(tuple(each for each in self.forces if each.code != CIVILIANS))


@dataclass(frozen=True, slots=True)
class _Deed:
    """Who acts and who is hit by one claim."""

    claim: Claim
    doers: tuple[Force, ...]
    hit: tuple[Force, ...]

    @property
    def is_mutual(self) -> bool:
        return self.claim.kind is Kind.CLASH

    @property
    def leading(self) -> tuple[Force, ...]:
        """Who may stand for the acting side: of a clash either."""
        return (*self.doers, *self.hit) if self.is_mutual else self.doers

    def turned_to(self, first: Force) -> _Deed:
        """With that one among the doers, where the claim does not say who began."""
        turns = self.is_mutual and first in self.hit
        return _Deed(self.claim, self.hit, self.doers) if turns else self


def sides(
    event: Event, country: str | None, forces: Forces, receipt: Receipt, cell: str
) -> tuple[Side, Side]:
    """Who acts and who is hit; that others are named as doers is kept in the receipt, under `cell`."""
    deeds = [_deed(claim, country, forces) for claim in event.claims]
    acting = ranked(((deed.claim.id, each) for deed in deeds for each in deed.leading), event.origins)
    if not acting:
        return Side(), Side(tuple(_ranked_hit(event, deeds)))
    first = acting[0]
    turned = [deed.turned_to(first) for deed in deeds]
    beside = ranked(
        ((deed.claim.id, each) for deed in turned for each in _beside(first, deed)), event.origins
    )
    side = (first, *(each for each in beside if not forces.are_foes(first, each)))
    _tell_others(event, side, turned, receipt, cell)
    foes = ((deed.claim.id, each) for deed in turned for each in _beside(first, deed) if each not in side)
    return Side(side), Side(
        tuple(each for each in _ranked_hit(event, turned, foes) if not _is_of(each, side))
    )


def _deed(claim: Claim, country: str | None, forces: Forces) -> _Deed:
    def known(named: Iterable[Named]) -> tuple[Force, ...]:
        found = (forces.find(each, country) for each in named)
        return tuple(dict.fromkeys(each for each in found if each))

    if claim.kind is Kind.CLASH:
        acting, hit = known(claim.actor), known(claim.target)
        return _Deed(claim, acting, hit) if hit else _Deed(claim, acting[:1], acting[1:])
    acting = known(named for named, denied in doers(claim) if not denied)
    bearing = tuple(each for each in acting if each.code != CIVILIANS)
    return _Deed(claim, bearing, () if claim.kind is Kind.ACCUSATION else known(claim.target))


def _beside(first: Force, deed: _Deed) -> Iterator[Force]:
    """Who acts with that one."""
    return (each for each in deed.doers if first in deed.doers and each != first)


def _ranked_hit(event: Event, deeds: Iterable[_Deed], more: Iterable[tuple[str, Force]] = ()) -> list[Force]:
    hit = ((deed.claim.id, each) for deed in deeds for each in deed.hit)
    return ranked((*hit, *more), event.origins)


def _is_of(each: Force, side: Sequence[Force]) -> bool:
    """Whether it is on that side: "soldiers" are, where the side is the country's state."""
    return each in side or (each.code == HOME and side[0].code == HOME)


def _tell_others(
    event: Event, side: Sequence[Force], deeds: Sequence[_Deed], receipt: Receipt, cell: str
) -> None:
    others = [deed for deed in deeds if deed.doers and not set(deed.doers) & set(side)]
    if others:
        names = "; ".join(dict.fromkeys(each.name for deed in others for each in deed.doers))
        why = f"named by most origins; others name {names}"
        receipt.choose(event.id, cell, side[0].name, why, [deed.claim.id for deed in others])
