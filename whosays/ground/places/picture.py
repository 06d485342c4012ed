"""The places of a report as far as they are chosen, and what they say about another name.

A name is never evidence for itself, so each question is put to the picture without the places that
its own name was given. Shares are of places, each counted once however often it is named.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from whosays.ground.gazetteer import Candidate

Hints = Mapping[int, float]
"""Weights of divisions (rows) that the report is about for other reasons: its people, its publisher."""

_SMALL = frozenset({"city", "district"})
_COUNTRY_COUNTS = 0.3
_MOST_NEIGHBOURS = 100


@dataclass(frozen=True, slots=True)
class Choice:
    """A place chosen for a name; `pointed` if words beside the name named a division that holds it."""

    name: str
    place: Candidate
    pointed: bool = False


@dataclass(frozen=True, slots=True)
class View:
    """The picture as one name sees it: without its own places, but with where it was pointed to."""

    hints: Hints
    counts: Mapping[int, float] = field(default_factory=dict)
    own: Mapping[int, float] = field(default_factory=dict)
    total: int = 0
    tops: Collection[int] = ()
    small: Sequence[Candidate] = ()
    pointed: Collection[int] = ()

    def share(self, row: int) -> float:
        """The share of the other places that lie in the division `row` (or are it), and its hint."""
        others = self.counts.get(row, 0) - self.own.get(row, 0)
        return others / (self.total + 1) + self.hints.get(row, 0.0)

    def country_share(self, place: Candidate) -> float:
        """The share of the place's country."""
        return self.share(top(place))

    def main_share(self) -> float:
        """The share of the country that the report is about most."""
        return max(map(self.share, self.tops), default=0.0)


class Picture:
    """Places chosen so far."""

    def __init__(self, choices: Iterable[Choice], hints: Hints) -> None:
        self._hints = hints
        self._places: dict[int, Candidate] = {}
        self._names: dict[int, set[str]] = defaultdict(set)
        self._rows: dict[str, set[int]] = defaultdict(set)
        self._pointed: dict[str, set[int]] = defaultdict(set)
        for choice in choices:
            self._add(choice)
        self._counts = _count(self._places.values())
        self._tops = frozenset(hints) | {top(place) for place in self._places.values()}
        self._small = [place for place in self._places.values() if place.place.kind in _SMALL]

    def view(self, name: str) -> View:
        """What the picture says about `name`."""
        own = {row: self._places[row] for row in self._rows.get(name, ()) if self._names[row] == {name}}
        small = (place for place in self._small if place.row not in own)
        return View(
            hints=self._hints,
            counts=self._counts,
            own=_count(own.values()),
            total=len(self._places) - len(own),
            tops=self._tops,
            small=tuple(islice(small, _MOST_NEIGHBOURS)),
            pointed=self._pointed.get(name, ()),
        )

    def _add(self, choice: Choice) -> None:
        row = choice.place.row
        self._places[row] = choice.place
        self._names[row].add(choice.name)
        self._rows[choice.name].add(row)
        if choice.pointed:
            self._pointed[choice.name].add(row)


def top(place: Candidate) -> int:
    """The row of the place's country, or its own if nothing holds it."""
    return place.within[-1] if place.within else place.row


def _count(places: Iterable[Candidate]) -> Mapping[int, float]:
    """How many of the places each division holds; a country named is little evidence for its towns."""
    counts: dict[int, float] = defaultdict(float)
    for place in places:
        for row in (place.row, *place.within):
            counts[row] += _COUNTRY_COUNTS if place.place.kind == "country" else 1.0
    return counts
