"""Text that knows which printed character each of its characters comes from."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field

NOWHERE = -1
"""The place of what is not printed: the space between two lines, the blank line between two paragraphs."""

_PAGE = 1 << 32


def place(page: int, index: int) -> int:
    """Character `index` of page `page`, both counted from 0, as one number."""
    return page * _PAGE + index


def page_and_index(at: int) -> tuple[int, int]:
    """The page and the character that `place` made a number of."""
    return divmod(at, _PAGE)


@dataclass(slots=True)
class Ink:
    """A text and the place of each of its code points; `len(text) == len(at)` always."""

    text: str = ""
    at: array[int] = field(default_factory=lambda: array("q"))

    def __add__(self, other: Ink) -> Ink:
        return Ink(self.text + other.text, self.at + other.at)

    def cut(self, start: int, end: int) -> Ink:
        """The part from `start` to `end`."""
        return Ink(self.text[start:end], self.at[start:end])

    def stripped(self) -> Ink:
        """Without blank space around."""
        start = len(self.text) - len(self.text.lstrip())
        return self.cut(start, max(start, len(self.text.rstrip())))


def unprinted(text: str) -> Ink:
    """Text that stands on no page."""
    return Ink(text, array("q", [NOWHERE]) * len(text))


def joined(parts: Iterable[Ink], between: str) -> Ink:
    """The parts, in one pass, with `between` between two."""
    texts: list[str] = []
    at = array("q")
    for part in parts:
        if texts:
            at.extend([NOWHERE] * len(between))
        texts.append(part.text)
        at.extend(part.at)
    return Ink(between.join(texts), at)
