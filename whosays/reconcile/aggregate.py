"""One number for an incident's toll, by the rule that the reader chooses: the same claims, six answers."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from statistics import median_low

from whosays.model import Measure, Party, Told
from whosays.reconcile.accounts import counts
from whosays.reconcile.accounts.sayings import figures_said
from whosays.reconcile.accounts.vocabulary import ALL
from whosays.reconcile.standing import Statement, standing, totals


class Rule(StrEnum):
    """How the figures of an incident become a number."""

    CONSERVATIVE = "conservative"
    """The lowest of the origins' latest figures: ACLED's `fatalities`."""

    BEST = "best"
    """The lowest, the likeliest and the highest: UCDP's `low`, `best` and `high`."""

    RANGE = "minimum-maximum"
    """The least and the most, civilians and combatants apart where that is said: Airwars."""

    MAJORITY = "majority"
    """What more than half of the origins say."""

    HIERARCHY = "hierarchy"
    """What the first origin of a list says."""

    PENDING = "pending"
    """No number yet."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number with the ids of the claims that it comes from. `population` is "all" or a part of it."""

    population: str
    low: float
    best: float | None
    high: float
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Aggregate:
    """What a rule makes of the figures of one measure; `receipt` says in a line what it left out."""

    measure: Measure
    rule: Rule
    numbers: tuple[Number, ...]
    receipt: str


def aggregate(
    tolds: Iterable[Told],
    measure: Measure,
    rule: Rule,
    *,
    parties: Mapping[str, Party] | None = None,
    hierarchy: Sequence[str] = (),
) -> Aggregate:
    """The number that `rule` makes of the claims' figures; none where the rule gives none.

    Each origin has one voice, its latest, however many outlets repeat it; an unknown one has none. A figure
    that somebody gave before the count rose is replaced. `hierarchy` lists keys of origins, or sorts of
    parties ("monitor", "outlet", which needs `parties`), the first to be believed first.
    """
    said = [one for one in figures_said(tolds, parties) if counts.figure(one).measure is measure]
    if rule is Rule.PENDING:
        return Aggregate(measure, rule, (), f"pending: all {len(said)} figures are left open.")
    statements, dropped = standing(said)
    chosen = (
        _by_population(statements)
        if rule is Rule.RANGE
        else {ALL: _chosen(totals(statements), rule, hierarchy, parties or {})}
    )
    numbers = tuple(_number(rule, population, found) for population, found in chosen.items() if found)
    used = sum(one.figures for found in chosen.values() for one in found)
    return Aggregate(measure, rule, numbers, _receipt(rule, len(said), used, dropped))


def total(numbers: Iterable[Number]) -> tuple[Number, ...]:
    """The sums of minima and of maxima over incidents, by population."""
    groups: dict[str, list[Number]] = defaultdict(list)
    for number in numbers:
        groups[number.population].append(number)
    return tuple(_sum(population, found) for population, found in sorted(groups.items()))


def _sum(population: str, found: Sequence[Number]) -> Number:
    best = [number.best for number in found if number.best is not None]
    return Number(
        population,
        sum(number.low for number in found),
        sum(best) if len(best) == len(found) else None,
        sum(number.high for number in found),
        tuple(dict.fromkeys(claim for number in found for claim in number.claims)),
    )


def _by_population(statements: Sequence[Statement]) -> Mapping[str, Sequence[Statement]]:
    groups: dict[str, list[Statement]] = defaultdict(list)
    for one in statements:
        groups[one.population].append(one)
    return dict(sorted(groups.items()))


def _chosen(
    found: Sequence[Statement], rule: Rule, hierarchy: Sequence[str], parties: Mapping[str, Party]
) -> Sequence[Statement]:
    if rule is Rule.MAJORITY:
        return _majority(found)
    if rule is Rule.HIERARCHY:
        ranks = ([one for one in found if _answers(one, rank, parties)] for rank in hierarchy)
        return next(filter(None, ranks), [])
    if rule is Rule.CONSERVATIVE:
        least = min((one.low for one in found), default=0)
        return [replace(one, high=least) for one in found if one.low == least]  # not its upper end
    return found


def _majority(found: Sequence[Statement]) -> list[Statement]:
    """The statements that more than half of the origins make."""
    often = Counter((one.low, one.high) for one in found)
    return [one for one in found if often[one.low, one.high] * 2 > len(found)]


def _answers(one: Statement, rank: str, parties: Mapping[str, Party]) -> bool:
    party = parties.get(one.origin.party or "")
    return rank == one.origin.key or (party is not None and rank == party.sort)


def _number(rule: Rule, population: str, found: Sequence[Statement]) -> Number:
    claims = tuple(dict.fromkeys(claim for one in found for claim in one.claims))
    likeliest = median_low([one.low for one in _majority(found) or found])
    best = None if rule is Rule.RANGE else likeliest
    return Number(population, min(one.low for one in found), best, max(one.high for one in found), claims)


def _receipt(rule: Rule, figures: int, used: int, dropped: Counter[str]) -> str:
    """As in "conservative: from 1 of 9 figures; left out: 2 former counts, 6 that the rule passes over."."""
    passed = Counter({"that the rule passes over": figures - used - dropped.total()})
    why = [f"{count} {reason}" for reason, count in (dropped + passed).items()]
    found = f"from {used} of {figures} figures" if used else f"no number from {figures} figures"
    return f"{rule}: {found}{'; left out: ' if why else ''}{', '.join(why)}."
