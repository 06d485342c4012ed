"""Which rows ACLED's rules make of incidents: type, sides, day; the columns are `acled`'s matter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from whosays.export import codes
from whosays.export.choices import Choices
from whosays.export.events import Event, events, most
from whosays.export.forces import ARMED, CIVILIANS, inter
from whosays.export.precision import acled_place, acled_time
from whosays.export.receipt import Receipt
from whosays.model import Claim, Incident, Kind, Named, Party, Place
from whosays.reconcile.accounts.sayings import doers

BATTLES, REMOTE, CIVILIAN = "Battles", "Explosions/Remote violence", "Violence against civilians"
CLASH, ATTACK = "Armed clash", "Attack"
TERRITORY = (codes.GOVERNMENT, codes.OTHERS)

NO_PLACE = "no claim says where, or only in which country: ACLED codes no such event"
NO_TYPE = "ACLED has no event type for what is claimed"
NO_TIME = "the time is vaguer than a month: ACLED codes no such event"
NO_DAY = "neither a claim nor a report has a day"

WEEK = 2
"""ACLED's `time_precision` of a day that stands for a week."""


@dataclass(frozen=True, slots=True)
class Side:
    """Who is on one side, the most named first, and ACLED's code of the first."""

    names: tuple[Named, ...]
    code: int | None


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


def rows(incidents: Iterable[Incident], choices: Choices, receipt: Receipt) -> Iterator[Row]:
    """The rows, incident by incident; what makes none is kept in the receipt."""
    for incident in incidents:
        made = (_row(event, choices.parties, receipt) for event in events(incident, receipt))
        yield from _with_last_change(sorted(filter(None, made), key=lambda row: row.day), receipt)


def _row(event: Event, parties: Mapping[str, Party], receipt: Receipt) -> Row | None:
    place = event.where.place if event.where else None
    if place is None or acled_place(place) is None:
        receipt.drop(NO_PLACE, event.told)
        return None
    sides = _sides(event, place, parties, receipt)
    found = _type(event, sides)
    if found is None:
        receipt.drop(NO_TYPE, event.told)
        return None
    dated = _day(event, receipt)
    return dated and Row(event, place, *dated, *found, *sides)


def _day(event: Event, receipt: Receipt) -> tuple[date, int] | None:
    """The day, of a week or a month the middle, and its precision; else that of the first report."""
    when = event.when
    if when is None or when.earliest is None or when.days is None:
        if event.first_day is None:
            receipt.drop(NO_DAY, event.told)
            return None
        receipt.choose(event.id, "event_date", event.first_day, "no claim says when: the first report's day")
        return event.first_day, WEEK
    precision = acled_time(when)
    if precision is None:
        receipt.drop(NO_TIME, event.told)
        return None
    middle = when.earliest + timedelta(days=(when.days - 1) // 2)
    if precision > 1:
        receipt.choose(event.id, "event_date", middle, f"the middle of {when}")
    return middle, precision


def _sides(event: Event, place: Place, parties: Mapping[str, Party], receipt: Receipt) -> tuple[Side, Side]:
    acting = [named for claim in event.claims for named, denied in doers(claim) if not denied]
    hit = [named for claim in event.claims if claim.kind is not Kind.CLASH for named in claim.target]
    ones, others = _ordered(acting), _ordered(hit)
    if any(claim.kind is Kind.CLASH for claim in event.claims):
        ones, others = ones[:1], [*ones[1:], *others]
    others = [named for named in others if named.name not in {one.name for one in ones}]
    if len(ones) > 1:
        names = "; ".join(named.name for named in ones)
        receipt.choose(event.id, "actor1", ones[0].name, f"most named of {names}")
    return _side(ones, place, parties), _side(others, place, parties)


def _ordered(named: Iterable[Named]) -> list[Named]:
    """Each party once, the most named first."""
    groups: dict[str, list[Named]] = {}
    for each in named:
        groups.setdefault(each.party or each.name.casefold(), []).append(each)
    return [group[0] for group in sorted(groups.values(), key=len, reverse=True)]


def _side(named: Sequence[Named], place: Place, parties: Mapping[str, Party]) -> Side:
    """The side, with those of a code in front: ACLED's first actor is one that it can code."""
    coded = [(each, inter(each, place.country, parties)) for each in named]
    known = [each for each, code in coded if code is not None]
    code = next((code for _, code in coded if code is not None), None)
    return Side((*known, *(each for each, code in coded if code is None)), code)


def _type(event: Event, sides: tuple[Side, Side]) -> tuple[str, str] | None:
    """The type most told; shelling inside a battle is the battle, ground lost and retaken a clash."""
    told = [code for claim in event.claims if (code := _code(claim, sides))]
    battles = [code for code in told if code[0] == BATTLES]
    chosen = most(battles if battles and all(code[0] in (BATTLES, REMOTE) for code in told) else told)
    if chosen is None:
        return None
    changes = {code[1] for code in battles} & set(TERRITORY)
    if chosen[0] == BATTLES and len(changes) > 1:
        return BATTLES, CLASH
    return (BATTLES, changes.pop()) if chosen[0] == BATTLES and changes else chosen


def _code(claim: Claim, sides: tuple[Side, Side]) -> tuple[str, str] | None:
    found = codes.acled(claim)
    if found.type and found.subtype:
        return found.type, found.subtype
    return _attack(sides) if claim.kind is Kind.ATTACK else None


def _attack(sides: tuple[Side, Side]) -> tuple[str, str] | None:
    """Whom an attack hits decides: civilians, or those who fight."""
    hit = sides[1].code
    if hit == CIVILIANS:
        return CIVILIAN, ATTACK
    return (BATTLES, CLASH) if hit in ARMED else None


def _with_last_change(found: Sequence[Row], receipt: Receipt) -> Iterator[Row]:
    """Only the last change of control in a place keeps its code; earlier ones are clashes."""
    for nth, row in enumerate(found):
        later = (other for other in found[nth + 1 :] if other.place == row.place)
        if row.subtype in TERRITORY and any(other.subtype in TERRITORY for other in later):
            receipt.choose(row.event.id, "sub_event_type", CLASH, f"{row.subtype} comes later, too")
            row = replace(row, subtype=CLASH)
        yield row
