"""Where a text may name a place: runs of capitalised words that the gazetteer knows, or should."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from whosays.ground.gazetteer import Candidate, Gazetteer
from whosays.ground.places.context import Lookout
from whosays.ground.places.vocabulary import Vocabulary
from whosays.ground.places.words import Word

_LONGEST = 5
_SHORTEST = 3
_LONGEST_CODE = 4
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
        self._text = text
        self._words = words
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
        if not self._may_begin(first):
            return None
        known = self._known(first, self._ends(first))
        if known is not None and not self._cuts(known):
            return self._widened(known)
        return self._unlisted(first) or known or self._sounding(first)

    def _unlisted(self, first: int) -> Spot | None:
        """A name in a place's position that the gazetteer lacks, or has in another spelling."""
        last = self._run_end(first) if self._words[first].lower not in self._vocabulary.direction else None
        if (
            last is None
            or len(self._name(first, last)) < _SHORTEST
            or self._words[last].lower in self._vocabulary.kinds
        ):
            return None
        if (
            self._lookout.is_place(first)
            or self._lookout.noun_before(first)
            or self._lookout.noun_after(last)
        ):
            found = self._gazetteer.lookup(self._name(first, last))
            return Spot(first, last, self._name(first, last), found)
        return None

    def _sounding(self, first: int) -> Spot | None:
        """A name after "in" or "near" that sounds like one in the gazetteer."""
        last = self._run_end(first)
        before = self._words[first - 1] if first else None
        if last is None or before is None or before.lower not in self._vocabulary.inside:
            return None
        found = self._gazetteer.sounding(self._name(first, last))
        return Spot(first, last, self._name(first, last), found) if found else None

    def _widened(self, spot: Spot) -> Spot:
        """With the divisions that the noun beside it may mean: "Damascus countryside", "Hasakeh province"."""
        after = self._lookout.noun_after(spot.last)
        asked = self._lookout.noun_before(spot.first) or after
        if asked not in _DIVISIONS:
            return spot
        nouns = {"district", self._words[spot.last + 1].lower} if after else {"district"}
        more = [
            c for noun in sorted(nouns) for c in self._gazetteer.lookup(f"{spot.name} {noun}", loose=False)
        ]
        more += self._around(spot, asked)
        return replace(spot, candidates=tuple(dict.fromkeys((*more, *spot.candidates))))

    def _around(self, spot: Spot, kind: str) -> Iterator[Candidate]:
        """Divisions of that kind which hold a place of the spot and sound like it."""
        holding = {row for place in spot.candidates for row in place.within}
        for division in self._gazetteer.sounding(spot.name):
            if division.row in holding and division.place.kind == kind:
                yield replace(division, exact=True)

    def _cuts(self, known: Spot) -> bool:
        """Whether `known` is only the beginning of a place's name: "the village of Kafr Qux"."""
        last = self._run_end(known.first)
        if last is None or last <= known.last or self._words[known.last + 1].text.isupper():
            return False
        named = self._lookout.noun_before(known.first)
        return bool(named) and self._known(known.last + 1, self._ends(known.last + 1)) is None

    def _known(self, first: int, ends: Iterable[int]) -> Spot | None:
        """The longest name that the gazetteer has, spelt like that."""
        for last in sorted(ends, reverse=True):
            name = self._name(first, last)
            if name in self._vocabulary.demonyms:
                continue
            found = (
                self._gazetteer.lookup(name, loose=False) if len(name) >= _SHORTEST or name.isupper() else ()
            )
            if is_code(name):
                found = tuple(place for place in found if place.own and place.place.kind not in _NO_CODES)
            if found:
                return Spot(first, last, name, found)
        return None

    def _provinces(self, name: str) -> tuple[Candidate, ...]:
        return tuple(c for c in self._gazetteer.lookup(name, loose=False) if c.place.kind == "province")

    def _name(self, first: int, last: int) -> str:
        return self._text[self._words[first].start : self._words[last].end]

    def _may_begin(self, at: int) -> bool:
        word = self._words[at]
        if word.capital:
            return word.lower not in self._vocabulary.function
        following = self._words[at + 1] if at + 1 < len(self._words) else None
        return self._is_article(word) and following is not None and following.capital

    def _is_article(self, word: Word) -> bool:
        return word.lower in self._vocabulary.article and word.joined

    def _ends(self, first: int) -> Iterator[int]:
        """The words that a name from `first` on can end with."""
        for last in range(first, min(first + _LONGEST, len(self._words))):
            word = self._words[last]
            article = self._is_article(word)
            if word.capital and not (article and last == first):
                yield last
            elif not article and word.lower not in self._vocabulary.particle:
                return
            if not word.joined:
                return

    def _run_end(self, first: int) -> int | None:
        """The last of the capitalised words from `first` on; None if there is none but an article."""
        found: int | None = None
        for last in range(first, len(self._words)):
            word = self._words[last]
            if self._is_nameword(word):
                found = last
            elif not self._is_article(word) or word.gap != "-":
                break
            if not word.joined:
                break
        return found

    def _is_nameword(self, word: Word) -> bool:
        known = self._vocabulary
        if not word.capital or (is_code(word.text) and len(word.text) > 1):
            return False
        return word.lower not in known.function and word.text not in known.demonyms


def is_code(name: str) -> bool:
    """Whether `name` looks like an acronym: short, with capitals inside."""
    return len(name) <= _LONGEST_CODE and any(letter.isupper() for letter in name[1:])
