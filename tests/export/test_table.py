"""Claims as rows of a table."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.export.readings import BARE, EVIDENCE, FULL, REPORT, TEXT, span
from whosays.export.table import COLUMNS, guard, row, write
from whosays.model import Claim, Figure, Measure, Report


def cells(report: Report, claim: Claim) -> dict[str, object]:
    return dict(zip(COLUMNS, row(report, claim), strict=True))


def test_every_column_of_a_full_claim() -> None:
    assert cells(REPORT, FULL) == {
        "claim": "c1",
        "report": "rp-1",
        "publisher": "River Post",
        "published": "2024-11-29",
        "title": "Farmers killed",
        "kind": "shelling",
        "stance": "asserted",
        "voices": "River Post > Residents of Marwa",
        "actor": "army",
        "target": "farmers; Marwa",
        "place": "Marwa",
        "geonames_id": 900001,
        "country": "SY",
        "admin1": "Idlib",
        "lat": 35.5,
        "lon": 36.25,
        "earliest": "2024-11-29",
        "latest": "2024-11-29",
        "figures": "killed 4..; duration 0.5..1",
        "acled_event_type": "Explosions/Remote violence",
        "acled_sub_event_type": "Shelling/artillery/missile attack",
        "plover_type": "ASSAULT",
        "plover_mode": "heavy-weapons",
        "acled_geo_precision": 1,
        "acled_time_precision": 1,
        "ucdp_where_prec": 1,
        "ucdp_date_prec": 1,
        "quote": EVIDENCE.quote,
    }


def test_a_bare_claim_has_empty_cells() -> None:
    found = cells(Report(TEXT), BARE)
    filled = {"claim", "report", "kind", "stance", "quote"}
    assert {key for key, cell in found.items() if cell not in (None, "")} == filled


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [(4, 4, "killed 4"), (12, 15, "killed 12..15"), (4, None, "killed 4.."), (None, 200, "killed ..200")],
)
def test_figures_keep_their_open_ends(low: float | None, high: float | None, expected: str) -> None:
    claim = replace(FULL, figures=(Figure(Measure.KILLED, low, high, span("4")),))
    assert cells(REPORT, claim)["figures"] == expected


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("+1", "'+1"),
        ("-1+2", "'-1+2"),
        ("@SUM(1)", "'@SUM(1)"),
        ("  =1", "'  =1"),
        ("\t=1", "'\t=1"),
        ("\r\n=1", "'\r\n=1"),
        ("＝1", "'＝1"),
        ("Marwa = town", "Marwa = town"),
        ("", ""),
        (-33.5, -33.5),
        (None, None),
    ],
)
def test_no_cell_is_a_formula(cell: str | float | None, expected: str | float | None) -> None:
    assert guard(cell) == expected


def test_hostile_reports_are_guarded_in_every_column() -> None:
    report = replace(REPORT, given_id="=1", title="+1", publisher="@1")
    found = cells(report, FULL)
    assert [found[key] for key in ("report", "title", "publisher")] == ["'=1", "'+1", "'@1"]


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r")))
def test_what_is_written_reads_back(title: str) -> None:
    out = io.StringIO(newline="")
    write([(replace(REPORT, title=title), FULL), (REPORT, BARE)], out)
    header, first, second = csv.reader(io.StringIO(out.getvalue(), newline=""))
    assert tuple(header) == COLUMNS
    assert first[COLUMNS.index("title")] == guard(title)
    assert second[COLUMNS.index("claim")] == "c2"
