"""How counts go on from report to report."""

from __future__ import annotations

import random
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reconcile.accounts.telling import DAY, MINISTRY, MONITOR, at_least, killed, tell
from whosays.model import Figure, FigureSort, Measure, Stance, Told
from whosays.reconcile.tolls import Course, Toll, tolls

FORMER = FigureSort.FORMER


def day(n: int) -> date:
    return date(2031, 5, n)


def only(*told: Told) -> Toll:
    (found,) = tolls(told)
    return found


def test_a_history_in_the_order_of_publication() -> None:
    rising = [(4, 43), (4, 70), (5, 100), (6, 112), (7, 126), (8, 126)]
    told = [tell(MONITOR, figures=[killed(n)], published=day(d), id_=f"t{d}{n:03}") for d, n in rising]
    found = only(*reversed(told))
    assert found.history == "43, 70, 100, 112, 126"
    assert found.course is Course.RISES
    assert [entry.claim for entry in found.entries] == [one.claim.id for one in told]
    assert (found.entries[0].origin.key, found.entries[0].day) == ("harbour-monitor", day(4))


def test_what_was_counted_before_stands_before_its_correction() -> None:
    told = tell(MONITOR, figures=[killed(112), killed(43, sort=FORMER)], published=day(6))
    entries = only(told, tell(MINISTRY, figures=[killed(50)], published=day(5))).entries
    assert [(e.words, e.former, e.correction) for e in entries] == [
        ("50 people", False, False),
        ("43 people", True, False),
        ("112 people", False, True),
    ]


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ([(4, killed(12))], Course.STEADY),
        ([(4, killed(12)), (5, killed(12))], Course.STEADY),
        ([(4, at_least(12)), (4, killed(14))], Course.STEADY),
        ([(4, killed(12)), (5, killed(20))], Course.RISES),
        ([(4, at_least(12)), (5, at_least(20))], Course.RISES),
        ([(4, killed(20)), (5, killed(12))], Course.FALLS),
        ([(4, killed(12)), (5, killed(20)), (6, killed(15))], Course.WAVERS),
        ([(4, killed(12)), (4, killed(20))], Course.DISAGREES),
        ([(4, killed(12, area="Hass")), (4, killed(20, area="Marwa"))], Course.STEADY),
    ],
)
def test_courses(figures: list[tuple[int, Figure]], expected: Course) -> None:
    voices = [MONITOR, MINISTRY, MONITOR]
    told = [tell(v, figures=[f], published=day(d)) for v, (d, f) in zip(voices, figures, strict=False)]
    assert only(*told).course is expected


def test_one_origin_that_counts_on_within_a_day_does_not_disagree_with_itself() -> None:
    assert only(*(tell(MONITOR, figures=[killed(n)]) for n in (43, 70))).course is Course.RISES


def test_populations_and_measures_are_counted_apart() -> None:
    figures = [
        killed(9, measure=Measure.WOUNDED),
        killed(12),
        killed(8, of="civilians"),
        killed(5, of="young children", sort=FigureSort.PART),
        killed(3, sort=FigureSort.PART),
        killed(2, measure=Measure.VEHICLES),
        killed(4, of="medics"),
    ]
    found = [(toll.measure, toll.population) for toll in tolls([tell(MONITOR, figures=figures)])]
    populations = ["all", "children", "civilians", "medics"]
    assert found == [*((Measure.KILLED, name) for name in populations), (Measure.WOUNDED, "all")]


@pytest.mark.parametrize("stance", [Stance.DENIED, Stance.PREDICTED, Stance.CONDITIONAL])
def test_what_nobody_says_is_so_is_in_no_toll(stance: Stance) -> None:
    assert tolls([tell(MONITOR, figures=[killed(12)], stance=stance)]) == ()


def test_undated_reports_come_last() -> None:
    told = (
        tell(MONITOR, figures=[killed(5)], published=None),
        tell(MONITOR, figures=[killed(9)], published=DAY),
    )
    assert only(*told).history == "9, 5"


@given(st.lists(st.tuples(st.integers(1, 9), st.integers(0, 99), st.booleans()), min_size=1), st.integers())
def test_order_changes_nothing_and_no_figure_is_lost(said: list[tuple[int, int, bool]], seed: int) -> None:
    told = [tell(MONITOR if m else MINISTRY, figures=[killed(n)], published=day(d)) for d, n, m in said]
    found = only(*told)
    assert found == only(*random.Random(seed).sample(told, len(told)))
    assert len(found.entries) == len(said)
