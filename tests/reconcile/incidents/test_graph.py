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
    grouped,
    keys,
    logit,
    lookups,
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
            likely = chance(one, other) if set(keys(one)) & set(lookups(other)) else None
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
def test_an_incident_is_found_from_any_of_it(start: str) -> None:
    told = [event("a"), event("b"), event("c"), event("e", spots=(SUNPORT,))]
    assert list(grouped(Memory(told), [start], NONE)) == [("a", "b", "c")]


class Past:
    """Incidents as they were, less those who have gone."""

    def __init__(self, groups: list[tuple[str, ...]], gone: set[str]) -> None:
        self.groups = [set(group) - gone for group in groups]

    def mates(self, id_: str) -> set[str]:
        return next((group for group in self.groups if id_ in group), {id_})

    def expect(self, ids: object) -> None:
        """All are at hand."""


def told_on(id_: str, at: int | None, out: int, kind: Kind, side: str, hit: str, killed: int) -> EventReport:
    """What came out some days after DAY of a day some days after it; "" and 0 are unsaid."""
    first = None if at is None else DAY.toordinal() + at
    return event(
        id_,
        first=first,
        last=first,
        published=DAY.toordinal() + out,
        kinds=frozenset({kind}),
        sides=frozenset({side} - {""}),
        hit=frozenset({hit} - {""}),
        killed=Toll(killed, killed) if killed else None,
    )


def test_one_who_comes_moves_those_who_do_not_know_him() -> None:
    told = [
        told_on("a", 4, 5, Kind.SHELLING, "hill-rebels", "", 0),
        told_on("b", 3, 4, Kind.AIRSTRIKE, "river-army", "market", 0),
        told_on("c", 1, 4, Kind.HARM, "hill-rebels", "market", 5),
        told_on("d", 4, 5, Kind.AIRSTRIKE, "", "", 0),
        told_on("e", 1, 4, Kind.HARM, "", "market", 5),
        told_on("f", None, 3, Kind.AIRSTRIKE, "river-army", "market", 5),
    ]
    then, now = Memory(told[:5]), Memory(told)
    assert sorted(grouped(then, "abcde", NONE)) == [("a", "d"), ("b",), ("c", "e")]
    assert "d" not in now.neighbours("f")
    whole = [("a",), ("b", "d"), ("c", "e", "f")]
    assert sorted(grouped(now, "abcdef", NONE)) == whole
    past = Past([("a", "d"), ("b",), ("c", "e")], set())
    assert sorted(grouped(now, {"f", *now.neighbours("f")}, NONE, past)) == whole


def _of(judged: Judged, ids: set[str]) -> Judged:
    """As far as they are there."""
    same, different = (
        frozenset(p for p in pairs if ids >= set(p)) for pairs in (judged.same, judged.different)
    )
    return Judged(same, different)


@given(alike, st.data(), st.booleans(), st.booleans())
@settings(deadline=None)
def test_who_comes_and_goes_is_grouped_as_if_all_were_grouped_anew(
    tolds: list[EventReport], data: st.DataObject, same: bool, different: bool
) -> None:
    ids = [told.id for told in tolds]
    pairs = [frozenset(pair(*both) for both in data.draw(_some_pairs(ids))) for _ in range(2)]
    judged = Judged(pairs[0] if same else frozenset(), pairs[1] if different else frozenset())
    parts = data.draw(st.lists(st.sampled_from(["stays", "stays", "comes", "goes"]), min_size=8, max_size=8))
    of = {part: {id_ for id_, its in zip(ids, parts, strict=False) if its == part} for part in parts}
    comes, goes = of.get("comes", set()), of.get("goes", set())
    then = Memory([told for told in tolds if told.id not in comes])
    now = Memory([told for told in tolds if told.id not in goes])
    old = sorted(grouped(then, set(ids) - comes, _of(judged, set(ids) - comes)))
    past = Past(old, goes)
    near = {other for id_ in comes for other in now.neighbours(id_)}
    left = {other for id_ in goes for other in (*then.neighbours(id_), *past.mates(id_))}
    left |= {mate for group in old if goes & set(group) for mate in group}
    judged = _of(judged, set(ids) - goes)
    moved = list(grouped(now, (comes | near | left) - goes, judged, past))
    new = {id_ for group in moved for id_ in group}
    kept = [tuple(sorted(group)) for group in past.groups if group and not group & new]
    assert sorted(moved + kept) == sorted(grouped(now, set(ids) - goes, judged))
