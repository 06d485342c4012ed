"""Long texts cut where a paragraph ends, so that parsing takes the memory of a piece, not of the whole."""

from __future__ import annotations

from collections.abc import Iterator

LONGEST = 50_000
"""Characters of a piece. The parser holds some 3 kB for each character that it works on."""


def cut(text: str) -> Iterator[str]:
    """The text in pieces of at most `LONGEST` characters, to the character; at least one."""
    start = 0
    while len(text) - start > LONGEST:
        end = _end(text, start)
        yield text[start:end]
        start = end
    yield text[start:]


def _end(text: str, start: int) -> int:
    """After the last line, else the last sentence, else the last word that fits whole; else in mid-word."""
    last = start + LONGEST
    for mark in ("\n", ". ", " "):
        found = text.rfind(mark, start + LONGEST // 2, last)
        if found >= 0:
            return found + len(mark)
    return last
