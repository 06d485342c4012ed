"""Which place a name would be taken for with nothing else known, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from whosays.ground.gazetteer import Candidate
from whosays.ground.places.picture import View
from whosays.ground.places.score import Question, admissible, parts


@dataclass(frozen=True, slots=True)
class Ranked:
    """A place that a name may mean, and the weights that speak for it.

    `taken` is False for a place that a report must have other reasons to mean.
    """

    candidate: Candidate
    parts: Mapping[str, float]
    taken: bool

    @property
    def score(self) -> float:
        """The sum of the weights."""
        return sum(self.parts.values())


def ranked(name: str, candidates: Iterable[Candidate]) -> list[Ranked]:
    """The candidates for a name that stands alone, the likeliest first; those that are not taken, last."""
    question, view = Question(name, tuple(candidates)), View({})
    found = [
        Ranked(candidate, parts(candidate, question, view), admissible(candidate, question, view))
        for candidate in question.candidates
    ]
    return sorted(found, key=lambda place: (not place.taken, -place.score, place.candidate.row))
