"""The characters of a page as lines of print: stretches on one baseline without wide white."""

from __future__ import annotations

import ctypes
import unicodedata
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from whosays.ingest.pdf.glyphs import Glyph, glyphs, quarter_turns, turned
from whosays.ingest.pdf.ink import Ink, place

_WIDE = 1.0
"""Ems of white that part cells or columns, unless a space is in it and the line is justified so wide."""
_JUSTIFIED = 1.6
"""How many times the least white between its words a justified line has between others, at most."""
_WORD_SPACE = 0.15
"""Ems of white between two words, at least; letters stand closer."""
_WIDEST = 4.0
"""Ems of white that part cells or columns however a line is justified."""
_SAME_BASELINE = 0.25
"""Ems that baselines of one line may differ by."""


@dataclass(slots=True)
class Line:
    """A line of print, or several of one row joined. Lengths are points; y grows downwards."""

    page: int
    ink: Ink
    left: float
    right: float
    baseline: float
    size: float
    bold: bool

    @property
    def text(self) -> str:
        """What is printed."""
        return self.ink.text


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of one page in the order in which the file prints them, with the page's height."""

    number: int
    lines: list[Line]
    top: float
    bottom: float


def printed(page: pdfium.PdfPage, number: int) -> Page:
    """What is printed on a page, turned so that most of its text runs from left to right."""
    text = page.get_textpage()
    turn = quarter_turns(text)
    lines = [_line(text, stretch, number) for stretch in _stretches(glyphs(text, turn))]
    corners = [turned(x, y, turn) for x, y in _corners(page)]
    return Page(
        number, [line for line in lines if line.text], min(y for _, y in corners), max(y for _, y in corners)
    )


def _corners(page: pdfium.PdfPage) -> list[tuple[float, float]]:
    left, bottom, right, top = page.get_bbox()
    return [(left, bottom), (right, top)]


def _stretches(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    """The glyphs of each line of print: those on one baseline, parted at white that no justified line has."""
    for on_baseline in _on_baselines(glyphs):
        part: list[Glyph] = []
        last = space = None
        widest = _widest(on_baseline)
        for glyph in on_baseline:
            if glyph.text == " ":
                space = glyph
            elif last and _white(last, glyph) > (widest if space and space.size else _WIDE * glyph.size):
                yield part
                part, last, space = [], glyph, None
            else:
                last, space = glyph, None
            part.append(glyph)
        yield part


def _on_baselines(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    stretch: list[Glyph] = []
    last: Glyph | None = None
    for glyph in glyphs:
        space = glyph.text == " "  # its place is not to be trusted: a generated one has none
        if last and not space and not _on_one_baseline(last, glyph):
            yield stretch
            stretch = []
        if stretch or not space:
            stretch.append(glyph)
        last = last if space else glyph
    if stretch:
        yield stretch


def _on_one_baseline(last: Glyph, glyph: Glyph) -> bool:
    return abs(last.baseline - glyph.baseline) <= _SAME_BASELINE * max(last.size, glyph.size)


def _white(last: Glyph, glyph: Glyph) -> float:
    return max(glyph.left - last.right, last.left - glyph.right)


def _widest(glyphs: list[Glyph]) -> float:
    """The most white that two words of this line may have between them."""
    em = max(glyph.size for glyph in glyphs)
    inked = [glyph for glyph in glyphs if glyph.text != " "]
    between = [white for a, b in pairwise(inked) if (white := _white(a, b)) > _WORD_SPACE * em]
    return min(max(_WIDE * em, _JUSTIFIED * min(between, default=0.0)), _WIDEST * em)


def _line(text: pdfium.PdfTextPage, glyphs: list[Glyph], number: int) -> Line:
    inked = [glyph for glyph in glyphs if glyph.text != " "]
    size = sorted(glyph.size for glyph in inked)[len(inked) // 2] if inked else 0.0
    return Line(
        page=number,
        ink=_spaced(_in_order(glyphs), number),
        left=min((glyph.left for glyph in inked), default=0.0),
        right=max((glyph.right for glyph in inked), default=0.0),
        baseline=inked[0].baseline if inked else 0.0,
        size=size,
        bold=bool(inked) and _is_bold(text, inked[0].index) and _is_bold(text, inked[-1].index),
    )


def _in_order(glyphs: list[Glyph]) -> list[Glyph]:
    """The words from right to left where the writing is; PDFium has put right the letters in them."""
    written = [unicodedata.bidirectional(glyph.text[0]) for glyph in glyphs]
    if 2 * sum(way in ("R", "AL") for way in written) <= sum(way in ("R", "AL", "L") for way in written):
        return glyphs
    words: list[list[Glyph]] = [[]]
    for glyph in glyphs:
        if glyph.text == " ":
            words.append([])
        else:
            words[-1].append(glyph)
    space = next((glyph for glyph in glyphs if glyph.text == " "), None)
    ordered = sorted(filter(None, words), key=lambda word: -word[0].left)
    return [glyph for word in ordered for glyph in (*word, *([space] if space else []))]


def _spaced(glyphs: list[Glyph], number: int) -> Ink:
    """The text, one space where there are several."""
    letters: list[str] = []
    at = array("q")
    for glyph in glyphs:
        if glyph.text == " " and (not letters or letters[-1] == " "):
            continue
        letters.extend(glyph.text)
        at.extend([place(number, glyph.index)] * len(glyph.text))
    return Ink("".join(letters), at).stripped()


def _is_bold(text: pdfium.PdfTextPage, index: int) -> bool:
    name = ctypes.create_string_buffer(128)
    raw.FPDFText_GetFontInfo(text, index, name, len(name), ctypes.c_int())
    return any(word in name.value.lower() for word in (b"bold", b"black", b"heavy"))
