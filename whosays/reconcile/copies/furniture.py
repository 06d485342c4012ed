"""What stands in an article without being part of its text, and turns that everybody uses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from whosays.reconcile.copies import lexicon
from whosays.reconcile.copies.tokens import Token, phrase_ids

TAIL = 250
"""Words that may follow where an article ends: its list of other headlines, its appeal to subscribe."""

Ids = tuple[int, ...]


class Phrases:
    """Phrases to find in a sequence of words."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_first: dict[int, list[Ids]] = defaultdict(list)
        for ids in sorted({phrase_ids(phrase) for phrase in phrases}, key=len, reverse=True):
            self._by_first[ids[0]].append(ids)

    def spans(self, ids: Ids) -> Iterator[range]:
        """Where one stands, the longest at each word."""
        for first, word in enumerate(ids):
            for phrase in self._by_first.get(word, ()):
                if ids[first : first + len(phrase)] == phrase:
                    yield range(first, first + len(phrase))
                    break


@dataclass(frozen=True, slots=True)
class Furniture:
    """The phrases of `lexicon/furniture.toml` and the words of `lexicon/common.toml`."""

    phrases: Phrases
    tails: Phrases
    lines: frozenset[int]
    formulae: Phrases
    common: frozenset[int]

    @classmethod
    @cache
    def default(cls) -> Furniture:
        """What the package knows."""
        table = lexicon.load("furniture")
        words = (word for word in lexicon.load("common")["words"])
        return cls(
            Phrases(table["phrases"]),
            Phrases(table["tails"]),
            frozenset(phrase_ids(word)[0] for word in table["lines"]),
            Phrases(table["formulae"]),
            frozenset(phrase_ids(word)[0] for word in words),
        )

    def dropped(self, text: str, found: Sequence[Token]) -> set[int]:
        """Indices of the words that are furniture."""
        ids = tuple(token.id for token in found)
        lines = _lines(text, found)
        spans = [*self.phrases.spans(ids)]
        spans += [range(line.start, line.stop) for line in lines if ids[line.start] in self.lines]
        spans += [_tail(span, lines, len(ids)) for span in self.tails.spans(ids)]
        return {word for span in spans for word in span}

    def telling(self, ids: Ids) -> list[bool]:
        """Which words few texts would share by chance: all but the common ones and those of formulae."""
        formulae = {word for span in self.formulae.spans(ids) for word in span}
        return [word not in self.common and n not in formulae for n, word in enumerate(ids)]


def _tail(phrase: range, lines: Sequence[range], length: int) -> range:
    """From the phrase to the end of the text, or of the line where that is too far to be a tail."""
    if length - phrase.stop <= TAIL:
        return range(phrase.start, length)
    line = next(line for line in lines if phrase.stop <= line.stop)
    return range(phrase.start, line.stop if line.stop < length else phrase.stop)


def _lines(text: str, found: Sequence[Token]) -> list[range]:
    """The lines that have words, as ranges of these."""
    firsts = [n for n in range(1, len(found)) if "\n" in text[found[n - 1].end : found[n].start]]
    return [range(*ends) for ends in zip([0, *firsts], [*firsts, len(found)], strict=True)] if found else []
