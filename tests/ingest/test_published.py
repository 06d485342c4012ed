"""Days of publication as sources write them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whosays.ingest import parse_published
from whosays.ingest.published import doubt


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2024-11-29", date(2024, 11, 29)),
        (" 2024-11-29 ", date(2024, 11, 29)),
        ("2024-02-29", date(2024, 2, 29)),
        ("2024-11-29T18:05:00Z", datetime(2024, 11, 29, 18, 5, tzinfo=UTC)),
        ("2024-11-29T18:05:00+03:00", datetime(2024, 11, 29, 18, 5, tzinfo=timezone(timedelta(hours=3)))),
        ("2024-11-29 18:05", datetime(2024, 11, 29, 18, 5)),  # noqa: DTZ001 - the source gives no zone
    ],
)
def test_reads_iso_8601(written: str, expected: date) -> None:
    assert parse_published(written) == expected


@pytest.mark.parametrize(
    "written",
    [
        "",
        "yesterday",
        "29/11/2024",
        "2023-02-29",
        "2024-13-01",
        "2024-11",
        "20241129",
        "2024-11-29T25:00",
        "٢٠٢٤-١١-٢٩",
    ],
)
def test_says_what_to_write_instead(written: str) -> None:
    with pytest.raises(ValueError, match="write YYYY-MM-DD"):
        parse_published(written)


@given(st.dates() | st.datetimes(timezones=st.none() | st.just(UTC)))
def test_reads_what_isoformat_writes(published: date) -> None:
    assert parse_published(published.isoformat()) == published


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        (None, None),
        (date(1800, 1, 1), None),
        (date(1799, 12, 31), "published 1799-12-31 is before 1800; taken as it is"),
        (date(9999, 1, 1), "published 9999-01-01 is in the future; taken as it is"),
        (
            datetime(9999, 12, 31, 23, tzinfo=timezone(timedelta(hours=-12))),
            "published 9999-12-31 is in the future; taken as it is",
        ),
    ],
)
def test_doubts_the_unlikely(published: date | None, expected: str | None) -> None:
    assert doubt(published) == expected


def test_today_and_tomorrow_are_no_future() -> None:
    today = datetime.now(UTC).date()
    assert doubt(today) is None
    assert doubt(today + timedelta(days=1)) is None
    assert doubt(today + timedelta(days=3)) is not None
