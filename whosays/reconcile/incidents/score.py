"""How likely two event reports are of one happening: a sum of weighted features that explains itself.

The weights are learnt by `training/incidents.py` from coded reports; `weights.toml` says which.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import product

from whosays.model import Kind
from whosays.reconcile.incidents import when, where
from whosays.reconcile.incidents.event_report import EventReport
from whosays.reconcile.incidents.features import Features
from whosays.reconcile.incidents.vocabulary import VOCABULARY


@dataclass(frozen=True, slots=True)
class Weights:
    """What each feature adds to the logit; one without a weight adds nothing."""

    bias: float
    of: Mapping[str, float]

    def logit(self, found: Features) -> float:
        """0 is even odds."""
        return self.bias + sum(value * self.of.get(name, 0.0) for name, value in found.items())

    def explain(self, found: Features) -> list[tuple[str, float]]:
        """What each feature adds, the weightiest first."""
        added = [(name, value * self.of.get(name, 0.0)) for name, value in found.items()]
        return sorted(added, key=lambda each: (-abs(each[1]), each[0]))


@cache
def weights(step: str) -> Weights:
    """Those of a step: "pair" for two alone, "context" for two among their neighbours."""
    read = tomllib.loads(files(__package__).joinpath("weights.toml").read_text("utf-8"))[step]
    return Weights(read["bias"], read["weights"])


def comparable(one: EventReport, other: EventReport) -> bool:
    """Whether the two could be of one happening at all: their kinds, times and places allow it."""
    mine, its = when.window(one), when.window(other)
    if mine is None or its is None or max(mine[0], its[0]) - min(mine[1], its[1]) > when.APART_DAYS:
        return False
    if one.first is None and other.first is None and not _undated_alike(one, other):
        return False
    return _kinds_allow(one.kinds, other.kinds) and where.relation(one.spots, other.spots) != "far"


def _undated_alike(one: EventReport, other: EventReport) -> bool:
    """Whether two that have no day came out close together and share more than a place.

    Without that, all that is ever told of a city's war without a day would be one happening.
    """
    days = abs((one.published or 0) - (other.published or 0))
    shared = one.sides & other.sides or one.hit & other.hit or len(one.words & other.words) > 1
    tolls = (one.killed and one.killed == other.killed) or (one.wounded and one.wounded == other.wounded)
    return days < when.APART_DAYS and bool(shared or tolls)


@lru_cache(maxsize=1 << 14)
def _kinds_allow(some: frozenset[Kind], others: frozenset[Kind]) -> bool:
    """Whether two of their kinds can tell one happening, and, where both say by what means, two of these."""
    if not _some_go_together(some, others):
        return False
    mine, its = some & VOCABULARY.means.keys(), others & VOCABULARY.means.keys()
    return not mine or not its or _some_go_together(mine, its)


def _some_go_together(mine: Iterable[Kind], its: Iterable[Kind]) -> bool:
    return any(VOCABULARY.go_together(one, other) for one, other in product(mine, its))
