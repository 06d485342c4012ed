"""When a feed is asked again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whosays.watch.schedule import (
    FIRST,
    LONGEST,
    SPREAD,
    after_failure,
    after_success,
    is_due,
    retry_after,
)

NOW = datetime(2031, 3, 8, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("minutes", "wait"),
    [(60, timedelta(hours=1)), (10**9, LONGEST), (1440, LONGEST), (1, timedelta(minutes=1))],
)
def test_a_feed_says_how_long_it_stays_the_same(minutes: int, wait: timedelta) -> None:
    assert after_success(NOW, minutes) == NOW + wait


@pytest.mark.parametrize("minutes", [None, 0])
def test_one_that_does_not_may_be_asked_at_any_time(minutes: int | None) -> None:
    assert after_success(NOW, minutes) is None
    assert is_due(None, NOW)


def test_a_clock_that_is_some_seconds_early_is_not_sent_away() -> None:
    due = after_success(NOW, 60)
    assert is_due(due, NOW + timedelta(minutes=59, seconds=30))
    assert not is_due(due, NOW + timedelta(minutes=58))


@given(st.integers(1, 10**6), st.timedeltas(timedelta(), timedelta(days=9)))
def test_waits_double_by_and_by_up_to_a_day(failures: int, asked_for: timedelta) -> None:
    wait = after_failure(NOW, failures, asked_for) - NOW
    least = min(max(FIRST * 2 ** min(failures - 1, 20), asked_for), LONGEST)
    assert least <= wait <= least * (1 + SPREAD)


def test_those_who_fail_together_do_not_come_back_together() -> None:
    assert len({after_failure(NOW, 3) for _ in range(20)}) > 10


@pytest.mark.parametrize(
    ("value", "wait"),
    [
        ("120", timedelta(minutes=2)),
        (" 7 ", timedelta(seconds=7)),
        ("9" * 400, timedelta(seconds=999_999_999)),
        (format_datetime(NOW + timedelta(hours=1), usegmt=True), timedelta(hours=1)),
        ("Sat, 08 Mar 2031 13:00:00", timedelta(hours=1)),
        (format_datetime(NOW - timedelta(hours=1), usegmt=True), timedelta()),
        ("Fri, 99 Nov 2031 99:00:00 GMT", timedelta()),
        ("1 Jan 99999999999 10:00:00 GMT", timedelta()),
        ("soon", timedelta()),
        ("-5", timedelta()),
        ("٣", timedelta()),
        ("", timedelta()),
        (None, timedelta()),
    ],
)
def test_a_wait_that_is_asked_for(value: str | None, wait: timedelta) -> None:
    assert retry_after(value, NOW) == wait


@given(st.text() | st.from_regex(r"[0-9]{1,2} [A-Z][a-z]{2} [0-9]{1,9} [0-9:]{5} [+-][0-9]{4}"))
def test_whatever_is_said_is_a_wait(value: str) -> None:
    assert retry_after(value, NOW) >= timedelta()
