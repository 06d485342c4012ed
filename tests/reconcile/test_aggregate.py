"""One number by the reader's rule."""

from __future__ import annotations

import random
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reconcile.accounts.telling import DAY, MINISTRY, MONITOR, PARTIES, at_least, killed, tell, voice
from whosays.model import FigureSort, Measure, Stance, Told
from whosays.reconcile.aggregate import Aggregate, Number, Rule, aggregate, total

NEXT = date(2031, 5, 5)
SAYEGH = voice("Rima Sayegh")


def by(rule: Rule, *told: Told, hierarchy: tuple[str, ...] = ()) -> Aggregate:
    return aggregate(told, Measure.KILLED, rule, parties=PARTIES, hierarchy=hierarchy)


def ends(found: Aggregate) -> list[tuple[str, float, float | None, float]]:
    return [(number.population, number.low, number.best, number.high) for number in found.numbers]


THREE = (
    tell(MONITOR, figures=[at_least(12)], id_="m"),
    tell(MONITOR, figures=[at_least(12)], id_="echo", outlet="Coast Herald"),
    tell(MINISTRY, figures=[killed(9)], id_="g"),
    tell(SAYEGH, figures=[killed(12, 15)], id_="s"),
)


@pytest.mark.parametrize(
    ("rule", "expected", "claims"),
    [
        (Rule.CONSERVATIVE, [("all", 9, 9, 9)], {"g"}),
        (Rule.BEST, [("all", 9, 12, 15)], {"m", "echo", "g", "s"}),
        (Rule.RANGE, [("all", 9, None, 15)], {"m", "echo", "g", "s"}),
        (Rule.MAJORITY, [], set()),
        (Rule.PENDING, [], set()),
    ],
)
def test_rules(rule: Rule, expected: list[tuple[str, float, float | None, float]], claims: set[str]) -> None:
    found = by(rule, *THREE)
    assert ends(found) == expected
    assert {claim for number in found.numbers for claim in number.claims} == claims
    assert found.receipt.startswith(f"{rule}: ")
    assert "\n" not in found.receipt


def test_more_than_half_of_the_origins_are_a_majority_however_many_outlets_repeat_another() -> None:
    echoes = [tell(MONITOR, figures=[killed(40)], outlet=f"Outlet {n}") for n in range(9)]
    told = [*echoes, tell(MINISTRY, figures=[killed(12)]), tell(SAYEGH, figures=[killed(12)])]
    assert ends(by(Rule.MAJORITY, *told)) == [("all", 12, 12, 12)]


@pytest.mark.parametrize(
    ("hierarchy", "expected"),
    [
        (("rima sayegh", "harbour-monitor"), [("all", 12, 12, 15)]),
        (("nobody", "monitor"), [("all", 12, 12, 12)]),
        (("nobody",), []),
        ((), []),
    ],
)
def test_a_hierarchy_of_origins_or_their_sorts(
    hierarchy: tuple[str, ...], expected: list[tuple[str, float, float | None, float]]
) -> None:
    assert ends(by(Rule.HIERARCHY, *THREE, hierarchy=hierarchy)) == expected


def test_civilians_and_combatants_stay_apart_where_that_is_said() -> None:
    told = (
        tell(MONITOR, figures=[killed(10, of="civilians"), killed(4, of="fighters")]),
        tell(MINISTRY, figures=[killed(7, of="residents"), killed(20)]),
    )
    assert ends(by(Rule.RANGE, *told)) == [
        ("all", 20, None, 20),
        ("civilians", 7, None, 10),
        ("combatants", 4, None, 4),
    ]
    assert ends(by(Rule.BEST, *told)) == [("all", 14, 14, 20)]


@pytest.mark.parametrize(
    ("left_out", "why"),
    [
        (tell(SAYEGH, figures=[killed(1)], stance=Stance.DENIED), "1 denied"),
        (tell(SAYEGH, figures=[killed(1, sort=FigureSort.FORMER)]), "1 former counts"),
        (tell(outlet=None, figures=[killed(1)]), "1 of unknown origin"),
        (tell(SAYEGH, figures=[killed(1, sort=FigureSort.PART)]), "1 parts of another figure"),
        (tell(SAYEGH, figures=[killed(1, cumulative=True)]), "1 running totals"),
        (tell(SAYEGH, figures=[killed(1)], stance=Stance.UNCONFIRMED), "1 unconfirmed"),
        (tell(SAYEGH, figures=[killed(1, area="Karm")]), "1 over another area or time"),
        (
            tell(MONITOR, figures=[killed(1)], published=date(2031, 5, 1)),
            "1 earlier words of the same origin",
        ),
        (tell(SAYEGH, figures=[killed(1)], published=date(2031, 5, 1)), "1 earlier counts of a rise"),
    ],
)
def test_receipts_say_what_was_left_out(left_out: Told, why: str) -> None:
    told = [tell(v, figures=[killed(12, area="Hass")]) for v in (MONITOR, MINISTRY)]
    found = by(Rule.CONSERVATIVE, *told, left_out)
    assert ends(found) == [("all", 12, 12, 12)]
    assert found.receipt == f"conservative: from 2 of 3 figures; left out: {why}."


def test_unknown_origins_alone_give_no_number() -> None:
    for rule in Rule:
        assert by(rule, tell(outlet=None, figures=[killed(12)])).numbers == ()


def test_nothing_said_gives_no_number() -> None:
    assert by(Rule.BEST).receipt == "best: no number from 0 figures."


def test_totals_are_sums_of_minima_and_of_maxima() -> None:
    one = Number("civilians", 4, None, 6, ("a",)), Number("all", 5, 5, 9, ("a", "b"))
    other = Number("civilians", 1, 1, 2, ("c",)), Number("all", 2, 2, 2, ("c",))
    assert total(one + other) == (
        Number("all", 7, 7, 11, ("a", "b", "c")),
        Number("civilians", 5, None, 8, ("a", "c")),
    )


VOICES = st.sampled_from([(MONITOR,), (MINISTRY,), (SAYEGH,), ()])
SAID = st.builds(
    lambda voices, low, wide, of, outlet, day: tell(
        *voices, figures=[killed(low, low + wide, of=of)], outlet=outlet, published=day
    ),
    VOICES,
    st.integers(0, 20),
    st.integers(0, 5),
    st.sampled_from(["people", "civilians", "soldiers", None]),
    st.sampled_from(["River Post", None]),
    st.sampled_from([DAY, NEXT, None]),
)


@given(st.lists(SAID, max_size=8), st.sampled_from(list(Rule)), st.integers())
def test_numbers_hold_together(told: list[Told], rule: Rule, seed: int) -> None:
    found = by(rule, *told, hierarchy=("harbour-monitor", "rima sayegh"))
    shuffled = random.Random(seed).sample(told, len(told))
    assert found == by(rule, *shuffled, hierarchy=("harbour-monitor", "rima sayegh"))
    known = {one.claim.id for one in told if one.claim.voices or one.report.publisher}
    for number in found.numbers:
        assert number.low <= (number.low if number.best is None else number.best) <= number.high
        assert set(number.claims) <= known


@given(st.lists(SAID, max_size=6), st.sampled_from(list(Rule)))
def test_an_echo_changes_no_number(told: list[Told], rule: Rule) -> None:
    first = tell(MONITOR, figures=[killed(7)])
    echo = tell(MONITOR, figures=[killed(7)], outlet="Echo Gazette")
    hierarchy = ("harbour-monitor",)
    assert ends(by(rule, *told, first, hierarchy=hierarchy)) == ends(
        by(rule, *told, first, echo, hierarchy=hierarchy)
    )
