"""Loaded words as the lexicon has them: what they are, and in which surroundings they judge."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from whosays.model import LoadedSort
from whosays.read import lexicon
from whosays.read.wording import WORD, Phrase, Wording

WITHIN = 6
"""Words on either side that count as near, unless an entry says otherwise."""

PLACES = "@places"


@dataclass(frozen=True, slots=True)
class Sense:
    """An entry of the lexicon."""

    sort: LoadedSort
    note: str
    unless_previous: tuple[Phrase, ...]
    unless_next: tuple[Phrase, ...]
    only_previous: tuple[Phrase, ...]
    only_next: tuple[Phrase, ...]
    only_near: frozenset[str]
    near_places: bool
    within: int
    in_names: bool

    def judges(self, wording: Wording, first: int, last: int) -> bool:
        """Whether the words from `first` to `last` are meant so where they stand."""
        return (
            not any(wording.precedes(first, phrase) for phrase in self.unless_previous)
            and not any(wording.follows(last, phrase) for phrase in self.unless_next)
            and _holds(wording.precedes(first, phrase) for phrase in self.only_previous)
            and _holds(wording.follows(last, phrase) for phrase in self.only_next)
            and self._is_near(wording, first, last)
        )

    def _is_near(self, wording: Wording, first: int, last: int) -> bool:
        if not self.only_near and not self.near_places:
            return True
        return any(
            self.only_near & wording.forms(word) or (self.near_places and wording.is_place(word))
            for word in wording.around(first, last, self.within)
        )


def senses_at(wording: Wording, first: int) -> Iterator[tuple[int, Sense]]:
    """The entries with the longest words that stand at `first`, with the index of the last of these.

    Of "terrorist organisation" there is no judging "terrorist" where the whole does not judge.
    """
    standing = [e for e in _by_first_word().get(wording.lower[first], ()) if wording.reads(first, e[0])]
    for phrase, sense in standing:
        if len(phrase) == len(standing[0][0]):
            yield first + len(phrase) - 1, sense


def _holds(found: Iterable[bool]) -> bool:
    """Whether one of some conditions holds, or there are none."""
    tried = list(found)
    return not tried or any(tried)


@cache
def _by_first_word() -> dict[str, list[tuple[Phrase, Sense]]]:
    lexicon_ = lexicon.load("loaded")
    found: dict[str, list[tuple[Phrase, Sense]]] = {}
    for entry in lexicon_["entry"]:
        sense = _sense(entry, lexicon_["groups"])
        for words in entry["words"]:
            found.setdefault(_phrase(words)[0], []).append((_phrase(words), sense))
    return {word: sorted(entries, key=lambda e: -len(e[0])) for word, entries in found.items()}


def _sense(entry: dict[str, Any], groups: dict[str, list[str]]) -> Sense:
    near = entry.get("only_near", [])
    return Sense(
        sort=LoadedSort(entry["sort"]),
        note=entry["note"],
        unless_previous=_phrases(entry.get("unless_previous", ()), groups),
        unless_next=_phrases(entry.get("unless_next", ()), groups),
        only_previous=_phrases(entry.get("only_previous", ()), groups),
        only_next=_phrases(entry.get("only_next", ()), groups),
        only_near=frozenset(w for phrase in _phrases(near, groups) for w in phrase),
        near_places=PLACES in near,
        within=entry.get("within", WITHIN),
        in_names=entry.get("in_names", False),
    )


def _phrases(words: Iterable[str], groups: dict[str, list[str]]) -> tuple[Phrase, ...]:
    listed = (w for word in words if word != PLACES for w in (groups[word[1:]] if word[0] == "@" else [word]))
    return tuple(_phrase(w) for w in listed)


def _phrase(words: str) -> Phrase:
    return tuple(WORD.findall(words))
