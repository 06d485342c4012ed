"""What can be of one happening at all."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from tests.reconcile.incidents.articles import MARSA, event, events
from tests.reconcile.sentences import DAY
from whosays.model import Kind
from whosays.reconcile.incidents import EventReport, Spot, comparable

D = DAY.toordinal()
SUNPORT = Spot("15", fine=True, within=frozenset(), country="XR", admin1="Coast", point=(33.1, 35.2))


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, True),
        ({"spots": (SUNPORT,)}, False),
        ({"spots": (SUNPORT, MARSA)}, True),
        ({"spots": ()}, True),
        ({"first": D + 4, "last": D + 4}, True),
        ({"first": D + 5, "last": D + 5}, False),
        ({"first": D - 9, "last": D - 5}, False),
        ({"first": None, "last": None, "published": D + 18}, True),
        ({"first": None, "last": None, "published": D + 19}, False),
        ({"first": None, "last": None, "published": None}, False),
        ({"kinds": frozenset({Kind.HARM})}, True),
        ({"kinds": frozenset({Kind.SHELLING})}, True),
        ({"kinds": frozenset({Kind.CLASH})}, False),
        ({"kinds": frozenset({Kind.CLASH, Kind.HARM})}, False),
        ({"kinds": frozenset({Kind.CLASH, Kind.AIRSTRIKE})}, True),
        ({"kinds": frozenset({Kind.CONTROL})}, False),
    ],
)
def test_comparable(changes: dict[str, Any], expected: bool) -> None:
    one, other = event("a"), event("b", **changes)
    assert comparable(one, other) is comparable(other, one) is expected


@given(events(), events())
def test_it_is_the_same_both_ways(one: EventReport, other: EventReport) -> None:
    assert comparable(one, other) is comparable(other, one)
