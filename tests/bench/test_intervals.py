"""Intervals by resampling rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from bench.intervals import intervals
from bench.scorers.measures import Counts, Row, Scores
from bench.sets import DataSet


def share_found(gold: Sequence[Row], predicted: Mapping[str, Row]) -> Scores:
    hits = sum(row["id"] in predicted for row in gold)
    return Scores({"found": Counts(hits, hits, len(gold))})


ROWS: list[Row] = [{"id": str(i)} for i in range(40)]
SET = DataSet("notes", (), share_found)


def test_where_every_row_is_the_same_the_interval_is_a_point() -> None:
    found = intervals(SET, ROWS, {row["id"]: row for row in ROWS}, times=50)
    assert found == {"found": (1.0, 1.0, 1.0)}


@pytest.mark.parametrize("right", [10, 20, 30])
def test_the_interval_holds_the_figure(right: int) -> None:
    value, low, high = intervals(SET, ROWS, {str(i): {} for i in range(right)}, times=200)["found"]
    assert low < value < high


def test_more_rows_make_it_narrower() -> None:
    many: list[Row] = [{"id": str(i)} for i in range(400)]
    _, low, high = intervals(SET, ROWS, {str(i): {} for i in range(20)}, times=200)["found"]
    _, closer, still = intervals(SET, many, {str(i): {} for i in range(200)}, times=200)["found"]
    assert still - closer < high - low


def test_the_same_rows_give_the_same_interval() -> None:
    predicted: dict[str, Row] = {str(i): {} for i in range(17)}
    assert intervals(SET, ROWS, predicted, times=30) == intervals(SET, ROWS, predicted, times=30)
