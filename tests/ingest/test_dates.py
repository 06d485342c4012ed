"""Days in documents and tables."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whosays.ingest.dates import stated_day, written_day

DAY = date(2024, 12, 5)


@pytest.mark.parametrize(
    "text",
    [
        "2024-12-05",
        "5 December 2024",
        "Thursday, 5 December 2024",
        "December 5, 2024",
        "Dec. 5th, 2024",
        "le 5 décembre 2024",
        "5 de diciembre de 2024",
        "5. Dezember 2024".replace(".", ""),
        "5 грудня 2024",
        "5 декабря 2024",
        "5 ديسمبر 2024",
        "5 كانون الأول 2024",
        "5 aralık 2024",
        " (5 December 2024) ",
    ],
)
def test_days_in_words(text: str) -> None:
    assert written_day(text) == DAY


def test_an_instant_as_mail_writes_it() -> None:
    assert written_day("Thu, 5 Dec 2024 18:05:00 +0300") == datetime(
        2024, 12, 5, 18, 5, tzinfo=timezone(timedelta(hours=3))
    )


@pytest.mark.parametrize(
    "text", ["", "05/12/2024", "31 June 2024", "December 2024", "1-5 December 2024", "soon"]
)
def test_what_gives_no_day_says_what_to_write(text: str) -> None:
    with pytest.raises(ValueError, match="write YYYY-MM-DD"):
        written_day(text)


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        (["Flash Update No. 3", "As of 5 December 2024 18:00 EET"], DAY),
        (["OCHA | Flash Update | 5 December 2024"], DAY),
        (["Issued on: 5 December 2024; next on 9 December 2024"], DAY),
        (["3 December 2024", "As of 5 December 2024"], DAY),
        (["5 December 2024"], DAY),
        (["Marwa: Flash Update #2 (5 December 2024)"], DAY),
        (["Shelling on 5 December 2024 killed two people in the town."], None),
        (["Reporting period: 1 - 5 December 2024"], None),
        (["12 December 2024"], None),
        (["Next update as of 12 December"], None),
        ([], None),
    ],
)
def test_the_day_that_a_document_says_it_was_published(lines: list[str], day: date | None) -> None:
    assert stated_day(lines, date(2024, 12, 6)) == day


@given(st.dates(min_value=date(1000, 1, 1)))
def test_every_day_in_english_is_read(day: date) -> None:
    assert written_day(f"{day.day} {day:%B} {day.year}") == day


@given(st.text(max_size=60))
def test_any_text_is_a_day_or_none(text: str) -> None:
    found = stated_day([text], None)
    assert found is None or str(found.year) in text
