"""A text laid out for the finder: its words, the spots among them, and what stands around each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from whosays.ground.gazetteer import Gazetteer
from whosays.ground.places.context import Lookout, Surroundings
from whosays.ground.places.neighbours import Neighbour, neighbours_of
from whosays.ground.places.score import Question
from whosays.ground.places.spots import Spot, Spotter
from whosays.ground.places.vocabulary import Vocabulary
from whosays.ground.places.words import Word, words_of
from whosays.model import NameMention, Span


@dataclass(frozen=True, slots=True)
class Scene:
    """`around` and the answers to `question` go by the index of the spot."""

    text: str
    words: Sequence[Word]
    spots: Sequence[Spot]
    around: Sequence[Surroundings]
    listed: Sequence[bool]
    neighbours: Sequence[Neighbour]

    def question(self, at: int) -> Question:
        """What has to be known to resolve spot `at`."""
        spot, near = self.spots[at], self.around[at]
        beside, holds = self.neighbours[at].beside, self.neighbours[at].holds
        return Question(spot.name, spot.candidates, near.noun, near.wide, beside, holds)

    def span(self, at: int) -> Span:
        """Where spot `at` stands."""
        spot = self.spots[at]
        return Span.of(self.text, self.words[spot.first].start, self.words[spot.last].end)


def lay_out(text: str, names: Sequence[NameMention], gazetteer: Gazetteer, vocabulary: Vocabulary) -> Scene:
    """The scene of a text in which a parser saw `names`."""
    words = words_of(text)
    lookout = Lookout(words, names, vocabulary)
    spots = list(Spotter(text, words, gazetteer, vocabulary, lookout).spots())
    neighbours = neighbours_of(words, spots, vocabulary)
    around = [
        lookout.around(spot.first, spot.last, contained=neighbour.bears_out(spot))
        for spot, neighbour in zip(spots, neighbours, strict=True)
    ]
    lasts = [-1, *(spot.last for spot in spots)]
    listed = [lookout.listed(spot.first, last) for spot, last in zip(spots, lasts, strict=False)]
    return Scene(text, words, spots, around, listed, neighbours)
