from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bench.scorers.measures import Row
from bench.scorers.overlap import overlap, pair

SPANS = st.tuples(st.integers(0, 30), st.integers(1, 9)).map(lambda at: {"span": [at[0], at[0] + at[1]]})


def row(start: int, end: int) -> Row:
    return {"span": [start, end]}


def test_largest_overlap_first_and_one_to_one() -> None:
    assert pair([row(0, 5), row(6, 20)], [row(4, 18)]) == [(1, 0)]
    assert len(pair([row(0, 10)], [row(0, 4), row(5, 10)])) == 1


def test_touching_is_no_overlap() -> None:
    assert pair([row(0, 5)], [row(5, 8)]) == []


@given(st.lists(SPANS, max_size=6), st.lists(SPANS, max_size=6))
def test_pairs_overlap_use_nothing_twice_and_leave_nothing_to_pair(
    gold: list[Row], predicted: list[Row]
) -> None:
    pairs = pair(gold, predicted)
    used_gold, used_predicted = {i for i, _ in pairs}, {j for _, j in pairs}
    assert len(used_gold) == len(used_predicted) == len(pairs)
    for i, g in enumerate(gold):
        for j, p in enumerate(predicted):
            shared = overlap(g["span"], p["span"])
            assert shared or (i, j) not in pairs
            assert not shared or i in used_gold or j in used_predicted
