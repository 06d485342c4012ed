"""Where a text may name a place: runs of capitalised words that the gazetteer knows, or should."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from unicodedata import category

from whosays.ground.gazetteer import Candidate, Gazetteer, loose_key
from whosays.ground.places.context import Lookout
from whosays.ground.places.runs import LONGEST_CODE, Runs, is_code
from whosays.ground.places.vocabulary import Vocabulary
from whosays.ground.places.words import POSSESSIVES, Word

_SHORTEST = 3
_CITY = 100_000
_DIVISIONS = frozenset({"district", "province"})
_NO_CODES = frozenset({"city", "district", "province"})


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
        self._words = words
        self._runs = Runs(text, words, vocabulary)
        self._gazetteer = gazetteer
        self._vocabulary = vocabulary
        self._lookout = lookout

    def spots(self) -> Iterator[Spot]:
        """Spots in order, not overlapping."""
        at = 0
        while at < len(self._words):
            spot = self._spot(at)
            if spot is not None:
                yield spot
            at = spot.last + 1 if spot else at + 1

    def _spot(self, first: int) -> Spot | None:
        state = self._vocabulary.states.get(self._words[first].text)
        if state and first and self._words[first - 1].gap == ", ":
            return Spot(first, first, state, self._provinces(state))
        if not self._runs.may_begin(first) or _is_currency(self._words[first]):
            return None
        known = self._known(first, self._runs.ends(first))
        if known is not None and self._breaks_off(known):
            known = None
        if known is not None and not self._cuts(known):
            return self._widened(known)
        return self._unlisted(first) or known or self._sounding(first)

    def _unlisted(self, first: int) -> Spot | None:
        """A name in a place's position that the gazetteer lacks, or has in another spelling."""
        last = self._runs.end(first)
        if last is None or not self._could_be_listed(first, last):
            return None
        if not self._lookout.is_place(first) and not self._lookout.noun(first, last):
            return None
        name = self._runs.name(first, last)
        return Spot(first, last, name, self._gazetteer.lookup(name))

    def _could_be_listed(self, first: int, last: int) -> bool:
        """Whether the words look like a name: not "Northern" alone, nor "Old City"."""
        begins_well = self._words[first].lower not in self._vocabulary.direction
        ends_well = self._words[last].lower not in self._vocabulary.kinds
        return begins_well and ends_well and len(self._runs.name(first, last)) >= _SHORTEST

    def _sounding(self, first: int) -> Spot | None:
        """A name after "in", "near" or "Syria's" that sounds like one in the gazetteer."""
        last = self._runs.end(first)
        if last is None or not first or not self._leads_in(self._words[first - 1]):
            return None
        name = self._runs.name(first, last)
        found = self._gazetteer.sounding(name)
        return Spot(first, last, name, found) if found else None

    def _leads_in(self, word: Word) -> bool:
        return word.lower in self._vocabulary.inside or (word.capital and word.gap in POSSESSIVES)

    def _widened(self, spot: Spot) -> Spot:
        """With the divisions that the noun beside it may mean: "Damascus countryside", "Hasakeh province"."""
        asked = self._lookout.noun(spot.first, spot.last)
        if asked not in _DIVISIONS:
            return spot
        following = self._words[spot.last + 1].lower if spot.last + 1 < len(self._words) else "district"
        called = self._gazetteer.lookup(f"{spot.name} {following}", loose=False)
        district = self._gazetteer.lookup(f"{spot.name} district", loose=False)
        divisions = called or (*self._around(spot, asked), *district)
        return replace(spot, candidates=tuple(dict.fromkeys((*divisions, *spot.candidates))))

    def _around(self, spot: Spot, kind: str) -> Iterator[Candidate]:
        """Divisions of that kind around the spot's places, with names that begin alike."""
        beginning = loose_key(spot.name)
        for row in dict.fromkeys(row for place in spot.candidates for row in place.within):
            division = self._gazetteer.entry(row)
            if division.place.kind == kind and loose_key(division.place.name).startswith(beginning):
                yield division

    def _breaks_off(self, known: Spot) -> bool:
        """Whether the name goes on with an article: "Bab al-Mandab" is not Bab."""
        following = known.last + 1
        if following + 1 >= len(self._words) or not self._words[known.last].joined:
            return False
        return self._runs.is_article(self._words[following]) and self._words[following].gap == "-"

    def _cuts(self, known: Spot) -> bool:
        """Whether `known` is only the beginning of a place's name: "the village of Kafr Qux"."""
        last = self._runs.end(known.first)
        if last is None or last <= known.last or self._words[known.last + 1].text.isupper():
            return False
        following = known.last + 1
        named = self._lookout.noun_before(known.first)
        return bool(named) and self._known(following, self._runs.ends(following)) is None

    def _known(self, first: int, ends: Iterable[int]) -> Spot | None:
        """The longest name that the gazetteer has, spelt like that."""
        for last in sorted(ends, reverse=True):
            name = self._runs.name(first, last)
            if found := self._places_called(name):
                return Spot(first, last, name, found)
        return None

    def _places_called(self, name: str) -> tuple[Candidate, ...]:
        """Places of exactly that name; an acronym ("US", "NGO") is only a country's or a region's."""
        if name in self._vocabulary.demonyms or (len(name) < _SHORTEST and not is_code(name)):
            return ()
        found = self._gazetteer.lookup(name, loose=False)
        if not is_code(name):
            return found
        return tuple(place for place in found if place.own and self._fits_code(name, place))

    def _fits_code(self, name: str, place: Candidate) -> bool:
        """Whether capitals may stand for the place: a dateline ("HOMS, Syria") may name a city."""
        if len(name) == LONGEST_CODE and name.isupper() and place.population >= _CITY:
            return True
        return place.place.kind not in _NO_CODES

    def _provinces(self, name: str) -> tuple[Candidate, ...]:
        return tuple(c for c in self._gazetteer.lookup(name, loose=False) if c.place.kind == "province")


def _is_currency(word: Word) -> bool:
    """ "US$": the country of a sum of money is where nothing happens."""
    return bool(word.gap) and category(word.gap[0]) == "Sc"
