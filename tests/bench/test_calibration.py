"""Curves of confidence, fitted and checked."""

from __future__ import annotations

import random

import pytest

from bench.calibration import FEWEST, Case, curve, fitted, foretold, reliability
from whosays.model import Basis, Part
from whosays.read.confidence import confidence, logistic

KEY = (Part.ACTOR, Basis.NETWORK)


def outcomes(slope: float, offset: float, count: int = 4000) -> list[tuple[float, bool]]:
    """Logits from -4 to 4, each right as often as the curve says."""
    rng = random.Random(3)
    logits = [rng.uniform(-4, 4) for _ in range(count)]
    return [(x, rng.random() < logistic(slope * x + offset)) for x in logits]


@pytest.mark.parametrize(("slope", "offset"), [(1.0, 0.0), (0.5, 1.0), (0.0, -1.0)])
def test_a_curve_is_found_again(slope: float, offset: float) -> None:
    assert curve(outcomes(slope, offset)) == pytest.approx((slope, offset), abs=0.15)


def test_outcomes_that_are_all_the_same_give_no_endless_curve() -> None:
    slope, offset = curve([(1.0, True)] * FEWEST)
    assert 0 < logistic(slope + offset) < 1


def test_of_few_values_nothing_is_said() -> None:
    assert fitted([(KEY, 1.0, True)] * (FEWEST - 1)) == {}


def test_confidence_is_judged_on_other_reports_than_it_was_fitted_on() -> None:
    values = outcomes(1.0, 0.0)
    reports: list[list[Case]] = [[(KEY, x, right) for x, right in values[i::20]] for i in range(20)]
    told = list(foretold(reports))
    assert len(told) == len(values)
    for row in reliability(told):
        said, right = row.strip("| ").split(" | ")[2:]
        assert float(said) == pytest.approx(float(right), abs=0.06)


def test_what_was_not_measured_has_no_confidence() -> None:
    assert confidence(Part.STANCE, Basis.NETWORK, 1.0) is None


@pytest.mark.parametrize("basis", list(Basis))
def test_what_was_measured_is_a_share(basis: Basis) -> None:
    found = [confidence(Part.ACTOR, basis, logit) for logit in (-50.0, -2.0, 0.0, 2.0, 50.0)]
    assert all(share is not None and 0 <= share <= 1 for share in found)
    assert found == sorted(found, key=lambda share: share or 0)
