"""Where a text may name a place: runs of capitalised words that the gazetteer knows, or should."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from whosays.ground.gazetteer import Candidate, Gazetteer
from whosays.ground.places.context import Lookout
from whosays.ground.places.vocabulary import Vocabulary
from whosays.ground.places.words import Word

_LONGEST = 5
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Spot:
    """Words `first` to `last` (included) that may name a place, and the places so called.

    Without candidates it is a name that the gazetteer lacks in a place's position.
    """

    first: int
    last: int
    name: str
    candidates: tuple[Candidate, ...]


class Spotter:
    """Finds spots in one text: the longest name at each word."""

    def __init__(
        self, text: str, words: Sequence[Word], gazetteer: Gazetteer, vocabulary: Vocabulary, lookout: Lookout
    ) -> None:
        self._text = text
        self._words = words
        self._gazetteer = gazetteer
        self._vocabulary = vocabulary
        self._lookout = lookout

    def spots(self) -> Iterator[Spot]:
        """Spots in order, not overlapping."""
        at = 0
        while at < len(self._words):
            spot = self._spot(at) if self._may_begin(at) else None
            if spot is not None:
                yield spot
            at = spot.last + 1 if spot else at + 1

    def _spot(self, first: int) -> Spot | None:
        lasts = list(self._ends(first))
        if not lasts:
            return None
        known = self._known(first, lasts)
        named = self._lookout.noun_before(first) or self._lookout.noun_after(lasts[-1])
        if named and (known is None or known.last < lasts[-1]):
            return self._sounding(first, lasts[-1:]) or self._unknown(first, lasts[-1]) or known
        if known is None and self._lookout.is_place(first):
            return self._sounding(first, lasts) or self._unknown(first, lasts[-1])
        return known

    def _known(self, first: int, lasts: Sequence[int]) -> Spot | None:
        """The longest name that the gazetteer has, spelt like that."""
        for last in reversed(lasts):
            name = self._name(first, last)
            if len(name) >= _SHORTEST or name.isupper():
                found = self._gazetteer.lookup(name, loose=False)
                if found:
                    return Spot(first, last, name, found)
        return None

    def _sounding(self, first: int, lasts: Sequence[int]) -> Spot | None:
        """The longest name that sounds like one in the gazetteer."""
        for last in reversed(lasts):
            name = self._name(first, last)
            if found := self._gazetteer.lookup(name):
                return Spot(first, last, name, found)
        return None

    def _unknown(self, first: int, last: int) -> Spot:
        return Spot(first, last, self._name(first, last), ())

    def _name(self, first: int, last: int) -> str:
        return self._text[self._words[first].start : self._words[last].end]

    def _may_begin(self, at: int) -> bool:
        word = self._words[at]
        if word.capital and word.lower not in self._vocabulary.function:
            return True
        following = self._words[at + 1] if at + 1 < len(self._words) else None
        return (
            word.lower in self._vocabulary.article
            and word.joined
            and following is not None
            and following.capital
        )

    def _ends(self, first: int) -> Iterator[int]:
        """The words that a name from `first` on can end with."""
        inner = self._vocabulary.article | self._vocabulary.particle
        for last in range(first, min(first + _LONGEST, len(self._words))):
            word = self._words[last]
            if word.lower in self._vocabulary.article and last == first:
                pass
            elif word.capital:
                yield last
            elif word.lower not in inner:
                return
            if not word.joined:
                return
