"""Incidents as rows of ACLED's 31 columns: what its codebook makes of them, and what stays empty."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from tests.export.exporting import (
    ARMY,
    DAY,
    HOSTILE,
    JETS,
    MARSA,
    NEXT,
    REBELS,
    RIVERLAND,
    SUNPORT,
    VALE,
    accounted_for,
    every_claim,
    rows,
    scene,
    strike,
    why_left_out,
)
from tests.reconcile.accounts.telling import MINISTRY, MONITOR, at_least, killed, named, on, tell
from whosays.export.acled import COLUMNS, IN_NOTES, NOT_ACLED
from whosays.export.acled_rows import IN_BATTLE, NO_DAY, NO_PLACE, NO_TIME, NO_TYPE
from whosays.export.events import FORETOLD, NOBODY_ASSERTS
from whosays.model import Interval, Kind, Stance, TimePrecision, Told
from whosays.reconcile.aggregate import Rule


def only(*tolds: Told, rule: Rule | None = None) -> dict[str, str]:
    """The one row of the incident of those claims."""
    [row], _ = rows("acled", scene(*tolds), rule=rule)
    return row


def test_a_row_has_what_is_known_and_nothing_else() -> None:
    row = only(strike(id_="c1"))
    assert tuple(row) == COLUMNS
    assert {column: cell for column, cell in row.items() if cell} == {
        "event_id_cnty": "c1",
        "event_date": "2031-05-04",
        "year": "2031",
        "time_precision": "1",
        "disorder_type": "Political violence",
        "event_type": "Explosions/Remote violence",
        "sub_event_type": "Air/drone strike",
        "actor1": "River air force",
        "inter1": "1",
        "actor2": "Civilians (Syria)",
        "inter2": "7",
        "interaction": "17",
        "civilian_targeting": "Civilian targeting",
        "iso": "760",
        "region": "Middle East",
        "country": "Syria",
        "admin1": "Upper Vale",
        "location": "Marsa",
        "latitude": "35.5",
        "longitude": "36.25",
        "geo_precision": "1",
        "source": "River Post",
        "notes": "Harbour Monitor (River Post, 2031-05-04) says: “strike”",
        "fatalities": "9",
        "tags": f"{NOT_ACLED}; incident=c1",
        "timestamp": "1935619200",
    }


def test_a_fight_has_a_row_a_day_and_place() -> None:
    fight = [
        tell(MONITOR, kind=Kind.CLASH, where=where, when=on(day), actor=named(ARMY), target=named(REBELS))
        for where, day in ((MARSA, DAY), (MARSA, NEXT), (SUNPORT, NEXT))
    ]
    found, receipt = rows("acled", scene(*fight))
    assert sorted((row["event_date"], row["location"]) for row in found) == [
        ("2031-05-04", "Marsa"),
        ("2031-05-05", "Marsa"),
        ("2031-05-05", "Sunport"),
    ]
    assert len({row["event_id_cnty"] for row in found}) == 3
    assert {row["tags"].split("=")[1] for row in found} == {fight[0].claim.id}
    assert accounted_for(receipt) == every_claim(scene(*fight))


def test_what_is_vaguer_goes_with_the_day_and_place_most_told() -> None:
    told = [strike(), strike(outlet="Vale Radio"), strike(where=VALE, when=None, figures=[killed(4)])]
    found, receipt = rows("acled", scene(*told))
    assert len(found) == 1
    assert len(receipt["claims_of_rows"][found[0]["event_id_cnty"]]) == 3


def test_an_echo_does_not_outvote_another_origin() -> None:
    """Three outlets that quote the monitor are one voice against two others."""
    echoes = [strike(outlet=outlet, where=SUNPORT) for outlet in ("River Post", "Vale Radio", "Coast Post")]
    others = [
        tell(outlet=outlet, where=MARSA, when=on(DAY), actor=named(JETS))
        for outlet in ("North Wire", "The Bay")
    ]
    found, _ = rows("acled", scene(*echoes, *others))
    assert [row["location"] for row in found][:1] == ["Marsa"]


@pytest.mark.parametrize(
    ("slots", "why"),
    [
        ({"stance": Stance.DENIED}, NOBODY_ASSERTS),
        ({"stance": Stance.UNCONFIRMED}, NOBODY_ASSERTS),
        ({"stance": Stance.PREDICTED}, NOBODY_ASSERTS),
        ({"where": None}, NO_PLACE),
        ({"where": RIVERLAND}, NO_PLACE),
        ({"kind": Kind.DISPLACE}, NO_TYPE),
        ({"kind": Kind.MOVEMENT, "actor": named("Lena Haddad")}, NO_TYPE),
        ({"when": Interval(date(2031, 1, 1), date(2031, 12, 31), TimePrecision.YEAR)}, NO_TIME),
        ({"when": None, "published": None}, NO_DAY),
    ],
)
def test_what_acled_does_not_code_is_in_the_receipt_with_the_reason(slots: dict[str, Any], why: str) -> None:
    told = strike(id_="c1", **slots)
    found, receipt = rows("acled", scene(told))
    assert found == []
    assert why_left_out(receipt) == {why: ["c1"]}


def test_a_denial_is_told_in_the_notes_and_makes_no_row_of_its_own() -> None:
    denial = tell(MINISTRY, stance=Stance.DENIED, actor=named(JETS), outlet="Coast Post", id_="c9")
    forecast = strike(stance=Stance.PREDICTED, id_="c8")
    found, receipt = rows("acled", scene(strike(), denial, forecast))
    assert len(found) == 1
    assert "Defence Ministry of Riverland (Coast Post, 2031-05-04) denies" in found[0]["notes"]
    assert found[0]["tags"].endswith("; contested")
    assert found[0]["actor1"] == "River air force"
    assert {"why": IN_NOTES, "count": 1, "claims": ["c9"]} in receipt["collapsed"]
    assert why_left_out(receipt) == {FORETOLD: ["c8"]}


@pytest.mark.parametrize(
    ("rule", "expected"),
    [(None, "9"), (Rule.CONSERVATIVE, "9"), (Rule.BEST, "12"), (Rule.MAJORITY, "12"), (Rule.PENDING, "")],
)
def test_the_dead_are_reckoned_by_the_rule(rule: Rule | None, expected: str) -> None:
    voices = (
        tell(outlet=outlet, where=MARSA, when=on(DAY), figures=[killed(12)])
        for outlet in ("A Post", "B Post")
    )
    told = [strike(), *voices]
    [row], receipt = rows("acled", scene(*told), rule=rule)
    assert row["fatalities"] == expected
    [chosen] = [each for each in receipt["chosen"] if each["field"] == "fatalities"]
    assert chosen["value"] == expected
    assert chosen["why"].startswith(rule or Rule.CONSERVATIVE)


def test_no_figure_is_no_zero() -> None:
    assert only(strike(figures=[]))["fatalities"] == ""


def test_the_sum_of_a_war_is_no_toll_of_a_day() -> None:
    [row], receipt = rows("acled", scene(strike(figures=[at_least(200_000)], id_="c1")))
    assert row["fatalities"] == ""
    [dropped] = [each for each in receipt["chosen"] if each["field"] == "killed"]
    assert dropped["claims"] == ["c1"]
    assert only(strike(figures=[killed(9), killed(310_000)]))["fatalities"] == "9"


REMOTE, CIVILIAN, BATTLES = "Explosions/Remote violence", "Violence against civilians", "Battles"
STRATEGIC = "Strategic developments"


@pytest.mark.parametrize(
    ("kind", "trigger", "actor", "target", "expected"),
    [
        (Kind.SHELLING, "shelled", [ARMY], [], (REMOTE, "Shelling/artillery/missile attack")),
        (Kind.BOMBING, "suicide attack", [], [], (REMOTE, "Suicide bomb")),
        (Kind.BOMBING, "blew himself up", [], [], (REMOTE, "Suicide bomb")),
        (Kind.BOMBING, "car bomb", [], [], (REMOTE, "Remote explosive/landmine/IED")),
        (Kind.BOMBING, "explosion", [], [], (REMOTE, "")),
        (Kind.CONTROL, "captured", ["gunmen"], [], (BATTLES, "")),
        (Kind.ATTACK, "attacked", [REBELS], ["civilians"], (CIVILIAN, "Attack")),
        (Kind.ATTACK, "attacked", [REBELS], [ARMY], (BATTLES, "Armed clash")),
        (Kind.HARM, "killed", [REBELS], ["farmers"], (CIVILIAN, "Attack")),
        (Kind.CLASH, "clashed", [REBELS], [ARMY], (BATTLES, "Armed clash")),
        (Kind.CONTROL, "retook", [("army", "syrian-army")], [], (BATTLES, "Government regains territory")),
        (Kind.DETAIN, "abducted", [REBELS], ["medics"], (CIVILIAN, "Abduction/forced disappearance")),
        (Kind.MOVEMENT, "withdrew", [ARMY], [], (STRATEGIC, "Non-violent transfer of territory")),
        (Kind.AGREEMENT, "agreed", [ARMY], [REBELS], (STRATEGIC, "Agreement")),
        (Kind.PROTEST, "protested", ["students"], [], ("Protests", "Peaceful protest")),
        (Kind.PROTEST, "rioted", [], [], ("Riots", "Violent demonstration")),
    ],
)
def test_types_are_those_of_the_codebook(
    kind: Kind, trigger: str, actor: Sequence[Any], target: Sequence[Any], expected: tuple[str, str]
) -> None:
    told = strike(kind=kind, trigger=trigger, actor=named(*actor), target=named(*target), figures=[])
    row = only(told)
    assert (row["event_type"], row["sub_event_type"]) == expected


def test_those_who_protest_are_named_as_acled_names_them() -> None:
    row = only(strike(kind=Kind.PROTEST, trigger="protested", actor=named("students"), target=(), figures=[]))
    assert (row["actor1"], row["inter1"], row["interaction"]) == ("Protesters (Syria)", "6", "60")
    assert row["disorder_type"] == "Demonstrations"


def test_a_protest_that_is_met_by_force_is_not_called_peaceful() -> None:
    told = strike(
        kind=Kind.PROTEST, trigger="protested", actor=named(ARMY, "students"), target=(), figures=[]
    )
    row = only(told)
    assert (row["actor1"], row["actor2"]) == ("Protesters (Syria)", "River army")
    assert (row["sub_event_type"], row["interaction"]) == ("", "16")


def test_an_explosion_that_another_calls_a_strike_is_a_strike() -> None:
    """The one who knows what it was is more precise than the two who do not."""
    blasts = [
        tell(kind=Kind.BOMBING, trigger="explosion", where=MARSA, when=on(DAY), outlet=outlet)
        for outlet in ("Coast Post", "Vale Radio")
    ]
    assert only(strike(), *blasts)["sub_event_type"] == "Air/drone strike"


def test_shelling_in_a_battle_is_the_battle() -> None:
    clash = tell(MONITOR, kind=Kind.CLASH, where=MARSA, when=on(DAY), actor=named(ARMY), target=named(REBELS))
    [row], receipt = rows("acled", scene(clash, strike(kind=Kind.SHELLING, id_="c2", figures=[])))
    assert (row["event_type"], row["sub_event_type"]) == ("Battles", "Armed clash")
    assert {"why": IN_BATTLE, "count": 1, "claims": ["c2"]} in receipt["collapsed"]
    assert row["actor2"] != "Civilians (Syria)"


def test_only_the_last_change_of_control_keeps_its_code() -> None:
    taken = [
        tell(
            MONITOR,
            kind=Kind.CONTROL,
            trigger="captured",
            where=MARSA,
            when=on(day),
            actor=named(("x", party)),
        )
        for day, party in ((DAY, "nusra-front"), (NEXT, "syrian-army"))
    ]
    found, receipt = rows("acled", scene(*taken))
    assert [row["sub_event_type"] for row in found] == ["Armed clash", "Government regains territory"]
    assert any(each["field"] == "sub_event_type" for each in receipt["chosen"])


@pytest.mark.parametrize(
    ("when", "day", "precision"),
    [
        (on(DAY), "2031-05-04", "1"),
        (on(date(2031, 5, 1), date(2031, 5, 7)), "2031-05-04", "2"),
        (Interval(date(2031, 5, 1), date(2031, 5, 31), TimePrecision.MONTH), "2031-05-16", "3"),
        (None, "2031-05-04", "2"),
    ],
)
def test_a_day_stands_for_its_week_or_month(when: Interval | None, day: str, precision: str) -> None:
    [row], receipt = rows("acled", scene(strike(when=when)))
    assert (row["event_date"], row["time_precision"]) == (day, precision)
    assert any(each["field"] == "event_date" for each in receipt["chosen"]) == (precision != "1")


def test_a_province_is_no_point() -> None:
    row = only(strike(where=VALE))
    assert (row["latitude"], row["longitude"], row["geo_precision"]) == ("", "", "3")


@pytest.mark.parametrize("hostile", [HOSTILE, "+1", "@SUM(1)", "-2"])
def test_no_cell_is_a_formula_or_breaks_its_row(hostile: str) -> None:
    told = strike(actor=named(f"{hostile} Brigade"), outlet=hostile, trigger="strike")
    [row], _ = rows("acled", scene(told))
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row.values())
    assert "\x1b" not in row["notes"]
    assert "\n" not in row["notes"]


def test_every_claim_is_in_a_row_or_left_out() -> None:
    incidents = [
        scene(strike(), strike(stance=Stance.DENIED), strike(where=SUNPORT)),
        scene(strike(where=None)),
        scene(strike(stance=Stance.PREDICTED), strike(kind=Kind.DISPLACE)),
    ]
    _, receipt = rows("acled", *incidents)
    assert accounted_for(receipt) == every_claim(*incidents)
