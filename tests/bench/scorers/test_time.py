from __future__ import annotations

import pytest

from bench.scorers.measures import Counts, Row, Scores
from bench.scorers.time import score


def when(start: int, end: int, value: str = "2031-03-14", sort: str = "DATE") -> Row:
    return {"span": [start, end], "type": sort, "value": value}


def scored(gold: list[Row], predicted: list[Row]) -> Scores:
    return score([{"id": "a", "times": gold}], {"a": {"id": "a", "times": predicted}})


def test_gold_against_itself_is_perfect() -> None:
    gold = [when(0, 6), when(10, 17, "P1M", "DURATION")]
    assert set(scored(gold, gold).headline().values()) == {1.0}


@pytest.mark.parametrize(
    ("gold", "predicted", "strict", "relaxed", "kind", "value"),
    [
        (when(4, 10), when(0, 10), 0, 1, 1, 1),
        (when(0, 5), when(5, 9), 0, 0, 0, 0),
        (when(0, 6), when(0, 6, "2031-03-07"), 1, 1, 1, 0),
        (when(0, 6, "2031-W11"), when(0, 6, "2031-w11"), 1, 1, 1, 0),
        (when(0, 6, "PT2H", "TIME"), when(0, 6, "PT2H", "DURATION"), 1, 1, 0, 1),
    ],
)
def test_what_a_hit_needs(
    gold: Row, predicted: Row, strict: int, relaxed: int, kind: int, value: int
) -> None:
    counts = scored([gold], [predicted]).counts
    got = [counts[name].hits for name in ("strict", "relaxed", "type", "value")]
    assert got == [strict, relaxed, kind, value]


def test_a_time_is_used_once() -> None:
    assert scored([when(0, 20)], [when(0, 5), when(6, 20)]).counts["relaxed"] == Counts(1, 2, 1)


def test_misses_and_extras_count_against_f1_but_not_accuracy() -> None:
    gold = [{"id": "a", "times": [when(0, 6), when(10, 16)]}, {"id": "b", "times": [when(0, 4)]}]
    got = score(gold, {"a": {"times": [when(0, 6), when(30, 36)]}})
    assert got.counts["value"] == Counts(hits=1, predicted=2, gold=3)
    assert got.shares["value accuracy"] == 1


def test_nothing_to_find_is_no_error() -> None:
    assert set(score([], {}).headline().values()) == {0.0}
