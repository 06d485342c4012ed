"""Which rows UCDP's rules make of incidents: deaths, sides, days; the columns are `ged`'s matter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from whosays.export.choices import Choices
from whosays.export.events import Event, events, kills
from whosays.export.forces import CIVILIANS, Force, Forces
from whosays.export.precision import ucdp_time
from whosays.export.receipt import Receipt
from whosays.export.sides import Side, sides
from whosays.model import Incident, Place, PlacePrecision

STATE_BASED, NON_STATE, ONE_SIDED = 1, 2, 3
"""UCDP's `type_of_violence`."""

CLEAR, AGGREGATED = 1, 2
"""UCDP's `event_clarity`."""

NO_DEATHS = "nobody is said to be killed: UCDP codes no such event"
NO_PLACE = "no claim says where: UCDP codes no such event"
NO_EVENT = "no claim says when, or where in a country: UCDP codes no such event"
NO_TIME = "the time is vaguer than a year: UCDP codes no such event"
NO_DAY = "neither a claim nor a report has a day"

WEEK = 3
"""UCDP's `date_prec` of a day that stands for a week."""


@dataclass(frozen=True, slots=True)
class Row:
    """An event in UCDP's terms; `words` are the report's for the place."""

    event: Event
    where: Place
    words: str
    start: date
    end: date
    date_precision: int
    side_a: Side
    side_b: Side
    violence: int | None

    @property
    def clarity(self) -> int:
        """Whether it is told as one happening, on one day."""
        return CLEAR if self.date_precision == 1 else AGGREGATED


def rows(incidents: Iterable[Incident], choices: Choices, receipt: Receipt) -> Iterator[Row]:
    """The rows, incident by incident; what makes none is kept in the receipt."""
    forces = Forces(choices.parties)
    for incident in incidents:
        for event in events(incident, receipt):
            row = _row(event, forces, receipt)
            if row is not None:
                yield row


def _row(event: Event, forces: Forces, receipt: Receipt) -> Row | None:
    if not kills(event):
        receipt.drop(NO_DEATHS, event.told)
        return None
    if event.where is None or event.where.place is None:
        receipt.drop(NO_PLACE, event.told)
        return None
    place = event.where.place
    if event.when is None and place.precision is PlacePrecision.COUNTRY:
        receipt.drop(NO_EVENT, event.told)
        return None
    days = _days(event, receipt)
    if days is None:
        return None
    acting, hit = sides(event, place.country, forces, receipt, "side_a")
    hit = hit.without_civilians() if hit.without_civilians().forces else hit
    kind = violence(acting.first, hit.first)
    one, other = (hit, acting) if kind == STATE_BASED and not _is_of_state(acting) else (acting, hit)
    return Row(event, place, event.where.name, *days, one, other, kind)


def violence(acting: Force | None, hit: Force | None) -> int | None:
    """UCDP's type of violence between two; None where it is open who they are, or whether one is a state."""
    if acting is None or hit is None or not acting.is_armed:
        return None
    if hit.code == CIVILIANS:
        return ONE_SIDED
    if not hit.is_armed:
        return None
    if acting.is_state or hit.is_state:
        return STATE_BASED
    return NON_STATE if acting.code is not None and hit.code is not None else None


def _is_of_state(side: Side) -> bool:
    return side.first is not None and side.first.is_state


def _days(event: Event, receipt: Receipt) -> tuple[date, date, int] | None:
    """First and last day and their precision; without a time, the day of the first report."""
    when = event.when
    if when is None or when.earliest is None or when.latest is None:
        return _day_of_report(event, receipt)
    precision = ucdp_time(when)
    if precision is None:
        receipt.drop(NO_TIME, event.told)
        return None
    return when.earliest, when.latest, precision


def _day_of_report(event: Event, receipt: Receipt) -> tuple[date, date, int] | None:
    day = event.first_day
    if day is None:
        receipt.drop(NO_DAY, event.told)
        return None
    receipt.choose(event.id, "date_start", day, "no claim says when: the first report's day")
    return day, day, WEEK
