"""Who holds a place on a day, by whose word."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reconcile.sentences import DAY, PARTIES, origin, told
from whosays.ground.parties import Registry
from whosays.model import Stance, Told
from whosays.reconcile.control import Control, History, Status, control

UNDISPUTED, CLAIMED = Status.UNDISPUTED, Status.CLAIMED
CONTESTED, UNKNOWN = Status.CONTESTED, Status.UNKNOWN

REBELS_TOOK = "<a hill-rebels>Rebels</a> <x>seized</x> <p>Marsa</p> from the <t river-army>army</t>."
ARMY_TOOK = "The <a river-army>army</a> <x>retook</x> <p>Marsa</p>."
REBELS_HOLD = "<a hill-rebels>Rebels</a> <x>hold</x> <p>Marsa</p>."
BRIGADE_HOLDS = "The <a wadi-brigade>Wadi Brigade</a> <x>controls</x> <p>Marsa</p>."
ARMY_HOLDS = "The <a river-army>army</a> <x>controls</x> <p>Marsa</p>."
BANNER_HOLDS = "<a black-banner>Black Banner</a> <x>controls</x> <p>Marsa</p>."
MILITANTS_HOLD = "<a>Militants</a> <x>control</x> <p>Marsa</p>."


def days(number: int) -> date:
    return DAY + timedelta(days=number)


def said(marked: str, by: str, day: int = 0, stance: Stance = Stance.ASSERTED) -> Told:
    known = by if by in PARTIES else None
    return told(marked, stance=stance, by=known, outlet=by, day=days(day))


def histories(*tolds: Told) -> tuple[History, ...]:
    return control(tolds, origin, PARTIES)


def on(day: int, *tolds: Told) -> Control:
    (history,) = histories(*tolds)
    return history.on(days(day))


@pytest.mark.parametrize(
    ("tolds", "status", "holders"),
    [
        ([(REBELS_TOOK, "Coast Post")], CLAIMED, ["hill-rebels"]),
        ([(REBELS_TOOK, "Coast Post"), (REBELS_HOLD, "Coast Post")], CLAIMED, ["hill-rebels"]),
        ([(REBELS_TOOK, "Coast Post"), (REBELS_HOLD, "Vale Times")], UNDISPUTED, ["hill-rebels"]),
        (
            [(REBELS_TOOK, "Coast Post"), (BRIGADE_HOLDS, "Vale Times")],
            UNDISPUTED,
            ["hill-rebels", "wadi-brigade"],
        ),
        ([(REBELS_TOOK, "hill-rebels"), (REBELS_HOLD, "wadi-brigade")], CLAIMED, ["hill-rebels"]),
        ([(REBELS_TOOK, "hill-rebels"), (REBELS_HOLD, "river-gov")], UNDISPUTED, ["hill-rebels"]),
        ([(REBELS_TOOK, "nobody"), (REBELS_HOLD, "nobody")], CLAIMED, ["hill-rebels"]),
        ([(REBELS_TOOK, "Coast Post"), (ARMY_HOLDS, "Vale Times")], CONTESTED, ["hill-rebels", "river-army"]),
        (
            [(BANNER_HOLDS, "Coast Post"), (REBELS_HOLD, "Vale Times")],
            CONTESTED,
            ["black-banner", "hill-rebels"],
        ),
        ([(REBELS_TOOK, "Coast Post"), (MILITANTS_HOLD, "Vale Times")], CLAIMED, ["hill-rebels"]),
        ([(MILITANTS_HOLD, "Coast Post")], CLAIMED, ["militants"]),
        ([(MILITANTS_HOLD, "Coast Post"), (MILITANTS_HOLD, "Vale Times")], UNDISPUTED, ["militants"]),
    ],
)
def test_how_well_it_is_known(tolds: list[tuple[str, str]], status: Status, holders: list[str]) -> None:
    found = on(1, *(said(marked, by) for marked, by in tolds))
    assert (found.status, [holder.key for holder in found.holders]) == (status, holders)


def test_a_denial_contests_the_word_of_another() -> None:
    denied = said(REBELS_TOOK, "river-gov", stance=Stance.DENIED)
    found = on(0, said(REBELS_TOOK, "hill-rebels"), denied)
    assert found.status is CONTESTED
    assert found.reason == "hill-rebels: Rebels; river-gov: not so."


def test_who_denies_alone_says_nothing_of_who_holds_it() -> None:
    assert on(0, said(REBELS_TOOK, "river-gov", stance=Stance.DENIED)).status is UNKNOWN


def test_what_changed_hands_is_what_counts_from_then_on() -> None:
    tolds = [
        said(ARMY_HOLDS, "Coast Post", 0),
        said(ARMY_HOLDS, "Vale Times", 1),
        said(REBELS_TOOK, "hill-rebels", 3),
        said(REBELS_TOOK, "Vale Times", 4),
        said(ARMY_TOOK, "Coast Post", 9),
    ]
    found = [on(day, *tolds) for day in (-1, 0, 1, 2, 3, 4, 8, 9)]
    assert [control.status for control in found] == [
        *(UNKNOWN, CLAIMED, UNDISPUTED, UNDISPUTED),
        *(CLAIMED, UNDISPUTED, UNDISPUTED, CLAIMED),
    ]
    keys = [[holder.key for holder in control.holders] for control in found[1:]]
    assert keys == [["river-army"]] * 3 + [["hill-rebels"]] * 3 + [["river-army"]]


def test_old_words_do_not_contest_new_ones() -> None:
    tolds = [said(REBELS_HOLD, "Coast Post", 0), said(ARMY_HOLDS, "Vale Times", 90)]
    assert on(30, *tolds).status is CLAIMED
    assert on(90, *tolds).status is CLAIMED
    assert on(400, *tolds).until == days(90)


def test_an_origin_that_says_otherwise_later_has_changed_its_word() -> None:
    found = on(3, said(REBELS_HOLD, "Coast Post", 0), said(ARMY_HOLDS, "Coast Post", 2))
    assert (found.status, found.holders[0].key) == (CLAIMED, "river-army")


def test_the_day_of_an_event_is_that_which_the_claim_names() -> None:
    event = told(REBELS_TOOK, day=days(5), when=days(1))
    assert [on(day, event).status for day in (0, 1)] == [UNKNOWN, CLAIMED]


def test_a_report_that_gives_a_town_to_both_speaks_of_its_parts() -> None:
    both = [told(marked, outlet="Coast Post", report="one") for marked in (REBELS_HOLD, ARMY_HOLDS)]
    assert on(0, *both).status is UNKNOWN


def test_who_held_a_town_that_is_taken_is_told_by_the_way() -> None:
    taken = told("The <a river-army>army</a> <x>seized</x> rebel-held <p>Marsa</p>.", report="one")
    before = told("The army seized <a hill-rebels>rebel</a>-<x>held</x> <p>Marsa</p>.", report="one")
    found = [
        history for history in histories(taken, before, said(ARMY_TOOK, "Vale Times")) if not history.part
    ]
    assert found[0].on(DAY).holders[0].key == "river-army"


@pytest.mark.parametrize(
    "marked",
    [
        "<a hill-rebels>Rebels</a> <x>besieged</x> <p>Marsa</p>.",
        "<a hill-rebels>Rebels</a> <x>entered</x> <p>Marsa</p>.",
        "<a hill-rebels>Rebels</a> had <x>seized</x> <p>Marsa</p>.",
        "<a hill-rebels>Rebels</a> <x>seized</x> <p>Marsa</p> in 2029.",
        "<a hill-rebels>Rebels</a> and <a river-army>the army</a> <x>hold</x> <p>Marsa</p>.",
    ],
)
def test_what_decides_nothing_is_kept(marked: str) -> None:
    (history,) = histories(said(marked, "Coast Post"))
    assert len(history.statements) == 1
    assert history.on(DAY).status is UNKNOWN


@pytest.mark.parametrize("stance", [Stance.PREDICTED, Stance.CONDITIONAL])
def test_a_forecast_is_no_statement(stance: Stance) -> None:
    assert histories(said(REBELS_TOOK, "Coast Post", stance=stance)) == ()


def test_an_unconfirmed_word_is_kept_and_decides_nothing() -> None:
    assert on(0, said(REBELS_TOOK, "Coast Post", stance=Stance.UNCONFIRMED)).status is UNKNOWN


def test_a_province_says_nothing_of_its_towns_nor_a_part_of_the_whole() -> None:
    province = said("<a hill-rebels>Rebels</a> <x>control</x> <p>Upper Vale</p>.", "Coast Post")
    east = said("Jets hit <a hill-rebels>rebel</a>-<x>held</x> east <p>Marsa</p>.", "Coast Post")
    town = said(ARMY_HOLDS, "Vale Times")
    found = histories(province, east, town)
    assert [(history.name, history.part) for history in found] == [
        ("Marsa", ""),
        ("Marsa", "east"),
        ("Upper Vale", ""),
    ]
    assert [history.on(DAY).status for history in found] == [CLAIMED] * 3


def test_reports_without_a_day_decide_nothing_and_come_last() -> None:
    undated = told(REBELS_HOLD, day=None)
    (history,) = histories(undated, said(ARMY_HOLDS, "Coast Post"))
    assert [statement.day for statement in history.statements] == [DAY, None]
    assert history.on(days(900)).holders[0].key == "river-army"


def test_hostile_names_come_out_on_one_line() -> None:
    name = "Rebels\x1b[31m\n" + "x" * 500
    found = on(0, said(f"<a>{name.replace(chr(10), ' ')}</a> <x>hold</x> <p>Marsa</p>.", "Coast Post"))
    assert "\x1b" not in found.reason
    assert len(found.reason) < 200


WORDS = [REBELS_TOOK, ARMY_TOOK, REBELS_HOLD, BRIGADE_HOLDS, ARMY_HOLDS, BANNER_HOLDS, MILITANTS_HOLD]
SPEAKERS = ["Coast Post", "Vale Times", "hill-rebels", "river-gov", "nobody", "harbour-monitor"]
SAID = st.builds(
    said,
    st.sampled_from(WORDS),
    st.sampled_from(SPEAKERS),
    st.integers(0, 60),
    st.sampled_from([Stance.ASSERTED, Stance.DENIED, Stance.UNCONFIRMED]),
)


@given(st.lists(SAID, max_size=12).flatmap(lambda tolds: st.tuples(st.just(tolds), st.permutations(tolds))))
def test_the_order_of_reports_does_not_matter(tolds: tuple[list[Told], list[Told]]) -> None:
    one, other = (control(each, origin, PARTIES) for each in tolds)
    assert one == other
    assert [h.on(days(n)) for h in one for n in range(0, 70, 7)] == [
        h.on(days(n)) for h in other for n in range(0, 70, 7)
    ]


@given(st.lists(SAID, min_size=1, max_size=12), st.integers(-5, 90))
def test_what_is_said_later_changes_no_day_before(tolds: list[Told], day: int) -> None:
    until = [each for each in tolds if each.report.day and each.report.day <= days(day)]
    now, then = ({h.key: h.on(days(day)) for h in control(each, origin, PARTIES)} for each in (tolds, until))
    assert {key: now[key] for key in then} == then
    assert all(now[key].status is UNKNOWN for key in now.keys() - then.keys())


@given(st.lists(SAID, min_size=1, max_size=12), st.integers(0, 90))
def test_a_status_rests_on_claims_that_were_made(tolds: list[Told], day: int) -> None:
    ids = {each.claim.id for each in tolds}
    for history in control(tolds, origin, PARTIES):
        found = history.on(days(day))
        assert set(found.claims) <= ids
        assert bool(found.holders) is (found.status is not UNKNOWN)


def test_with_the_registry_of_the_package() -> None:
    registry = {party.id: party for party in Registry.default()}
    took = "The <a syrian-army>army</a> <x>recaptured</x> <p>Marsa</p>."
    tolds = [told(took, outlet=outlet, day=date(2016, 3, 27)) for outlet in ("Coast Post", "Vale Times")]
    (history,) = control(tolds, origin, registry)
    assert history.on(date(2016, 4, 1)).status is UNDISPUTED
