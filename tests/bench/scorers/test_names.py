from __future__ import annotations

from datetime import date

import pytest

from bench.scorers.names import interval, same_name, same_time


@pytest.mark.parametrize(
    ("gold", "predicted", "same"),
    [
        ("Northern Front", "the Northern Front", True),
        ("Northern Front", "Northern Front group", True),
        ("Northern Front|NF|the rebels", "NF", True),
        ("Northern Front|NF|the rebels", "rebels", True),
        ("Port of Tarsa", "Tarsa", True),
        ("Tarsa", "Tarsa city", True),
        ("Tarsa’s governor", "governor of Tarsa", True),
        ("Northern Front", "Southern Front", False),
        ("the group", "the group", True),
        ("Northern Front", "", False),
        ("Northern Front", "?!", False),
    ],
)
def test_names_are_the_same_when_ones_words_are_within_the_others(
    gold: str, predicted: str, same: bool
) -> None:
    assert same_name(gold, predicted) is same


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2031-03-14", date(2031, 3, 14), date(2031, 3, 14)),
        ("2031-03-14T09:30", date(2031, 3, 14), date(2031, 3, 14)),
        ("2031-02", date(2031, 2, 1), date(2031, 2, 28)),
        ("2031-12", date(2031, 12, 1), date(2031, 12, 31)),
        ("2031", date(2031, 1, 1), date(2031, 12, 31)),
        ("2031-03-14/2031-03-16", date(2031, 3, 14), date(2031, 3, 16)),
        ("2030/2031-01", date(2030, 1, 1), date(2031, 1, 31)),
    ],
)
def test_a_time_runs_from_its_first_to_its_last_day(written: str, first: date, last: date) -> None:
    assert interval(written) == (first, last)


@pytest.mark.parametrize("written", ["", "soon", "2031-W11", "2031-13", "2031-02-30", "/2031"])
def test_what_is_no_date_is_no_interval(written: str) -> None:
    assert interval(written) is None


@pytest.mark.parametrize(
    ("gold", "predicted", "same"),
    [
        ("2031-03-14", "2031-03-15", True),
        ("2031-03-14", "2031-03-16", False),
        ("2031-03-14/2031-03-20", "2031-03-14", False),
        ("2031-03-14/2031-03-20", "2031-03-15/2031-03-21", True),
        ("2031-03-14", "soon", False),
    ],
)
def test_times_are_the_same_within_a_day_at_both_ends(gold: str, predicted: str, same: bool) -> None:
    assert same_time(gold, predicted) is same
