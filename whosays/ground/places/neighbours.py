"""Pairs of spots of which one may hold the other: "Paris, Texas", "Saraqib in northern Idlib"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from whosays.ground.places.spots import Spot
from whosays.ground.places.vocabulary import Vocabulary
from whosays.ground.places.words import POSSESSIVES, Word

_COMMAS = (", ", " (")
_GAPS = frozenset({" ", "-", ", "})


@dataclass(frozen=True, slots=True)
class Neighbour:
    """What the spots beside say of a spot: `beside` are rows that may hold it, `holds` those of its own
    rows that hold the spot before."""

    beside: frozenset[int] = frozenset()
    holds: frozenset[int] = frozenset()

    def bears_out(self, spot: Spot) -> bool:
        """Whether a neighbour holds the spot, or is held by it."""
        held = any(not self.beside.isdisjoint(candidate.within) for candidate in spot.candidates)
        return held or bool(self.holds)


def neighbours_of(words: Sequence[Word], spots: Sequence[Spot], vocabulary: Vocabulary) -> list[Neighbour]:
    """The neighbours of each spot: pairs with only words of place between them, and "Iraq's Mosul"."""
    beside: list[frozenset[int]] = [frozenset() for _ in spots]
    holds = list(beside)
    for at, (inner, outer) in enumerate(pairwise(spots)):
        if _linked(words[inner.last : outer.first], vocabulary):
            beside[at] = frozenset(candidate.row for candidate in outer.candidates)
            inside = {row for candidate in inner.candidates for row in candidate.within}
            holds[at + 1] = beside[at] & inside
        elif words[inner.last].gap in POSSESSIVES and outer.first == inner.last + 1:
            beside[at + 1] = frozenset(candidate.row for candidate in inner.candidates)
    return [Neighbour(*pair) for pair in zip(beside, holds, strict=True)]


def _linked(words: Sequence[Word], vocabulary: Vocabulary) -> bool:
    """Whether the words from the end of one name up to the next join the two: ", ", " in northern "."""
    first, between = words[0], words[1:]
    if not all(word.lower in vocabulary.joining or word.lower in vocabulary.direction for word in between):
        return False
    if any(word.gap not in _GAPS for word in between):
        return False
    return first.gap in _COMMAS or (first.gap == " " and bool(between) and between[0].lower in {"in", "of"})
