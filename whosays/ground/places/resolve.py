"""Which of the places of a name a report means.

Each candidate is scored, first alone, then in view of the places chosen for the other names; two
rounds, for each depends on the others. A name keeps one meaning through a report, except where the
words beside it say otherwise.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from whosays.ground.gazetteer import Candidate
from whosays.ground.places.picture import Choice, Hints, Picture, View
from whosays.ground.places.score import Question, admissible, pointed_to, score

_ROUNDS = 2


def resolve(
    questions: Sequence[Question], hints: Hints, anchors: Collection[int] | None = None
) -> list[Candidate | None]:
    """The best candidate of each question, None where there is none.

    If `anchors` is given, only the questions with those indices bear on the others.
    """
    bearing = range(len(questions)) if anchors is None else sorted(anchors)
    chosen = {question: _best(question, View(hints)) for question in dict.fromkeys(questions)}
    for _ in range(_ROUNDS):
        picture = Picture(choices([questions[at] for at in bearing], chosen), hints)
        views = {name: picture.view(name) for name in {question.name for question in questions}}
        chosen = {question: _best(question, views[question.name]) for question in chosen}
    return [chosen[question] for question in questions]


def choices(questions: Sequence[Question], chosen: dict[Question, Candidate | None]) -> list[Choice]:
    """The answers to `questions`, each once, in order."""
    return [
        Choice(question.name, place, pointed_to(place, question))
        for question in dict.fromkeys(questions)
        if (place := chosen[question]) is not None
    ]


def _best(question: Question, view: View) -> Candidate | None:
    scored = [
        (score(candidate, question, view), -candidate.row, candidate)
        for candidate in question.candidates
        if admissible(candidate, question, view)
    ]
    return max(scored, key=lambda item: item[:2])[2] if scored else None
