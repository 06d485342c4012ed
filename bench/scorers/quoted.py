"""The tokens of an article, and which of them stand between double quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

MARKS = frozenset("\"'`\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u00ab\u00bb\u2039\u203a")
OPENING, CLOSING, STRAIGHT = "\u201c\u201e\u00ab", "\u201d\u201f\u00bb", '"'
KINDS = ("direct", "mixed", "indirect")
MOSTLY = 0.8

Tokens = frozenset[int]
"""Indices into an article's tokens."""


class Article:
    """Tokens `\\w+|[^\\w\\s]` of a text, without quotation marks and apostrophes."""

    def __init__(self, text: str) -> None:
        self.tokens = [m.span() for m in re.finditer(r"\w+|[^\w\s]", text) if m.group() not in MARKS]
        self._starts = [start for start, _ in self.tokens]
        self._ends = [end for _, end in self.tokens]
        inside = list(quotation_state(text))
        self.quoted: Tokens = frozenset(i for i, start in enumerate(self._starts) if inside[start])

    def within(self, spans: Iterable[Sequence[int]]) -> Tokens:
        """The tokens that share a character with any of the `[start, end)` spans."""
        return frozenset(
            i
            for start, end in spans
            for i in range(bisect_right(self._ends, start), bisect_left(self._starts, end))
        )

    def kind(self, content: Tokens) -> str:
        """How much of `content` (not empty) is quoted: "direct" (80 %), "mixed" (some) or "indirect"."""
        quoted = len(content & self.quoted) / len(content)
        if quoted >= MOSTLY:
            return "direct"
        return "mixed" if quoted else "indirect"


def quotation_state(text: str) -> Iterator[bool]:
    """For each character, whether a quotation is open after it; one left open ends with its line."""
    inside = False
    for char in text:
        if char in OPENING:
            inside = True
        elif char in CLOSING or char == "\n":
            inside = False
        elif char == STRAIGHT:
            inside = not inside
        yield inside
