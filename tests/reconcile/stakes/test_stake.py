"""What the side of an origin stands to gain or lose by what it says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reconcile.sentences import DAY, PARTIES, told
from whosays.model import Claim, Kind, Stake, Stance
from whosays.reconcile.sides import Sides
from whosays.reconcile.stakes import stake
from whosays.reconcile.stakes.meaning import table

HARM, DESTROY, STRIKE, SHELLING = Kind.HARM, Kind.DESTROY, Kind.AIRSTRIKE, Kind.SHELLING
GROUND, MOVE, GAS, ACCUSED = Kind.CONTROL, Kind.MOVEMENT, Kind.CHEMICAL, Kind.ACCUSATION
OWN_GAIN, OWN_LOSS = Stake.OWN_GAIN, Stake.OWN_LOSS
ENEMY_GAIN, ENEMY_LOSS = Stake.ENEMY_GAIN, Stake.ENEMY_LOSS
OUTSIDER, UNKNOWN = Stake.OUTSIDER, Stake.UNKNOWN
SIDES = Sides(PARTIES)

TOOK = (
    "<a hill-rebels>Hill rebels</a> <x>captured</x> <p>Marsa</p> from the <t river-army>army</t> on Friday."
)
FELL = "<p>Marsa</p> <x>fell</x> to the <t hill-rebels>rebels</t> overnight."
LOST = "The <a river-army>army</a> <x>lost</x> <p>Marsa</p> to the <t hill-rebels>rebels</t>."
SOLDIERS = "Shells <x>killed</x> nine <t river-army>River soldiers</t> near <p>Marsa</p>."
CIVILIANS = "<a river-air-force>River jets</a> <x>killed</x> nine <t>civilians</t> in <p>Marsa</p>."
GASSED = "The <a river-army>army</a> <x>used</x> <t>chlorine</t> in <p>Marsa</p>."


def by(party: str | None, marked: str, kind: Kind, stance: Stance = Stance.ASSERTED) -> Stake:
    return stake(party, told(marked, kind, stance).claim, SIDES, DAY)


@pytest.mark.parametrize(
    ("party", "marked", "kind", "expected"),
    [
        ("wadi-brigade", TOOK, GROUND, OWN_GAIN),
        ("river-news", TOOK, GROUND, OWN_LOSS),
        ("river-army", FELL, GROUND, ENEMY_GAIN),
        ("hill-council", FELL, GROUND, OWN_GAIN),
        ("river-gov", LOST, GROUND, OWN_LOSS),
        ("north-wire", LOST, GROUND, OWN_LOSS),
        ("black-banner", LOST, GROUND, UNKNOWN),
        ("harbour-monitor", TOOK, GROUND, OUTSIDER),
        ("idris-malouf", TOOK, GROUND, OUTSIDER),
        ("free-courier", SOLDIERS, HARM, OUTSIDER),
        ("farland", TOOK, GROUND, UNKNOWN),
        ("lone-expert", TOOK, GROUND, UNKNOWN),
        (None, TOOK, GROUND, UNKNOWN),
        ("nobody-known", TOOK, GROUND, UNKNOWN),
        ("river-gov", SOLDIERS, HARM, OWN_LOSS),
        ("wadi-brigade", SOLDIERS, HARM, ENEMY_LOSS),
        ("hill-rebels", CIVILIANS, HARM, ENEMY_LOSS),
        ("river-gov", CIVILIANS, HARM, UNKNOWN),
        ("hill-rebels", GASSED, GAS, ENEMY_LOSS),
    ],
)
def test_whose_gain_or_loss_it_is(party: str | None, marked: str, kind: Kind, expected: Stake) -> None:
    assert by(party, marked, kind) is expected


@pytest.mark.parametrize(
    ("party", "marked", "kind", "expected"),
    [
        ("river-army", "No <t river-army>soldiers</t> <x>died</x> in <p>Marsa</p>.", HARM, OWN_GAIN),
        ("river-gov", GASSED, GAS, OWN_GAIN),
        ("river-army", TOOK, GROUND, OWN_GAIN),
        ("north-wire", TOOK, GROUND, OWN_GAIN),
        ("hill-rebels", TOOK, GROUND, OWN_LOSS),
        ("river-gov", CIVILIANS, HARM, OWN_GAIN),
        ("hill-rebels", CIVILIANS, HARM, UNKNOWN),
        ("harbour-monitor", GASSED, GAS, OUTSIDER),
    ],
)
def test_a_denial_turns_it_around(party: str, marked: str, kind: Kind, expected: Stake) -> None:
    assert by(party, marked, kind, Stance.DENIED) is expected


@pytest.mark.parametrize(
    ("marked", "kind", "expected"),
    [
        (
            "The <a river-army>army</a> <x>repelled</x> <t hill-rebels>rebels</t> at <p>Marsa</p>.",
            GROUND,
            OWN_GAIN,
        ),
        ("<a river-army>Troops</a> <x>retreated</x> from <p>Marsa</p>.", MOVE, OWN_LOSS),
        ("<a river-army>Troops</a> <x>withdrew</x> from <p>Riverland</p>.", MOVE, UNKNOWN),
        ("<a hill-rebels>Rebels</a> <x>retreated</x> from <p>Marsa</p>.", MOVE, ENEMY_LOSS),
        ("The army vowed to <x>retake</x> <p>Marsa</p> from <t hill-rebels>rebels</t>.", GROUND, UNKNOWN),
        ("Shells hit <a hill-rebels>rebel</a>-<x>held</x> <p>Marsa</p>.", GROUND, UNKNOWN),
        ("<a hill-rebels>Rebels</a> <x>hold</x> <p>Marsa</p>.", GROUND, UNKNOWN),
        ("The <a river-army>army</a> <x>holds</x> <p>Marsa</p>.", GROUND, OWN_GAIN),
        ("<a hill-rebels>Rebels</a> <x>besieged</x> <p>Marsa</p>.", GROUND, UNKNOWN),
        ("<a>Terrorists</a> <x>seized</x> <p>Marsa</p>.", GROUND, ENEMY_GAIN),
        ("<a hill-rebels>Rebels</a> <x>seized</x> swathes of <t>land</t>.", GROUND, UNKNOWN),
        ("<a river-army>Troops</a> <x>seized</x> swathes of <t>land</t>.", GROUND, OWN_GAIN),
        ("A rebel missile <x>shot down</x> a <t river-air-force>River jet</t>.", DESTROY, OWN_LOSS),
        ("Jets <x>destroyed</x> two <t hill-rebels>rebel tanks</t>.", DESTROY, ENEMY_LOSS),
        ("<a hill-rebels>Rebel</a> shells <x>damaged</x> <t>a school</t>.", DESTROY, ENEMY_LOSS),
        ("<a>Terrorists</a> <x>killed</x> two <t>women</t>.", HARM, ENEMY_LOSS),
        ("<a river-army>The army</a> <x>killed</x> ten <t>terrorists</t>.", HARM, ENEMY_LOSS),
        ("<a hill-rebels>Rebels</a> <x>lost</x> ten <t>fighters</t>.", HARM, ENEMY_LOSS),
        ("<a river-army>The army</a> <x>killed</x> ten <t river-army>soldiers</t>.", HARM, UNKNOWN),
        ("<a river-air-force>Our jets</a> by mistake <x>killed</x> two <t>children</t>.", HARM, OWN_LOSS),
        ("<a river-news>River News</a> <x>killed</x> two <t>children</t> by mistake.", HARM, UNKNOWN),
        ("<a river-air-force>Jets</a> <x>struck</x> <t hill-rebels>rebel positions</t>.", STRIKE, ENEMY_LOSS),
        ("<a hill-rebels>Rebels</a> <x>shelled</x> <t river-army>army positions</t>.", SHELLING, UNKNOWN),
        ("The minister <x>blamed</x> <t hill-rebels>the rebels</t>.", ACCUSED, ENEMY_LOSS),
        ("<a hill-rebels>Rebels</a> <x>violated</x> the truce.", Kind.AGREEMENT, ENEMY_LOSS),
        ("<a hill-rebels>Rebels</a> <x>brokered</x> a truce.", Kind.AGREEMENT, UNKNOWN),
        ("<a hill-rebels>Rebels</a> <x>met</x> envoys.", Kind.DIPLOMACY, UNKNOWN),
    ],
)
def test_what_the_government_stands_to_gain_or_lose(marked: str, kind: Kind, expected: Stake) -> None:
    assert by("river-gov", marked, kind) is expected


@pytest.mark.parametrize("stance", [Stance.PREDICTED, Stance.CONDITIONAL])
def test_what_is_to_come_is_no_gain_yet(stance: Stance) -> None:
    assert by("hill-rebels", TOOK, GROUND, stance) is UNKNOWN


def test_sides_are_those_of_the_day() -> None:
    claim = told(TOOK).claim
    assert stake("river-gov", claim, PARTIES, date(2031, 1, 1)) is OWN_LOSS
    assert stake("northland", claim, PARTIES, date(2031, 1, 1)) is OWN_LOSS
    assert stake("northland", claim, PARTIES, date(2028, 1, 1)) is UNKNOWN


def test_ties_that_the_report_states_count_where_the_registry_is_silent() -> None:
    claim = told("Shells <x>killed</x> nine <t coast-militia>Coast Militia fighters</t>.", HARM).claim
    stated = told("<a farland>Farland</a> <x>backs</x> the <t coast-militia>Coast Militia</t>.", Kind.BACKING)
    assert stake("farland", claim, SIDES, DAY) is UNKNOWN
    assert stake("farland", claim, SIDES, DAY, [stated]) is OWN_LOSS


def test_a_monitor_has_a_stake_in_its_own_dead() -> None:
    claim = told("Shells <x>killed</x> two <t world-relief>World Relief guards</t>.", HARM).claim
    assert stake("world-relief", claim, SIDES, DAY) is OWN_LOSS


MARKED = st.sampled_from(
    [(TOOK, GROUND), (LOST, GROUND), (FELL, GROUND), (SOLDIERS, HARM), (CIVILIANS, HARM), (GASSED, GAS)]
)


@given(st.none() | st.sampled_from(sorted(PARTIES)), MARKED, st.sampled_from(Stance), st.none() | st.dates())
def test_unknown_origins_and_outsiders_stay_so(
    party: str | None, marked: tuple[str, Kind], stance: Stance, on: date | None
) -> None:
    found = stake(party, told(*marked, stance).claim, SIDES, on)
    if party is None:
        assert found is UNKNOWN
    elif SIDES.looks_on(party, on):
        assert found is OUTSIDER
    else:
        assert found is not OUTSIDER


def turned(claim: Claim) -> Claim:
    return replace(claim, stance=Stance.DENIED)


@given(st.sampled_from(["river-gov", "hill-rebels", "northland"]), MARKED)
def test_nothing_suits_a_side_both_ways(party: str, marked: tuple[str, Kind]) -> None:
    suits, against = {OWN_GAIN, ENEMY_LOSS}, {OWN_LOSS, ENEMY_GAIN}
    claim = told(*marked).claim
    both = {stake(party, claim, SIDES, DAY), stake(party, turned(claim), SIDES, DAY)} - {UNKNOWN}
    assert len(both & suits) <= 1
    assert len(both & against) <= 1


def test_every_kind_and_group_of_the_table_is_known() -> None:
    kinds = {kind for kind, rows in table().items() if isinstance(rows, list)}
    assert kinds <= set(Kind)
    effects = [effect for kind in kinds for row in table()[kind] for effect in row["effects"]]
    assert {effect["of"] for effect in effects if "of" in effect} <= set(table()["groups"])
    assert {effect["is"] for effect in effects} <= {"gain", "loss", "blame"}
