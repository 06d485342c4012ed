"""Places in a text: where it names them, and which they are."""

from __future__ import annotations

from collections.abc import Sequence

from whosays.ground.gazetteer import Gazetteer
from whosays.ground.places.evidence import NEEDED, Judge, support
from whosays.ground.places.hints import Hinter
from whosays.ground.places.picture import Hints, Picture
from whosays.ground.places.resolve import choices, resolve
from whosays.ground.places.scene import Scene, lay_out
from whosays.ground.places.vocabulary import load_vocabulary
from whosays.model import NameMention, PlaceMention


class PlaceFinder:
    """Finds and resolves the places of reports. Holds no state of a report; threads may share one."""

    def __init__(self, gazetteer: Gazetteer | None = None) -> None:
        self._gazetteer = gazetteer or Gazetteer.open()
        self._vocabulary = load_vocabulary()
        self._judge = Judge(self._vocabulary)
        self._hinter = Hinter(self._gazetteer, self._vocabulary)

    @property
    def edition(self) -> str:
        """What tells the places of a user's own index from others; empty for the package's."""
        return self._gazetteer.edition

    def find(
        self, text: str, names: Sequence[NameMention], publisher: str | None = None
    ) -> tuple[PlaceMention, ...]:
        """The places that `text` names, in order, not overlapping.

        `names` are the proper names that a parser saw in it, in any order; wrong or missing ones do
        little harm. A publisher whose name holds a place's name draws doubtful names to its home.
        """
        scene = lay_out(text, names, self._gazetteer, self._vocabulary)
        hints = self._hinter.hints(scene.words, publisher)
        alone = self._judge.weigh(scene.spots, scene.around, scene.listed)
        borne_out = _supports(scene, alone, hints)
        kept = [at for at, weight in enumerate(alone) if weight + borne_out[at] >= NEEDED]
        answers = resolve([scene.question(at) for at in kept], hints)
        return tuple(
            PlaceMention(scene.span(at), answer.place if answer else None)
            for at, answer in zip(kept, answers, strict=True)
        )


def _supports(scene: Scene, weights: Sequence[float], hints: Hints) -> list[float]:
    """How far the places that are certain so far bear out each spot's best candidate."""
    certain = [at for at, weight in enumerate(weights) if weight >= NEEDED]
    questions = [scene.question(at) for at in range(len(scene.spots))]
    answers = resolve(questions, hints, frozenset(certain))
    chosen = dict(zip(questions, answers, strict=True))
    picture = Picture(choices([questions[at] for at in certain], chosen), hints)
    views = {name: picture.view(name) for name in {question.name for question in questions}}
    return [
        support(answer, views[question.name]) for question, answer in zip(questions, answers, strict=True)
    ]
