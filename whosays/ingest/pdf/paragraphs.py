"""Lines of print to paragraphs: words cut at line ends whole again, a paragraph over two columns one."""

from __future__ import annotations

import re
import statistics
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from whosays.ingest.pdf.columns import Block
from whosays.ingest.pdf.hyphens import Hyphens
from whosays.ingest.pdf.ink import Ink, joined, unprinted
from whosays.ingest.pdf.pages import Line

_ENDS = re.compile(r"""[.!?:;…؟。]["'”’»)\]]*$""")
_BULLET = re.compile(r"[•●▪■◆▶►‣⁃∙○◦➢➤✓\uf000-\uf0ff][ \t]*|[-–—*][ \t]+(?=\w)")
_NUMBERED = re.compile(r"\(?\d{1,2}[.)][ \t]+\S")

_LEADING = 1.3
"""From this many times a block's usual distance of baselines on, there is white between paragraphs."""
_OTHER_SIZE = 0.08
"""Share by which the size of print differs between a heading and its text."""
_OTHER_WIDTH = 0.2
"""Share by which the width of a column differs between a text and what stands in a box beside it."""
_INDENT = 0.8
"""Ems by which the first line of a paragraph is set in."""
_SHORT = 0.6
"""A line that fills less of its column, before a capital, ends a paragraph without a full stop: a heading."""
_FULL = 0.85
"""A line that fills this much of its column does not end a paragraph by its length."""
_WORD = 4
"""Ems of a word: with that much left free at its end, a line was ended on purpose."""


@dataclass(slots=True)
class Paragraph:
    """The text of a paragraph and how it is printed."""

    ink: Ink
    page: int
    size: float
    bold: bool
    width: float
    open: bool
    """Whether it may go on in the next column: its last line is full and does not end a sentence."""


def paragraphs(blocks: Iterable[Block], hyphens: Hyphens) -> list[Paragraph]:
    """The paragraphs of blocks in the order of reading."""
    found: list[Paragraph] = []
    for block in blocks:
        for number, lines in enumerate(_parted(block)):
            paragraph = _paragraph(lines, block, hyphens)
            before = _left_open(found, paragraph) if number == 0 else None
            if before:
                before.ink = _run_on(before.ink, paragraph.ink, hyphens)
                before.open = paragraph.open
            elif paragraph.ink.text:
                found.append(paragraph)
    return found


def _left_open(found: list[Paragraph], after: Paragraph) -> Paragraph | None:
    """The paragraph that goes on with `after`, past notes in smaller print at the foot of its page."""
    for before in reversed(found[-6:]):
        if _same_print(before.size, after.size) and before.bold == after.bold:
            low = after.ink.text[:1].islower() and not _ENDS.search(before.ink.text)
            wide_alike = abs(before.width - after.width) <= _OTHER_WIDTH * max(before.width, after.width)
            return before if low or (before.open and wide_alike) else None
        if before.size > after.size:
            return None
    return None


def _parted(block: Block) -> Iterator[list[Line]]:
    leading, edges = _leading(block), (min(line.left for line in block), max(line.right for line in block))
    lines: list[Line] = []
    for line in block:
        if lines and _is_new(lines, line, leading, edges):
            yield lines
            lines = []
        lines.append(line)
    if lines:
        yield lines


def _leading(block: Block) -> float:
    """The usual distance of two baselines: the lower quartile, for blank lines are no part of it."""
    distances = [b.baseline - a.baseline for a, b in pairwise(block)]
    near = sorted(distance for distance in distances if distance > 0)
    return near[len(near) // 4] if near else 0.0


def _is_new(lines: list[Line], line: Line, leading: float, edges: tuple[float, float]) -> bool:
    before = lines[-1]
    if "\t" in before.text or "\t" in line.text:
        return "\t" in line.text or not line.text[:1].islower()
    if not _same_print(before.size, line.size) or before.bold != line.bold:
        return True
    if line.baseline - before.baseline > _LEADING * leading or _BULLET.match(line.text):
        return True
    return _is_set_in(lines, line, edges[0]) or _is_cut_short(before, line, edges)


def _same_print(size: float, other: float) -> bool:
    return abs(size - other) <= _OTHER_SIZE * max(size, other)


def _is_set_in(lines: list[Line], line: Line, edge: float) -> bool:
    """Whether the line's left edge begins a paragraph: set in, or back out after a point of a list."""
    step, em = line.left - lines[-1].left, _INDENT * line.size
    if _BULLET.match(lines[0].text) or _NUMBERED.match(lines[0].text):
        return len(lines) > 1 and step < -em
    return step > em and lines[-1].left - edge < em / 2


def _is_cut_short(before: Line, line: Line, edges: tuple[float, float]) -> bool:
    """Whether the line before ended though there was room, or a point with a number begins."""
    width, free = max(edges[1] - edges[0], 1.0), edges[1] - before.right
    if _ENDS.search(before.text):
        return free > _WORD * line.size or bool(_NUMBERED.match(line.text))
    return before.right - edges[0] < _SHORT * width and not line.text[:1].islower()


def _paragraph(lines: list[Line], block: Block, hyphens: Hyphens) -> Paragraph:
    last = lines[-1]
    left, right = min(line.left for line in block), max(line.right for line in block)
    full = last.right - left >= _FULL * (right - left) and last is block[-1] and len(block) > 1
    ink = _folded([line.ink for line in lines], hyphens)
    bullet = _BULLET.match(ink.text)
    return Paragraph(
        ink=(ink.cut(bullet.end(), len(ink.text)) if bullet else ink).stripped(),
        page=lines[0].page,
        size=statistics.median(line.size for line in lines),
        bold=all(line.bold for line in lines),
        width=right - left,
        open=full and "\t" not in last.text and not _ENDS.search(last.text),
    )


def _folded(inks: list[Ink], hyphens: Hyphens) -> Ink:
    """The lines as one, in one pass over them."""
    parts: list[Ink] = []
    for ink in inks:
        if parts:
            parts[-1], between = _met(parts[-1], ink, hyphens)
            parts += [unprinted(between)] if between else []
        parts.append(ink)
    return joined(parts, "")


def _run_on(before: Ink, after: Ink, hyphens: Hyphens) -> Ink:
    kept, between = _met(before, after, hyphens)
    return joined([kept, unprinted(between), after], "")


def _met(before: Ink, after: Ink, hyphens: Hyphens) -> tuple[Ink, str]:
    """The line before as it is with the one after, and what stands between the two."""
    match hyphens.at(before.text, after.text):
        case "cut":
            return before.cut(0, len(before.text) - 1), ""
        case "compound":
            return before, ""
        case _:
            return before, " "
