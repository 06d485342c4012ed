"""How much speaks for a spot being a place: a table of weighted observations, added up.

The weights were found by trying values, one at a time, on news text with marked places; `NEEDED` is
the sum that makes a spot a place. A name that is surely a place somewhere in a report is more likely
one elsewhere in it.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from whosays.ground.gazetteer import Candidate, exact_key
from whosays.ground.places.context import Surroundings
from whosays.ground.places.picture import View
from whosays.ground.places.spots import Spot
from whosays.ground.places.vocabulary import Vocabulary
from whosays.ground.places.words import Word
from whosays.model import NameSort

NEEDED = 1.0
SURE = 1.3
_FROM_NAMES = {
    NameSort.PLACE: 1.0,
    NameSort.PEOPLE: -1.0,
    NameSort.PERSON: -0.6,
    NameSort.ORGANISATION: -0.7,
    NameSort.OTHER: -0.8,
}
_PART_OF_PERSON = -2.0
_INSIDE = 2.6
_RELATION = 0.8
_DIRECTION = 2.4
_NOUN = 2.5
_CONTAINED = 1.8
_TITLE = -3.0
_IN_LONGER_NAME = -0.9
_DOUBTFUL = -3.0
_PERSONAL = -1.5
_LONG = 1.0
_WRITTEN_SMALL = -1.5
_COUNTRY = 3.5
_REGION = 1.5
_UNLISTED = -0.6
_VARIANT = -0.4
_SOUND = -0.5
_AGAIN = 0.8
_LISTED = 0.7
_SUPPORTED = 1.4
_BORNE_OUT = 0.25
_ALONE = -2.5
_STRAY = 0.05
_WELL_KNOWN = 150_000
_UNHEARD = -2.5
_LARGE = 150_000
_PARTS = frozenset({" ", "-"})


class Judge:
    """Weighs spots."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary

    def weigh(
        self, spots: Sequence[Spot], around: Sequence[Surroundings], listed: Sequence[bool]
    ) -> list[float]:
        """The sum for each spot; `listed` says whether it stands in a list with the one before."""
        weights = [sum(self._observed(spot, near)) for spot, near in zip(spots, around, strict=True)]
        sure = {spot.name for spot, weight in zip(spots, weights, strict=True) if weight >= SURE}
        again = [weight + _AGAIN * (spot.name in sure) for spot, weight in zip(spots, weights, strict=True)]
        return [weight + _LISTED * self._in_company(at, again, listed) for at, weight in enumerate(again)]

    def _in_company(self, at: int, weights: Sequence[float], listed: Sequence[bool]) -> bool:
        before = at > 0 and listed[at] and weights[at - 1] >= NEEDED
        after = at + 1 < len(listed) and listed[at + 1] and weights[at + 1] >= NEEDED
        return before or after

    def _observed(self, spot: Spot, near: Surroundings) -> Iterator[float]:
        yield prior(spot)
        yield _FROM_NAMES[near.sort] if near.sort else 0.0
        yield _PART_OF_PERSON * (near.partial and near.sort is NameSort.PERSON)
        yield _NOUN * bool(near.noun) + _DIRECTION * near.direction + _CONTAINED * near.contained
        yield _DOUBTFUL * self._doubtful(spot.name)
        yield _WRITTEN_SMALL * near.written_small + _PERSONAL * near.personal
        yield _LONG * (" " in spot.name or "-" in spot.name)
        yield self._before(near)
        yield self._after(near)

    def _before(self, near: Surroundings) -> float:
        word = near.before
        if word is None or near.noun or near.direction:
            return 0.0
        if word.lower in self._vocabulary.title and word.gap in {" ", ". "}:
            return _TITLE
        if word.gap not in _PARTS:
            return 0.0
        if word.lower in self._vocabulary.inside:
            return _INSIDE
        if word.lower in self._vocabulary.relation:
            return _RELATION
        return _IN_LONGER_NAME * (word.capital and not self._harmless(word))

    def _after(self, near: Surroundings) -> float:
        word = near.after
        if word is None or not word.capital or near.noun:
            return 0.0
        if word.lower in self._vocabulary.function:
            return 0.0
        if word.lower in self._vocabulary.office and near.sort is not NameSort.ORGANISATION:
            return 0.0
        return _IN_LONGER_NAME

    def _doubtful(self, name: str) -> bool:
        known = self._vocabulary
        word = exact_key(name).removeprefix("al ")
        return word in known.doubtful or name.lower() in known.direction or name in known.peoples

    def _harmless(self, word: Word) -> bool:
        known = self._vocabulary
        return word.lower in known.function or word.text in known.demonyms or word.lower in known.direction


def prior(spot: Spot) -> float:
    """What the gazetteer itself says: a country or a big city is more often meant than a village."""
    if not spot.candidates:
        return _UNLISTED
    return max(
        _fame(candidate.place.kind, candidate.population)
        + _VARIANT * (not candidate.own)
        + _SOUND * (not candidate.exact)
        for candidate in spot.candidates
    )


def _fame(kind: str, population: int) -> float:
    if kind in {"country", "continent"}:
        return _COUNTRY
    if not population:
        return _REGION
    return max(0.0, 0.45 * (math.log10(population) - 3.5))


def support(place: Candidate | None, view: View) -> float:
    """How far the report's other places and hints bear out that `place` is named."""
    if place is None or place.place.kind in {"country", "continent"}:
        return 0.0
    share = view.country_share(place)
    if share >= _BORNE_OUT:
        return _SUPPORTED
    if not place.exact and place.population < _LARGE:
        return _UNHEARD
    return _ALONE * (share < _STRAY and 0 < place.population < _WELL_KNOWN)
