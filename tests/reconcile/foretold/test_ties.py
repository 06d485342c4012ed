"""What later claims make of forecasts, and what denials deny."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reconcile.sentences import DAY, PARTIES, origin, told
from whosays.model import Kind, Stance, Told
from whosays.reconcile.foretold import TieRelation, ties

FULFILS, REFUTES, DENIES = TieRelation.FULFILS, TieRelation.REFUTES, TieRelation.DENIES
CONTROL, STRIKE, GAS, AID = Kind.CONTROL, Kind.AIRSTRIKE, Kind.CHEMICAL, Kind.AID
ASSERTED, DENIED = Stance.ASSERTED, Stance.DENIED
PREDICTED, CONDITIONAL = Stance.PREDICTED, Stance.CONDITIONAL

WILL_TAKE = "The <a river-army>army</a> will <x>take</x> <p>Marsa</p> within days."
TO_TAKE = "The <a river-gov>government</a> began an offensive to <x>retake</x> <p>Marsa</p>."
TOOK = "The <a river-army>army</a> <x>captured</x> <p>Marsa</p>."
FAILED = "The <a river-army>army</a> has not <x>captured</x> <p>Marsa</p>."
REPELLED = "<a hill-rebels>Rebels</a> <x>repelled</x> the <t river-army>army</t> attack on <p>Marsa</p>."
STRUCK = "<a river-air-force>River jets</a> <x>bombed</x> <p>Marsa</p>."
NOT_STRUCK = "The ministry denied that <a river-air-force>its jets</a> <x>bombed</x> <p>Marsa</p>."


def days(number: int) -> date:
    return DAY + timedelta(days=number)


def relations(*tolds: Told) -> list[tuple[str, str, TieRelation]]:
    names = {each.claim.id: n for n, each in enumerate(tolds)}
    return [(f"{names[t.earlier]}", f"{names[t.later]}", t.relation) for t in ties(tolds, origin, PARTIES)]


@pytest.mark.parametrize(
    ("forecast", "stance", "later", "then", "expected"),
    [
        (WILL_TAKE, PREDICTED, TOOK, ASSERTED, FULFILS),
        (TO_TAKE, CONDITIONAL, TOOK, ASSERTED, FULFILS),
        (WILL_TAKE, PREDICTED, FAILED, DENIED, REFUTES),
        (WILL_TAKE, PREDICTED, REPELLED, ASSERTED, REFUTES),
        (WILL_TAKE, PREDICTED, TOOK.replace("river-army", "hill-rebels"), ASSERTED, None),
        (WILL_TAKE, PREDICTED, TOOK.replace("Marsa", "Sunport"), ASSERTED, None),
        (WILL_TAKE, PREDICTED, TOOK.replace("captured", "besieged"), ASSERTED, None),
        (WILL_TAKE, PREDICTED, TOOK.replace("captured", "wants to seize"), ASSERTED, None),
        (WILL_TAKE, PREDICTED, TOOK, CONDITIONAL, None),
        (TOOK, ASSERTED, TOOK, ASSERTED, None),
    ],
)
def test_what_comes_of_a_forecast(
    forecast: str, stance: Stance, later: str, then: Stance, expected: TieRelation | None
) -> None:
    found = relations(
        told(forecast, CONTROL, stance, outlet="Coast Post"),
        told(later, CONTROL, then, outlet="Vale Times", day=days(3)),
    )
    assert found == ([("0", "1", expected)] if expected else [])


@pytest.mark.parametrize(
    ("day", "when", "tied"),
    [
        (1, None, True),
        (0, None, False),
        (-2, None, False),
        (170, None, True),
        (190, None, False),
        (3, -4, False),
    ],
)
def test_it_must_come_afterwards_and_in_time(day: int, when: int | None, tied: bool) -> None:
    later = told(TOOK, day=days(day), when=None if when is None else days(when))
    assert bool(relations(told(WILL_TAKE, CONTROL, PREDICTED), later)) is tied


@pytest.mark.parametrize(("day", "tied"), [(1, False), (3, True), (9, False)])
def test_a_forecast_of_a_day_is_for_that_day(day: int, tied: bool) -> None:
    promised = "<a world-relief>World Relief</a> will <x>deliver</x> aid to <p>Marsa</p> on Wednesday."
    came = "<a world-relief>World Relief</a> <x>delivered</x> aid to <p>Marsa</p>."
    forecast = told(promised, AID, PREDICTED, when=(days(2), days(4)))
    assert bool(relations(forecast, told(came, AID, day=days(9), when=days(day)))) is tied


def test_the_first_that_fulfils_it_is_enough() -> None:
    later = [told(TOOK, day=days(n)) for n in (8, 5, 6)]
    assert relations(told(WILL_TAKE, CONTROL, PREDICTED), *later) == [("0", "2", FULFILS)]


def test_a_means_is_no_forecast() -> None:
    helped = "<a hill-rebels>Rebels</a> held on with the help of <x>strikes</x> on <p>Marsa</p>."
    struck = "<a hill-rebels>Rebels</a> <x>struck</x> <p>Marsa</p>."
    assert relations(told(helped, STRIKE, CONDITIONAL), told(struck, STRIKE, day=days(2))) == []


@pytest.mark.parametrize(
    ("said", "denied", "kind", "tied"),
    [
        (STRUCK, NOT_STRUCK, STRIKE, True),
        (STRUCK, "The <a river-gov>government</a> said it never <x>bombed</x> <p>Marsa</p>.", STRIKE, True),
        (STRUCK, NOT_STRUCK.replace("Marsa", "Sunport"), STRIKE, False),
        (STRUCK, NOT_STRUCK.replace("river-air-force", "north-army"), STRIKE, False),
        (STRUCK, "<a river-air-force>River jets</a> failed to <x>bomb</x> <p>Marsa</p>.", STRIKE, False),
        (
            STRUCK,
            "<a river-air-force>The jets</a> that <x>bombed</x> <p>Marsa</p> are unknown.",
            STRIKE,
            False,
        ),
        (NOT_STRUCK, NOT_STRUCK, STRIKE, False),
        (TOOK, "<a river-army>The army</a>, rebels denied, <x>captured</x> <p>Marsa</p>.", CONTROL, True),
    ],
)
def test_what_is_denied_is_what_another_says(said: str, denied: str, kind: Kind, tied: bool) -> None:
    found = relations(
        told(said, kind, by="hill-rebels"),
        told(denied, kind, DENIED, by="river-gov" if "rebels denied" not in denied else "coast-militia"),
    )
    assert found == ([("0", "1", DENIES)] if tied else [])


@pytest.mark.parametrize("day", [-30, 9])
def test_a_denial_is_of_its_time(day: int) -> None:
    assert (
        relations(told(STRUCK, STRIKE, day=days(day)), told(NOT_STRUCK, STRIKE, DENIED, by="river-gov")) == []
    )


@pytest.mark.parametrize(
    ("speaker", "denier"),
    [("river-gov", "river-gov"), ("river-army", "river-gov"), ("river-news", "river-gov")],
)
def test_nobody_denies_his_own_side(speaker: str, denier: str) -> None:
    assert relations(told(STRUCK, STRIKE, by=speaker), told(NOT_STRUCK, STRIKE, DENIED, by=denier)) == []


def test_of_each_origin_the_nearest_in_time_is_denied() -> None:
    tolds = [
        told(STRUCK, STRIKE, outlet="Coast Post", when=days(-4)),
        told(STRUCK, STRIKE, outlet="Coast Post", when=days(-1)),
        told(STRUCK, STRIKE, outlet="Vale Times", when=days(-1)),
        told(NOT_STRUCK, STRIKE, DENIED, by="river-gov", when=(days(-5), days(0))),
    ]
    assert relations(*tolds) == [("1", "3", DENIES), ("2", "3", DENIES)]


def test_a_day_stands_in_for_a_place_that_is_not_named() -> None:
    used = "<a river-army>The army</a> <x>used</x> gas in <p>Marsa</p>."
    general = "<a river-gov>The government</a> denied that it <x>used</x> gas."
    said = told(used, GAS, when=DAY)
    assert relations(said, told(general, GAS, DENIED, by="river-gov", when=DAY)) == [("0", "1", DENIES)]
    assert relations(said, told(general, GAS, DENIED, by="river-gov")) == []


def test_reasons_say_who_and_when_in_a_sentence() -> None:
    (tie,) = ties(
        [told(STRUCK, STRIKE, by="hill-rebels"), told(NOT_STRUCK, STRIKE, DENIED, by="river-gov")],
        origin,
        PARTIES,
    )
    assert tie.reason == "hill-rebels says so (2031-05-04); river-gov denies it (2031-05-04)."


def test_reports_without_a_day_are_left_out() -> None:
    assert relations(told(WILL_TAKE, CONTROL, PREDICTED, day=None), told(TOOK)) == []


CLAIMS = [
    (WILL_TAKE, CONTROL, PREDICTED),
    (TO_TAKE, CONTROL, CONDITIONAL),
    (TOOK, CONTROL, ASSERTED),
    (FAILED, CONTROL, DENIED),
    (REPELLED, CONTROL, ASSERTED),
    (STRUCK, STRIKE, ASSERTED),
    (NOT_STRUCK, STRIKE, DENIED),
]


def made(which: tuple[str, Kind, Stance], by: str, day: int) -> Told:
    return told(*which, by=by, day=days(day))


SAID = st.builds(
    made,
    st.sampled_from(CLAIMS),
    st.sampled_from(["hill-rebels", "river-gov", "Coast Post"]),
    st.integers(0, 20),
)


@given(st.lists(SAID, max_size=12).flatmap(lambda tolds: st.tuples(st.just(tolds), st.permutations(tolds))))
def test_the_order_of_reports_does_not_matter(tolds: tuple[list[Told], list[Told]]) -> None:
    one, other = tolds
    assert ties(one, origin, PARTIES) == ties(other, origin, PARTIES)
    assert ties([*one, *one], origin, PARTIES) == ties(one, origin, PARTIES)


@given(st.lists(SAID, max_size=12))
def test_a_forecast_comes_before_what_it_foretells(tolds: list[Told]) -> None:
    day = {each.claim.id: each.report.day or date.min for each in tolds}
    for tie in ties(tolds, origin, PARTIES):
        assert tie.relation is DENIES or day[tie.earlier] < day[tie.later]
