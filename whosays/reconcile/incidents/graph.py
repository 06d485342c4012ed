"""Event reports and how likely any two are of one happening; what a change of it can reach."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol

from whosays.reconcile.incidents.cluster import ENOUGH, Judged, Pair, clusters, pair
from whosays.reconcile.incidents.context import FLOOR, Neighbours, context
from whosays.reconcile.incidents.event_report import EventReport
from whosays.reconcile.incidents.features import features
from whosays.reconcile.incidents.score import comparable, weights


class Graph(Protocol):
    """Where event reports and their neighbours are kept: in memory, or in a ledger."""

    def told(self, id_: str) -> EventReport:
        """The event report of that id."""

    def neighbours(self, id_: str) -> Neighbours:
        """Those that it may be of one happening with, and how likely, as `chance` says."""


def chance(one: EventReport, other: EventReport) -> float | None:
    """The probability, by what the two say alone, that they are of one happening; None below FLOOR."""
    if not comparable(one, other):
        return None
    found = 1 / (1 + math.exp(-weights("pair").logit(features(one, other))))
    return found if found >= FLOOR else None


def logit(graph: Graph, one: str, other: str) -> float:
    """The logit of two neighbours being of one happening, by what they and their neighbours say."""
    one, other = pair(one, other)
    around = context(graph.neighbours(one), graph.neighbours(other), one, other)
    return weights("context").logit(features(graph.told(one), graph.told(other)) | around)


def component(graph: Graph, start: Iterable[str], judged: Judged) -> tuple[set[str], dict[Pair, float]]:
    """Those that an incident of any of `start` could have in it, and the logits among them."""
    return _component(graph, start, _linked(judged))


def _component(
    graph: Graph, start: Iterable[str], linked: Mapping[str, set[str]]
) -> tuple[set[str], dict[Pair, float]]:
    found, logits = set(start), dict[Pair, float]()
    waiting = sorted(found)
    while waiting:
        one = waiting.pop()
        reached = set(linked.get(one, ()))
        for other in graph.neighbours(one):
            both = pair(one, other)
            if both not in logits:
                logits[both] = logit(graph, one, other)
            if logits[both] > ENOUGH:
                reached.add(other)
        waiting += sorted(reached - found)
        found |= reached
    return found, logits


def grouped(graph: Graph, ids: Iterable[str], judged: Judged) -> Iterator[tuple[str, ...]]:
    """The incidents of `ids` and of all that they reach."""
    left, linked = set(ids), _linked(judged)
    for id_ in sorted(left):
        if id_ in left:
            found, logits = _component(graph, [id_], linked)
            left -= found
            yield from clusters(found, _within(found, logits), judged) if len(found) > 1 else [(id_,)]


def _within(found: set[str], logits: Mapping[Pair, float]) -> dict[Pair, float]:
    return {both: value for both, value in logits.items() if found.issuperset(both)}


def _linked(judged: Judged) -> Mapping[str, set[str]]:
    linked: dict[str, set[str]] = {}
    for one, other in judged.same:
        linked.setdefault(one, set()).add(other)
        linked.setdefault(other, set()).add(one)
    return linked
