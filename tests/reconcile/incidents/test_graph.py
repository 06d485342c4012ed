"""Event reports among their neighbours: incidents, at once and one by one."""

from __future__ import annotations

import random
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reconcile.incidents.articles import event, events
from tests.reconcile.sentences import DAY
from whosays.model import Kind
from whosays.reconcile.incidents import (
    EventReport,
    Judged,
    Spot,
    Toll,
    chance,
    component,
    grouped,
    keys,
    logit,
    pair,
)
from whosays.reconcile.incidents.context import FLOOR

SUNPORT = Spot("15", fine=True, within=frozenset(), country="XR", admin1="Coast", point=(33.1, 35.2))
VALE = Spot("13", fine=False, within=frozenset(), country="XR", admin1="Vale", point=(35.1, 36.3))
NONE = Judged()


class Memory:
    """Event reports and their neighbours in dictionaries."""

    def __init__(self, tolds: list[EventReport]) -> None:
        self._told = {told.id: told for told in tolds}
        self._near: dict[str, dict[str, float]] = {told.id: {} for told in tolds}
        for one, other in combinations(tolds, 2):
            likely = chance(one, other) if set(keys(one)) & set(keys(other)) else None
            if likely is not None:
                self._near[one.id][other.id] = self._near[other.id][one.id] = likely

    def told(self, id_: str) -> EventReport:
        return self._told[id_]

    def neighbours(self, id_: str) -> dict[str, float]:
        return self._near[id_]


def incidents(tolds: list[EventReport], judged: Judged = NONE) -> list[tuple[str, ...]]:
    return sorted(grouped(Memory(tolds), [told.id for told in tolds], judged))


def test_one_happening_told_by_four_is_one_incident_and_another_its_own() -> None:
    told = [
        event("a"),
        event("b", killed=Toll(9, 12)),
        event("c", kinds=frozenset({Kind.BOMBING, Kind.HARM}), killed=Toll(14, 14)),
        event("d", sides=frozenset()),
        event("e", spots=(SUNPORT,), sides=frozenset({"hill-rebels"}), hit=frozenset({"ship"})),
    ]
    assert incidents(told) == [("a", "b", "c", "d"), ("e",)]


def test_judgements_reach_beyond_the_neighbours() -> None:
    told = [event("a"), event("b"), event("e", spots=(SUNPORT,)), event("f", spots=(SUNPORT,))]
    assert incidents(told, Judged(same=frozenset({("a", "e")}))) == [("a", "b", "e", "f")]
    assert incidents(told, Judged(different=frozenset({("a", "b")}))) == [("a",), ("b",), ("e", "f")]
    found, _ = component(Memory(told), ["f"], Judged(same=frozenset({("a", "e")})))
    assert found == {"a", "b", "e", "f"}


def test_what_is_too_unlikely_is_no_neighbour() -> None:
    one = event("a")
    assert chance(one, event("b", spots=(SUNPORT,))) is None
    elsewhere = event("c", spots=(VALE,), sides=frozenset({"hill-rebels"}), killed=None)
    assert chance(one, elsewhere) is None
    found = chance(one, event("b"))
    assert found is not None
    assert FLOOR <= found <= 1


alike = st.lists(
    st.builds(
        event,
        st.sampled_from("abcdefgh"),
        killed=st.sampled_from([None, Toll(9, 9), Toll(14, 14), Toll(40, 40)]),
        kinds=st.sampled_from([{Kind.AIRSTRIKE}, {Kind.BOMBING}, {Kind.HARM}]).map(frozenset),
        sides=st.sampled_from([set(), {"river-air-force"}, {"hill-rebels"}]).map(frozenset),
        hit=st.sampled_from([set(), {"market"}, {"school"}]).map(frozenset),
        published=st.integers(DAY.toordinal() - 1, DAY.toordinal() + 4),
    ),
    unique_by=lambda told: told.id,
    max_size=8,
)


@given(events(), events())
def test_the_chance_is_the_same_both_ways(one: EventReport, other: EventReport) -> None:
    assert chance(one, other) == chance(other, one)


@given(alike)
def test_the_logit_is_the_same_both_ways(tolds: list[EventReport]) -> None:
    graph = Memory(tolds)
    for one in tolds:
        for other in graph.neighbours(one.id):
            assert logit(graph, one.id, other) == logit(graph, other, one.id)


@given(alike, st.randoms())
@settings(deadline=None)
def test_no_order_matters(tolds: list[EventReport], shuffled: random.Random) -> None:
    found = incidents(tolds)
    assert incidents(shuffled.sample(tolds, len(tolds))) == found
    assert sorted(id_ for group in found for id_ in group) == sorted(told.id for told in tolds)


@given(alike, st.data())
@settings(deadline=None)
def test_an_incident_is_the_same_whoever_asks_for_it(tolds: list[EventReport], data: st.DataObject) -> None:
    graph = Memory(tolds)
    ids = [told.id for told in tolds]
    judged = Judged(frozenset(pair(*both) for both in data.draw(_some_pairs(ids))))
    whole = set(grouped(graph, ids, judged))
    for id_ in ids:
        assert set(grouped(graph, [id_], judged)) <= whole
        assert any(id_ in group for group in grouped(graph, [id_], judged))


def _some_pairs(ids: list[str]) -> st.SearchStrategy[list[tuple[str, str]]]:
    pairs = list(combinations(sorted(ids), 2))
    return st.lists(st.sampled_from(pairs), max_size=2) if pairs else st.just([])


@pytest.mark.parametrize("start", ["a", "b", "c"])
def test_a_component_is_what_an_incident_could_have_in_it(start: str) -> None:
    told = [event("a"), event("b"), event("c"), event("e", spots=(SUNPORT,))]
    found, logits = component(Memory(told), [start], NONE)
    assert found == {"a", "b", "c"}
    assert logits.keys() == {("a", "b"), ("a", "c"), ("b", "c")}
