"""Runs of words that can make up a name: capitals, joined by articles and particles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from whosays.ground.places.vocabulary import Vocabulary
from whosays.ground.places.words import Word

LONGEST = 5
LONGEST_CODE = 4


class Runs:
    """The runs of one text. A name is given by its first and last word."""

    def __init__(self, text: str, words: Sequence[Word], vocabulary: Vocabulary) -> None:
        self._text = text
        self._words = words
        self._vocabulary = vocabulary

    def name(self, first: int, last: int) -> str:
        """The words from `first` to `last`, as the text has them."""
        return self._text[self._words[first].start : self._words[last].end]

    def may_begin(self, at: int) -> bool:
        """Whether a name can begin there: with a capital, or with an article before one."""
        word = self._words[at]
        if word.capital:
            return word.lower not in self._vocabulary.function
        following = self._words[at + 1] if at + 1 < len(self._words) else None
        return self.is_article(word) and following is not None and following.capital

    def is_article(self, word: Word) -> bool:
        """Whether it is an Arabic article joined to the next word."""
        return word.lower in self._vocabulary.article and word.joined

    def ends(self, first: int) -> Iterator[int]:
        """The words that a name from `first` on can end with."""
        for last in range(first, min(first + LONGEST, len(self._words))):
            word = self._words[last]
            article = self.is_article(word)
            if word.capital and not (article and last == first):
                yield last
            elif not article and word.lower not in self._vocabulary.particle:
                return
            if not word.joined:
                return

    def end(self, first: int) -> int | None:
        """The last of the capitalised words from `first` on; None if there is none but an article."""
        found: int | None = None
        for last in range(first, min(first + LONGEST, len(self._words))):
            word = self._words[last]
            if self._is_nameword(word):
                found = last
            elif not self.is_article(word) or word.gap != "-":
                break
            if not word.joined:
                break
        return found

    def _is_nameword(self, word: Word) -> bool:
        known = self._vocabulary
        if not word.capital or is_code(word.text):
            return False
        return word.lower not in known.function and word.text not in known.demonyms


def is_code(name: str) -> bool:
    """Whether `name` looks like an acronym: short, with capitals inside."""
    return len(name) <= LONGEST_CODE and any(letter.isupper() for letter in name[1:])
