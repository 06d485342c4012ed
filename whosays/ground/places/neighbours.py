"""Pairs of spots of which one holds the other: "Paris, Texas", "Saraqib in Idlib province"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from whosays.ground.gazetteer import Gazetteer
from whosays.ground.places.spots import Spot
from whosays.ground.places.vocabulary import Vocabulary
from whosays.ground.places.words import Word

_LINK = re.compile(
    r"(?:,|\s\(|,? in(?: the)?|,? of(?: the)?)\s?"
    r"(?:\s?(?:\w*(?:north|south|east|west)\w*|central|rural|countryside|province|city|district|of|in|the|town|['’]s)\s?)*"
)


class Neighbours:
    """Rows that hold, or are held by, the spot beside: `beside[i]` for the first, `holds[i]` for the second."""

    def __init__(self, spots: Sequence[Spot]) -> None:
        self.beside: list[set[int]] = [set() for _ in spots]
        self.holds: list[set[int]] = [set() for _ in spots]

    @classmethod
    def find(cls, text: str, words: Sequence[Word], spots: Sequence[Spot]) -> Neighbours:
        """Pairs among consecutive spots, where only words of place stand between them."""
        found = cls(spots)
        for at, (inner, outer) in enumerate(zip(spots, spots[1:], strict=False)):
            between = text[words[inner.last].end : words[outer.first].start]
            if _LINK.fullmatch(between):
                found._pair(at, inner, outer)
        return found

    def contained(self, at: int, spot: Spot) -> bool:
        """Whether the spot beside holds spot `at`, or is held by it."""
        held = any(not self.beside[at].isdisjoint(candidate.within) for candidate in spot.candidates)
        return held or bool(self.holds[at])

    def name(self, at: int, rows: set[int]) -> None:
        """Note that an abbreviation beside spot `at` names the divisions `rows`."""
        self.beside[at] |= rows

    def _pair(self, at: int, inner: Spot, outer: Spot) -> None:
        outer_rows = {candidate.row for candidate in outer.candidates}
        inside = {row for candidate in inner.candidates for row in candidate.within}
        self.beside[at] |= outer_rows
        self.holds[at + 1] |= outer_rows & inside


def add_states(
    neighbours: Neighbours,
    words: Sequence[Word],
    spots: Sequence[Spot],
    gazetteer: Gazetteer,
    vocabulary: Vocabulary,
) -> None:
    """Note the states whose abbreviation follows a spot: "Paris, Tex."."""
    for at, spot in enumerate(spots):
        if spot.last + 1 >= len(words) or words[spot.last].gap != ", ":
            continue
        state = vocabulary.states.get(words[spot.last + 1].text)
        if state is not None:
            neighbours.name(
                at, {c.row for c in gazetteer.lookup(state, loose=False) if c.place.kind == "province"}
            )
