"""Why a slot of a claim is filled as it is."""

from __future__ import annotations

from dataclasses import dataclass

from whosays.model.span import Span
from whosays.model.vocabulary import Basis, Part


@dataclass(frozen=True, slots=True)
class Reason:
    """The words behind one value of a claim, how they were found, and how often that is right.

    `logit` is what the network gives the words (0 is even odds; None where it was not asked). `confidence` is
    the share of such values, from 0 to 1, that careful coders wrote down too: measured, on reports that
    the reader had not seen; None where nobody measured it. It speaks of the reading, never of the truth.
    """

    claim: str
    part: Part
    span: Span | None
    basis: Basis
    logit: float | None
    confidence: float | None
