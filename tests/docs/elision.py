"""Output as a document shows it: lines of three dots stand for any lines left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

DOTS = "..."


def matches(shown: Sequence[str], printed: Sequence[str]) -> bool:
    """Whether `printed` is what `shown` shows; a line of dots may also stand for no line at all."""
    head, *others = _pieces(shown)
    if not others:
        return head == list(printed)
    *middle, tail = others
    rest = list(printed[len(head) : len(printed) - len(tail)])
    ends_match = [*head, *rest, *tail] == list(printed)
    return ends_match and _in_turn(middle, rest)


def refreshed(shown: Sequence[str], printed: Sequence[str]) -> list[str]:
    """`printed`, with lines left out where `shown` leaves some out.

    A gap reaches from the last line before it that is still printed to the first one after it, so a
    changed line right beside a gap falls into the gap.
    """
    lines: list[str] = []
    position = 0
    for start, end in sorted(set(_gaps(shown, printed))):
        lines += [*printed[position:start], DOTS]
        position = end
    return [*lines, *printed[position:]]


def _gaps(shown: Sequence[str], printed: Sequence[str]) -> Iterator[tuple[int, int]]:
    blocks = SequenceMatcher(None, shown, printed, autojunk=False).get_matching_blocks()
    pairs = [(b.a + i, b.b + i) for b in blocks for i in range(b.size) if shown[b.a + i] != DOTS]
    for index, line in enumerate(shown):
        if line == DOTS:
            start = max((new + 1 for old, new in pairs if old < index), default=0)
            yield start, min((new for old, new in pairs if old > index), default=len(printed))


def _pieces(shown: Sequence[str]) -> list[list[str]]:
    pieces: list[list[str]] = [[]]
    for line in shown:
        if line == DOTS:
            pieces.append([])
        else:
            pieces[-1].append(line)
    return pieces


def _in_turn(pieces: Sequence[list[str]], lines: list[str]) -> bool:
    position = 0
    for piece in pieces:
        starts = range(position, len(lines) - len(piece) + 1)
        found = next((i for i in starts if lines[i : i + len(piece)] == piece), None)
        if found is None:
            return False
        position = found + len(piece)
    return True
