"""What stands around each spot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from whosays.ground.places.evidence import Surroundings
from whosays.ground.places.spots import Spot
from whosays.ground.places.vocabulary import Vocabulary
from whosays.ground.places.words import Word
from whosays.model import NameMention, NameSort


class Lookout:
    """Looks around the spots of one text."""

    def __init__(self, words: Sequence[Word], sorts: Mapping[int, NameSort], vocabulary: Vocabulary) -> None:
        self._words = words
        self._sorts = sorts
        self._vocabulary = vocabulary
        self._small = frozenset(word.text for word in words if not word.capital)

    def around(self, spot: Spot, contained: bool) -> Surroundings:
        """What there is to see from `spot`; `contained` says that a place that holds it is named beside it."""
        before, after = self._word(spot.first - 1), self._word(spot.last + 1)
        direction = self._direction(spot.first)
        return Surroundings(
            before=before,
            after=after if self._words[spot.last].joined else None,
            sort=self._sorts.get(spot.last, self._sorts.get(spot.first)),
            noun=self._noun_before(spot.first) or self._noun_after(spot),
            direction=direction is not None,
            wide=(direction in self._vocabulary.wide) or self._towns_before(spot.first),
            contained=contained,
            written_small=spot.first == spot.last and self._words[spot.first].lower in self._small,
        )

    def _word(self, at: int) -> Word | None:
        return self._words[at] if 0 <= at < len(self._words) else None

    def _noun_after(self, spot: Spot) -> str:
        """ "Idlib province": the kind that "province" asks for."""
        word = self._word(spot.last + 1)
        if word is None or not self._words[spot.last].joined and "s" not in self._words[spot.last].gap:
            return ""
        if self._words[spot.last].gap.strip() not in {"", "-", "'s", "’s"}:
            return ""
        return self._vocabulary.kinds.get(word.lower, "")

    def _noun_before(self, first: int) -> str:
        """ "the town of Idlib", "the town, Idlib" is another thing; "towns of Idlib" asks for a province."""
        of, noun = self._word(first - 1), self._word(first - 2)
        if of is None or noun is None or of.lower != "of" or noun.gap != " " or of.gap != " ":
            return ""
        return self._vocabulary.kinds.get(noun.lower, "")

    def _direction(self, first: int) -> str | None:
        word = self._word(first - 1)
        if word is not None and word.lower in self._vocabulary.link and word.gap == " ":
            word = self._word(first - 2)
        return (
            word.lower
            if word is not None and word.lower in self._vocabulary.direction and word.gap == " "
            else None
        )

    def _towns_before(self, first: int) -> bool:
        """ "villages in X", "parts of X": X is larger than a town."""
        link, noun = self._word(first - 1), self._word(first - 2)
        return (
            link is not None
            and noun is not None
            and link.lower in {"in", "of", "across"}
            and noun.lower in self._vocabulary.towns
        )


def sorts_of_words(words: Sequence[Word], names: Sequence[NameMention]) -> dict[int, NameSort]:
    """What the parser saw in each word; the longest name wins, then the first."""
    found: dict[int, NameSort] = {}
    ordered = sorted(names, key=lambda name: (name.span.start - name.span.end, name.span.start, name.sort))
    for name in ordered:
        for at in _inside(words, name):
            found.setdefault(at, name.sort)
    return found


def _inside(words: Sequence[Word], name: NameMention) -> range:
    first = _bisect(words, name.span.start)
    last = first
    while last < len(words) and words[last].start < name.span.end:
        last += 1
    return range(first, last)


def _bisect(words: Sequence[Word], start: int) -> int:
    from bisect import bisect_left

    return bisect_left(words, start, key=lambda word: word.end - 1)
