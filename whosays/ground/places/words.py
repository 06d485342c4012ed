"""The words of a text, with what stands between them."""

from __future__ import annotations

import re
from dataclasses import dataclass

_WORD = re.compile(r"(?:[A-Z]\.){2,}|[^\W_]+(?:['’`´ʻʼʿ‘][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s$")
_JOINTS = frozenset({" ", "-", "\u00a0", "‐", "‑", "–"})
_ABBREVIATED = frozenset({"St", "Ste", "Mt", "Ft"})


@dataclass(frozen=True, slots=True)
class Word:
    """A word without its possessive; `gap` is the text between it and the next word, "'s" included."""

    start: int
    end: int
    text: str
    gap: str

    @property
    def lower(self) -> str:
        """The word in lower case."""
        return self.text.lower()

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()

    @property
    def joined(self) -> bool:
        """Whether the next word can belong to the same name."""
        return self.gap in _JOINTS or (self.gap == ". " and self.text in _ABBREVIATED)


def words_of(text: str) -> list[Word]:
    """All words, in order."""
    bounds = [_bounds(found) for found in _WORD.finditer(text)]
    nexts = [start for start, _ in bounds[1:]] + [len(text)]
    return [
        Word(start, end, text[start:end], text[end:following])
        for (start, end), following in zip(bounds, nexts, strict=True)
    ]


def _bounds(found: re.Match[str]) -> tuple[int, int]:
    possessive = _POSSESSIVE.search(found[0])
    return found.start(), found.start() + possessive.start() if possessive else found.end()
