"""How places stand to each other."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reconcile.incidents.articles import spots
from whosays.reconcile.incidents.event_report import Spot
from whosays.reconcile.incidents.where import RELATIONS, distance, relation

MARSA = Spot("11", fine=True, within=frozenset(), country="XR", admin1="Vale", point=(35.0, 36.0))
MARSA_MARKET = Spot("11", True, frozenset({"market"}), "XR", "Vale", (35.0, 36.0))
MARSA_FISH_MARKET = Spot("11", True, frozenset({"fish", "market"}), "XR", "Vale", (35.0, 36.0))
MARSA_SCHOOL = Spot("11", True, frozenset({"school"}), "XR", "Vale", (35.0, 36.0))
KAFR_ZED = Spot("16", fine=True, within=frozenset(), country="XR", admin1="Vale", point=(35.05, 36.05))
SUNPORT = Spot("15", fine=True, within=frozenset(), country="XR", admin1="Coast", point=(33.1, 35.2))
VALE = Spot("13", fine=False, within=frozenset(), country="XR", admin1="Vale", point=(35.1, 36.3))
COAST = Spot("17", fine=False, within=frozenset(), country="XR", admin1="Coast", point=(33.0, 35.3))
RIVERLAND = Spot("14", fine=False, within=frozenset(), country="XR", admin1=None, point=(34.5, 36.0))
FARLAND = Spot("18", fine=False, within=frozenset(), country="XF", admin1=None, point=(50.0, 20.0))
OLD_MILL = Spot(None, fine=True, within=frozenset({"mill"}))
NOWHERE = Spot(None, fine=True, within=frozenset())
MARSA_AT_LARGE = Spot("11", fine=False, within=frozenset(), country="XR", admin1="Vale", point=(35.0, 36.0))


@pytest.mark.parametrize(
    ("some", "others", "expected"),
    [
        ([MARSA], [MARSA], "town"),
        ([MARSA], [MARSA_MARKET], "spot in town"),
        ([MARSA_MARKET], [MARSA_FISH_MARKET], "spot"),
        ([MARSA_MARKET], [MARSA_SCHOOL], "other spot"),
        ([MARSA], [KAFR_ZED], "near"),
        ([MARSA], [SUNPORT], "far"),
        ([MARSA], [VALE], "within"),
        ([MARSA], [RIVERLAND], "within"),
        ([MARSA], [COAST], "far"),
        ([MARSA], [FARLAND], "far"),
        ([VALE], [VALE], "around"),
        ([VALE], [RIVERLAND], "around"),
        ([VALE], [COAST], "far"),
        ([MARSA], [MARSA_AT_LARGE], "within"),
        ([OLD_MILL], [OLD_MILL], "spot"),
        ([OLD_MILL], [MARSA], "unsaid"),
        ([NOWHERE], [NOWHERE], "unsaid"),
        ([], [MARSA], "unsaid"),
        ([], [], "unsaid"),
        ([SUNPORT, MARSA], [FARLAND, MARSA_MARKET], "spot in town"),
    ],
)
def test_the_closest_relation(some: list[Spot], others: list[Spot], expected: str) -> None:
    assert relation(some, others) == relation(others, some) == expected


@given(st.lists(spots(), max_size=3), st.lists(spots(), max_size=3))
def test_it_is_the_same_both_ways(some: list[Spot], others: list[Spot]) -> None:
    found = relation(some, others)
    assert found == relation(others, some)
    assert found in (*RELATIONS, "unsaid")


@pytest.mark.parametrize(
    ("one", "other", "kilometres"),
    [
        ((0.0, 0.0), (0.0, 0.0), 0.0),
        ((0.0, 0.0), (1.0, 0.0), 111.2),
        ((60.0, 10.0), (60.0, 11.0), 55.6),
        ((0.0, 179.95), (0.0, -179.95), 11.1),
        ((36.2, 37.16), (35.93, 36.63), 56.3),
        ((0.0, 0.0), None, math.inf),
    ],
)
def test_kilometres(one: tuple[float, float], other: tuple[float, float] | None, kilometres: float) -> None:
    assert distance(one, other) == distance(other, one) == pytest.approx(kilometres, abs=0.1)
