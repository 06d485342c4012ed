"""The words of a text in order, and what stands around each: for lexicons whose entries depend on context."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from whosays.model import Span
from whosays.read.document import Document

WORD = re.compile(r"[^\W_]+(?:['’](?!s\b)[^\W_]+)*")
JOINT = re.compile(r"(?:['’]s?)?[^\S\n]*[\s/‐‑-][^\S\n]*")
"""What may stand between the words of one phrase: a space, one end of a line, a hyphen, a stroke; and an
ending of possession before it, so that "Assad's regime" reads like "Assad regime"."""

BREAK = re.compile(r"[.;!?]\W|\n\s*\n")
"""What ends the surroundings of a word."""

OPENING = re.compile(r"[.!?:;“\"‘'«(\[\n•–—|]")
"""What stands before a word that has a capital because something starts with it."""

ARTICLES = frozenset({"the", "a", "an"})

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one document by their order; a word is called by its index."""

    doc: Document
    starts: list[int]
    ends: list[int]
    lower: list[str]

    @classmethod
    def of(cls, doc: Document) -> Wording:
        """Finds the words. An apostrophe is part of its word, a hyphen is not."""
        found = list(WORD.finditer(doc.text))
        lower = [m[0].lower().replace("’", "'") for m in found]
        return cls(doc, [m.start() for m in found], [m.end() for m in found], lower)

    def span(self, first: int, last: int) -> Span:
        """The characters of the words from `first` to `last`, both included."""
        return Span.of(self.doc.text, self.starts[first], self.ends[last])

    def forms(self, word: int) -> frozenset[str]:
        """The word and its lemma, in lower case."""
        tokens = self.doc.tokens(self.span(word, word))
        return frozenset({self.lower[word], *(self.doc.syntax[i].lemma_.lower() for i in tokens[:1])})

    def is_place(self, word: int) -> bool:
        """Whether a word is part of the name of a place."""
        return any(i in self.doc.place_at for i in self.doc.tokens(self.span(word, word)))

    def is_capital(self, word: int) -> bool:
        """Whether a word is written with a capital."""
        return self.doc.text[self.starts[word]].isupper()

    def is_in_name(self, first: int, last: int) -> bool:
        """Whether words have a capital that no sentence gave them, or stand beside one."""
        if not self.is_capital(first):
            return False
        starts = first == 0 or OPENING.search(self._gap(first - 1)) is not None
        return not starts or self._is_beside_capital(first, last)

    def _is_beside_capital(self, first: int, last: int) -> bool:
        """Whether a word with a capital, other than an article, stands right before or after."""
        before = first > 0 and self._is_joined(first - 1, first) and self.lower[first - 1] not in ARTICLES
        after = last + 1 < len(self.lower) and self._is_joined(last, last + 1)
        return (before and self.is_capital(first - 1)) or (after and self.is_capital(last + 1))

    def reads(self, first: int, phrase: Phrase) -> bool:
        """Whether the phrase stands at `first`, to the letter but for case."""
        last = first + len(phrase) - 1
        return tuple(self.lower[first : last + 1]) == phrase and self._is_joined(first, last)

    def follows(self, word: int, phrase: Phrase) -> bool:
        """Whether a phrase, in any form of its words, stands right after a word."""
        return self._stands(word + 1, phrase) and self._is_joined(word, word + len(phrase))

    def precedes(self, word: int, phrase: Phrase) -> bool:
        """Whether a phrase, in any form of its words, stands right before a word."""
        first = word - len(phrase)
        return first >= 0 and self._stands(first, phrase) and self._is_joined(first, word)

    def around(self, first: int, last: int, within: int) -> Iterator[int]:
        """The words on either side, up to `within` of them and to the next break."""
        before = range(first - 1, max(first - 1 - within, -1), -1)
        after = range(last + 1, min(last + 1 + within, len(self.lower)))
        for side, gap in ((before, 0), (after, -1)):
            for word in side:
                if BREAK.search(self._gap(word + gap)):
                    break
                yield word

    def at(self, position: int) -> int:
        """The word that stands at or before a character."""
        return bisect_right(self.starts, position) - 1

    def _stands(self, first: int, phrase: Phrase) -> bool:
        fits = first + len(phrase) <= len(self.lower)
        return fits and all(wanted in self.forms(first + i) for i, wanted in enumerate(phrase))

    def _is_joined(self, first: int, last: int) -> bool:
        return all(JOINT.fullmatch(self._gap(i)) for i in range(first, last))

    def _gap(self, word: int) -> str:
        """What stands between a word and the next."""
        if word + 1 >= len(self.starts):
            return ""
        return self.doc.text[self.ends[word] : self.starts[word + 1]]
