"""Reports: what makes two of them the same."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from whosays.model import Report

REPORT = Report(
    text="Rebels shelled Idlib.",
    given_id="a1",
    title="Shelling in the north",
    publisher="River Post",
    published=date(2016, 5, 4),
    url="https://example.org/1",
    language="en",
)


@pytest.mark.parametrize("change", [{"given_id": "b2"}, {"given_id": None}, {"language": None}])
def test_still_the_same_report(change: dict[str, Any]) -> None:
    assert replace(REPORT, **change).digest == REPORT.digest


@pytest.mark.parametrize(
    "change",
    [
        {"text": "Rebels shelled Idlib. "},
        {"title": None},
        {"publisher": "Sahel News Agency"},
        {"published": date(2016, 5, 5)},
        {"url": None},
    ],
)
def test_another_report(change: dict[str, Any]) -> None:
    assert replace(REPORT, **change).digest != REPORT.digest


def test_two_outlets_that_print_one_text_share_its_hash_alone() -> None:
    reprint = replace(REPORT, publisher="Sahel News Agency")
    assert reprint.sha256 == REPORT.sha256
    assert reprint.digest != REPORT.digest


def test_what_moves_from_one_field_to_another_is_another_report() -> None:
    assert Report("A", title="B").digest != Report("A", publisher="B").digest


@pytest.mark.parametrize(("given", "expected"), [("a1", "a1"), (None, REPORT.digest[:16])])
def test_the_id_is_the_given_one_or_the_start_of_the_digest(given: str | None, expected: str) -> None:
    assert replace(REPORT, given_id=given).id == expected


@pytest.mark.parametrize(
    ("published", "day"),
    [
        (None, None),
        (date(2016, 5, 4), date(2016, 5, 4)),
        (datetime(2016, 5, 4, 23, 30, tzinfo=UTC), date(2016, 5, 4)),
    ],
)
def test_the_day_of_publication(published: Any, day: date | None) -> None:
    assert replace(REPORT, published=published).day == day


def test_a_text_with_half_of_a_surrogate_pair_still_has_a_hash() -> None:
    assert len(Report("\ud83d").sha256) == len(Report("\ud83d").digest) == 64


def test_a_report_never_changes() -> None:
    with pytest.raises(FrozenInstanceError):
        REPORT.text = "Calm."  # type: ignore[misc]
