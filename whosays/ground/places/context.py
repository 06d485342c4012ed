"""What stands around the names of a text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from whosays.ground.places.vocabulary import Vocabulary
from whosays.ground.places.words import Word
from whosays.model import NameMention, NameSort

_CONJUNCTIONS = (["and"], ["or"])
_TIES = frozenset({"", "-", "'s", "’s"})


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around a name: the words before and after, the sort of name a parser saw, and more.

    `after` is None where the name ends a phrase. `noun` is the kind of place that a noun beside it
    asks for ("the town of X", "X province"), empty if there is none; `wide` says that more than a
    town is meant ("northern X", "villages in X"); `contained`, that a place which holds it stands
    beside it; `written_small`, that the text also has the word in lower case;
    `personal`, that it is a part of a person's name elsewhere; `partial`, that the parser's
    name goes on beyond this one.
    """

    before: Word | None
    after: Word | None
    sort: NameSort | None
    noun: str
    direction: bool
    wide: bool
    contained: bool
    written_small: bool
    personal: bool
    partial: bool


class Lookout:
    """Looks around the words of one text. A name is given by its first and last word."""

    def __init__(self, words: Sequence[Word], names: Sequence[NameMention], vocabulary: Vocabulary) -> None:
        self._words = words
        self._names = _names_of_words(words, names)
        self._vocabulary = vocabulary
        self._places = _mostly_places(names)
        self._personal = frozenset(_parts_of_persons(names))
        self._small = frozenset(word.text for word in words if not word.capital)

    def around(self, first: int, last: int, *, contained: bool) -> Surroundings:
        """All there is to see from a name; `contained` is passed on."""
        direction = self._direction(first)
        seen = self._names.get(last) or self._names.get(first)
        return Surroundings(
            before=self._word(first - 1),
            after=self._word(last + 1) if self._words[last].joined else None,
            sort=seen.sort if seen else None,
            noun=self.noun(first, last),
            direction=bool(direction),
            wide=direction in self._vocabulary.wide or self._towns_before(first),
            contained=contained,
            written_small=first == last and self._words[first].lower in self._small,
            personal=first == last and self._words[first].text in self._personal,
            partial=seen is not None and self._goes_beyond(seen, first, last),
        )

    def is_place(self, at: int) -> bool:
        """Whether a parser saw a place's name that begins there, and not mostly something else."""
        seen, before = self._names.get(at), self._word(at - 1)
        if seen is None or seen.sort is not NameSort.PLACE or self._words[at].text not in self._places:
            return False
        return before is None or not before.capital or before.end <= seen.span.start

    def noun(self, first: int, last: int) -> str:
        """The kind of place that a noun before or after the name asks for; empty if there is none."""
        return self.noun_before(first) or self.noun_after(last)

    def noun_after(self, last: int) -> str:
        """ "Idlib province", "Idlib's northern countryside": the kind that the noun asks for."""
        word = self._word(last + 1)
        if word is None or self._words[last].gap.strip() not in _TIES:
            return ""
        if word.lower in self._vocabulary.direction and (noun := self._word(last + 2)) and word.gap == " ":
            word = noun
        return self._vocabulary.kinds.get(word.lower, "")

    def noun_before(self, first: int) -> str:
        """ "The town of Idlib": the kind that the noun asks for."""
        of, noun = self._word(first - 1), self._word(first - 2)
        if of is None or noun is None or of.text != "of" or noun.gap != " " or of.gap != " ":
            return ""
        kind = self._vocabulary.kinds.get(noun.lower, "")
        owner = self._word(first - 3)
        if kind == "district" and (owner is None or owner.lower != "the"):
            return ""  # "a district of Damascus", "the Jobar district of Damascus" name no district Damascus
        if owner and owner.capital and owner.joined and owner.lower not in self._vocabulary.function:
            return ""
        return kind

    def listed(self, first: int, previous: int) -> bool:
        """Whether the name that ends with word `previous` and this one stand in a list: "X, Y and Z"."""
        gaps = [word.gap for word in self._words[max(previous, 0) : first]]
        between = [word.lower for word in self._words[previous + 1 : first]]
        return (gaps == [", "] and not between) or between in _CONJUNCTIONS

    def _direction(self, first: int) -> str:
        word = self._word(first - 1)
        if word is not None and word.lower in self._vocabulary.link and word.gap == " ":
            word = self._word(first - 2)
        return word.lower if word and word.lower in self._vocabulary.direction and word.gap == " " else ""

    def _towns_before(self, first: int) -> bool:
        link, noun = self._word(first - 1), self._word(first - 2)
        if link is None or noun is None:
            return False
        return link.lower in self._vocabulary.spanning and noun.lower in self._vocabulary.towns

    def _goes_beyond(self, seen: NameMention, first: int, last: int) -> bool:
        """Whether a parser's name has capitalised words besides those from `first` to `last`."""
        before, after = self._word(first - 1), self._word(last + 1)
        earlier = before is not None and before.capital and seen.span.start < before.end
        later = after is not None and after.capital and seen.span.end > after.start
        return earlier or later

    def _word(self, at: int) -> Word | None:
        return self._words[at] if 0 <= at < len(self._words) else None


def _names_of_words(words: Sequence[Word], names: Sequence[NameMention]) -> Mapping[int, NameMention]:
    """The name that the parser saw in each word; the longest name wins, then the first."""
    found: dict[int, NameMention] = {}
    ordered = sorted(names, key=lambda name: (name.span.start - name.span.end, name.span.start, name.sort))
    for name in ordered:
        at = bisect_left(words, name.span.start, key=lambda word: word.end - 1)
        while at < len(words) and words[at].start < name.span.end:
            found.setdefault(at, name)
            at += 1
    return found


def _mostly_places(names: Iterable[NameMention]) -> frozenset[str]:
    """First words of names that a parser took for places at least as often as for other things."""
    votes: Counter[str] = Counter()
    for name in names:
        word = name.span.quote.split()[0] if name.span.quote.split() else ""
        votes[re.split(r"\W", word)[0]] += 1 if name.sort is NameSort.PLACE else -1
    return frozenset(word for word, count in votes.items() if count >= 0)


def _parts_of_persons(names: Iterable[NameMention]) -> Iterator[str]:
    for name in names:
        parts = name.span.quote.split()
        if name.sort is NameSort.PERSON and len(parts) > 1:
            yield from parts
