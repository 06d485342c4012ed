"""A claim as deeds are compared: what sort, where, when, by whom, to whom, by whose word."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from whosays.model import Claim, Kind, Named, Origin, PlacePrecision, Stance, Told
from whosays.reconcile import naming
from whosays.reconcile.control.ground import Event, Ground, event_of, ground, is_aside, tokens
from whosays.reconcile.control.where import held
from whosays.reconcile.sides import Sides

UNDATED_DAYS = 14
"""How long before its publication a deed without a day may lie."""

FEW_DAYS = 3
"""Days within which two deeds without a common place may be one."""

_GROUND = "ground: "
WIDE = (PlacePrecision.COUNTRY, PlacePrecision.REGION)


@dataclass(frozen=True, slots=True)
class Deed:
    """A claim in the form in which it is compared. Days are ordinals, the claim's own where `dated`.

    `place` is a key, None where none is named that says more than the country; of ground it is the town, or
    part of one, that is held. `actors` and `targets` are parties, or folded names that tell somebody apart.
    """

    told: Told
    family: str
    place: str | None
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    first: int
    last: int
    dated: bool
    published: int
    origin: Origin

    @property
    def id(self) -> str:
        """The claim's id."""
        return self.told.claim.id

    @property
    def day(self) -> date:
        """The last day on which it can have happened."""
        return date.fromordinal(self.last)

    @property
    def short(self) -> bool:
        """Whether it is placed within a few days."""
        return self.dated and self.last - self.first < FEW_DAYS

    @property
    def is_forecast(self) -> bool:
        """Whether it is told of what is to come; words on a day that has passed foretell nothing."""
        stance, past = self.told.claim.stance, self.dated and self.last < self.published
        if self.family in _listed("meant", "families"):
            return stance in (Stance.CONDITIONAL, Stance.PREDICTED)
        return stance is Stance.PREDICTED and not past and not self.family.startswith(_GROUND)

    @property
    def is_told(self) -> bool:
        """Whether somebody says that it is so: no denial taken for its contrary, nothing told as past."""
        claim = self.told.claim
        aside = self.family.startswith(_GROUND) and is_aside(claim)
        return claim.stance is Stance.ASSERTED and not aside and not self._words & _listed("denying", "flat")

    @property
    def is_denial(self) -> bool:
        """Whether somebody says that it is untrue, not that it failed."""
        if self.told.claim.stance is not Stance.DENIED or self.family not in _listed("deniable", "families"):
            return False
        flat = bool(self._words & _listed("denying", "flat"))
        return flat or bool(
            self._words & _listed("denying") and not self._words & _listed("denying", "failing")
        )

    @property
    def _words(self) -> frozenset[str]:
        return frozenset(tokens(self.told.claim.evidence.quote))


@cache
def _tables() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("families.toml").read_text("utf-8"))


@cache
def _listed(table: str, key: str = "words") -> frozenset[str]:
    return frozenset(_tables()[table][key])


@cache
def _family_of(kind: Kind) -> str | None:
    return next((name for name, table in _tables()["families"].items() if kind in table["kinds"]), None)


def ahead(family: str) -> int:
    """Days for which a forecast of that family looks ahead."""
    table = _tables()["families"].get(family, _tables()["ground"])
    return int(table["ahead"])


def deed(told: Told, origin: Callable[[Told], Origin]) -> Deed | None:
    """The claim as a deed; None for kinds that are none, and for reports without a day."""
    claim, published = told.claim, told.report.day
    family = family_of(claim)
    if family is None or published is None:
        return None
    on_ground = ground(claim) if family.startswith(_GROUND) else None
    first, last = _days(claim, published)
    return Deed(
        told=told,
        family=family,
        place=_held(claim) if family.startswith(_GROUND) else _place(claim),
        actors=_keys(_actors(claim, on_ground)),
        targets=_keys(claim.target),
        first=first,
        last=last,
        dated=claim.time is not None,
        published=published.toordinal(),
        origin=origin(told),
    )


def _actors(claim: Claim, on_ground: Ground | None) -> Iterable[Named]:
    if on_ground is None:
        return claim.actor
    return on_ground.loses if on_ground.event is Event.LOSE else on_ground.gains


def _held(claim: Claim) -> str | None:
    found = held(claim)
    return f"{found.key} {found.part}" if found else None


def family_of(claim: Claim) -> str | None:
    """What sort of deed the claim tells of."""
    if claim.kind not in (Kind.CONTROL, Kind.MOVEMENT):
        return _family_of(claim.kind)
    event = event_of(claim)
    return (
        None if event is None else f"{_GROUND}{Event.TAKE if event in _listed('ground', 'take') else event}"
    )


def alike(some: Iterable[str], others: Iterable[str], sides: Sides, on: date) -> bool:
    """Whether one of the ones is, or is part of, one of the others."""
    return any(sides.same(one, other, on) for one in some for other in others)


def _days(claim: Claim, published: date) -> tuple[int, int]:
    day, time = published.toordinal(), claim.time
    if time is None:
        return day - UNDATED_DAYS, day
    first, last = time.earliest or time.latest, time.latest or time.earliest
    return (first or published).toordinal(), (last or published).toordinal()


def _place(claim: Claim) -> str | None:
    location = claim.place
    if location is None or (location.place and location.place.precision in WIDE):
        return None
    if location.place is None:
        return naming.key(location.name) if naming.tells_apart(location.name) else None
    if location.place.geonames_id is not None:
        return str(location.place.geonames_id)
    return naming.key(f"{location.place.name} {location.place.country}")


def _keys(found: Iterable[Named]) -> tuple[str, ...]:
    keys = (
        each.party or (naming.key(each.name) if naming.tells_apart(each.name) else None) for each in found
    )
    return tuple(dict.fromkeys(key for key in keys if key))
