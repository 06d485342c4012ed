"""The precision of times in the codes of ACLED and UCDP."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whosays.export.precision import PLACES, acled_place, acled_time, ucdp_place, ucdp_time
from whosays.model import Interval, Place, PlacePrecision, TimePrecision


def interval(first: str | None, last: str | None) -> Interval:
    days = [date.fromisoformat(day) if day else None for day in (first, last)]
    return Interval(days[0], days[1], TimePrecision.DAYS)


@pytest.mark.parametrize(
    ("first", "last", "acled", "ucdp"),
    [
        ("2016-11-29", "2016-11-29", 1, 1),
        ("2016-11-29", "2016-11-30", 2, 2),
        ("2016-11-26", "2016-11-27", 2, 2),
        ("2016-12-31", "2017-01-05", 2, 2),
        ("2016-11-21", "2016-11-27", 2, 3),
        ("2016-11-20", "2016-11-27", 3, 4),
        ("2015-02-01", "2015-02-28", 3, 4),
        ("2016-12-01", "2016-12-31", 3, 4),
        ("2016-12-01", "2017-01-01", None, 5),
        ("2016-07-01", "2016-09-30", None, 5),
        ("2015-01-01", "2015-12-31", None, 5),
        ("2016-01-01", "2016-12-31", None, 5),
        ("2016-01-01", "2017-01-01", None, None),
        ("2010-01-01", "2019-12-31", None, None),
        (None, "2016-11-29", None, None),
        ("2016-11-29", None, None, None),
    ],
)
def test_the_days_of_an_interval_decide_its_code(
    first: str | None, last: str | None, acled: int | None, ucdp: int | None
) -> None:
    assert acled_time(interval(first, last)) == acled
    assert ucdp_time(interval(first, last)) == ucdp


@given(st.dates(), st.integers(0, 500), st.integers(0, 500))
def test_fewer_days_never_have_a_vaguer_code(first: date, fewer: int, more: int) -> None:
    fewer, more = sorted((fewer, more))
    last = date.max - timedelta(days=500)
    first = min(first, last)
    close, wide = (
        Interval(first, first + timedelta(days=days), TimePrecision.DAYS) for days in (fewer, more)
    )
    for code in (acled_time, ucdp_time):
        assert (code(close) or 9) <= (code(wide) or 9)


@pytest.mark.parametrize(
    ("precision", "acled", "ucdp"),
    [
        (PlacePrecision.EXACT, 1, 1),
        (PlacePrecision.TOWN, 1, 1),
        (PlacePrecision.DISTRICT, 2, 3),
        (PlacePrecision.PROVINCE, 3, 4),
        (PlacePrecision.REGION, 3, 5),
        (PlacePrecision.COUNTRY, None, 6),
    ],
)
def test_how_closely_a_place_is_known(precision: PlacePrecision, acled: int | None, ucdp: int) -> None:
    place = Place(900001, "Marwa", "city", "XA", "North", 35.5, 36.25, precision)
    assert (acled_place(place), ucdp_place(place)) == (acled, ucdp)


def test_every_precision_of_a_place_has_a_code() -> None:
    assert set(PLACES) == set(PlacePrecision)
