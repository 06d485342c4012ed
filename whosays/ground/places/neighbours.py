"""Pairs of spots of which one holds the other: "Paris, Texas", "Saraqib in Idlib province"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from whosays.ground.places.spots import Spot
from whosays.ground.places.words import Word

_LINK = re.compile(
    r"(?:,|\s\(|,? in(?: the)?|,? of(?: the)?)\s?"
    r"(?:\s?(?:\w*(?:north|south|east|west)\w*|central|rural|countryside|province|city|district|of|in|the|town|['’]s)\s?)*"
)


class Neighbours:
    """For each spot, rows that it may lie in (`beside`) and own rows that hold the spot before (`holds`)."""

    def __init__(self, spots: Sequence[Spot]) -> None:
        self.beside: list[set[int]] = [set() for _ in spots]
        self.holds: list[set[int]] = [set() for _ in spots]

    @classmethod
    def find(cls, text: str, words: Sequence[Word], spots: Sequence[Spot]) -> Neighbours:
        """Pairs among consecutive spots, where only words of place stand between them."""
        found = cls(spots)
        for at, (inner, outer) in enumerate(pairwise(spots)):
            between = text[words[inner.last].end : words[outer.first].start]
            if _LINK.fullmatch(between):
                found._pair(at, inner, outer)
        return found

    def contained(self, at: int, spot: Spot) -> bool:
        """Whether the spot beside holds spot `at`, or is held by it."""
        held = any(not self.beside[at].isdisjoint(candidate.within) for candidate in spot.candidates)
        return held or bool(self.holds[at])

    def _pair(self, at: int, inner: Spot, outer: Spot) -> None:
        outer_rows = {candidate.row for candidate in outer.candidates}
        inside = {row for candidate in inner.candidates for row in candidate.within}
        self.beside[at] |= outer_rows
        self.holds[at + 1] |= outer_rows & inside
