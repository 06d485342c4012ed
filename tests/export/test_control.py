"""Who holds which place, as records and rows."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reconcile.sentences import DAY, PARTIES, origin, told
from whosays.export.control import DAY_COLUMNS, HISTORY_COLUMNS, Holdings, lines, write
from whosays.export.table import guard
from whosays.model import Figure, Location, Measure, Stance, Told
from whosays.reconcile.control import control
from whosays.reconcile.control.unnamed import unnamed

TOOK = "The <a river-army>army</a> <x>retook</x> the <p>Marsa</p> road from <t hill-rebels>rebels</t>."
HOLDS = "The <a river-army>army</a> <x>holds</x> <p>Marsa</p>."
VILLAGES = "The <a river-army>army</a> <x>took</x> villages near <p>Marsa</p> from <t hill-rebels>rebels</t>."


def holdings(*tolds: Told, on: date | None = None) -> Holdings:
    by_id = {each.claim.id: each for each in tolds}
    return Holdings(control(tolds, origin, PARTIES), tuple(unnamed(tolds, origin)), by_id, on)


def counting(low: float | None, high: float | None, stance: Stance = Stance.ASSERTED) -> Told:
    made = told(VILLAGES, stance=stance)
    figure = Figure(Measure.PLACES, low, high, made.claim.trigger, "villages")
    return replace(made, claim=replace(made.claim, figures=(figure,)))


def rows(found: Holdings) -> list[dict[str, str]]:
    out = io.StringIO(newline="")
    write(found, out)
    return list(csv.DictReader(io.StringIO(out.getvalue(), newline="")))


def test_every_column_of_a_statement() -> None:
    made = told(HOLDS, by="harbour-monitor")
    (row,) = rows(holdings(made))
    assert row == {
        "sort": "place",
        "place": "Marsa",
        "part": "",
        "geonames_id": "11",
        "country": "XR",
        "admin1": "",
        "lat": "35.0",
        "lon": "36.0",
        "day": "2031-05-04",
        "event": "hold",
        "holders": "army",
        "not_holders": "",
        "denied": "no",
        "settles": "yes",
        "low": "",
        "high": "",
        "counted": "",
        "origin": "harbour-monitor",
        "origin_sort": "voice",
        "party": "harbour-monitor",
        "claim": made.claim.id,
        "report": made.report.id,
        "publisher": "Coast Post",
        "published": "2031-05-04",
        "quote": "The army holds Marsa.",
    }
    assert tuple(row) == HISTORY_COLUMNS


def test_every_column_of_a_day() -> None:
    made = told(HOLDS)
    (row,) = rows(holdings(made, on=DAY))
    assert tuple(row) == DAY_COLUMNS
    assert {name: row[name] for name in ("on", "status", "holders", "since", "until", "claims")} == {
        "on": "2031-05-04",
        "status": "claimed",
        "holders": "army",
        "since": "2031-05-04",
        "until": "2031-05-04",
        "claims": made.claim.id,
    }
    assert row["reason"] == "Coast Post: army, and nobody else says anything."


@pytest.mark.parametrize(("low", "high"), [(40.0, 40.0), (3.0, None), (None, 20.0)])
def test_a_count_keeps_its_open_ends(low: float | None, high: float | None) -> None:
    (record,) = map(json.loads, lines(holdings(counting(low, high))))
    assert (record["sort"], record["low"], record["high"], record["counted"]) == (
        "count",
        low,
        high,
        "villages",
    )
    assert [each["party"] for each in record["holders"]] == ["river-army"]
    assert [each["party"] for each in record["not_holders"]] == ["hill-rebels"]


@pytest.mark.parametrize(
    ("stance", "denied", "settles", "holders"),
    [
        (Stance.ASSERTED, False, True, 1),
        (Stance.UNCONFIRMED, False, False, 1),
        (Stance.DENIED, True, False, 0),
    ],
)
def test_a_count_that_is_not_asserted(stance: Stance, denied: bool, settles: bool, holders: int) -> None:
    (record,) = map(json.loads, lines(holdings(counting(40, 40, stance))))
    assert (record["denied"], record["settles"], len(record["holders"])) == (denied, settles, holders)


@pytest.mark.parametrize("stance", [Stance.PREDICTED, Stance.CONDITIONAL])
def test_a_count_that_is_to_come_is_none(stance: Stance) -> None:
    assert list(lines(holdings(counting(40, 40, stance)))) == []


def test_a_place_that_is_on_no_map_has_its_name_alone() -> None:
    made = told("The <a river-army>army</a> <x>holds</x> <p>Farzal</p>.")
    (row,) = rows(holdings(made))
    assert (row["place"], row["geonames_id"], row["lat"]) == ("Farzal", "", "")


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r"), min_size=1))
def test_what_is_written_reads_back(name: str) -> None:
    made = counting(40, 40)
    location = Location(name, made.claim.trigger)
    outlet = replace(made.report, publisher=name)
    (row,) = rows(holdings(Told(outlet, replace(made.claim, place=location))))
    assert (row["place"], row["publisher"]) == (guard(name), guard(name))
