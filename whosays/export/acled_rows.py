"""Which rows ACLED's rules make of incidents: type, sides, day; the columns are `acled`'s matter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from whosays.export import codes
from whosays.export.choices import Choices
from whosays.export.events import Event, events, most
from whosays.export.forces import CIVILIANS, PROTESTERS, RIOTERS, Force, Forces, crowd
from whosays.export.precision import acled_place, acled_time
from whosays.export.receipt import Receipt
from whosays.export.sides import Side, sides
from whosays.model import Claim, Incident, Kind, Place

BATTLES, REMOTE, CIVILIAN = "Battles", "Explosions/Remote violence", "Violence against civilians"
CLASH, ATTACK = "Armed clash", "Attack"
TERRITORY = (codes.GOVERNMENT, codes.OTHERS)
CROWDS = {"Protests": PROTESTERS, "Riots": RIOTERS}
"""Whom ACLED puts down as the first actor, by event type."""

NO_PLACE = "no claim says where, or only in which country: ACLED codes no such event"
NO_TYPE = "ACLED has no event type for what is claimed"
NO_TIME = "the time is vaguer than a month: ACLED codes no such event"
IN_BATTLE = "strikes and shelling in a battle are part of the battle"
NO_DAY = "neither a claim nor a report has a day"

WEEK = 2
"""ACLED's `time_precision` of a day that stands for a week."""


@dataclass(frozen=True, slots=True)
class Row:
    """An event in ACLED's terms: `side1` acts and `side2` is acted upon, as far as the claims tell."""

    event: Event
    place: Place
    day: date
    time_precision: int
    type: str
    subtype: str
    side1: Side
    side2: Side

    @property
    def targets_civilians(self) -> bool:
        """Whether civilians are who is mainly hit, by violence that is no battle."""
        return self.type in (REMOTE, CIVILIAN) and self.side2.code == CIVILIANS


def rows(incidents: Iterable[Incident], choices: Choices, receipt: Receipt) -> Iterator[Row]:
    """The rows, incident by incident; what makes none is kept in the receipt."""
    forces = Forces(choices.parties)
    for incident in incidents:
        made = (_row(event, forces, receipt) for event in events(incident, receipt))
        yield from _with_last_change(sorted(filter(None, made), key=lambda row: row.day), receipt)


def _row(event: Event, forces: Forces, receipt: Receipt) -> Row | None:
    place = event.where.place if event.where else None
    if place is None or acled_place(place) is None:
        receipt.drop(NO_PLACE, event.told)
        return None
    both = sides(event, place.country, forces, receipt, "actor1")
    found = _type(event, *both, receipt)
    if found is None:
        receipt.drop(NO_TYPE, event.told)
        return None
    dated = _day(event, receipt)
    if dated is None:
        return None
    kind, subtype = found
    side1, side2 = _fitting(kind, *both, place)
    is_met_by_force = kind == "Protests" and side2.is_armed
    return Row(event, place, *dated, kind, "" if is_met_by_force else subtype, side1, side2)


def _fitting(event_type: str, acting: Side, hit: Side, place: Place) -> tuple[Side, Side]:
    """The sides that ACLED has in such an event: in a battle no civilians, at a protest the crowd first."""
    if event_type in CROWDS:
        return _crowded(crowd(CROWDS[event_type], place.country), acting, hit)
    return acting, hit.without_civilians() if event_type == BATTLES else hit


def _crowded(first: Force, acting: Side, hit: Side) -> tuple[Side, Side]:
    """The crowd with those who do not fight, and those who do, whatever they do to it."""
    everybody = dict.fromkeys((*acting.forces, *hit.without_civilians().forces))
    others = tuple(each for each in everybody if not each.is_armed and each != first)
    named = tuple(each for each in others if each.code != CIVILIANS)
    return Side((first, *named)), Side(tuple(each for each in everybody if each.is_armed))


def _day(event: Event, receipt: Receipt) -> tuple[date, int] | None:
    """The day, of a week or a month the middle, and its precision; else that of the first report."""
    when = event.when
    if when is None or when.earliest is None or when.days is None:
        return _day_of_report(event, receipt)
    precision = acled_time(when)
    if precision is None:
        receipt.drop(NO_TIME, event.told)
        return None
    middle = when.earliest + timedelta(days=(when.days - 1) // 2)
    if precision > 1:
        receipt.choose(event.id, "event_date", middle, f"the middle of {when}")
    return middle, precision


def _day_of_report(event: Event, receipt: Receipt) -> tuple[date, int] | None:
    if event.first_day is None:
        receipt.drop(NO_DAY, event.told)
        return None
    receipt.choose(event.id, "event_date", event.first_day, "no claim says when: the first report's day")
    return event.first_day, WEEK


def _type(event: Event, acting: Side, hit: Side, receipt: Receipt) -> tuple[str, str] | None:
    """The type most told; shelling inside a battle is the battle, ground lost and retaken a clash."""
    told = _precise({claim.id: code for claim in event.claims if (code := _code(claim, acting))})
    battles = {id_: code for id_, code in told.items() if code[0] == BATTLES}
    is_battle = battles and all(code[0] in (BATTLES, REMOTE) for code in told.values())
    chosen = most((battles if is_battle else told).items(), event.origins)
    if chosen is None:
        return _attack(hit) if any(_is_attack(claim, acting) for claim in event.claims) else None
    if chosen[0] != BATTLES:
        return chosen
    remote = {id_ for id_, code in told.items() if code[0] == REMOTE}
    receipt.fold(IN_BATTLE, [each for each in event.asserted if each.claim.id in remote])
    changes = {code[1] for code in battles.values()} & set(TERRITORY)
    return BATTLES, changes.pop() if len(changes) == 1 else CLASH if changes else chosen[1]


def _precise(told: dict[str, tuple[str, str]]) -> dict[str, tuple[str, str]]:
    """Those with a sub-event type, if there are any: an explosion that others call a strike is a strike."""
    return {id_: code for id_, code in told.items() if code[1]} or told


def _code(claim: Claim, acting: Side) -> tuple[str, str] | None:
    """ACLED's code of a claim, the sub-event type empty where it is open; who moves must be a force."""
    found = codes.acled(claim)
    is_none = found.type is None or (claim.kind is Kind.MOVEMENT and not acting.is_armed)
    return None if is_none else (found.type or "", found.subtype or "")


def _is_attack(claim: Claim, acting: Side) -> bool:
    """Whether it tells an attack by whatever means, or whom a force has harmed."""
    return claim.kind is Kind.ATTACK or (claim.kind is Kind.HARM and acting.is_armed)


def _attack(hit: Side) -> tuple[str, str] | None:
    """Whom an attack hits decides: civilians, or those who fight."""
    if hit.code == CIVILIANS:
        return CIVILIAN, ATTACK
    return (BATTLES, CLASH) if hit.is_armed else None


def _with_last_change(found: Sequence[Row], receipt: Receipt) -> Iterator[Row]:
    """Only the last change of control in a place keeps its code; earlier ones are clashes."""
    for nth, row in enumerate(found):
        later = (other for other in found[nth + 1 :] if other.place == row.place)
        if row.subtype in TERRITORY and any(other.subtype in TERRITORY for other in later):
            receipt.choose(row.event.id, "sub_event_type", CLASH, f"{row.subtype}, but not the last change")
            row = replace(row, subtype=CLASH)
        yield row
