"""Incidents counted by month, province and type, as HDX HAPI counts conflict events."""

from __future__ import annotations

import csv
import io

from tests.export.exporting import (
    ARMY,
    NEXT,
    REBELS,
    SUNPORT,
    accounted_for,
    every_claim,
    rows,
    scene,
    strike,
    why_left_out,
    written,
)
from tests.reconcile.accounts.telling import named, on, place
from whosays.export.hapi import NO_COUNTRY, NO_TYPE, TAGS, TOGETHER
from whosays.export.receipt import CAUTION
from whosays.model import Kind

CLASH = strike(kind=Kind.CLASH, actor=named(ARMY), target=named(REBELS), figures=[])
PROTEST = strike(kind=Kind.PROTEST, trigger="protested", where=SUNPORT, figures=[])


def test_a_row_counts_the_events_of_a_month_and_province() -> None:
    found, receipt = rows("hapi", scene(strike()), scene(strike(when=on(NEXT))), scene(CLASH), scene(PROTEST))
    counted = [
        tuple(row[column] for column in ("provider_admin1_name", "event_type", "events", "fatalities"))
        for row in found
    ]
    assert counted == [
        ("Coast", "demonstration", "1", ""),
        ("Upper Vale", "civilian_targeting", "2", "18"),
        ("Upper Vale", "political_violence", "3", "18"),
    ]
    assert {row["location_code"] for row in found} == {"SYR"}
    assert {row["reference_period_end"] for row in found} == {"2031-05-31"}
    assert found[0]["warning"] == f"{CAUTION} It rests on: Harbour Monitor."
    assert {group["why"] for group in receipt["collapsed"]} == {TOGETHER}
    assert "SYR/Upper Vale/2031-05/civilian_targeting" in receipt["claims_of_rows"]


def test_codes_that_nobody_gave_stay_empty() -> None:
    [_, row], _ = rows("hapi", scene(strike()))
    empty = {column for column, cell in row.items() if not cell}
    assert {"has_hrp", "in_gho", "admin1_code", "admin1_name", "admin2_code", "dataset_hdx_id"} <= empty


def test_what_is_not_counted_is_in_the_receipt() -> None:
    moved = strike(kind=Kind.MOVEMENT, trigger="withdrew", actor=named(ARMY), id_="c1")
    nowhere = strike(where=place("the strait", country=None), id_="c2")
    incidents = [scene(moved), scene(nowhere), scene(strike())]
    _, receipt = rows("hapi", *incidents)
    assert why_left_out(receipt) == {NO_TYPE: ["c1"], NO_COUNTRY: ["c2"]}
    assert accounted_for(receipt) == every_claim(*incidents)


def test_hashtags_stand_below_the_header_if_they_are_wanted() -> None:
    for hxl in (True, False):
        lines = list(csv.reader(io.StringIO(written("hapi", scene(strike()), hxl=hxl)[0], newline="")))
        assert lines[0] == list(TAGS)
        assert (lines[1] == list(TAGS.values())) is hxl


def test_every_hashtag_is_one() -> None:
    assert all(tag.startswith("#") for tag in TAGS.values())
    assert len(set(TAGS.values())) == len(TAGS)
