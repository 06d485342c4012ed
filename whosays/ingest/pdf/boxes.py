"""Where on a PDF's pages a span of its text is printed."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from whosays.ingest.pdf.document import extract, opened
from whosays.ingest.pdf.ink import NOWHERE, page_and_index
from whosays.model import Span

_SAME_LINE = 0.5
"""Share of their height that two boxes of one line have in common, at least."""
_NEAR = 3.0
"""Heights of white within a line, at most; cells of a row stand further apart."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle around words of one line.

    `page` counts from 1. Lengths are points (1/72 inch) from the upper left corner of the page as it is
    shown, turned and cropped, which is `width` wide and `height` high.
    """

    page: int
    left: float
    top: float
    right: float
    bottom: float
    width: float
    height: float


def boxes(data: bytes, span: Span) -> tuple[Box, ...]:
    """The boxes, one a line of print, of a span of the report that `data`, the bytes of a PDF file, gives.

    Raises ValueError when the span does not quote that report's text, InputError when `data` is no PDF that
    can be read.
    """
    ink = extract(data, "the PDF").ink
    if ink.text[span.start : span.end] != span.quote:
        raise ValueError(f"the text of this PDF does not read {span.quote[:40]!r} from {span.start} on")
    places = [page_and_index(at) for at in ink.at[span.start : span.end] if at != NOWHERE]
    with opened(data, "the PDF") as document:
        return tuple(
            box
            for number, found in groupby(places, key=lambda place: place[0])
            for box in _on_page(document[number], number, dict.fromkeys(index for _, index in found))
        )


def _on_page(page: pdfium.PdfPage, number: int, indices: Iterable[int]) -> Iterator[Box]:
    text = page.get_textpage()
    line: Box | None = None
    for index in indices:
        box = _box(page, text, number, index)
        if line and _beside(line, box, _is_sideways(page, text, index)):
            line = _around(line, box)
            continue
        if line:
            yield line
        line = box
    if line:
        yield line


def _is_sideways(page: pdfium.PdfPage, text: pdfium.PdfTextPage, index: int) -> bool:
    """Whether the character stands on its side on the page as it is shown."""
    quarters = raw.FPDFText_GetCharAngle(text, index) / (math.pi / 2) + page.get_rotation() / 90
    return bool(round(quarters) % 2)


def _box(page: pdfium.PdfPage, text: pdfium.PdfTextPage, number: int, index: int) -> Box:
    found = raw.FS_RECTF()
    raw.FPDFText_GetLooseCharBox(text, index, found)
    (x, y), (other_x, other_y) = (_shown(page, *corner) for corner in _corners(found))
    width, height = page.get_size()
    return Box(number + 1, min(x, other_x), min(y, other_y), max(x, other_x), max(y, other_y), width, height)


def _corners(box: raw.FS_RECTF) -> tuple[tuple[float, float], tuple[float, float]]:
    return (box.left, box.bottom), (box.right, box.top)


def _shown(page: pdfium.PdfPage, x: float, y: float) -> tuple[float, float]:
    """The point from the upper left corner of the page as it is shown."""
    left, bottom, right, top = page.get_bbox()
    return {
        0: (x - left, top - y),
        90: (y - bottom, x - left),
        180: (right - x, y - bottom),
        270: (top - y, right - x),
    }[page.get_rotation()]


def _beside(line: Box, box: Box, sideways: bool) -> bool:
    """Whether the two stand on one line, no further apart than words do."""
    white = max(line.left, box.left) - min(line.right, box.right)
    shared = min(line.bottom, box.bottom) - max(line.top, box.top)
    height = min(line.bottom - line.top, box.bottom - box.top)
    if sideways:
        white, shared, height = -shared, -white, min(line.right - line.left, box.right - box.left)
    return shared >= _SAME_LINE * height and white <= _NEAR * height


def _around(line: Box, box: Box) -> Box:
    return Box(
        line.page,
        min(line.left, box.left),
        min(line.top, box.top),
        max(line.right, box.right),
        max(line.bottom, box.bottom),
        line.width,
        line.height,
    )
