"""Who is on which side of an event: by the registry and by names, as most origins have it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from tests.export.exporting import ARMY, DAY, JETS, MARSA, PARTIES, REBELS, scene
from tests.reconcile.accounts.telling import MONITOR, named, on, tell
from whosays.export.events import events
from whosays.export.forces import Force, Forces, crowd, disorder, region, ucdp_region
from whosays.export.receipt import Receipt
from whosays.export.sides import Side, sides
from whosays.ingest.coded.countries import country
from whosays.model import Kind, Stance, Told

FORCES = Forces(PARTIES)
NAME = str | tuple[str, str]


def found(name: NAME, at: str | None = "SY") -> Force | None:
    return FORCES.find(named(name)[0], at)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (ARMY, ("River army", 1)),
        (JETS, ("River air force", 1)),
        (REBELS, ("Hill rebels", 2)),
        (("militia", "coast-militia"), ("Coast Militia", 3)),
        (("jets", "northland"), ("Northland", 8)),
        (("fighters", "black-banner"), ("Black Banner", 8)),
        (("General Nur", "general-nur"), ("River army", 1)),
        (("council", "hill-council"), ("Hill Council", None)),
        ("masked gunmen", ("masked gunmen", 3)),
        ("police", ("police", 1)),
        ("the Wadi Brigade", ("the Wadi Brigade", None)),
        ("three children", ("Civilians (Syria)", 7)),
        ("the vegetable market", ("Civilians (Syria)", 7)),
        ("protesters", ("Protesters (Syria)", 6)),
    ],
)
def test_a_side_has_the_name_and_code_that_are_known(name: NAME, expected: tuple[str, int | None]) -> None:
    side = found(name)
    assert side is not None
    assert (side.name, side.code) == expected


@pytest.mark.parametrize(
    "name",
    ["the M5 highway", "hills", "Hass", "Hala Mardini", "terrorists", "warplanes", ("it", "harbour-monitor")],
)
def test_what_is_no_side_is_none(name: NAME) -> None:
    assert found(name) is None


def test_a_state_is_at_home_in_its_country_alone() -> None:
    assert [getattr(found(ARMY, at), "code", 0) for at in ("SY", "IQ", None)] == [1, 8, None]


@pytest.mark.parametrize(
    ("name", "expected"),
    [(JETS, "Government of Syria"), (REBELS, "Hill rebels"), ("children", "Civilians"), ("police", "police")],
)
def test_ucdp_calls_a_states_forces_its_government(name: NAME, expected: str) -> None:
    side = found(name)
    assert side is not None
    assert side.ucdp_name == expected


def of(*tolds: Told) -> tuple[list[str], list[str], Receipt]:
    """The names of who acts and who is hit in the one event of those claims."""
    receipt = Receipt("acled")
    [event] = events(scene(*tolds), receipt)
    acting, hit = sides(event, "SY", FORCES, receipt, "actor1")
    return _names(acting), _names(hit), receipt


def _names(side: Side) -> list[str]:
    return [each.name for each in side.forces]


def deed(actor: Sequence[NAME] = (), target: Sequence[NAME] = (), **slots: Any) -> Told:
    return tell(
        *slots.pop("voices", (MONITOR,)),
        actor=named(*actor),
        target=named(*target),
        where=MARSA,
        when=on(DAY),
        **slots,
    )


def test_who_acts_with_another_is_beside_him_and_who_fights_him_is_not() -> None:
    militia, rebels = ("the militia", "coast-militia"), REBELS
    assert of(deed([ARMY, militia], ["civilians"]))[:2] == (
        ["River army", "Coast Militia"],
        ["Civilians (Syria)"],
    )
    assert of(deed([ARMY, rebels], kind=Kind.CONTROL))[:2] == (["River army"], ["Hill rebels"])


def test_either_side_of_a_clash_may_be_named_first() -> None:
    told = [deed([ARMY], [REBELS], kind=Kind.CLASH), deed([REBELS], [ARMY], kind=Kind.CLASH, voices=())]
    acting, hit, _ = of(*told)
    assert {*acting, *hit} == {"River army", "Hill rebels"}
    assert (len(acting), len(hit)) == (1, 1)
    assert of(deed([ARMY, REBELS], kind=Kind.CLASH))[:2] == (["River army"], ["Hill rebels"])


def test_soldiers_are_of_their_states_side() -> None:
    assert of(deed([ARMY], ["soldiers", REBELS]))[1] == ["Hill rebels"]


def test_civilians_are_hit_and_do_not_strike() -> None:
    assert of(deed(["residents"], [ARMY]))[:2] == ([], ["River army"])


def test_that_others_are_named_as_doers_is_kept() -> None:
    blamed = deed([REBELS], id_="c7", voices=(), outlet="Coast Post")
    acting, _, receipt = of(deed([JETS]), deed([JETS], voices=(), outlet="Vale Radio"), blamed)
    assert acting == ["River air force"]
    [chosen] = receipt.chosen
    assert (chosen.field, chosen.claims) == ("actor1", ("c7",))
    assert "Hill rebels" in chosen.why


def test_who_is_only_accused_by_a_denial_is_no_doer() -> None:
    denial = deed([JETS], voices=(), outlet="Coast Post", stance=Stance.DENIED)
    assert of(deed(target=["civilians"]), denial)[:2] == ([], ["Civilians (Syria)"])


def test_a_crowd_without_a_country_has_no_name_of_it() -> None:
    assert crowd(7, None).name == "Civilians"


@pytest.mark.parametrize(
    ("code", "acled", "ucdp"),
    [
        ("SY", "Middle East", "Middle East"),
        ("EG", "Northern Africa", "Middle East"),
        ("UA", "Europe", "Europe"),
        ("GE", "Caucasus and Central Asia", "Europe"),
        ("MM", "Southeast Asia", "Asia"),
        (None, None, None),
    ],
)
def test_regions_are_where_acled_and_ucdp_draw_them(
    code: str | None, acled: str | None, ucdp: str | None
) -> None:
    assert (region(code), ucdp_region(code)) == (acled, ucdp)


def test_a_battle_is_political_violence() -> None:
    assert disorder("Battles") == "Political violence"


def test_a_country_has_its_number_its_letters_and_its_name() -> None:
    found = country("SY")
    assert found is not None
    assert (found.numeric, found.alpha3, found.name) == (760, "SYR", "Syria")
    assert country("XX") is None
    assert country(None) is None
