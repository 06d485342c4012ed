"""Which figures of an incident stand: the latest of each origin; the rest is dropped and counted."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from whosays.model import FigureSort, Origin, Scope, Stance
from whosays.reconcile.accounts import counts
from whosays.reconcile.accounts.sayings import Moment, Saying
from whosays.reconcile.accounts.vocabulary import ALL, CIVILIANS, COMBATANTS


@dataclass(frozen=True, slots=True)
class Statement:
    """What an origin last said of a population: from `low` to `high`, by which claims, published when.

    An open end is closed with the number that was said: "at least 43" is 43 to 43. `figures` is how many
    figures it is made of.
    """

    origin: Origin
    population: str
    low: float
    high: float
    moment: Moment
    claims: tuple[str, ...]
    figures: int


def standing(said: Sequence[Saying]) -> tuple[list[Statement], Counter[str]]:
    """The statements that stand, and how many figures were dropped, by why."""
    dropped: Counter[str] = Counter()
    left = list(said)
    for why, is_out in _FILTERS:
        left = _without(left, why, is_out, dropped)
    left = _without(left, "unconfirmed", _unconfirmed(left), dropped)
    left = _without(left, "over another area or time", _out_of_scope(left), dropped)
    left = _without(left, "earlier words of the same origin", _outdated(left), dropped)
    statements = list(_statements(left))
    replaced = [one for one in statements if any(_replaces(other, one) for other in statements)]
    dropped["earlier counts of a rise"] += sum(one.figures for one in replaced)
    return [one for one in statements if one not in replaced], dropped


def totals(statements: Sequence[Statement]) -> list[Statement]:
    """One statement of all an origin: what it says of everyone, else of civilians and combatants together.

    Who speaks of a part alone gives the least that it can be.
    """
    by_origin: dict[str, dict[str, Statement]] = defaultdict(dict)
    for one in statements:
        by_origin[one.origin.key][one.population] = one
    return [_total(found) for _, found in sorted(by_origin.items())]


def _total(found: dict[str, Statement]) -> Statement:
    if ALL in found:
        return found[ALL]
    if CIVILIANS in found and COMBATANTS in found:
        one, other = found[CIVILIANS], found[COMBATANTS]
        claims = tuple(dict.fromkeys(one.claims + other.claims))
        return replace(
            one, population=ALL, low=one.low + other.low, high=one.high + other.high, claims=claims
        )
    return replace(max(found.values(), key=lambda one: (one.low, one.high, one.population)), population=ALL)


def _is_running_total(one: Saying) -> bool:
    return bool((counts.figure(one).scope or Scope()).cumulative)


def _is_loose_part(one: Saying) -> bool:
    return counts.figure(one).sort is FigureSort.PART and counts.population(one) == ALL


_Test = Callable[[Saying], bool]

_FILTERS: tuple[tuple[str, _Test], ...] = (
    ("denied", lambda one: one.denied),
    ("former counts", lambda one: counts.figure(one).sort is FigureSort.FORMER),
    ("of unknown origin", lambda one: not one.known),
    ("parts of another figure", _is_loose_part),
    ("running totals", _is_running_total),
)


def _without(said: Iterable[Saying], why: str, is_out: _Test, dropped: Counter[str]) -> list[Saying]:
    out, left = list[Saying](), list[Saying]()
    for one in said:
        (out if is_out(one) else left).append(one)
    dropped[why] += len(out)
    return left


def _unconfirmed(said: Sequence[Saying]) -> _Test:
    """Whether a figure is left open by who gives it, where others assert theirs."""
    some_assert = any(one.told.claim.stance is Stance.ASSERTED for one in said)
    return lambda one: some_assert and one.told.claim.stance is Stance.UNCONFIRMED


def _out_of_scope(said: Sequence[Saying]) -> _Test:
    """Whether a figure is counted over something other than that which most origins count over."""
    if not said:
        return lambda _: False
    anchor = max(
        reversed(said), key=lambda one: len({o.origin.key for o in said if not counts.other_scope(one, o)})
    )
    return lambda one: counts.other_scope(anchor, one) is not None


def _outdated(said: Sequence[Saying]) -> _Test:
    last: dict[tuple[str, str], Moment] = {}
    for one in said:
        about = (one.origin.key, counts.population(one))
        last[about] = max(Moment.of(one.told), last.get(about, Moment.of(one.told)))
    return lambda one: Moment.of(one.told) < last[one.origin.key, counts.population(one)]


def _statements(said: Iterable[Saying]) -> Iterable[Statement]:
    groups: dict[tuple[str, str], list[Saying]] = defaultdict(list)
    for one in said:
        groups[one.origin.key, counts.population(one)].append(one)
    for (_, population), found in groups.items():
        ends = [_closed(one) for one in found]
        low, high = min(low for low, _ in ends), max(high for _, high in ends)
        moment = max(Moment.of(one.told) for one in found)
        told = tuple(dict.fromkeys(one.claim for one in found))
        yield Statement(found[0].origin, population, low, high, moment, told, len(found))


def _closed(one: Saying) -> tuple[float, float]:
    figure = counts.figure(one)
    low = 0.0 if figure.low is None else figure.low
    return low, low if figure.high is None else figure.high


def _replaces(later: Statement, earlier: Statement) -> bool:
    """Whether a count has risen since: another one, published on a later day, lies wholly above."""
    dated = not later.moment.undated and not earlier.moment.undated
    after = dated and later.moment.day > earlier.moment.day
    return after and later.population == earlier.population and later.low > earlier.high
