"""Incidents as rows of UCDP GED's 49 columns: what its codebook makes of them, and what stays empty."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.export.exporting import (
    ARMY,
    DAY,
    HOSTILE,
    JETS,
    MARSA,
    NEXT,
    REBELS,
    RIVERLAND,
    VALE,
    accounted_for,
    every_claim,
    rows,
    scene,
    strike,
    why_left_out,
)
from tests.reconcile.accounts.telling import MINISTRY, at_least, killed, named, on, place, tell
from whosays.export.events import NOBODY_ASSERTS
from whosays.export.ged import COLUMNS, IN_NO_COLUMN, NOT_UCDP, priogrid
from whosays.export.ged_rows import NO_DAY, NO_DEATHS, NO_EVENT, NO_PLACE, NO_TIME
from whosays.model import Interval, Kind, Stance, TimePrecision, Told
from whosays.reconcile.aggregate import Rule


def only(*tolds: Told, rule: Rule | None = None) -> dict[str, str]:
    [row], _ = rows("ged", scene(*tolds), rule=rule)
    return row


def test_a_row_has_what_is_known_and_nothing_else() -> None:
    row = only(strike(id_="c1", figures=[killed(9, of="civilians")]))
    assert tuple(row) == COLUMNS
    assert len(COLUMNS) == 49
    assert {column: cell for column, cell in row.items() if cell} == {
        "id": "c1",
        "year": "2031",
        "code_status": NOT_UCDP,
        "type_of_violence": "3",
        "dyad_name": "Government of Syria - Civilians",
        "side_a": "Government of Syria",
        "side_b": "Civilians",
        "number_of_sources": "1",
        "source_article": '"River Post,2031-05-04,"',
        "source_office": "River Post",
        "source_date": "2031-05-04",
        "source_original": "Harbour Monitor",
        "where_prec": "1",
        "where_coordinates": "Marsa",
        "where_description": "Marsa",
        "adm_1": "Upper Vale",
        "latitude": "35.5",
        "longitude": "36.25",
        "geom_wkt": "POINT (36.25 35.5)",
        "priogrid_gid": "181153",
        "country": "Syria",
        "region": "Middle East",
        "event_clarity": "1",
        "date_prec": "1",
        "date_start": "2031-05-04",
        "date_end": "2031-05-04",
        "deaths_civilians": "9",
        "deaths_unknown": "0",
        "best": "9",
        "high": "9",
        "low": "9",
    }


def test_nine_outlets_that_print_one_word_are_one_source() -> None:
    echoes = [strike(outlet=f"Paper {n}") for n in range(9)]
    row = only(*echoes, strike(MINISTRY, outlet="River News"))
    assert row["number_of_sources"] == "2"
    assert set(row["source_original"].split("; ")) == {"Harbour Monitor", "Defence Ministry of Riverland"}
    assert row["source_office"].count(";") == 9


@pytest.mark.parametrize(
    ("slots", "why"),
    [
        ({"stance": Stance.DENIED}, NOBODY_ASSERTS),
        ({"figures": []}, NO_DEATHS),
        ({"figures": [killed(0)]}, NO_DEATHS),
        ({"figures": [at_least(250_000)]}, NO_DEATHS),
        ({"where": None}, NO_PLACE),
        ({"where": RIVERLAND, "when": None}, NO_EVENT),
        ({"when": Interval(date(2029, 1, 1), date(2031, 1, 1), TimePrecision.LONGER)}, NO_TIME),
        ({"when": None, "published": None}, NO_DAY),
    ],
)
def test_what_ucdp_does_not_code_is_in_the_receipt_with_the_reason(slots: dict[str, Any], why: str) -> None:
    found, receipt = rows("ged", scene(strike(id_="c1", **slots)))
    assert found == []
    assert why_left_out(receipt) == {why: ["c1"]}


@pytest.mark.parametrize(
    ("actor", "target", "expected"),
    [
        (ARMY, REBELS, ("1", "Government of Syria", "Hill rebels")),
        (REBELS, ARMY, ("1", "Government of Syria", "Hill rebels")),
        (("x", "coast-militia"), ("x", "black-banner"), ("2", "Coast Militia", "Black Banner")),
        (REBELS, "farmers", ("3", "Hill rebels", "Civilians")),
        ("the Wadi Brigade", "the Marsa Brigade", ("", "the Wadi Brigade", "the Marsa Brigade")),
        ("warplanes", "civilians", ("", "", "Civilians")),
    ],
)
def test_violence_is_typed_by_who_is_known_to_fight_whom(
    actor: Any, target: Any, expected: tuple[str, str, str]
) -> None:
    row = only(strike(kind=Kind.ATTACK, actor=named(actor), target=named(target)))
    assert (row["type_of_violence"], row["side_a"], row["side_b"]) == expected


def test_civilians_who_die_among_fighters_are_counted_and_no_side() -> None:
    row = only(strike(target=named(REBELS, "civilians"), figures=[killed(5, of="civilians"), killed(12)]))
    assert (row["type_of_violence"], row["side_b"]) == ("1", "Hill rebels")
    assert (row["deaths_civilians"], row["deaths_unknown"], row["best"]) == ("5", "7", "12")


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (None, ("9", "12", "15")),
        (Rule.BEST, ("9", "12", "15")),
        (Rule.CONSERVATIVE, ("9", "9", "9")),
        (Rule.RANGE, ("9", "", "15")),
        (Rule.PENDING, ("", "", "")),
    ],
)
def test_low_best_and_high_are_by_the_rule(rule: Rule | None, expected: tuple[str, str, str]) -> None:
    others = (strike(MINISTRY, figures=[killed(12)]), tell(outlet="A Post", figures=[killed(15)]))
    [row], receipt = rows("ged", scene(strike(), *others), rule=rule)
    assert (row["low"], row["best"], row["high"]) == expected
    [chosen] = [each for each in receipt["chosen"] if each["field"] == "best"]
    assert chosen["value"] == expected[1]


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(1, 60), st.sampled_from(["people", "civilians", "soldiers"])),
        min_size=1,
        max_size=5,
    )
)
def test_the_dead_by_who_they_are_sum_to_best(figures: list[tuple[int, str]]) -> None:
    tolds = [tell(outlet=f"Paper {n}", where=MARSA, when=on(DAY), figures=[killed(k, of=of)])
             for n, (k, of) in enumerate(figures)]  # fmt: skip
    row = only(*tolds)
    assert int(row["deaths_civilians"] or 0) + int(row["deaths_unknown"]) == int(row["best"])
    assert int(row["low"]) <= int(row["best"]) <= int(row["high"])


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        (on(DAY), ("2031-05-04", "2031-05-04", "1", "1")),
        (on(DAY, NEXT), ("2031-05-04", "2031-05-05", "2", "2")),
        (None, ("2031-05-04", "2031-05-04", "3", "2")),
    ],
)
def test_days_have_their_precision(when: Interval | None, expected: tuple[str, str, str, str]) -> None:
    row = only(strike(when=when))
    assert (row["date_start"], row["date_end"], row["date_prec"], row["event_clarity"]) == expected


def test_a_province_is_no_point() -> None:
    row = only(strike(where=VALE))
    assert row["where_prec"] == "4"
    assert not any(row[column] for column in ("latitude", "longitude", "geom_wkt", "priogrid_gid"))


def test_what_is_denied_too_says_so() -> None:
    denial = tell(MINISTRY, stance=Stance.DENIED, actor=named(JETS), id_="c9")
    [row], receipt = rows("ged", scene(strike(), denial))
    assert row["code_status"] == f"{NOT_UCDP}; contested"
    assert row["source_original"] == "Harbour Monitor"
    assert {"why": IN_NO_COLUMN, "count": 1, "claims": ["c9"]} in receipt["collapsed"]


def test_no_cell_is_a_formula() -> None:
    told = strike(outlet=HOSTILE, where=place(HOSTILE, country="SY"), actor=named(f"{HOSTILE} Brigade"))
    row = only(told)
    assert not any(cell.startswith("=") for cell in row.values())


@pytest.mark.parametrize(
    ("at", "cell"),
    [((34.531, 69.178), 179779), ((-90.0, -180.0), 1), ((90.0, 180.0), 259200), ((-0.01, 0.0), 129241)],
)
def test_cells_of_prio_grid_are_counted_from_the_south_west(at: tuple[float, float], cell: int) -> None:
    assert priogrid(*at) == cell


def test_every_claim_is_in_a_row_or_left_out() -> None:
    incidents = [
        scene(strike(), strike(stance=Stance.DENIED), strike(when=on(NEXT))),
        scene(strike(where=None)),
    ]
    _, receipt = rows("ged", *incidents)
    assert accounted_for(receipt) == every_claim(*incidents)
