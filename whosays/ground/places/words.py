"""The words of a text, with what stands between them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_WORD = re.compile(r"(?:[A-Z][a-z]?\.){2,}|[^\W_]+(?:['’`´ʻʼʿ‘][^\W_]+)*")
_ENDING = re.compile(r"['’](?:s|re|ve|ll|d|m)$")
_APOSTROPHE = re.compile(r"['’]")
_LOST = "s"
POSSESSIVES = frozenset({"'s ", "’s "})
"""What stands between an owner and what it owns."""
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
    """All words, in order.

    In a text whose apostrophes were lost on the way, "Aleppos" is "Aleppo's" if "Aleppo" stands in it too.
    """
    bounds = [_bounds(found) for found in _WORD.finditer(text)]
    if not _APOSTROPHE.search(text):
        bounds = _without_lost_possessives(text, bounds)
    nexts = [start for start, _ in bounds[1:]] + [len(text)]
    return [
        Word(start, end, text[start:end], text[end:following])
        for (start, end), following in zip(bounds, nexts, strict=False)
    ]


def _bounds(found: re.Match[str]) -> tuple[int, int]:
    ending = _ENDING.search(found[0])
    return found.start(), found.start() + ending.start() if ending else found.end()


def _without_lost_possessives(text: str, bounds: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    known = {text[start:end] for start, end in bounds if text[start].isupper()}
    return [
        (start, end - 1) if text[end - 1] == _LOST and text[start : end - 1] in known else (start, end)
        for start, end in bounds
    ]
