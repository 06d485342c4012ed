"""A stretch that two texts share."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple


class Run(NamedTuple):
    """Equal words in a row: index of the first in either text (of `words(text)`), and how many."""

    a: int
    b: int
    length: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch that two texts share, as [start, end) in code points of either, with small differences.

    `words` are equal, in the same order, in `runs`.
    """

    a: tuple[int, int]
    b: tuple[int, int]
    words: int
    runs: tuple[Run, ...]

    @property
    def likeness(self) -> float:
        """The share of words between its ends that are equal, on the side where there are more."""
        first, last = self.runs[0], self.runs[-1]
        return self.words / max(last.a + last.length - first.a, last.b + last.length - first.b)

    def turned(self) -> Passage:
        """The same, seen from the other text."""
        runs = sorted(Run(run.b, run.a, run.length) for run in self.runs)
        return replace(self, a=self.b, b=self.a, runs=tuple(runs))
