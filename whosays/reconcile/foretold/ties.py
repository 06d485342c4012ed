"""Ties between claims: a forecast to what fulfils or refutes it, a denial to what it denies.

Claims are found by keys, the sort of deed with the place or with who did it, so that the work grows with the
claims that share one. A tie needs more than the key: who did it, and when, must fit.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from whosays.model import Origin, OriginSort, Party, Stance, Told
from whosays.reconcile.foretold.deed import Deed, ahead, alike, deed
from whosays.reconcile.naming import brief
from whosays.reconcile.sides import Sides

LATE_DAYS = 1
"""Days after a denial within which what it denies may be printed."""

_Key = tuple[str, str]


class TieRelation(StrEnum):
    """What the later claim is to the earlier one, or the denial to what it denies."""

    FULFILS = "fulfils"
    REFUTES = "refutes"
    DENIES = "denies"


@dataclass(frozen=True, slots=True)
class Tie:
    """That claim `later` fulfils or refutes forecast `earlier`, or denies claim `earlier`, and why.

    Fulfilment is what somebody says has come about, as the forecast said: not that either is true.
    """

    earlier: str
    later: str
    relation: TieRelation
    reason: str


def ties(
    tolds: Iterable[Told], origin: Callable[[Told], Origin], parties: Mapping[str, Party]
) -> tuple[Tie, ...]:
    """All ties between the claims, by ids; the order of `tolds` does not matter.

    A forecast is tied to the first claim that fulfils it and to the first that refutes it, in other reports.
    A denial is tied, of each other origin, to the claim nearest in time that says what it denies. Claims of
    reports without a day are left out.
    """
    deeds = {each.id: each for told in tolds if (each := deed(told, origin))}
    ordered = sorted(deeds.values(), key=lambda each: (each.last, each.id))
    found = _Ties(ordered, Sides(parties)).all()
    return tuple(sorted(set(found), key=lambda tie: (tie.earlier, tie.later, tie.relation)))


class _Ties:
    """The deeds, in the order of days, to be found by place and by who did them."""

    def __init__(self, deeds: Iterable[Deed], sides: Sides) -> None:
        self._deeds, self._sides = tuple(deeds), sides
        self._there: dict[_Key, list[Deed]] = defaultdict(list)
        self._by: dict[_Key, list[Deed]] = defaultdict(list)
        for each in self._deeds:
            if not each.is_told and each.told.claim.stance is not Stance.DENIED:
                continue
            if each.place:
                self._there[each.family, each.place].append(each)
            for key in self._doers(each):
                self._by[each.family, key].append(each)

    def all(self) -> Iterator[Tie]:
        for each in self._deeds:
            if each.is_forecast:
                yield from self._outcomes(each)
            elif each.is_denial:
                yield from (_denial(each, said) for said in self._denied(each))

    def _doers(self, each: Deed) -> list[str]:
        on = date.fromordinal(each.published)
        return sorted({key for actor in each.actors for key in self._sides.line(actor, on)})

    def _outcomes(self, forecast: Deed) -> Iterator[Tie]:
        later = list(self._later(forecast))
        came = [each for each in later if each.is_told]
        failed = [each for each in later if not each.is_told] or list(self._beaten(forecast))
        yield from (_outcome(forecast, each, TieRelation.FULFILS) for each in came[:1])
        yield from (_outcome(forecast, each, TieRelation.REFUTES) for each in failed[:1])

    def _beaten(self, forecast: Deed) -> Iterator[Deed]:
        """Attacks of those who were to take the place that others say they beat off."""
        if forecast.family != "ground: take" or not forecast.place:
            return
        for each in self._after(self._there["ground: repel", forecast.place], forecast):
            if each.is_told and alike(forecast.actors, each.targets, self._sides, each.day):
                yield each

    def _later(self, forecast: Deed) -> Iterator[Deed]:
        """Claims of the deed that is foretold, made afterwards: by that side, at the place or to the same."""
        on = date.fromordinal(forecast.published)
        if forecast.place:
            there = self._after(self._there[forecast.family, forecast.place], forecast)
            yield from (each for each in there if alike(forecast.actors, each.actors, self._sides, on))
        elif forecast.targets and forecast.actors:
            by = self._after(self._by[forecast.family, forecast.actors[0]], forecast)
            yield from (each for each in by if self._fits(forecast, each, on))

    def _fits(self, forecast: Deed, later: Deed, on: date) -> bool:
        by = alike(forecast.actors, later.actors, self._sides, on)
        return by and alike(forecast.targets, later.targets, self._sides, on)

    def _after(self, deeds: list[Deed], forecast: Deed) -> Iterator[Deed]:
        """Those of other reports within the time that the forecast names, or else looks ahead."""
        start, end = forecast.published, forecast.published + ahead(forecast.family)
        if forecast.dated and forecast.last >= forecast.published:
            start, end = max(start, forecast.first), forecast.last
        for each in deeds[bisect_left(deeds, start, key=lambda d: d.last) :]:
            if each.last > end:
                return
            others = each.told.report.digest != forecast.told.report.digest
            if others and each.published > forecast.published and (not each.dated or each.first >= start):
                yield each

    def _denied(self, denial: Deed) -> Iterator[Deed]:
        """Of each other origin the claim, nearest in time, that says what is denied."""
        nearest: dict[str, Deed] = {}
        for each in self._said(denial):
            known = nearest.get(each.origin.key)
            if known is None or _apart(each, denial) < _apart(known, denial):
                nearest[each.origin.key] = each
        yield from nearest.values()

    def _said(self, denial: Deed) -> Iterator[Deed]:
        if denial.place is None and not denial.dated:
            return
        there = self._there[denial.family, denial.place] if denial.place else []
        by = [each for key in denial.actors for each in self._by[denial.family, key]]
        for each in {said.id: said for said in (*there, *by)}.values():
            if each.is_told and self._is_denied(each, denial):
                yield each

    def _is_denied(self, said: Deed, denial: Deed) -> bool:
        """Whether the two are of one deed: when, where, by whom and to whom, and by whose word."""
        on = date.fromordinal(denial.published)
        if not self._others(said, denial, on) or not _in_time(said, denial) or not _in_place(said, denial):
            return False
        if denial.actors or said.actors:
            return alike(denial.actors, said.actors, self._sides, on) and self._same_target(said, denial, on)
        return alike(denial.targets, said.targets, self._sides, on)

    def _others(self, said: Deed, denial: Deed, on: date) -> bool:
        """Whether they rest on origins that are known, and not of one side."""
        one, other = said.origin, denial.origin
        if OriginSort.UNKNOWN in (one.sort, other.sort) or one.key == other.key:
            return False
        return not (one.party and other.party and self._sides.same(one.party, other.party, on))

    def _same_target(self, said: Deed, denial: Deed, on: date) -> bool:
        return not (said.targets and denial.targets) or alike(said.targets, denial.targets, self._sides, on)


def _in_time(said: Deed, denial: Deed) -> bool:
    overlap = said.first <= denial.last and denial.first <= said.last
    return overlap and (said.dated or said.published <= denial.published + LATE_DAYS)


def _in_place(said: Deed, denial: Deed) -> bool:
    """The same place; where one of them names none, the same few days stand in, though not for ground."""
    if said.place == denial.place and said.place:
        return True
    apart = said.place and denial.place
    return not apart and said.short and denial.short and not said.family.startswith("ground")


def _apart(one: Deed, other: Deed) -> tuple[int, str]:
    return abs(one.last - other.last), one.id


def _outcome(forecast: Deed, later: Deed, relation: TieRelation) -> Tie:
    what = f"{_who(forecast)} {_said(forecast)} ({date.fromordinal(forecast.published)})"
    then = "tells of it" if relation is TieRelation.FULFILS else "says that it failed, or is not so"
    return Tie(forecast.id, later.id, relation, f"{what}; {_who(later)} {then} ({later.day}).")


def _denial(denial: Deed, said: Deed) -> Tie:
    what = f"{_who(said)} says so ({date.fromordinal(said.published)})"
    reason = f"{what}; {_who(denial)} denies it ({date.fromordinal(denial.published)})."
    return Tie(said.id, denial.id, TieRelation.DENIES, reason)


def _who(each: Deed) -> str:
    return brief(each.origin.name)


def _said(forecast: Deed) -> str:
    return (
        "foretells it"
        if forecast.told.claim.stance is Stance.PREDICTED
        else "tells of it as meant or possible"
    )
