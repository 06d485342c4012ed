"""Event reports and how likely any two are of one happening; what a change of it can reach."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
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


class Before(Protocol):
    """How it was before something was said."""

    def mates(self, id_: str) -> Collection[str]:
        """Those of its incident, itself among them."""

    def expect(self, ids: Iterable[str]) -> None:
        """The graph will be asked for those and for their neighbours."""


def grouped(
    graph: Graph, ids: Iterable[str], judged: Judged, before: Before | None = None
) -> Iterator[tuple[str, ...]]:
    """The incidents of `ids` and of all that they reach.

    `before` tells how all others are grouped, of whom nothing is new. Then only who may move is grouped anew:
    in a city's war everybody reaches everybody.
    """
    if judged.same and judged.different:
        before = None  # where they contradict each other, that reaches as far as the likeness does
    moving = {mate for id_ in ids for mate in (before.mates(id_) if before else (id_,))}
    done, linked = set[str](), _linked(judged)
    for id_ in sorted(moving):
        if id_ not in done:
            for group in _Region(graph, id_, linked, before, moving).groups(judged):
                done.update(group)
                yield group


@dataclass(slots=True)
class _Region:
    """What hangs together with `start`, as far as it may move; beyond, the incidents that border on it.

    Groups are joined in one order, the likeliest first. So where no group has members from both sides of the
    border, neither side has moved the other, and beyond the border all is as it was.
    """

    graph: Graph
    start: str
    linked: Mapping[str, set[str]]
    before: Before | None
    moving: set[str]
    logits: dict[Pair, float] = field(default_factory=dict)

    def groups(self, judged: Judged) -> list[tuple[str, ...]]:
        """The incidents of those that may move; whoever joins them from beyond the border moves, too."""
        while True:
            found = self._found()
            groups = clusters(found, self._among(found), judged) if len(found) > 1 else [(self.start,)]
            crossing = {id_ for group in groups if self._moves(group) for id_ in group} - self.moving
            if not crossing or self.before is None:
                return [group for group in groups if self._moves(group)]
            self.moving |= {mate for id_ in crossing for mate in self.before.mates(id_)}

    def _moves(self, group: Iterable[str]) -> bool:
        return self.before is None or not self.moving.isdisjoint(group)

    def _found(self) -> set[str]:
        found, waiting = {self.start}, [self.start]
        while waiting:
            reached = self._reached(waiting.pop()) - found
            waiting += reached
            found |= reached
        return found

    def _reached(self, one: str) -> set[str]:
        near = self.graph.neighbours(one)
        if self.before:
            if one not in self.moving:
                return set(self.before.mates(one))
            self.before.expect(near)
        like = {other for other in near if self._logit(pair(one, other)) > ENOUGH}
        return like | self.linked.get(one, set())

    def _among(self, found: set[str]) -> dict[Pair, float]:
        pairs = (pair(one, other) for one in found for other in found & self.graph.neighbours(one).keys())
        return {both: self._logit(both) for both in pairs}

    def _logit(self, both: Pair) -> float:
        if both not in self.logits:
            self.logits[both] = logit(self.graph, *both)
        return self.logits[both]


def _linked(judged: Judged) -> Mapping[str, set[str]]:
    linked: dict[str, set[str]] = {}
    for one, other in judged.same:
        linked.setdefault(one, set()).add(other)
        linked.setdefault(other, set()).add(one)
    return linked
