"""How times stand to each other."""

from __future__ import annotations

import pytest
from hypothesis import given

from tests.reconcile.incidents.articles import event, events
from tests.reconcile.sentences import DAY
from whosays.reconcile.incidents import EventReport
from whosays.reconcile.incidents.when import UNDATED_DAYS, relation, window

D = DAY.toordinal()


def spell(first: int | None, last: int | None, published: int | None = 3) -> EventReport:
    """From `first` to `last`, counted in days from DAY, as published days after it."""
    return event(
        first=None if first is None else D + first,
        last=None if last is None else D + last,
        published=None if published is None else D + published,
    )


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (spell(0, 0), spell(0, 0), "day"),
        (spell(0, 2), spell(0, 2), "spell"),
        (spell(0, 0), spell(1, 1), "gap 1"),
        (spell(0, 0), spell(2, 2), "gap 2"),
        (spell(0, 0), spell(4, 5), "gap"),
        (spell(1, 1), spell(0, 2), "day in days"),
        (spell(1, 1), spell(0, 6), "day in week"),
        (spell(1, 1), spell(0, 30), "day in month"),
        (spell(0, 3), spell(2, 9), "overlap"),
        (spell(None, None, 0), spell(None, None, 0), "none dated, 0 days"),
        (spell(None, None, 0), spell(None, None, 3), "none dated, 3 days"),
        (spell(None, None, 0), spell(None, None, 60), "none dated, more"),
        (spell(None, None, 1), spell(0, 0), "one dated, 1 days"),
        (spell(None, None, 5), spell(0, 0), "one dated, 7 days"),
        (spell(None, None, 40), spell(0, 0), "one dated, more"),
        (spell(None, None, -1), spell(0, 0), "one dated, later"),
        (spell(None, None, None), spell(0, 0), "unsaid"),
        (spell(None, None, None), spell(None, None, None), "unsaid"),
    ],
)
def test_relations(one: EventReport, other: EventReport, expected: str) -> None:
    assert relation(one, other) == relation(other, one) == expected


@given(events(), events())
def test_it_is_the_same_both_ways(one: EventReport, other: EventReport) -> None:
    assert relation(one, other) == relation(other, one)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (spell(0, 2), (D, D + 2)),
        (spell(None, None, 3), (D + 3 - UNDATED_DAYS, D + 3)),
        (spell(None, None, None), None),
    ],
)
def test_the_days_on_which_it_may_have_happened(told: EventReport, expected: tuple[int, int] | None) -> None:
    assert window(told) == expected
