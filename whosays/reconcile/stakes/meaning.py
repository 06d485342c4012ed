"""What a claim means for the sides in it: who gains by it, who loses."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from whosays.model import Claim, Kind, Named, PartySort, PlacePrecision, Stance
from whosays.reconcile.control.ground import Event, ground, is_aside, tokens
from whosays.reconcile.control.where import held
from whosays.reconcile.sides import ARMED, Relation, Sides

COUNTED = (Stance.ASSERTED, Stance.UNCONFIRMED, Stance.DENIED)
"""Stances that say that something is so, or not; a forecast or a condition says neither."""

BOTH = (Relation.OWN, Relation.ENEMY)


@dataclass(frozen=True, slots=True)
class Effect:
    """Whose gain or loss it is. `told_of` are the relations to the speaker that it counts in."""

    named: Named
    gain: bool
    told_of: tuple[Relation, ...] = BOTH


@cache
def table() -> dict[str, Any]:
    """The tables of `meaning.toml`. Callers must not change them."""
    return tomllib.loads(files(__package__).joinpath("meaning.toml").read_text("utf-8"))


@cache
def group(name: str, of: str = "groups") -> frozenset[str]:
    """A list of words of `meaning.toml`."""
    return frozenset(table()[of][name])


def effects(claim: Claim, sides: Sides) -> tuple[Effect, ...]:
    """What the claim means for those in it; nothing for a forecast, or a kind that is not in the table."""
    if claim.stance not in COUNTED:
        return ()
    of_ground = claim.kind in (Kind.CONTROL, Kind.MOVEMENT)
    found = _on_ground(claim, sides) if of_ground else _by_entry(claim, sides)
    told = found if claim.stance is not Stance.DENIED else map(_denied, found)
    return tuple(effect for effect in told if not _prints(effect.named, sides))


def _denied(effect: Effect) -> Effect:
    """The effect of the contrary: what did not befall an enemy is no gain of his that anybody tells."""
    told_of = effect.told_of if effect.gain else (Relation.OWN,)
    return Effect(effect.named, not effect.gain, told_of)


def _prints(named: Named, sides: Sides) -> bool:
    """Whether it is an outlet or a monitor: these tell of deeds, and a reader that has them do some errs."""
    party = sides.get(named.party) if named.party else None
    return party is not None and party.sort in (PartySort.OUTLET, PartySort.MONITOR)


def _on_ground(claim: Claim, sides: Sides) -> Iterator[Effect]:
    event = ground(claim)
    if event is None or event.in_passing or is_aside(claim) or _of_country(claim, event.event):
        return
    for role, outcome in table()["ground"][event.event].items():
        whose = event.gains if role == "gains" else event.loses
        if outcome == "own" and len(whose) > 1:
            continue  # readers take the besieged for besiegers
        vague = outcome == "gain" and held(claim) is None
        told_of = (Relation.OWN,) if outcome == "own" or vague else BOTH
        yield from (
            Effect(named, outcome != "loss", told_of) for named in whose if not _is_where(named, role, sides)
        )


def _is_where(named: Named, role: str, sides: Sides) -> bool:
    """Whether a loser of ground is but the country that the ground lies in."""
    party = sides.get(named.party) if named.party and role == "loses" else None
    return party is not None and party.sort is PartySort.STATE and party.parent is None


def _of_country(claim: Claim, event: Event) -> bool:
    """Whether it tells of a country: troops that leave or enter one have not lost or won it."""
    place = claim.place.place if claim.place else None
    return (
        place is not None and place.precision is PlacePrecision.COUNTRY and event in (Event.LOSE, Event.ENTER)
    )


def _by_entry(claim: Claim, sides: Sides) -> Iterator[Effect]:
    entry = _entry(claim)
    for each in entry["effects"] if entry else ():
        told_of: tuple[Relation, ...] = (Relation(each["told"]),) if "told" in each else BOTH
        if each["is"] == "blame" and not _owned_to(claim):
            told_of = tuple(relation for relation in told_of if relation is not Relation.OWN)
        for named in _meant(claim, each, sides):
            yield Effect(named, each["is"] == "gain", told_of)


def _owned_to(claim: Claim) -> bool:
    """Whether the words say that somebody admits it, or the claim is that it is not so."""
    return claim.stance is Stance.DENIED or bool(
        set(tokens(claim.evidence.quote)) & group("words", "admission")
    )


def _entry(claim: Claim) -> dict[str, Any] | None:
    found = tokens(claim.trigger.quote)
    trigger = [" ".join(found[n:]) for n in range(len(found))]
    entries: list[dict[str, Any]] = table().get(claim.kind, [])
    for entry in entries:
        if "words" not in entry or any(rest.startswith(tuple(entry["words"])) for rest in trigger):
            return entry
    return None


def _meant(claim: Claim, effect: Mapping[str, Any], sides: Sides) -> Iterable[Named]:
    """The actors or targets whose gain or loss an effect is."""
    of = effect.get("of")
    doers = {each.party or each.name for each in claim.actor}
    hit = [each for each in claim.target if of is None or _is(each, of, sides)]
    if effect["role"] == "target":
        return [each for each in hit if (each.party or each.name) not in doers]
    return claim.actor if of is None or hit else ()


def _is(named: Named, of: str, sides: Sides) -> bool:
    """Whether a name is one of a group of words; civilians are never forces, armed parties always are."""
    found = set(tokens(named.name))
    if of != "forces":
        return bool(found & group(of))
    if found & (group("civilians") | group("civilian_places")):
        return False
    party = sides.get(named.party) if named.party else None
    return bool(found & group("forces")) or (party is not None and party.sort in ARMED)
