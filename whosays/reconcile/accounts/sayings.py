"""What each claim says in each slot, and on whose word: what accounts are made of and compared by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import NamedTuple

from whosays.model import (
    Claim,
    Figure,
    FigureSort,
    Interval,
    Kind,
    Location,
    Measure,
    Named,
    Origin,
    OriginSort,
    Party,
    Slot,
    Stance,
    Told,
)
from whosays.reconcile.accounts.vocabulary import VOCABULARY
from whosays.reconcile.naming import brief, key, tells_apart
from whosays.reconcile.origins import Origins

MEASURES = {slot.value: slot for slot in Slot if slot.value in set(Measure)}
"""Slots of what is counted, by measure."""

FORETOLD = (Stance.PREDICTED, Stance.CONDITIONAL)
"""Stances of claims that say what may come: nobody says that it is so."""

What = Kind | Named | Location | Interval | Figure


class Moment(NamedTuple):
    """When a report came out, in an order: without a day last, without an hour before those with one."""

    undated: bool
    day: date
    instant: str

    @classmethod
    def of(cls, told: Told) -> Moment:
        """The moment of the claim's report."""
        published, day = told.report.published, told.report.day
        if isinstance(published, datetime):
            instant = (published.astimezone(UTC) if published.tzinfo else published).isoformat()
        else:
            instant = ""
        return cls(day is None, day or date.max, instant)


@dataclass(frozen=True, slots=True)
class Saying:
    """One value of one slot of one claim, and on whose word it is."""

    slot: Slot
    what: What
    words: str
    told: Told
    origin: Origin
    denied: bool = False

    @property
    def claim(self) -> str:
        """The claim's id."""
        return self.told.claim.id

    @property
    def known(self) -> bool:
        """Whether it is known on whose word it is."""
        return self.origin.sort is not OriginSort.UNKNOWN

    @property
    def party(self) -> str | None:
        """The registry's id of who is meant."""
        return self.what.party if isinstance(self.what, Named) else None

    @property
    def meaning(self) -> str:
        """Equal for equal values of a slot."""
        if isinstance(self.what, Location) and self.what.place and self.what.place.geonames_id is not None:
            return str(self.what.place.geonames_id)
        if isinstance(self.what, Named | Location):
            return self.party or key(self.what.name)
        return self.words


def sayings(tolds: Iterable[Told], parties: Mapping[str, Party] | None = None) -> tuple[Saying, ...]:
    """Everything that the claims say, in the order of publication, each claim once; forecasts say nothing.

    A denial says of the deed's kind, doer and figures that they are not so; of the rest it says nothing.
    """
    ordered = in_order(tolds)
    origins = one_name_each(ordered, Origins(ordered, parties))
    return tuple(
        saying
        for told, origin in zip(ordered, origins, strict=True)
        if told.claim.stance not in FORETOLD
        for saying in _said(told, origin)
    )


def in_order(tolds: Iterable[Told]) -> tuple[Told, ...]:
    """Claims in the order of publication, whatever order they come in, and each of them once."""
    once = {told.claim.id: told for told in sorted(tolds, key=_place_in_order, reverse=True)}
    return tuple(sorted(once.values(), key=_place_in_order))


def _place_in_order(told: Told) -> tuple[Moment, str, str]:
    return Moment.of(told), told.claim.id, told.report.digest


def one_name_each(tolds: tuple[Told, ...], origins: Origins) -> list[Origin]:
    """The origins of claims, each under one name and sort: the shortest that is used for it."""
    found = [origins.of(told) for told in tolds]
    chosen: dict[str, Origin] = {}
    for origin in sorted(found, key=lambda one: (one.sort is not OriginSort.VOICE, len(one.name), one.name)):
        chosen.setdefault(origin.key, origin)
    return [chosen[origin.key] for origin in found]


def figures_said(tolds: Iterable[Told], parties: Mapping[str, Party] | None = None) -> Iterator[Saying]:
    """The figures among them, with those that were counted before."""
    ordered = in_order(tolds)
    for told, origin in zip(ordered, one_name_each(ordered, Origins(ordered, parties)), strict=True):
        if told.claim.stance not in FORETOLD:
            yield from _figures(told, origin)


def _said(told: Told, origin: Origin) -> Iterator[Saying]:
    claim = told.claim
    denied = claim.stance is Stance.DENIED
    yield Saying(Slot.KIND, claim.kind, claim.kind.value, told, origin, denied)
    for named, is_denied in doers(claim):
        yield Saying(Slot.ACTOR, named, brief(named.name), told, origin, is_denied)
    counted = _figures(told, origin)
    yield from (
        one for one in counted if isinstance(one.what, Figure) and one.what.sort is not FigureSort.FORMER
    )
    if not denied:
        yield from _circumstances(told, origin)


def _figures(told: Told, origin: Origin) -> Iterator[Saying]:
    denied = told.claim.stance is Stance.DENIED
    for figure in told.claim.figures:
        if figure.measure.value in MEASURES:
            yield Saying(MEASURES[figure.measure.value], figure, in_words(figure), told, origin, denied)


def _circumstances(told: Told, origin: Origin) -> Iterator[Saying]:
    claim = told.claim
    if claim.kind is Kind.ACCUSATION:
        return  # when and where somebody was blamed, not when and where it happened
    for named in () if claim.kind in VOCABULARY.mutual else claim.target:
        yield Saying(Slot.TARGET, named, brief(named.name), told, origin)
    if claim.place:
        yield Saying(Slot.PLACE, claim.place, brief(claim.place.name), told, origin)
    if claim.time:
        yield Saying(Slot.TIME, claim.time, str(claim.time), told, origin)


def doers(claim: Claim) -> Iterator[tuple[Named, bool]]:
    """Who did it, and whether that is denied: of a clash both sides, of an accusation the accused."""
    denied = claim.stance is Stance.DENIED
    if claim.kind is Kind.ACCUSATION:
        yield from _accused(claim, denied)
    else:
        mutual = claim.kind in VOCABULARY.mutual
        yield from ((named, denied) for named in claim.actor + (claim.target if mutual else ()))


def _accused(claim: Claim, denied: bool) -> Iterator[tuple[Named, bool]]:
    trigger = claim.trigger.quote
    blamed = [named for named in claim.target if named.party or tells_apart(named.name)]
    if VOCABULARY.accuses("judging", trigger):
        return
    if blamed:
        yield from ((named, denied) for named in blamed)
    elif VOCABULARY.accuses("denying", trigger):
        yield from ((named, True) for named in claim.actor[:1])
    elif VOCABULARY.accuses("claiming", trigger):
        yield from ((named, denied) for named in claim.actor[:1])
    elif VOCABULARY.accuses("holding", trigger):
        speaking = {key(voice.name) for voice in claim.voices}
        yield from ((named, denied) for named in claim.actor if key(named.name) not in speaking)


def in_words(figure: Figure) -> str:
    """As in "at least 43 people", "12 to 15", "up to 200 children"."""
    low, high = _number(figure.low), _number(figure.high)
    if low == high:
        count = low
    elif not high:
        count = f"at least {low}"
    else:
        count = f"{low} to {high}" if low else f"up to {high}"
    return f"{count} {brief(figure.of or '')}" if VOCABULARY.says_who(figure.of) else count


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:,.0f}" if float(value).is_integer() else f"{value:,}"
