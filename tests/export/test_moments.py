"""Moments for standards that want an instant."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from tests.export.extracts import DENIED, RELAYED, UNDATED
from whosays.export.moments import UNKNOWN, first_and_last, instant, zulu
from whosays.model import Published, Report

EAST = timezone(timedelta(hours=3))


@pytest.mark.parametrize(
    ("published", "found"),
    [
        (date(2031, 5, 4), datetime(2031, 5, 4, tzinfo=UTC)),
        (datetime(2031, 5, 4, 1, 30, tzinfo=EAST), datetime(2031, 5, 3, 22, 30, tzinfo=UTC)),
        (datetime(2031, 5, 4, 1, 30), datetime(2031, 5, 4, 1, 30, tzinfo=UTC)),  # noqa: DTZ001 - a source without a zone
        (None, None),
    ],
)
def test_a_report_came_out_at_an_instant(published: Published, found: datetime | None) -> None:
    assert instant(Report("text", published=published)) == found


def test_an_instant_is_written_to_the_millisecond() -> None:
    assert zulu(datetime(2031, 5, 4, 9, 30, 1, 5999, tzinfo=UTC)) == "2031-05-04T09:30:01.005Z"


def test_the_first_and_last_of_reports_leave_out_those_without_a_day() -> None:
    assert first_and_last([DENIED, UNDATED, RELAYED]) == (instant(RELAYED.report), instant(DENIED.report))
    assert first_and_last([UNDATED]) == (UNKNOWN, UNKNOWN)
    assert first_and_last([replace(UNDATED, report=DENIED.report)])[0] == instant(DENIED.report)
