"""What a person types for a slot of a claim, as what the slot then holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from whosays.ground.gazetteer import Gazetteer
from whosays.ground.parties import Registry
from whosays.model import (
    NAMED_SLOTS,
    Claim,
    ClaimSlot,
    Meant,
    NotFoundError,
    Part,
    Place,
    SlotValue,
    UsageError,
    slot_value,
)

_SHOWN = 5
"""Places that a question for one of them names."""


@dataclass(frozen=True, slots=True)
class Held:
    """What a corrected slot holds, by the names of a judgement's fields."""

    value: SlotValue | None = None
    place: Place | None = None
    name: str = ""
    named: tuple[Meant, ...] = ()


def held(slot: ClaimSlot, typed: Sequence[str], claim: Claim) -> Held:
    """What a slot of the claim holds by what is typed: several names, or one value of any other slot.

    A place is a GeoNames id, or the name of one place alone; somebody is a party's id or any name. Raises
    UsageError or NotFoundError, which say what can be given instead.
    """
    words = [each.strip() for each in typed if each.strip()]
    if slot in NAMED_SLOTS and words:
        return Held(named=tuple(map(_somebody, words)))
    if len(words) != 1:
        raise UsageError(
            f"{slot} takes one value, and {len(words) or 'none'} is given; quote one with spaces"
        )
    if slot is Part.PLACE:
        return _located(words[0], claim)
    return Held(value=slot_value(slot, words[0]))


def _somebody(word: str) -> Meant:
    """The party of that id, under its first name; or somebody of that name, with the party it means."""
    party = Registry.default().get(word)
    return Meant(party.names[0], party.id) if party else Meant(word, Registry.default().link(word))


def _located(word: str, claim: Claim) -> Held:
    if word.isascii() and word.isdigit():
        place = numbered(int(word))
        return Held(place=place, name=_in_report(place, claim))
    return Held(place=_only(word), name=word)


def numbered(geonames_id: int) -> Place:
    """The place of that id. Raises NotFoundError if the gazetteer has none."""
    found = Gazetteer.open().numbered(geonames_id)
    if found is None:
        raise NotFoundError(
            f"no place of the gazetteer has the GeoNames id '{geonames_id}'; `whosays gazetteer find`"
            " names them"
        )
    return found.place


def _in_report(place: Place, claim: Claim) -> str:
    """The report's name for the place, if it is a name of it; else the place's own."""
    if claim.place is None:
        return place.name
    called = Gazetteer.open().lookup(claim.place.name)
    return claim.place.name if place in [each.place for each in called] else place.name


def _only(name: str) -> Place:
    """The one place of that name."""
    found = [each.place for each in Gazetteer.open().lookup(name, loose=False)]
    if len(found) == 1:
        return found[0]
    if not found:
        raise NotFoundError(f"no place is called {name!r}; `whosays gazetteer add` adds a country's villages")
    several = "; ".join(_described(place) for place in found[:_SHOWN])
    raise UsageError(f"{name!r} names {len(found)} places: {several}; give the GeoNames id of the one meant")


def _described(place: Place) -> str:
    """As in "167245 Marea (city, Aleppo, SY)"."""
    about = ", ".join(part for part in (place.kind, place.admin1, place.country) if part)
    return f"{place.geonames_id or 'no id'} {place.name} ({about})"
