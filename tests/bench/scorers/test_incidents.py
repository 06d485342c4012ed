"""B-cubed and pairwise figures of groupings."""

from __future__ import annotations

import pytest

from bench.scorers import incidents
from bench.scorers.measures import Row


def grouping(*groups: str) -> list[Row]:
    """A row for each letter, in the incident of its group."""
    return [{"id": letter, "incident": group} for group in groups for letter in group]


def by_id(rows: list[Row]) -> dict[str, Row]:
    return {row["id"]: row for row in rows}


@pytest.mark.parametrize(
    ("predicted", "b_cubed", "pairs"),
    [
        (("abc", "de", "f"), 1.0, 1.0),
        (("a", "b", "c", "d", "e", "f"), 2 / 3, 0.0),  # pure 1, whole (1/3 * 3 + 1/2 * 2 + 1) / 6
        (("abcdef",), 14 / 25, 8 / 19),  # whole 1, pure (9 + 4 + 1) / 36; 4 of 15 pairs
    ],
)
def test_figures(predicted: tuple[str, ...], b_cubed: float, pairs: float) -> None:
    found = incidents.score(grouping("abc", "de", "f"), by_id(grouping(*predicted))).headline()
    assert found == {"pairs": pytest.approx(pairs), "b-cubed": pytest.approx(b_cubed)}


def test_a_report_that_is_not_grouped_is_alone() -> None:
    gold, whole = grouping("abc"), by_id(grouping("ab", "c"))
    assert incidents.score(gold, {id_: whole[id_] for id_ in "ab"}) == incidents.score(gold, whole)
