"""Divisions that a report is about for other reasons than the places it names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from whosays.ground.gazetteer import Candidate, Gazetteer
from whosays.ground.places.vocabulary import Vocabulary
from whosays.ground.places.words import Word, words_of

_DEMONYM = 0.6
_PUBLISHER = 0.3
_SHORTEST = 5
_DOMAIN = re.compile(
    r"(?:https?://)?(?:[\w-]+\.)*?([\w-]+)\.(?:com?\.|org\.|net\.)?([a-z]{2,6})/?", re.IGNORECASE
)


class Hinter:
    """Weighs divisions by the peoples that a text names and by its publisher's name."""

    def __init__(self, gazetteer: Gazetteer, vocabulary: Vocabulary) -> None:
        self._gazetteer = gazetteer
        self._vocabulary = vocabulary

    def hints(self, words: Sequence[Word], publisher: str | None) -> dict[int, float]:
        """Weights by row, each at most 1."""
        weights: dict[int, float] = {}
        demonyms = self._vocabulary.demonyms
        codes = Counter(demonyms[word.text] for word in words if word.text in demonyms)
        for code, count in codes.items():
            _add(weights, self._gazetteer.country(code), _DEMONYM * count / (codes.total() + 1))
        if publisher:
            self._add_home(weights, publisher)
        return weights

    def _add_home(self, weights: dict[int, float], publisher: str) -> None:
        """The places in a publisher's name, their divisions, and the country of its domain."""
        domain = _DOMAIN.fullmatch(publisher.strip())
        homes = self._label_homes(domain[1]) if domain else self._name_homes(publisher)
        for home in homes:
            _add(weights, home, _PUBLISHER / len(homes))
        if domain and domain[2].lower() not in self._vocabulary.worldwide:
            code = domain[2].upper()
            _add(weights, self._gazetteer.country(self._vocabulary.domains.get(code, code)), _PUBLISHER)

    def _name_homes(self, publisher: str) -> tuple[Candidate, ...]:
        """ "Aleppo Media Center": the places called by its first words that are a place's name."""
        words = [word.text for word in words_of(publisher)]
        for first in range(len(words)):
            for last in range(len(words), first, -1):
                if words[first].lower() not in self._vocabulary.doubtful and (
                    found := self._gazetteer.lookup(" ".join(words[first:last]), loose=False)
                ):
                    return found
        return ()

    def _label_homes(self, label: str) -> tuple[Candidate, ...]:
        """ "springfieldnews", "theparisnews": the places called by its longest beginning."""
        label = label.lower()
        for masthead in sorted(self._vocabulary.mastheads):
            label = label.removeprefix(masthead)
        for end in range(len(label), _SHORTEST - 1, -1):
            if found := self._gazetteer.lookup(label[:end].strip("-"), loose=False):
                return found
        return ()


def _add(weights: dict[int, float], place: Candidate | None, weight: float) -> None:
    for row in (place.row, *place.within) if place else ():
        weights[row] = weights.get(row, 0.0) + weight
