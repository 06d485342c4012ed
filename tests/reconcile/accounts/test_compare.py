"""How accounts stand to each other, slot by slot."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reconcile.accounts.telling import (
    DAY,
    MINISTRY,
    MONITOR,
    PARTIES,
    at_least,
    killed,
    named,
    on,
    place,
    tell,
    voice,
)
from whosays.model import (
    Agreement,
    Comparison,
    Figure,
    FigureSort,
    Interval,
    Kind,
    Location,
    Named,
    PlacePrecision,
    Slot,
    Stance,
    TimePrecision,
    Told,
)
from whosays.reconcile.accounts import accounts, compare

AGREED, COMPATIBLE, DIFFERS = Agreement.AGREED, Agreement.COMPATIBLE, Agreement.DIFFERS
CONTESTED, SINGLE = Agreement.CONTESTED, Agreement.SINGLE
NEXT = date(2031, 5, 5)

ARMY, AIR_FORCE = ("River army", "river-army"), ("River jets", "river-air-force")
REBELS, WADI = ("rebels", "hill-rebels"), ("Wadi fighters", "wadi-brigade")


def in_slot(slot: Slot, *tolds: Told) -> Comparison:
    return next(one for one in compare(tolds, PARTIES) if one.slot is slot)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (Kind.AIRSTRIKE, Kind.AIRSTRIKE, AGREED),
        (Kind.AIRSTRIKE, Kind.ATTACK, COMPATIBLE),
        (Kind.CHEMICAL, Kind.AIRSTRIKE, COMPATIBLE),
        (Kind.AIRSTRIKE, Kind.SHELLING, DIFFERS),
        (Kind.CONTROL, Kind.MOVEMENT, COMPATIBLE),
        (Kind.HARM, Kind.HARM, AGREED),
    ],
)
def test_kinds(one: Kind, other: Kind, expected: Agreement) -> None:
    found = in_slot(Slot.KIND, tell(MONITOR, kind=one), tell(MINISTRY, kind=other))
    assert found.agreement is expected


def test_who_tells_only_what_came_of_it_does_not_weaken_what_others_say_it_was() -> None:
    tolds = tell(MONITOR), tell(MINISTRY), tell(outlet="Coast Herald", kind=Kind.HARM)
    assert in_slot(Slot.KIND, *tolds).agreement is AGREED


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (named(ARMY), named(ARMY), AGREED),
        (named("Salem Band"), named("the Salem band"), AGREED),
        (named(AIR_FORCE), named(ARMY), COMPATIBLE),
        (named(("Riverland", "river-gov")), named(AIR_FORCE), COMPATIBLE),
        (named(REBELS), named(WADI), COMPATIBLE),
        (named("gunmen"), named(WADI), COMPATIBLE),
        (named("warplanes"), named("jets"), COMPATIBLE),
        (named("Terrorists"), named(ARMY), COMPATIBLE),
        (named("Hass Warplanes"), named(ARMY), COMPATIBLE),
        (named(ARMY), named(WADI), CONTESTED),
        (named(ARMY, "gunmen"), named(WADI), CONTESTED),
        (named(ARMY, WADI), named(WADI), AGREED),
        (named("Salem Band"), named("Hass Brigade"), CONTESTED),
    ],
)
def test_doers(one: tuple[Named, ...], other: tuple[Named, ...], expected: Agreement) -> None:
    found = in_slot(Slot.ACTOR, tell(MONITOR, actor=one), tell(MINISTRY, actor=other))
    assert found.agreement is expected


def test_rival_blame_names_both() -> None:
    blame = tell(
        kind=Kind.ACCUSATION, actor=named(("Riverland", "river-gov")), target=named(REBELS), trigger="blamed"
    )
    found = in_slot(Slot.ACTOR, tell(MONITOR, actor=named(AIR_FORCE)), blame)
    assert found.agreement is CONTESTED
    assert all(
        words in found.reason for words in ("Harbour Monitor", "River jets", "River government", "rebels")
    )


@pytest.mark.parametrize(
    ("trigger", "stance", "expected"),
    [
        ("claimed responsibility", Stance.ASSERTED, AGREED),
        ("claimed responsibility", Stance.DENIED, CONTESTED),
        ("denied", Stance.ASSERTED, CONTESTED),
        ("condemned", Stance.ASSERTED, SINGLE),
    ],
)
def test_who_takes_a_deed_upon_himself(trigger: str, stance: Stance, expected: Agreement) -> None:
    said = tell(kind=Kind.ACCUSATION, actor=named(WADI), trigger=trigger, stance=stance)
    assert in_slot(Slot.ACTOR, tell(MONITOR, actor=named(WADI)), said).agreement is expected


def test_a_clash_has_two_sides_and_no_doer() -> None:
    one = tell(MONITOR, kind=Kind.CLASH, actor=named(ARMY), target=named(WADI))
    other = tell(MINISTRY, kind=Kind.CLASH, actor=named(WADI), target=named(ARMY))
    assert in_slot(Slot.ACTOR, one, other).agreement is AGREED


def test_a_denial_contests_what_somebody_else_says() -> None:
    said = tell(MONITOR, actor=named(AIR_FORCE))
    denial = tell(MINISTRY, actor=named(ARMY), stance=Stance.DENIED)
    for slot in (Slot.KIND, Slot.ACTOR):
        assert in_slot(slot, said, denial).agreement is CONTESTED
    assert "Defence Ministry of Riverland denies River army" in in_slot(Slot.ACTOR, said, denial).reason


def test_what_nobody_says_can_be_denied() -> None:
    assert in_slot(Slot.KIND, tell(MINISTRY, stance=Stance.DENIED)).agreement is SINGLE


def test_who_says_it_himself_denies_nothing() -> None:
    both = tell(MONITOR), tell(MONITOR, stance=Stance.DENIED), tell(MINISTRY)
    assert in_slot(Slot.KIND, *both).agreement is AGREED


def test_forecasts_say_nothing_yet() -> None:
    assert compare([tell(MONITOR, stance=Stance.PREDICTED), tell(MINISTRY, stance=Stance.CONDITIONAL)]) == ()


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("civilians", "civilians", AGREED),
        ("buses", "evacuees", COMPATIBLE),
        ("fighters", "children", DIFFERS),
        ("people", "soldiers", COMPATIBLE),
    ],
)
def test_targets(one: str, other: str, expected: Agreement) -> None:
    found = in_slot(Slot.TARGET, tell(MONITOR, target=named(one)), tell(MINISTRY, target=named(other)))
    assert found.agreement is expected


HASS, MARWA = place("Hass", at=(35.0, 36.0)), place("Marwa", at=(35.05, 36.0))
FARAWAY = place("Karm", at=(36.5, 37.0), admin1="Lower Vale")
VALE = place("Upper Vale", PlacePrecision.PROVINCE, at=(35.5, 36.5))
RIVERLAND = place("Riverland", PlacePrecision.COUNTRY, admin1=None)
COAST = place("the Coast", PlacePrecision.REGION, country=None, admin1=None)
DISTRICT = place("Hass District", PlacePrecision.DISTRICT)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (HASS, HASS, AGREED),
        (HASS, MARWA, COMPATIBLE),
        (HASS, VALE, COMPATIBLE),
        (HASS, RIVERLAND, COMPATIBLE),
        (VALE, RIVERLAND, COMPATIBLE),
        (HASS, DISTRICT, COMPATIBLE),
        (HASS, COAST, COMPATIBLE),
        (HASS, FARAWAY, DIFFERS),
        (FARAWAY, VALE, DIFFERS),
        (FARAWAY, DISTRICT, DIFFERS),
        (replace(HASS, place=None), replace(HASS, place=None), AGREED),
        (replace(HASS, place=None), FARAWAY, COMPATIBLE),
    ],
)
def test_places(one: Location, other: Location, expected: Agreement) -> None:
    for some, others in ((one, other), (other, one)):
        assert (
            in_slot(Slot.PLACE, tell(MONITOR, where=some), tell(MINISTRY, where=others)).agreement is expected
        )


def test_a_country_told_beside_the_town_says_no_more() -> None:
    tolds = tell(MONITOR, where=HASS), tell(MONITOR, where=RIVERLAND), tell(MINISTRY, where=FARAWAY)
    assert in_slot(Slot.PLACE, *tolds).agreement is DIFFERS


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (on(DAY), on(DAY), AGREED),
        (on(DAY), on(date(2031, 5, 1), date(2031, 5, 7)), COMPATIBLE),
        (on(DAY, NEXT), on(NEXT, date(2031, 5, 6)), COMPATIBLE),
        (on(DAY), Interval(date(2031, 5, 1), None, TimePrecision.DAYS), COMPATIBLE),
        (on(DAY), on(NEXT), DIFFERS),
    ],
)
def test_times(one: Interval, other: Interval, expected: Agreement) -> None:
    found = in_slot(Slot.TIME, tell(MONITOR, when=one), tell(MINISTRY, when=other))
    assert found.agreement is expected


@pytest.mark.parametrize(
    ("one", "other", "expected", "why"),
    [
        (killed(12), killed(12), AGREED, "say the same: 12 people"),
        (killed(12), at_least(10), COMPATIBLE, "overlap"),
        (killed(10, 14), killed(12, 20), COMPATIBLE, "overlap"),
        (killed(12), killed(27), DIFFERS, "27 people, but Harbour Monitor"),
        (killed(12), killed(4, of="children"), COMPATIBLE, "children are a part of"),
        (killed(12), killed(30, of="children"), DIFFERS, ""),
        (killed(12, of="civilians"), killed(30, of="soldiers"), COMPATIBLE, "they count"),
        (killed(12, of=None), killed(12), AGREED, ""),
        (killed(12, of="dozens"), killed(12), AGREED, ""),
        (
            killed(12, window="since Wednesday"),
            killed(27, area="Vale"),
            COMPATIBLE,
            "in “Vale”, the other over “since Wednesday”",
        ),
        (killed(12, area="Hass"), killed(27, area="Vale"), COMPATIBLE, "“Hass” and “Vale”"),
        (killed(12, area="Hass"), killed(27, area="Hass"), DIFFERS, ""),
        (killed(12, area="Hass"), killed(27), DIFFERS, ""),
    ],
)
def test_tolls_of_one_day(one: Figure, other: Figure, expected: Agreement, why: str) -> None:
    found = in_slot(Slot.KILLED, tell(MONITOR, figures=[one]), tell(MINISTRY, figures=[other]))
    turned = in_slot(Slot.KILLED, tell(MONITOR, figures=[other]), tell(MINISTRY, figures=[one]))
    assert found.agreement is turned.agreement is expected
    assert why in found.reason


def test_an_earlier_toll_goes_with_a_later_one_of_a_count_that_rises() -> None:
    first, later = tell(MONITOR, figures=[killed(43)]), tell(MINISTRY, figures=[killed(70)], published=NEXT)
    assert in_slot(Slot.KILLED, first, later).agreement is COMPATIBLE
    falls = tell(MONITOR, figures=[killed(90)]), later
    assert in_slot(Slot.KILLED, *falls).agreement is DIFFERS


def test_the_hour_counts_where_both_reports_have_one() -> None:
    early, late = datetime(2031, 5, 4, 8, 30), datetime(2031, 5, 4, 19, 5)  # noqa: DTZ001
    tolds = (
        tell(MONITOR, figures=[killed(43)], published=early),
        tell(MINISTRY, figures=[killed(70)], published=late),
    )
    assert in_slot(Slot.KILLED, *tolds).agreement is COMPATIBLE


def test_only_the_latest_word_of_an_origin_is_held_against_others() -> None:
    tolds = [
        tell(MONITOR, figures=[killed(43)]),
        tell(MONITOR, figures=[killed(70)], published=NEXT),
        tell(MINISTRY, figures=[killed(70)], published=NEXT),
    ]
    assert in_slot(Slot.KILLED, *tolds).agreement is AGREED


def test_a_former_count_and_a_part_of_nobody_in_particular_are_not_compared() -> None:
    parts = [killed(112), killed(43, sort=FigureSort.FORMER), killed(68, sort=FigureSort.PART)]
    tolds = tell(MONITOR, figures=parts), tell(MINISTRY, figures=[killed(112)])
    assert in_slot(Slot.KILLED, *tolds).agreement is AGREED


def test_a_speaker_beside_a_number_is_not_who_is_counted() -> None:
    tolds = tell(MONITOR, figures=[killed(12, of=MONITOR.name)]), tell(MINISTRY, figures=[killed(12)])
    assert in_slot(Slot.KILLED, *tolds).agreement is AGREED


def test_unknown_origins_never_confirm_but_may_contradict() -> None:
    said = tell(MONITOR, where=HASS)
    assert in_slot(Slot.PLACE, said, tell(outlet=None, where=HASS)).agreement is SINGLE
    assert (
        in_slot(Slot.PLACE, tell(outlet=None, where=HASS), tell(outlet=None, where=HASS)).agreement is SINGLE
    )
    assert in_slot(Slot.PLACE, said, tell(outlet=None, where=FARAWAY)).agreement is DIFFERS


def test_only_claims_of_the_main_family_answer() -> None:
    strikes = tell(MONITOR, actor=named(ARMY)), tell(MINISTRY, actor=named(ARMY))
    holder = tell(outlet="Coast Herald", kind=Kind.CONTROL, actor=named(WADI))
    found = in_slot(Slot.ACTOR, *strikes, holder)
    assert found.agreement is AGREED
    assert holder.claim.id not in found.claims


def test_hostile_names_stay_on_one_line_of_the_reason() -> None:
    bad = voice("Evil\n\x1b[31m Gazette\u202e" + "x" * 300)
    found = compare([tell(bad, where=HASS), tell(MONITOR, where=FARAWAY)])
    assert all(one.reason.isprintable() and len(one.reason) < 400 for one in found)


def test_an_account_has_its_claims_outlets_and_slots() -> None:
    tolds = [
        tell(MONITOR, id_="a1", actor=named(AIR_FORCE), where=HASS, when=on(DAY), figures=[killed(43)]),
        tell(MONITOR, id_="a2", outlet="Coast Herald", published=NEXT, figures=[killed(70, of="civilians")]),
        tell(MONITOR, id_="a3", outlet=None, published=None, stance=Stance.PREDICTED, figures=[killed(200)]),
        tell(MINISTRY, id_="b1", actor=named(ARMY), target=named("school"), stance=Stance.DENIED),
    ]
    monitor, ministry = accounts(tolds)
    assert (monitor.origin.key, ministry.origin.name) == ("harbour-monitor", "Defence Ministry of Riverland")
    assert monitor.claims == ("a1", "a2", "a3")
    assert monitor.outlets == ("Coast Herald", "River Post")
    assert [(value.words, value.low) for value in monitor.slots[Slot.KILLED]] == [
        ("43 people", 43),
        ("70 civilians", 70),
    ]
    assert monitor.slots[Slot.ACTOR][0].party == "river-air-force"
    assert monitor.slots[Slot.KIND][0].claims == ("a1", "a2")
    assert {slot: [value.denied for value in values] for slot, values in ministry.slots.items()} == {
        Slot.KIND: [True],
        Slot.ACTOR: [True],
    }


def test_accounts_with_most_claims_come_first_then_by_name() -> None:
    tolds = [tell(outlet="B"), tell(outlet="A"), tell(outlet="C"), tell(outlet="C")]
    assert [account.origin.name for account in accounts(tolds)] == ["C", "A", "B"]


VOICES = st.sampled_from([(), (MONITOR,), (MINISTRY,), (voice("Rima Sayegh"),)])


@st.composite
def claims(draw: st.DrawFn) -> Told:
    number = st.integers(0, 5).map(float)
    figures = draw(
        st.lists(
            st.builds(
                killed,
                number,
                of=st.sampled_from(["people", "children", "soldiers", None]),
                area=st.sampled_from(["Hass", None]),
                sort=st.sampled_from(list(FigureSort)),
            ),
            max_size=2,
        )
    )
    return tell(
        *draw(VOICES),
        outlet=draw(st.sampled_from(["River Post", "Coast Herald", None])),
        kind=draw(st.sampled_from([Kind.AIRSTRIKE, Kind.SHELLING, Kind.HARM, Kind.CONTROL, Kind.ACCUSATION])),
        stance=draw(st.sampled_from(list(Stance))),
        published=draw(st.sampled_from([DAY, NEXT, None])),
        actor=draw(st.sampled_from([named(ARMY), named(WADI), named("gunmen"), ()])),
        target=draw(st.sampled_from([named("civilians"), named(REBELS), ()])),
        where=draw(st.sampled_from([HASS, VALE, FARAWAY, None])),
        when=draw(st.sampled_from([on(DAY), on(DAY, NEXT), None])),
        figures=figures,
    )


SOME = st.lists(claims(), max_size=8)


@given(SOME, st.integers())
def test_the_order_of_claims_changes_nothing(tolds: list[Told], seed: int) -> None:
    shuffled = random.Random(seed).sample(tolds, len(tolds))
    assert compare(shuffled, PARTIES) == compare(tolds, PARTIES)
    assert accounts(shuffled, PARTIES) == accounts(tolds, PARTIES)


@given(SOME.filter(bool), st.data())
def test_an_echo_changes_no_agreement(tolds: list[Told], data: st.DataObject) -> None:
    source = data.draw(st.sampled_from(tolds))
    if not source.claim.voices:
        return
    echo = tell(
        *source.claim.voices,
        outlet="Echo Gazette",
        kind=source.claim.kind,
        stance=source.claim.stance,
        published=source.report.published,
        actor=source.claim.actor,
        target=source.claim.target,
        where=source.claim.place,
        when=source.claim.time,
        figures=source.claim.figures,
    )
    before = [(one.slot, one.agreement) for one in compare(tolds, PARTIES)]
    assert [(one.slot, one.agreement) for one in compare([*tolds, echo], PARTIES)] == before


@given(SOME)
def test_every_claim_that_is_pointed_to_exists(tolds: list[Told]) -> None:
    ids = {told.claim.id for told in tolds}
    for comparison in compare(tolds, PARTIES):
        assert comparison.claims
        assert set(comparison.claims) <= ids
        assert comparison.reason.endswith(".")
    for account in accounts(tolds, PARTIES):
        assert {
            claim for values in account.slots.values() for value in values for claim in value.claims
        } <= ids


@given(st.lists(claims(), max_size=6))
def test_nothing_is_agreed_on_the_word_of_one_known_origin(tolds: list[Told]) -> None:
    one_known = [told for told in tolds if not told.claim.voices and told.report.publisher is None]
    mine = [told for told in one_known if told.claim.kind is not Kind.ACCUSATION]
    found = compare([*mine, tell(MONITOR, where=HASS)], PARTIES)
    assert all(one.agreement not in (Agreement.AGREED, Agreement.COMPATIBLE) for one in found)
