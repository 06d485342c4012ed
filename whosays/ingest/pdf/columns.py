"""In which order the lines of a page are read.

A page is parted at gutters: strips of white with lines on both sides. Lines that cross a gutter part the
page from top to bottom; between two of them the left side is read first, then the right, each parted
again in the same way. A table has a gutter, too, but its rows stand beside each other: it is read row by row.
Before that, a page is parted at strips of white across it: what is above is read first.
"""

from __future__ import annotations

import statistics
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby, pairwise

from whosays.ingest.pdf.ink import joined
from whosays.ingest.pdf.pages import Line

_GUTTER = 0.8
"""Ems of white between two columns, at least."""
_FEWEST = 3
"""Lines of a column, at least."""
_FILLED = 0.6
"""Share of its column's width that a usual line of running text has at least; cells of tables have less."""
_NARROWEST = 10.0
"""Ems of a usual line of running text, at least: some twenty letters; cells have fewer."""
_ALIGNED = 0.6
"""From this share of lines that have a neighbour on their baseline on, two sides may be a table."""
_EXACT = 0.1
"""Ems by which baselines of a row of a table differ at most; lines of columns come near them by chance."""
_MOST_COLUMNS = 12
"""How often a page is parted within its parts: newspapers have eight columns."""
_STRIP = 3.0
"""Ems between two baselines from which on there is a strip of white across the page."""
_LARGER = 1.3
"""How much larger than its label a key figure is printed, at least."""
_ROW = 0.3
"""Ems by which baselines of one row may differ."""
_CELL = 4.0
"""Ems of white from which on two parts of a row are cells even where no other row has such."""

Block = list[Line]
"""Lines of one column, from top to bottom."""


def blocks(lines: list[Line]) -> Iterator[Block]:
    """The columns and stretches between them in the order of reading."""
    for part in _parted_across(sorted(lines, key=lambda line: line.baseline)):
        yield from _parted_down(part, 0)


def _parted_across(ordered: list[Line]) -> Iterator[list[Line]]:
    """The lines above, between and below wide strips of white."""
    part: list[Line] = []
    for line in ordered:
        if part and line.baseline - part[-1].baseline > _STRIP * max(part[-1].size, line.size):
            yield part
            part = []
        part.append(line)
    if part:
        yield part


def _parted_down(lines: list[Line], depth: int) -> Iterator[Block]:
    """The columns of lines that are in order from top to bottom."""
    gutter = _gutter(lines) if depth < _MOST_COLUMNS else None
    if gutter is None:
        if lines:
            yield _rows(lines)
        return
    left_end, right_start = gutter
    for crosses, band in groupby(lines, lambda line: line.right > left_end and line.left < right_start):
        part = list(band)
        left = [line for line in part if line.right <= left_end]
        right = [line for line in part if line.right > left_end]
        if crosses or not _are_columns(left, right):
            yield _rows(part)
        else:
            yield from _parted_down(left, depth + 1)
            yield from _parted_down(right, depth + 1)


def _gutter(lines: list[Line]) -> tuple[float, float] | None:
    """The strip with the most lines on its emptier side, if there are enough."""
    if len(lines) < 2 * _FEWEST:
        return None
    em = statistics.median(line.size for line in lines)
    lefts, rights = sorted(line.left for line in lines), sorted(line.right for line in lines)
    best, strip = _FEWEST - 1, None
    for start in sorted(set(lefts)):
        end = start - _GUTTER * em
        beside = min(bisect_right(rights, end), len(lefts) - bisect_left(lefts, start))
        if beside > best:
            best, strip = beside, (end, start)
    return strip


def _are_columns(left: list[Line], right: list[Line]) -> bool:
    if min(len(left), len(right)) < _FEWEST or not _overlap(left, right):
        return False
    return (_filled(left) and _filled(right)) or _aligned(left, right) < _ALIGNED


def _overlap(left: list[Line], right: list[Line]) -> bool:
    (top, bottom), (other_top, other_bottom) = _height(left), _height(right)
    return top < other_bottom and other_top < bottom


def _height(lines: list[Line]) -> tuple[float, float]:
    return min(line.baseline for line in lines), max(line.baseline for line in lines)


def _filled(lines: list[Line], depth: int = 0) -> bool:
    """Whether the lines, or those of each column of theirs, are running text."""
    gutter = _gutter(lines) if depth < _MOST_COLUMNS else None
    if gutter:
        left = [line for line in lines if line.right <= gutter[0]]
        right = [line for line in lines if line.left >= gutter[1]]
        return _filled(left, depth + 1) and _filled(right, depth + 1)
    width = max(line.right for line in lines) - min(line.left for line in lines)
    usual = statistics.median(line.right - line.left for line in lines)
    return usual >= max(_FILLED * width, _NARROWEST * statistics.median(line.size for line in lines))


def _aligned(left: list[Line], right: list[Line]) -> float:
    """Of the side with fewer lines, the share that have one of the other side on their baseline."""
    few, many = sorted((left, right), key=len)
    baselines = sorted(line.baseline for line in many)
    beside = sum(_near(baselines, line.baseline, _EXACT * line.size) for line in few)
    return beside / len(few)


def _near(baselines: list[float], baseline: float, by: float) -> bool:
    return bisect_left(baselines, baseline - by) < bisect_right(baselines, baseline + by)


def _rows(lines: list[Line]) -> Block:
    """Lines from top to bottom, those on one baseline made one."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: line.baseline):
        if rows and line.baseline - rows[-1][0].baseline <= _ROW * max(line.size, rows[-1][0].size):
            rows[-1].append(line)
        else:
            rows.append([line])
    in_order = _labelled([sorted(row, key=lambda line: line.left) for row in rows])
    around = zip(in_order, [[], *in_order], [*in_order[1:], []], strict=False)
    return [_row(row, _are_cells(row, above) or _are_cells(row, below)) for row, above, below in around]


def _labelled(rows: list[list[Line]]) -> list[list[Line]]:
    """The rows, with key figures side by side in large print made one with the labels below them."""
    done: list[list[Line]] = []
    for row in rows:
        if done and _are_labels(row, done[-1]):
            done[-1] = [_below(figure, label) for figure, label in zip(done[-1], row, strict=True)]
        else:
            done.append(row)
    return done


def _are_labels(row: list[Line], figures: list[Line]) -> bool:
    return len(row) == len(figures) > 1 and all(
        figure.size >= _LARGER * label.size and figure.left < label.right and label.left < figure.right
        for figure, label in zip(figures, row, strict=True)
    )


def _below(figure: Line, label: Line) -> Line:
    """The two as one line, which stands where the figure stands."""
    return replace(
        figure,
        ink=joined([figure.ink, label.ink], " "),
        left=min(figure.left, label.left),
        right=max(figure.right, label.right),
    )


def _row(row: list[Line], cells: bool) -> Line:
    first = row[0]
    if len(row) == 1:
        return first
    return Line(
        page=first.page,
        ink=joined((line.ink for line in row), "\t" if cells else " "),
        left=first.left,
        right=max(line.right for line in row),
        baseline=first.baseline,
        size=max(line.size for line in row),
        bold=all(line.bold for line in row),
    )


def _are_cells(row: list[Line], beside: list[Line]) -> bool:
    """Whether the parts of the row are cells: of a table, for a part of the row above or below begins or ends
    where one of this does, or else far apart.
    """
    if any(b.left - a.right > _CELL * max(a.size, b.size) for a, b in pairwise(row)):
        return True
    edges = [(line.left, line.right) for line in beside[1:]]
    return any(
        min(abs(line.left - left), abs(line.right - right)) < _ROW * line.size
        for line in row[1:]
        for left, right in edges
    )
