"""Incidents as the rows of a table of events: one a day and place, with what stands for it and what does not.

A table of events says that something happened. So what is denied, unconfirmed or foretold makes no row: it
stands in a row's notes where others assert the deed, else in the receipt alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from whosays.export.receipt import Receipt
from whosays.model import (
    Account,
    Agreement,
    Claim,
    Figure,
    Incident,
    Interval,
    Location,
    Measure,
    Party,
    PlacePrecision,
    Slot,
    Stance,
    Told,
)
from whosays.reconcile.accounts.vocabulary import ALL
from whosays.reconcile.aggregate import Aggregate, Number, Rule, aggregate

H = TypeVar("H", bound=Hashable)

NOBODY_ASSERTS = "only denied, unconfirmed or foretold: not an event"
FORETOLD = "foretold or conditional: nobody says that it happened"
POINTS = (PlacePrecision.EXACT, PlacePrecision.TOWN, PlacePrecision.DISTRICT)
"""What a point on a map can stand for; that of a province or a country would lie where nothing happened."""

SUM = 10_000
"""Dead from which on a figure is the sum of a war: no row of ACLED or UCDP has that many in a day."""

_APART = (Agreement.DIFFERS, Agreement.CONTESTED)
_HAPPENS = (Stance.ASSERTED, Stance.DENIED, Stance.UNCONFIRMED)


@dataclass(frozen=True, slots=True)
class Event:
    """One row: an incident on one day in one place, as far as its claims tell it apart.

    `told` are the claims about it; `asserted` those that say that it is so, at least one. `origins` has the
    key of who each claim of the incident rests on.
    """

    id: str
    incident: Incident
    told: tuple[Told, ...]
    asserted: tuple[Told, ...]
    when: Interval | None
    where: Location | None
    origins: Mapping[str, str]

    @property
    def claims(self) -> Iterator[Claim]:
        """The claims that assert it."""
        return (told.claim for told in self.asserted)

    @property
    def doubting(self) -> list[Told]:
        """The claims that deny it, or leave it open."""
        return [told for told in self.told if told.claim.stance is not Stance.ASSERTED]

    @property
    def accounts(self) -> list[Account]:
        """Those of the incident that speak of this day and place."""
        own = {told.claim.id for told in self.told}
        return [account for account in self.incident.accounts if own.intersection(account.claims)]

    @property
    def outlets(self) -> list[str]:
        """Who prints it: they repeat, they do not confirm."""
        return list(dict.fromkeys(told.report.publisher or "outlet unknown" for told in self.told))

    @property
    def first_day(self) -> date | None:
        """The day of the first report."""
        return min((told.report.day for told in self.told if told.report.day), default=None)

    @property
    def is_contested(self) -> bool:
        """Whether somebody denies it, or the accounts cannot all be so."""
        return self.incident.disputed or any(told.claim.stance is Stance.DENIED for told in self.told)


def events(incident: Incident, receipt: Receipt) -> list[Event]:
    """The rows of an incident, that of the day and place most told first; none if nobody asserts it."""
    happens = [told for told in incident.told if told.claim.stance in _HAPPENS]
    if not any(told.claim.stance is Stance.ASSERTED for told in happens):
        receipt.drop(NOBODY_ASSERTS, incident.told)
        return []
    foretold = [told for told in incident.told if told.claim.stance not in _HAPPENS]
    if foretold:
        receipt.drop(FORETOLD, foretold)
    origins = {claim: account.origin.key for account in incident.accounts for claim in account.claims}
    groups = _groups(incident, happens, origins)
    made = [_event(incident, nth, group, origins) for nth, group in enumerate(groups)]
    for event in made:
        _tell_choices(event, receipt)
    return made


def point(location: Location | None) -> tuple[float, float] | None:
    """Latitude and longitude, None for what no point can stand for."""
    place = location.place if location else None
    return (place.lat, place.lon) if place and place.precision in POINTS else None


def toll(
    event: Event, measure: Measure, rule: Rule, parties: Mapping[str, Party]
) -> tuple[Number | None, Aggregate]:
    """The number of an event by a rule, with its receipt; of parts of a population the largest."""
    found = aggregate(map(_without_sums, event.told), measure, rule, parties=parties)
    numbers = sorted(found.numbers, key=lambda one: (one.population == ALL, one.high, one.population))
    return (numbers[-1] if numbers else None), found


def kills(event: Event) -> bool:
    """Whether a claim that asserts it counts dead."""
    return any(_counts_dead(figure) for claim in event.claims for figure in claim.figures)


def _counts_dead(figure: Figure) -> bool:
    return figure.measure is Measure.KILLED and 0 < max(figure.low or 0, figure.high or 0) < SUM


def _without_sums(told: Told) -> Told:
    """The claim without dead too many for a day and a place: reports sum up wars in passing."""
    sums = [figure for figure in told.claim.figures if _is_sum(figure)]
    if not sums:
        return told
    kept = tuple(figure for figure in told.claim.figures if figure not in sums)
    return replace(told, claim=replace(told.claim, figures=kept))


def _is_sum(figure: Figure) -> bool:
    return figure.measure is Measure.KILLED and max(figure.low or 0, figure.high or 0) >= SUM


def ranked(said: Iterable[tuple[str, H]], origins: Mapping[str, str]) -> list[H]:
    """The values that claims (by id) give, each once: first what most origins say, then most claims.

    `origins` has who each claim rests on: a voice that nine outlets repeat counts once.
    """
    claims: dict[H, list[str]] = defaultdict(list)
    for claim, value in said:
        claims[value].append(claim)
    heard = {value: {origins.get(claim, claim) for claim in of} for value, of in claims.items()}
    return sorted(claims, key=lambda value: (-len(heard[value]), -len(claims[value])))


def most(said: Iterable[tuple[str, H]], origins: Mapping[str, str]) -> H | None:
    """The first of the ranked values."""
    return next(iter(ranked(said, origins)), None)


_Key = tuple[date | None, Hashable]


def _groups(incident: Incident, happens: Sequence[Told], origins: Mapping[str, str]) -> list[list[Told]]:
    """The claims by day and place, in that order; what is vaguer goes with the day and place most told."""
    apart = {slot: not _is_disputed(incident, slot) for slot in (Slot.TIME, Slot.PLACE)}
    keys = [_key(told, apart) for told in happens]
    known = {told.claim.id: key for told, key in zip(happens, keys, strict=True) if _is_base(told, key)}
    main = most(known.items(), origins) or (None, None)
    groups: dict[_Key, list[Told]] = defaultdict(list)
    for told, key in zip(happens, keys, strict=True):
        groups[_whole(key, main, set(known.values()))].append(told)
    return [groups[key] for key in sorted(groups, key=lambda key: (key != main, str(key)))]


def _is_disputed(incident: Incident, slot: Slot) -> bool:
    return any(c.slot is slot and c.agreement in _APART for c in incident.comparisons)


def _is_base(told: Told, key: _Key) -> bool:
    return told.claim.stance is Stance.ASSERTED and None not in key


def _key(told: Told, apart: Mapping[Slot, bool]) -> _Key:
    time, where = told.claim.time, told.claim.place
    day = time.earliest if apart[Slot.TIME] and time and time.days == 1 else None
    place = where.place if where and apart[Slot.PLACE] else None
    return day, (place.geonames_id or place.name) if place and place.precision in POINTS else None


def _whole(key: _Key, main: _Key, known: AbstractSet[_Key]) -> _Key:
    """The key with what it lacks from the main one, if there is such a row."""
    day, place = key
    filled = (main[0] if day is None else day, main[1] if place is None else place)
    return filled if filled in known else main


def _event(incident: Incident, nth: int, told: Sequence[Told], origins: Mapping[str, str]) -> Event:
    asserted = tuple(each for each in told if each.claim.stance is Stance.ASSERTED)
    id_ = incident.id if nth == 0 else f"{incident.id}-{nth + 1}"
    when, where = _when(asserted, origins), _where(asserted, origins)
    return Event(id_, incident, tuple(told), asserted, when, where, origins)


def _when(asserted: Sequence[Told], origins: Mapping[str, str]) -> Interval | None:
    """The time that most origins give, among the narrowest."""
    times = {told.claim.id: told.claim.time for told in asserted if told.claim.time and told.claim.time.days}
    shortest = min((time.days or 0 for time in times.values()), default=0)
    return most(((id_, time) for id_, time in times.items() if time.days == shortest), origins)


def _where(asserted: Sequence[Told], origins: Mapping[str, str]) -> Location | None:
    """The place that most origins give, among the finest."""
    located = [(told.claim.id, told.claim.place) for told in asserted if told.claim.place]
    resolved = [(id_, where, where.place) for id_, where in located if where.place]
    fine = [each for each in resolved if each[2].precision in POINTS] or resolved
    chosen = most(((id_, place) for id_, _, place in fine), origins)
    return next((where for _, where, place in fine if place == chosen), None)


def _tell_choices(event: Event, receipt: Receipt) -> None:
    sums = [told.claim.id for told in event.told if any(map(_is_sum, told.claim.figures))]
    if sums:
        receipt.choose(event.id, Measure.KILLED, None, f"{SUM:,} dead and more are the sum of a war", sums)
    for slot, value in ((Slot.TIME, event.when), (Slot.PLACE, event.where and event.where.name)):
        comparison = next((c for c in event.incident.comparisons if c.slot is slot), None)
        if comparison and comparison.agreement in _APART:
            receipt.choose(event.id, slot.value, value, f"most told; {comparison.reason}", comparison.claims)
