"""The tolls of an incident: how each count went on from report to report, and by whose word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import combinations

from whosays.model import Figure, FigureSort, Measure, Origin, Party, Told
from whosays.reconcile.accounts import counts
from whosays.reconcile.accounts.sayings import MEASURES, Moment, Saying, figures_said, in_words
from whosays.reconcile.accounts.vocabulary import ALL


class Course(StrEnum):
    """How a count went on."""

    STEADY = "steady"
    """Every figure allows what the others say."""

    RISES = "rises"
    FALLS = "falls"

    WAVERS = "wavers"
    """It goes up and down from one day to the next."""

    DISAGREES = "disagrees"
    """At one moment, two origins give figures that cannot both be so."""


@dataclass(frozen=True, slots=True)
class TollEntry:
    """A figure in the history of a count.

    `claim` is the id of the claim that gives it, on `day`. `former` marks what the claim says was counted
    before, `correction` the figure that replaces it. `words` are the figure in a few words.
    """

    figure: Figure
    words: str
    origin: Origin
    day: date | None
    claim: str
    former: bool = False
    correction: bool = False


@dataclass(frozen=True, slots=True)
class Toll:
    """A count of one measure and population, in the order of publication.

    `population` is "civilians", "combatants", "children", "women", "men", "all", or the report's word.
    """

    measure: Measure
    population: str
    entries: tuple[TollEntry, ...]
    course: Course

    @property
    def history(self) -> str:
        """The numbers one after the other, repetitions left out: "43, 70, 100, 112, 126"."""
        numbers = [f"{counts.representative(entry.figure):,.10g}" for entry in self.entries]
        return ", ".join(dict.fromkeys(numbers))


def tolls(tolds: Iterable[Told], parties: Mapping[str, Party] | None = None) -> tuple[Toll, ...]:
    """The counts of claims, by measure in the order of `Slot`, those of most figures first.

    Denied figures and forecasts are left out, and so are parts of which nobody says whom they are.
    """
    groups: dict[tuple[str, str], list[Saying]] = defaultdict(list)
    for saying in figures_said(tolds, parties):
        if not saying.denied and not _is_loose(saying):
            groups[saying.slot.value, counts.population(saying)].append(saying)
    order = {measure: n for n, measure in enumerate(MEASURES)}
    found = [_toll(Measure(measure), who, said) for (measure, who), said in groups.items()]
    return tuple(sorted(found, key=lambda toll: (order[toll.measure], -len(toll.entries), toll.population)))


def _is_loose(saying: Saying) -> bool:
    return counts.figure(saying).sort is FigureSort.PART and counts.population(saying) == ALL


def _toll(measure: Measure, population: str, said: list[Saying]) -> Toll:
    ordered = sorted(said, key=_place_in_order)
    entries = tuple(_entry(saying, ordered) for saying in ordered)
    return Toll(measure, population, entries, course([one for one in ordered if not is_former(one)]))


def _place_in_order(saying: Saying) -> tuple[Moment, float, str, bool]:
    found = counts.figure(saying)
    return Moment.of(saying.told), counts.representative(found), saying.claim, not is_former(saying)


def is_former(saying: Saying) -> bool:
    """Whether the figure is what was counted before."""
    return counts.figure(saying).sort is FigureSort.FORMER


def _entry(saying: Saying, others: list[Saying]) -> TollEntry:
    beside = (one for one in others if one.claim == saying.claim)
    former = is_former(saying)
    return TollEntry(
        figure=counts.figure(saying),
        words=in_words(counts.figure(saying)),
        origin=saying.origin,
        day=saying.told.report.day,
        claim=saying.claim,
        former=former,
        correction=not former and any(map(is_former, beside)),
    )


def course(said: list[Saying]) -> Course:
    """How a count goes on; figures over different scopes are not held against each other."""
    apart = [pair for pair in combinations(said, 2) if _is_apart(*pair)]
    if any(_at_one_moment(*pair) and pair[0].origin.key != pair[1].origin.key for pair in apart):
        return Course.DISAGREES
    steps = set(_steps(apart))
    if len(steps) == 1:
        return steps.pop()
    return Course.WAVERS if steps else Course.STEADY


def _is_apart(one: Saying, other: Saying) -> bool:
    mine, its = counts.ends(counts.figure(one)), counts.ends(counts.figure(other))
    lows = counts.representative(counts.figure(one)), counts.representative(counts.figure(other))
    open_rise = lows[0] != lows[1] and not _at_one_moment(one, other)
    disjoint = max(mine[0], its[0]) > min(mine[1], its[1])
    return counts.comparable(one, other) and (disjoint or open_rise)


def _at_one_moment(one: Saying, other: Saying) -> bool:
    return not counts.earlier(one, other) and not counts.earlier(other, one)


def _steps(apart: Iterable[tuple[Saying, Saying]]) -> Iterator[Course]:
    for one, other in apart:
        first, second = (one, other) if not counts.earlier(other, one) else (other, one)
        before, after = (counts.representative(counts.figure(said)) for said in (first, second))
        yield Course.RISES if before < after else Course.FALLS
