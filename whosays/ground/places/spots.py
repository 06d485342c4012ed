"""Where a text may name a place: runs of capitalised words that the gazetteer knows, or should."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from whosays.ground.gazetteer import Candidate, Gazetteer
from whosays.ground.places.vocabulary import Vocabulary
from whosays.ground.places.words import Word

_LONGEST = 5
_ARTICLES = frozenset("al el ul ar as ash ad at ath an az ed er es esh ed ez et".split())
_PARTICLES = frozenset(
    {
        "de",
        "la",
        "le",
        "les",
        "du",
        "des",
        "del",
        "di",
        "da",
        "of",
        "the",
        "and",
        "upon",
        "on",
        "sur",
        "bin",
        "wa",
        "y",
        "i",
    }
)


@dataclass(frozen=True, slots=True)
class Spot:
    """Words `first` to `last` (included) that may name a place, and the places so called."""

    first: int
    last: int
    name: str
    candidates: tuple[Candidate, ...]


class Spotter:
    """Finds spots by the gazetteer alone: the longest known name at each word."""

    def __init__(self, gazetteer: Gazetteer, vocabulary: Vocabulary) -> None:
        self._gazetteer = gazetteer
        self._vocabulary = vocabulary

    def spots(self, text: str, words: Sequence[Word], loose: frozenset[int]) -> Iterator[Spot]:
        """Spots in order, not overlapping. At the words in `loose` a like-sounding name will do."""
        at = 0
        while at < len(words):
            spot = self._spot(text, words, at, at in loose) if self._may_begin(words, at) else None
            if spot is not None:
                yield spot
            at = spot.last + 1 if spot else at + 1

    def _spot(self, text: str, words: Sequence[Word], first: int, loose: bool) -> Spot | None:
        lasts = list(_ends(words, first))
        for last in reversed(lasts):
            name = text[words[first].start : words[last].end]
            if found := self._gazetteer.lookup(name, loose=False):
                return Spot(first, last, name, found)
        for last in reversed(lasts) if loose else ():
            name = text[words[first].start : words[last].end]
            if found := self._gazetteer.lookup(name):
                return Spot(first, last, name, found)
        return None

    def _may_begin(self, words: Sequence[Word], at: int) -> bool:
        word = words[at]
        if word.capital:
            return word.lower not in self._vocabulary.function or _is_article(words, at)
        return _is_article(words, at)


def _is_article(words: Sequence[Word], at: int) -> bool:
    """Whether the word is an Arabic article: "al-Bab", "ar Raqqah"."""
    word = words[at]
    return (
        word.lower in _ARTICLES
        and word.gap in {"-", " ", "‐", "‑"}
        and at + 1 < len(words)
        and words[at + 1].capital
    )


def _ends(words: Sequence[Word], first: int) -> Iterator[int]:
    """The words that a name from `first` on can end with."""
    for last in range(first, min(first + _LONGEST, len(words))):
        if words[last].capital:
            yield last
        elif words[last].lower not in _PARTICLES and words[last].lower not in _ARTICLES:
            return
        if not words[last].joined:
            return
