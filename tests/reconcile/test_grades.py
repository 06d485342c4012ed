"""Airwars' grade and the Admiralty code."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reconcile.accounts.telling import MINISTRY, MONITOR, PARTIES, killed, named, place, tell, voice
from whosays.model import Kind, Stance, Told, UsageError
from whosays.reconcile.grades import Admiralty, AirwarsGrade, Credibility, Reliability, admiralty, airwars

ARMY, JETS = ("River army", "river-army"), ("River jets", "river-air-force")
WADI = ("Wadi Brigade", "wadi-brigade")
GOVERNMENT = voice("River government", party="river-gov")
SAYEGH = voice("Rima Sayegh")
ACCUSES = Kind.ACCUSATION


def blame(who: tuple[str, str], whom: tuple[str, str]) -> Told:
    return tell(kind=ACCUSES, actor=named(who), target=named(whom), trigger="blamed")


@pytest.mark.parametrize(
    ("tolds", "expected"),
    [
        ([tell(GOVERNMENT, actor=named(JETS)), tell(MONITOR, actor=named(JETS))], AirwarsGrade.CONFIRMED),
        (
            [tell(GOVERNMENT, actor=named(JETS), stance=Stance.DENIED), tell(MONITOR, actor=named(JETS))],
            "weak",
        ),
        ([tell(MONITOR, actor=named(JETS)), tell(SAYEGH, actor=named(ARMY))], AirwarsGrade.FAIR),
        ([tell(MONITOR, actor=named(JETS), outlet="A"), tell(MONITOR, actor=named(JETS))], AirwarsGrade.WEAK),
        ([blame(("HMR", "harbour-monitor"), ARMY), blame(("Sayegh", "x"), ARMY)], AirwarsGrade.WEAK),
        ([tell(MONITOR, actor=named(JETS)), tell(outlet=None, actor=named(JETS))], AirwarsGrade.WEAK),
        ([tell(MONITOR, actor=named(JETS)), blame(("River", "river-gov"), WADI)], AirwarsGrade.CONTESTED),
        ([tell(MONITOR, actor=named(WADI)), tell(SAYEGH, actor=named(WADI))], AirwarsGrade.DISCOUNTED),
        ([tell(MONITOR, actor=named(JETS), figures=[killed(9, of="fighters")])], AirwarsGrade.DISCOUNTED),
    ],
)
def test_grades_of_the_army(tolds: list[Told], expected: AirwarsGrade) -> None:
    found = airwars(tolds, "river-army", PARTIES)
    assert found is not None
    assert found.grade == expected
    assert set(found.claims) <= {told.claim.id for told in tolds}


def test_without_a_belligerent_it_is_the_one_that_most_origins_name() -> None:
    found = airwars(
        [tell(v, actor=named(WADI)) for v in (MONITOR, SAYEGH)] + [tell(actor=named(ARMY))], None, PARTIES
    )
    assert found is not None
    assert (found.belligerent, found.grade) == ("wadi-brigade", AirwarsGrade.CONTESTED)


@pytest.mark.parametrize(
    "tolds",
    [[], [tell(MONITOR)], [tell(MONITOR, actor=named("warplanes"))], [tell(outlet=None, actor=named(ARMY))]],
)
def test_nobody_named_is_no_grade(tolds: list[Told]) -> None:
    assert airwars(tolds, None, PARTIES) is None
    assert airwars(tolds, "river-army", PARTIES) is None


HASS, KARM = place("Hass"), place("Karm", at=(37.5, 38.0), admin1="Lower Vale")
FOUR = (MONITOR, MINISTRY, SAYEGH, voice("Salem Nasr"))


def credibility(*tolds: Told, of: str = "harbour-monitor") -> Credibility:
    return next(one.credibility for one in admiralty(tolds, {}, PARTIES) if one.origin.key == of)


@pytest.mark.parametrize(
    ("mine", "others", "expected"),
    [
        (tell(MONITOR), [tell(MINISTRY)], 1),
        (tell(MONITOR), [tell(MINISTRY, kind=Kind.ATTACK)], 2),
        (tell(MONITOR, where=HASS), [tell(MINISTRY, where=HASS), tell(SAYEGH), tell(FOUR[3], where=KARM)], 3),
        (tell(MONITOR, where=HASS), [tell(MINISTRY, where=KARM)], 4),
        (tell(MONITOR, where=HASS), [tell(MINISTRY, where=KARM), tell(SAYEGH, where=KARM)], 5),
        (tell(MONITOR), [], 6),
        (tell(MONITOR), [tell(MONITOR, outlet="Coast Herald")], 6),
        (tell(MONITOR), [tell(outlet=None)], 6),
        (tell(MONITOR), [tell(MINISTRY, stance=Stance.DENIED)], 4),
        (tell(MONITOR, figures=[killed(12)]), [tell(MINISTRY, figures=[killed(30)])], 4),
        (
            tell(MONITOR, figures=[killed(12)]),
            [tell(MINISTRY, figures=[killed(30)], published=date(2031, 5, 9))],
            1,
        ),
    ],
)
def test_numbers(mine: Told, others: list[Told], expected: int) -> None:
    assert credibility(mine, *others) == expected


def test_an_unknown_source_has_no_number() -> None:
    (unknown,) = (
        one for one in admiralty([tell(outlet=None), tell(MONITOR)]) if one.origin.name == "unknown"
    )
    assert (unknown.credibility, unknown.reliability) == (Credibility.UNJUDGED, Reliability.F)


def test_letters_are_the_users_own() -> None:
    told = [tell(MONITOR), tell(MINISTRY)]
    found = {one.origin.key: one.reliability for one in admiralty(told, {"harbour-monitor": "b"})}
    assert sorted(found.values()) == [Reliability.B, Reliability.F]
    assert [one.credibility for one in admiralty(told, {"harbour-monitor": "E"})] == [1, 1]


@pytest.mark.parametrize("letter", ["G", "", "AB", "1"])
def test_other_letters_are_refused(letter: str) -> None:
    with pytest.raises(UsageError, match="letter from A to F"):
        admiralty([tell(MONITOR)], {"harbour-monitor": letter})


CLAIMS = st.builds(
    lambda v, where, kind, low: tell(*v, where=where, kind=kind, figures=[killed(low)]),
    st.sampled_from([(voice_,) for voice_ in FOUR]),
    st.sampled_from([HASS, KARM, None]),
    st.sampled_from([Kind.AIRSTRIKE, Kind.SHELLING, Kind.ATTACK]),
    st.integers(1, 3),
)


@given(st.lists(CLAIMS, max_size=6))
def test_unknown_sources_change_no_number(tolds: list[Told]) -> None:
    def known(found: tuple[Admiralty, ...]) -> list[tuple[str, int]]:
        return [(one.origin.key, one.credibility) for one in found if one.origin.name != "unknown"]

    stray = [tell(outlet=None, where=KARM, figures=[killed(1)]), tell(outlet=None, kind=Kind.SHELLING)]
    assert known(admiralty([*tolds, *stray])) == known(admiralty(tolds))
    assert known(admiralty(tolds[::-1])) == known(admiralty(tolds))
