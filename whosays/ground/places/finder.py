"""Places in a text: where it names them, and which they are."""

from __future__ import annotations

from collections.abc import Sequence

from whosays.ground.gazetteer import Gazetteer
from whosays.ground.places.context import Lookout, sorts_of_words
from whosays.ground.places.evidence import NEEDED, Judge, Surroundings
from whosays.ground.places.hints import Hinter
from whosays.ground.places.neighbours import Neighbours, add_states
from whosays.ground.places.resolve import Question, resolve
from whosays.ground.places.spots import Spot, Spotter
from whosays.ground.places.vocabulary import load_vocabulary
from whosays.ground.places.words import Word, words_of
from whosays.model import NameMention, NameSort, PlaceMention, Span


class PlaceFinder:
    """Finds and resolves the places of reports. Holds no state of a report; threads may share one."""

    def __init__(self, gazetteer: Gazetteer | None = None) -> None:
        self._gazetteer = gazetteer or Gazetteer.open()
        self._vocabulary = load_vocabulary()
        self._spotter = Spotter(self._gazetteer, self._vocabulary)
        self._judge = Judge(self._vocabulary)
        self._hinter = Hinter(self._gazetteer, self._vocabulary)

    def find(
        self, text: str, names: Sequence[NameMention], publisher: str | None = None
    ) -> tuple[PlaceMention, ...]:
        """The places that `text` names, in order, not overlapping.

        `names` are the proper names that a parser saw in it, in any order; wrong or missing ones do
        little harm. A publisher whose name holds a place's name draws doubtful names to its home.
        """
        words = words_of(text)
        sorts = sorts_of_words(words, names)
        loose = frozenset(at for at, sort in sorts.items() if sort is NameSort.PLACE)
        spots = list(self._spotter.spots(text, words, loose))
        neighbours = Neighbours.find(text, words, spots)
        add_states(neighbours, words, spots, self._gazetteer, self._vocabulary)
        lookout = Lookout(words, sorts, self._vocabulary)
        around = [lookout.around(spot, neighbours.contained(at, spot)) for at, spot in enumerate(spots)]
        kept = [at for at, weight in enumerate(self._judge.weigh(spots, around, words)) if weight >= NEEDED]
        questions = [self._question(spots[at], around[at], neighbours, at) for at in kept]
        answers = resolve(questions, self._hinter.hints(words, publisher))
        return tuple(
            PlaceMention(_span(text, words, spots[at]), answer.place if answer else None)
            for at, answer in zip(kept, answers, strict=True)
        )

    def _question(self, spot: Spot, near: Surroundings, neighbours: Neighbours, at: int) -> Question:
        return Question(
            spot.name,
            spot.candidates,
            near.noun,
            near.wide,
            frozenset(neighbours.beside[at]),
            frozenset(neighbours.holds[at]),
        )


def _span(text: str, words: Sequence[Word], spot: Spot) -> Span:
    return Span.of(text, words[spot.first].start, words[spot.last].end)
