"""How often values that were found in a certain way are right, as `bench/calibration.py` measured it."""

from __future__ import annotations

import math

from whosays.model import Basis, Part
from whosays.read import lexicon

MEASURED = lexicon.load("confidence")
"""Slope and offset of a logistic curve over the network's logit, by part and basis."""

STEEPEST = 30.0
"""Beyond it a share is one or none in all digits that a float has."""


def confidence(part: Part, basis: Basis, logit: float | None) -> float | None:
    """The share of such values, from 0 to 1, that coders wrote down too; None if that was not measured."""
    curve = MEASURED.get(part, {}).get(basis)
    if curve is None:
        return None
    slope, offset = curve
    return logistic(slope * (logit or 0.0) + offset)


def logistic(logit: float) -> float:
    """The share that a logit stands for."""
    return 1 / (1 + math.exp(-max(-STEEPEST, min(STEEPEST, logit))))
