"""What a scorer returns: counts with their precision, recall and F1, and other measures."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

T = TypeVar("T")

Row = dict[str, Any]
"""One line of a data set or of the output of `whosays read`."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many were right, predicted and asked for; a share without a denominator is 0."""

    hits: int
    predicted: int
    gold: int

    @property
    def precision(self) -> float:
        """Hits by predicted, 0 to 1."""
        return share(self.hits, self.predicted)

    @property
    def recall(self) -> float:
        """Hits by gold, 0 to 1."""
        return share(self.hits, self.gold)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall, 0 to 1."""
        return share(2 * self.hits, self.predicted + self.gold)


@dataclass(frozen=True, slots=True)
class Scores:
    """Measures by name. `shares` run from 0 to 1 (perfect); `errors` are better when smaller."""

    counts: Mapping[str, Counts]
    shares: Mapping[str, float] = field(default_factory=dict)
    errors: Mapping[str, float] = field(default_factory=dict)

    def headline(self) -> dict[str, float]:
        """One figure a measure, better when larger: the F1 of `counts`, then `shares`."""
        return {name: counts.f1 for name, counts in self.counts.items()} | dict(self.shares)

    def prefixed(self, prefix: str) -> Scores:
        """The same measures under names that start with `prefix`."""
        return Scores(
            _prefixed(prefix, self.counts), _prefixed(prefix, self.shares), _prefixed(prefix, self.errors)
        )

    def __or__(self, other: Scores) -> Scores:
        """The measures of both."""
        return Scores(
            {**self.counts, **other.counts},
            {**self.shares, **other.shares},
            {**self.errors, **other.errors},
        )


Scorer = Callable[[Sequence[Row], Mapping[str, Row]], Scores]
"""Gold rows and predicted rows by id in, measures out."""


def share(part: float, whole: float) -> float:
    """`part / whole`, or 0 where there is no whole."""
    return part / whole if whole else 0.0


def _prefixed(prefix: str, measures: Mapping[str, T]) -> dict[str, T]:
    return {f"{prefix} {name}": value for name, value in measures.items()}
