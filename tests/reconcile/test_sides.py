"""Who stands with whom, on which day."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reconcile.sentences import DAY, PARTIES, told
from whosays.ground.parties import Registry
from whosays.model import Kind, Stance
from whosays.reconcile.sides import Relation, Sides, voiced_ties

SIDES = Sides(PARTIES)
OWN, ENEMY, OPEN = Relation.OWN, Relation.ENEMY, Relation.OPEN


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("river-army", "river-army", OWN),
        ("river-air-force", "river-gov", OWN),
        ("river-news", "river-army", OWN),
        ("wadi-brigade", "hill-council", OWN),
        ("river-army", "wadi-brigade", ENEMY),
        ("river-news", "hill-rebels", ENEMY),
        ("hill-council", "river-gov", ENEMY),
        ("black-banner", "wadi-brigade", ENEMY),
        ("north-wire", "river-army", OWN),
        ("north-army", "hill-rebels", ENEMY),
        ("northland", "farland", OPEN),
        ("coast-militia", "river-gov", OPEN),
        ("harbour-monitor", "river-gov", OPEN),
        ("nobody-known", "river-gov", OPEN),
    ],
)
def test_the_closest_tie_decides(one: str, other: str, expected: Relation) -> None:
    assert SIDES.relation(one, other, DAY) is expected


@pytest.mark.parametrize(
    ("one", "other", "year", "expected"),
    [
        ("river-gov", "hill-rebels", 2024, OPEN),
        ("river-gov", "hill-rebels", 2025, ENEMY),
        ("river-gov", "hill-rebels", 2033, ENEMY),
        ("river-gov", "hill-rebels", 2034, OPEN),
        ("turncoats", "river-gov", 2029, ENEMY),
        ("turncoats", "river-gov", 2030, OWN),
        ("turncoats", "wadi-brigade", 2029, OWN),
        ("turncoats", "wadi-brigade", 2030, ENEMY),
        ("northland", "river-gov", 2028, OPEN),
    ],
)
def test_ties_count_in_their_years(one: str, other: str, year: int, expected: Relation) -> None:
    assert SIDES.relation(one, other, date(year, 6, 1)) is expected


def test_parts_of_one_are_the_same_and_backers_are_not() -> None:
    assert SIDES.same("river-army", "river-gov", DAY)
    assert SIDES.same("wadi-brigade", "hill-rebels", DAY)
    assert not SIDES.same("northland", "river-gov", DAY)
    assert not SIDES.same("river-army", "hill-rebels", DAY)


@pytest.mark.parametrize(
    ("party", "expected"),
    [
        ("harbour-monitor", True),
        ("idris-malouf", True),
        ("free-courier", True),
        ("world-relief", True),
        ("river-news", False),
        ("north-wire", False),
        ("lone-expert", False),
        ("farland", False),
        ("nobody-known", False),
    ],
)
def test_who_looks_on(party: str, expected: bool) -> None:
    assert SIDES.looks_on(party, DAY) is expected


BACKED = "<a farland>Farland</a> <x>backs</x> the <t coast-militia>Coast Militia</t>."


@pytest.mark.parametrize(
    ("by", "stance", "tied"),
    [
        (None, Stance.ASSERTED, True),
        ("farland", Stance.ASSERTED, True),
        ("coast-militia", Stance.ASSERTED, True),
        ("river-gov", Stance.ASSERTED, False),
        (None, Stance.DENIED, False),
        (None, Stance.UNCONFIRMED, False),
    ],
)
def test_reports_tie_by_their_own_word_and_that_of_the_two(
    by: str | None, stance: Stance, tied: bool
) -> None:
    voiced = voiced_ties([told(BACKED, Kind.BACKING, stance, by=by)])
    assert SIDES.relation("farland", "coast-militia", DAY, voiced) is (OWN if tied else OPEN)


def test_what_reports_say_comes_after_the_ties_of_the_registry() -> None:
    said = told(
        "<a river-gov>The government</a> <x>supports</x> <t hill-rebels>the rebels</t>.", Kind.BACKING
    )
    assert SIDES.relation("river-gov", "hill-rebels", DAY, voiced_ties([said])) is ENEMY


@given(st.sampled_from(sorted(PARTIES)), st.sampled_from(sorted(PARTIES)), st.none() | st.dates())
def test_it_does_not_matter_who_is_asked_first(one: str, other: str, on: date | None) -> None:
    assert SIDES.relation(one, other, on) is SIDES.relation(other, one, on)
    assert SIDES.same(one, other, on) == SIDES.same(other, one, on)


REGISTRY = {party.id: party for party in Registry.default()}
KNOWN = Sides(REGISTRY)


@pytest.mark.parametrize(
    ("one", "other", "year", "expected"),
    [
        ("sana", "syrian-army", 2016, OWN),
        ("sana", "ahrar-al-sham", 2016, ENEMY),
        ("russia", "syrian-rebels", 2016, ENEMY),
        ("turkey", "ypg", 2017, ENEMY),
        ("amaq", "iraqi-army", 2015, ENEMY),
        ("sohr", "syrian-army", 2016, OPEN),
    ],
)
def test_with_the_registry_of_the_package(one: str, other: str, year: int, expected: Relation) -> None:
    assert KNOWN.relation(one, other, date(year, 6, 1)) is expected


@given(st.sampled_from(sorted(REGISTRY)), st.sampled_from(sorted(REGISTRY)), st.dates(date(1980, 1, 1)))
def test_any_two_of_the_registry_stand_to_each_other_somehow(one: str, other: str, on: date) -> None:
    assert KNOWN.relation(one, other, on) is KNOWN.relation(other, one, on)
