"""Which figures of an incident count: every origin's last word, how far they spread, and what was revised."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from statistics import median_low

from whosays.export.brief.wording import say
from whosays.ground.parties import Registry
from whosays.model import Figure, FigureSort, Incident, Measure, PlacePrecision, Scope, Stance
from whosays.reconcile.accounts import counts
from whosays.reconcile.accounts.sayings import Saying, figures_said
from whosays.reconcile.accounts.vocabulary import ALL, COMBATANTS

LONG_DAYS = 14
"""Days that a claim spans from which on its count is a running total, and spreads no range."""

WIDE = (PlacePrecision.COUNTRY, PlacePrecision.REGION)
"""Places that are wider than one happening."""


def last_said(incident: Incident, measure: Measure) -> list[Saying]:
    """What origins last said of a measure; former counts and parts of nobody knows what are left out."""
    found = figures_said(incident.told, Registry.default().parties)
    of = [one for one in found if counts.figure(one).measure is measure and not _is_out(counts.figure(one))]
    kept = [one for one in of if is_whole(one) or counts.population(one) != ALL]
    by_origin: dict[str, list[Saying]] = defaultdict(list)
    for one in kept:
        by_origin[one.origin.key].append(one)
    return [one for told in by_origin.values() for one in counts.latest(told)]


def spread(said: Iterable[Saying]) -> tuple[str, str, tuple[str, ...]]:
    """The lowest and the highest count in words, and the claims that give them.

    Empty where combatants are counted, since nobody says whose they all were. Running totals, counts over a
    country, parts of a count and what its origin leaves open are passed over.
    """
    whole = [one for one in said if is_whole(one) and not one.denied and not _is_apart(one)]
    if not whole or any(counts.population(one) == COMBATANTS for one in whole):
        return "", "", ()
    ends = sorted(whole, key=lambda one: (counts.representative(counts.figure(one)), one.claim))
    low, high = (number_words(counts.figure(one)) for one in (ends[0], ends[-1]))
    return low, high, tuple(dict.fromkeys((ends[0].claim, ends[-1].claim)))


def middle(incident: Incident) -> float:
    """The middle count of the dead of the incident, of those that a range is made of; 0 without any."""
    said = last_said(incident, Measure.KILLED)
    counted = (counts.figure(one) for one in said if not one.denied and not _is_apart(one))
    return median_low([*map(counts.representative, counted)] or [0])


def steps(incident: Incident) -> Iterator[tuple[Saying, Saying]]:
    """Counts that their origin revised: what it counted before, by its own word, and what it counts now."""
    said = [one for one in figures_said(incident.told, Registry.default().parties) if not one.denied]
    groups: dict[tuple[str, str, str], list[Saying]] = defaultdict(list)
    for one in said:
        if is_whole(one) or counts.figure(one).sort is FigureSort.FORMER:
            groups[one.origin.key, one.slot.value, counts.population(one)].append(one)
    for told in groups.values():
        last = next((one for one in reversed(told) if is_whole(one)), None)
        before = next((one for one in told if last and _is_revised(one, last)), None)
        if last and before:
            yield before, last


def _is_revised(one: Saying, last: Saying) -> bool:
    """Whether the last count is another, and replaces it: of the same, later or by its own word."""
    former = counts.figure(one).sort is FigureSort.FORMER and one.claim == last.claim
    alike = counts.comparable(one, last) and one.told.claim.time == last.told.claim.time
    later = counts.earlier(one, last) and alike and not _runs(last)
    other = counts.representative(counts.figure(one)) != counts.representative(counts.figure(last))
    return other and (former or later)


def _is_out(figure: Figure) -> bool:
    return figure.sort is FigureSort.FORMER or (figure.low is None and figure.high is None)


def is_whole(one: Saying) -> bool:
    """Whether it is no part of another count and no former one."""
    return counts.figure(one).sort is FigureSort.COUNT


def _is_apart(one: Saying) -> bool:
    """Whether it is no count of this one happening: over long, over a country, or left open by its origin."""
    location = one.told.claim.place
    wide = location is not None and location.place is not None and location.place.precision in WIDE
    return wide or _runs(one) or one.told.claim.stance is Stance.UNCONFIRMED


def _runs(one: Saying) -> bool:
    """Whether it is a running total: over long, or over nobody knows how long."""
    scope, time = counts.figure(one).scope or Scope(), one.told.claim.time
    if time is None:
        return bool(scope.cumulative)
    return time.days is None or time.days > LONG_DAYS


def number_words(figure: Figure) -> str:
    """The number alone, as in "at least 9"."""
    low, high = (None if end is None else f"{end:,.10g}" for end in (figure.low, figure.high))
    if low == high:
        return str(low)
    if high is None:
        return say("tolls", "at_least", low=str(low))
    return say("tolls", "between", low=low, high=high) if low else say("tolls", "at_most", high=high)
