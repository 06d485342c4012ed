"""Which event reports are compared."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.reconcile.incidents.articles import MARSA, event, events
from tests.reconcile.sentences import DAY
from whosays.model import Kind
from whosays.reconcile.incidents import EventReport, Spot, Toll, comparable, keys, lookups
from whosays.reconcile.incidents.where import NEAR_KM, distance

D = DAY.toordinal()
BARE: dict[str, Any] = {"sides": frozenset(), "hit": frozenset(), "killed": None}
MILL = Spot(None, fine=True, within=frozenset({"old", "mill"}))
VALE = Spot("13", fine=False, within=frozenset(), country="XR", admin1="Vale", point=(35.1, 36.3))
COAST = replace(VALE, key="17", admin1="Coast")
FARLAND = Spot("19", fine=False, within=frozenset(), country="XF")


def shared(one: EventReport, other: EventReport) -> set[str]:
    return set(keys(one)) & set(lookups(other))


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, True),
        ({"spots": (replace(MARSA, key="16", point=(35.1, 36.1)),)}, True),
        ({"spots": (replace(MARSA, key="15", point=(33.1, 35.2)),)}, False),
        ({"first": D + 4, "last": D + 4}, True),
        ({"first": D + 15, "last": D + 15}, False),
        ({"first": None, "last": None, "published": D + 10}, True),
        ({"first": None, "last": None, "published": D + 100}, False),
        ({"first": None, "last": None, "published": None}, False),
        ({"kinds": frozenset({Kind.HARM})}, True),
        ({"kinds": frozenset({Kind.AGREEMENT})}, False),
        ({"kinds": frozenset()}, False),
    ],
)
def test_a_place_is_a_key_with_its_week_and_family(changes: dict[str, Any], expected: bool) -> None:
    assert bool(shared(event("a", **BARE), event("b", **BARE, **changes))) is expected


@pytest.mark.parametrize(
    ("mine", "its", "expected"),
    [
        ({"spots": (MILL,)}, {"spots": (replace(MILL, within=frozenset({"mill"})),)}, True),
        ({"spots": (MILL,)}, {"spots": (MARSA,)}, False),
        ({"spots": (VALE,)}, {"spots": (VALE,)}, False),
        ({"spots": (VALE,), "sides": frozenset({"x"})}, {"spots": (VALE,), "sides": frozenset({"x"})}, True),
        ({"spots": (VALE,), "sides": frozenset({"x"})}, {"spots": (VALE,), "hit": frozenset({"x"})}, True),
        (
            {"spots": (VALE,), "sides": frozenset({"x"})},
            {"spots": (FARLAND,), "sides": frozenset({"x"})},
            False,
        ),
        ({"spots": (VALE,), "killed": Toll(9, 9)}, {"spots": (VALE,), "killed": Toll(9, 12)}, True),
        ({"spots": (VALE,), "killed": Toll(0, 0)}, {"spots": (VALE,), "killed": Toll(0, 0)}, False),
        ({"spots": (), "sides": frozenset({"x"})}, {"spots": (), "sides": frozenset({"x"})}, True),
    ],
)
def test_so_are_words_sides_and_tolls(mine: dict[str, Any], its: dict[str, Any], expected: bool) -> None:
    assert bool(shared(event("a", **BARE | mine), event("b", **BARE | its))) is expected


@given(events())
def test_each_key_is_there_once(told: EventReport) -> None:
    for of in (keys, lookups):
        found = list(of(told))
        assert len(found) == len(set(found))
        assert found == list(of(told))


@given(
    st.integers(-4, 4), st.floats(-80, 80), st.floats(-180, 180), st.floats(-0.14, 0.14), st.floats(-0.8, 0.8)
)
@example(4, 35.0, 36.4999, 0.0, 0.0002)
@example(0, 35.0, 179.95, 0.05, 0.1)
@example(0, -16.4, -179.99, 0.0, -0.05)
def test_those_that_are_near_at_a_time_share_a_key(
    days: int, lat: float, lon: float, north: float, east: float
) -> None:
    there = (lat + north, (lon + east + 180) % 360 - 180)
    one = event("a", **BARE, spots=(replace(MARSA, point=(lat, lon)),))
    spot = replace(MARSA, key="16", point=there)
    other = event("b", **BARE, spots=(spot,), first=D + days, last=D + days)
    if distance((lat, lon), there) <= NEAR_KM:
        assert comparable(one, other)
        assert shared(one, other)


@given(events(), events(), st.frozensets(st.sampled_from(["old", "mill", "bridge"]), min_size=1))
def test_those_at_one_place_that_is_on_no_map_share_a_key(
    one: EventReport, other: EventReport, words: frozenset[str]
) -> None:
    spot = Spot(None, fine=True, within=words)
    mine, its = replace(one, spots=(spot,)), replace(other, spots=(spot,))
    assert bool(shared(mine, its)) >= comparable(mine, its)


@pytest.mark.parametrize(
    ("mine", "its", "expected"),
    [
        ((MARSA,), (replace(MARSA, key="15", point=(33.1, 35.2)),), False),
        ((MARSA,), (COAST,), True),
        ((COAST,), (MARSA,), True),
        ((COAST,), (COAST,), True),
        ((MARSA, COAST), (replace(MARSA, key="15", point=(33.1, 35.2)),), True),
    ],
)
def test_by_sides_alone_two_that_tell_the_town_are_not_compared(
    mine: tuple[Spot, ...], its: tuple[Spot, ...], expected: bool
) -> None:
    assert bool(shared(event("a", spots=mine), event("b", spots=its))) is expected


@given(events(), events())
def test_either_looks_up_the_other_if_they_can_be_of_one_happening(
    one: EventReport, other: EventReport
) -> None:
    if comparable(one, other):
        assert bool(shared(one, other)) is bool(shared(other, one))
