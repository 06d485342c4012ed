"""The calendar's arithmetic: values of periods, steps between days, and the days of a value."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whosays.ground.calendar.intervals import interval_of
from whosays.ground.calendar.setting import Setting
from whosays.ground.calendar.tense import Tense
from whosays.ground.calendar.timex import Timex, among
from whosays.ground.calendar.values import duration, is_day, moved, period
from whosays.ground.calendar.vocabulary import UnitValue
from whosays.model import Interval, TimePrecision, TimeType

UNITS: list[UnitValue] = [(1, "D"), (1, "W"), (1, "WE"), (1, "M"), (1, "Q"), (1, "Y"), (10, "Y"), (100, "Y")]


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("2016-11-29", "2016-11-29"),
        ("2016-11-29T04:30Z", "2016-11-29"),
        ("2016-11-29TNI", "2016-11-29"),
        ("2016-02", "2016-02-01/2016-02-29"),
        ("2015-W53", "2015-12-28/2016-01-03"),
        ("2016-W47-WE", "2016-11-26/2016-11-27"),
        ("2016-Q4", "2016-10-01/2016-12-31"),
        ("2016-H1", "2016-01-01/2016-06-30"),
        ("2016-WI", "2016-12-01/2017-02-28"),
        ("2016", "2016-01-01/2016-12-31"),
        ("201", "2010-01-01/2019-12-31"),
        ("19", "1900-01-01/1999-12-31"),
        ("9999", "9999-01-01/9999-12-31"),
    ],
)
def test_a_value_stands_for_days(value: str, days: str) -> None:
    assert str(interval_of(value)) == days


@pytest.mark.parametrize(
    "value",
    ["XXXX-11", "XXXX-WXX-5", "2016-WXX", "PAST_REF", "P3D", "0000", "00", "000", "9999-WI", "9999-W53", ""],
)
def test_a_value_that_is_not_resolved_has_no_days(value: str) -> None:
    assert interval_of(value) is None


@given(st.dates(date(100, 1, 1), date(9998, 12, 31)), st.sampled_from(UNITS))
def test_the_period_around_a_day_holds_it(day: date, unit: UnitValue) -> None:
    days = interval_of(period(day, unit))
    assert days is not None
    assert days.earliest is not None
    assert days.latest is not None
    if unit != (1, "WE"):
        assert days.earliest <= day <= days.latest


@pytest.mark.parametrize(
    ("first", "last", "value", "precision"),
    [
        (date(2016, 7, 6), date(2016, 7, 6), "2016-07-06", TimePrecision.DAY),
        (date(2016, 7, 6), date(2016, 7, 8), "2016-07", TimePrecision.DAYS),
        (date(2016, 6, 6), date(2016, 7, 7), "2016", TimePrecision.MONTH),
        (date(2016, 3, 27), date(2016, 5, 1), "2016", TimePrecision.SEASON),
        (date(2015, 12, 31), date(2016, 1, 1), "201", TimePrecision.DAYS),
        (date(2009, 12, 31), date(2010, 1, 1), "20", TimePrecision.DAYS),
        (date(1999, 12, 31), date(2000, 1, 1), "XXXX", TimePrecision.DAYS),
        (date(2015, 10, 14), date(2016, 10, 4), "201", TimePrecision.YEAR),
    ],
)
def test_what_is_known_by_its_rims_is_valued_no_finer(
    first: date, last: date, value: str, precision: TimePrecision
) -> None:
    found = among((first, last))
    assert found == Timex(TimeType.DATE, value, Interval(first, last, precision))


@given(st.dates(), st.integers(-20_000, 20_000), st.sampled_from(UNITS))
def test_a_step_goes_the_way_it_says(day: date, count: int, unit: UnitValue) -> None:
    there = moved(day, count, unit)
    if there is not None and count:
        assert (there > day) == (count > 0)


@given(st.integers(0, 10_001), st.integers(0, 13), st.integers(0, 32))
def test_is_day_agrees_with_the_standard_library(year: int, month: int, day: int) -> None:
    try:
        known = bool(date(year, month, day))
    except ValueError:
        known = False
    assert is_day(year, month, day) == known


@pytest.mark.parametrize(
    ("count", "unit", "value"),
    [
        ("3", (1, "D"), "P3D"),
        ("24", (1, "TH"), "PT24H"),
        ("2", (10, "Y"), "P20Y"),
        ("X", (10, "Y"), "PXY"),
        ("1", (2, "W"), "P2W"),
        ("1.5", (1, "Y"), "P1.5Y"),
        ("1½", (1, "TH"), "PT1H30M"),
        ("0½", (1, "Y"), "P6M"),
        ("1½", (1, "D"), "P1DT12H"),
        ("2½", (1, "W"), "P2.5W"),
    ],
)
def test_durations_are_written_as_iso_8601(count: str, unit: UnitValue, value: str) -> None:
    assert duration(count, unit) == value


@pytest.mark.parametrize(
    ("tense", "month", "expected"),
    [
        (Tense.PAST, 12, date(2024, 12, 1)),
        (Tense.PAST, 1, date(2024, 1, 1)),
        (Tense.FUTURE, 1, date(2025, 1, 1)),
        (Tense.FUTURE, 11, date(2025, 11, 1)),
        (Tense.UNKNOWN, 1, date(2025, 1, 1)),
        (Tense.UNKNOWN, 9, date(2024, 9, 1)),
    ],
)
def test_a_month_is_looked_for_in_the_direction_of_the_tense(
    tense: Tense, month: int, expected: date
) -> None:
    assert Setting(date(2024, 12, 4), tense=tense).month(month) == expected


@pytest.mark.parametrize(
    ("tense", "month", "day", "expected"),
    [
        (Tense.PAST, 12, 6, date(2024, 12, 6)),
        (Tense.PAST, 3, 1, date(2024, 3, 1)),
        (Tense.FUTURE, 3, 1, date(2025, 3, 1)),
        (Tense.FUTURE, 12, 2, date(2024, 12, 2)),
        (Tense.UNKNOWN, 1, 3, date(2025, 1, 3)),
        (Tense.UNKNOWN, 2, 29, date(2024, 2, 29)),
        (Tense.UNKNOWN, 2, 30, None),
    ],
)
def test_a_day_of_the_year_is_the_nearest_that_fits(
    tense: Tense, month: int, day: int, expected: date | None
) -> None:
    assert Setting(date(2024, 12, 4), tense=tense).annual(month, day) == expected
