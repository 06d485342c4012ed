from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.scorers.measures import Counts, Scores


@pytest.mark.parametrize(
    ("counts", "precision", "recall", "f1"),
    [
        (Counts(0, 0, 0), 0, 0, 0),
        (Counts(0, 5, 0), 0, 0, 0),
        (Counts(3, 4, 6), 0.75, 0.5, 0.6),
        (Counts(2, 2, 2), 1, 1, 1),
    ],
)
def test_shares_of_counts(counts: Counts, precision: float, recall: float, f1: float) -> None:
    assert (counts.precision, counts.recall, counts.f1) == (precision, recall, f1)


@given(st.integers(1, 50), st.integers(0, 50), st.integers(0, 50))
def test_f1_is_the_harmonic_mean(hits: int, extra: int, missed: int) -> None:
    counts = Counts(hits, hits + extra, hits + missed)
    p, r = counts.precision, counts.recall
    assert counts.f1 == pytest.approx(2 * p * r / (p + r))


def test_headline_leaves_out_what_is_better_when_smaller() -> None:
    scores = Scores({"strict": Counts(1, 2, 2)}, {"near": 0.75}, {"median km": 12.0})
    assert scores.headline() == {"strict": 0.5, "near": 0.75}


def test_prefixed_measures_stand_beside_the_others() -> None:
    scores = Scores({"strict": Counts(1, 2, 2)}, {"near": 0.75})
    assert (scores | scores.prefixed("literal")).headline() == {
        "strict": 0.5,
        "literal strict": 0.5,
        "near": 0.75,
        "literal near": 0.75,
    }
