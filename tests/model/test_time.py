"""Intervals: from one day to another, either end open."""

from __future__ import annotations

from datetime import date

import pytest

from whosays.model import Interval, TimePrecision

DAY, LATER = date(2016, 4, 29), date(2016, 5, 4)


@pytest.mark.parametrize(
    ("earliest", "latest", "written"),
    [
        (DAY, DAY, "2016-04-29"),
        (DAY, LATER, "2016-04-29/2016-05-04"),
        (DAY, None, "2016-04-29/.."),
        (None, LATER, "../2016-05-04"),
    ],
)
def test_written_as_iso(earliest: date | None, latest: date | None, written: str) -> None:
    assert str(Interval(earliest, latest, TimePrecision.DAYS)) == written


def test_an_interval_without_ends_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one end"):
        Interval(None, None, TimePrecision.DAY)


def test_an_interval_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(ValueError, match="2016-05-04 is after 2016-04-29"):
        Interval(LATER, DAY, TimePrecision.DAYS)
