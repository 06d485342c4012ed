"""Spells of time from a row's cells."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ingest.coded.tables import sheet
from whosays.ingest.coded.map import TimeMap
from whosays.ingest.coded.when import interval
from whosays.model import TimePrecision

CODES = {precision.value: precision for precision in TimePrecision}
MAP = TimeMap(start=("from",), end=("to",), precision=("grain",), precisions=CODES)


@pytest.mark.parametrize(
    ("first", "last", "grain", "expected", "precision"),
    [
        ("2008-03-07", "", "", "2008-03-07", TimePrecision.DAY),
        ("2008-03-07", "2008-03-09", "", "2008-03-07/2008-03-09", TimePrecision.DAYS),
        ("1988-03-07", "2008-03-09", "", "1988-03-07/2008-03-09", TimePrecision.LONGER),
        ("2008-03-07T22:10:00+02:00", "", "", "2008-03-07", TimePrecision.DAY),
        ("2008-05-01", "2008-05-31", "month", "2008-05-01/2008-05-31", TimePrecision.MONTH),
        ("2008-07-02", "", "year", "2008-01-01/2008-12-31", TimePrecision.YEAR),
        ("0001-01-02", "", "week", "0001-01-01/0001-01-03", TimePrecision.WEEK),
        ("9999-12-31", "", "week", "9999-12-31", TimePrecision.WEEK),
    ],
)
def test_spells(first: str, last: str, grain: str, expected: str, precision: TimePrecision) -> None:
    found = interval(sheet(**{"from": first, "to": last, "grain": grain}), MAP, None)
    assert found is not None
    assert (str(found), found.precision) == (expected, precision)


def test_no_start_is_no_time() -> None:
    assert interval(sheet(to="2008-03-07"), MAP, None) is None


@given(st.dates(), st.dates(), st.sampled_from(["", *CODES]))
def test_the_days_of_the_row_are_within(first: date, last: date, grain: str) -> None:
    row = sheet(**{"from": str(first), "to": str(last), "grain": grain})
    found = interval(row, MAP, None)
    if first > last:
        assert found is None
        assert len(row.notes) == 1
    else:
        assert found is not None
        assert found.earliest is not None
        assert found.latest is not None
        assert found.earliest <= first <= last <= found.latest
