"""The best stretches of pieces, against trying them all."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from whosays.read.segments import Stretch, best, of_logits

SCORES = st.floats(-4, 4).map(lambda x: round(x, 3))
Rows = tuple[list[float], list[float], list[float]]


def rows_of(n: int) -> st.SearchStrategy[Rows]:
    row = st.lists(SCORES, min_size=n, max_size=n)
    return st.tuples(row, row, row)


ROWS = st.integers(1, 8).flatmap(rows_of)


def stretches(marks: tuple[bool, ...]) -> list[Stretch]:
    """The unbroken runs of marks."""
    edges = [i for i in range(len(marks) + 1) if (i < len(marks) and marks[i]) != (i > 0 and marks[i - 1])]
    return list(zip(edges[::2], edges[1::2], strict=True))


def worth(rows: Rows, found: list[Stretch], price: float) -> float:
    inside, opens, closes = rows
    return sum(sum(inside[s:e]) + opens[s] + closes[e - 1] - price for s, e in found)


@given(ROWS, st.floats(0, 4))
def test_no_choice_of_stretches_is_worth_more(rows: Rows, price: float) -> None:
    found = list(best(*rows, price))
    every = product([False, True], repeat=len(rows[0]))
    most = max(worth(rows, stretches(marks), price) for marks in every)
    assert worth(rows, found, price) >= most - 1e-6


@given(ROWS, st.floats(0, 4))
def test_stretches_are_in_order_and_do_not_overlap(rows: Rows, price: float) -> None:
    found = best(*rows, price)
    assert all(s < e for s, e in found)
    assert all(a[1] <= b[0] for a, b in pairwise(found))


def test_a_dear_stretch_bridges_a_doubtful_piece() -> None:
    logits = np.array([-5, 3, 3, -1, 3, -5], dtype=np.float32)
    assert of_logits(logits, 0.0) == ((1, 3), (4, 5))
    assert of_logits(logits, 2.0) == ((1, 5),)


def test_where_no_piece_is_alive_there_is_no_stretch() -> None:
    assert of_logits(np.full(4, -9, dtype=np.float32), 1.0) == ()
