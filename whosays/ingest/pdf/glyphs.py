"""The characters of a page: where each is printed, and what it reads as."""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

import pypdfium2 as pdfium
import pypdfium2.raw as raw

MOST_CHARACTERS = 200_000
"""Characters of one page that are looked at: forty times a full page of small print."""
_CUT = "\x02"
"""What PDFium gives for the hyphen at the end of a line."""
_SMALL = 0.8
"""A raised character smaller than this share of the one before it is a superscript."""
_UPRIGHT = math.radians(5)
"""How far a character may lean from the page's other text; watermarks lean more."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """A printed character. Lengths are points; y grows downwards, in the direction of reading.

    A space that PDFium has put between two words, where the file has none, is of no size.
    """

    index: int
    text: str
    left: float
    right: float
    baseline: float
    size: float
    angle: float


def glyphs(text: pdfium.PdfTextPage, turn: int) -> Iterator[Glyph]:
    """The characters that stand upright on a page of so many quarter turns, in the order of the file."""
    return _without_superscripts(g for g in _glyphs(text, turn) if abs(g.angle) < _UPRIGHT)


def _count(text: pdfium.PdfTextPage) -> int:
    return min(int(text.count_chars()), MOST_CHARACTERS)


def quarter_turns(text: pdfium.PdfTextPage) -> int:
    """Quarter turns, counter-clockwise, of most of the text on the page."""
    angles = Counter(
        round(_angle(text, index) / (math.pi / 2)) % 4
        for index in range(_count(text))
        if not raw.FPDFText_IsGenerated(text, index)
    )
    return angles.most_common(1)[0][0] if angles else 0


def _angle(text: pdfium.PdfTextPage, index: int) -> float:
    """How far the character is turned counter-clockwise, in radians."""
    return -float(raw.FPDFText_GetCharAngle(text, index))


def turned(x: float, y: float, turn: int) -> tuple[float, float]:
    """The point of a page that is turned so that its text runs to the right, with y downwards."""
    return ((x, -y), (y, x), (-x, y), (-y, -x))[turn]


def _glyphs(text: pdfium.PdfTextPage, turn: int) -> Iterator[Glyph]:
    box, matrix = raw.FS_RECTF(), raw.FS_MATRIX()
    x, y = ctypes.c_double(), ctypes.c_double()
    for index in range(_count(text)):
        letters = _letters(raw.FPDFText_GetUnicode(text, index))
        if not letters or not raw.FPDFText_GetLooseCharBox(text, index, box):
            continue
        raw.FPDFText_GetCharOrigin(text, index, x, y)
        raw.FPDFText_GetMatrix(text, index, matrix)
        ends = [turned(box.left, box.bottom, turn)[0], turned(box.right, box.top, turn)[0]]
        generated = raw.FPDFText_IsGenerated(text, index) == 1
        size = 0.0 if generated else raw.FPDFText_GetFontSize(text, index) * math.hypot(matrix.c, matrix.d)
        lean = _angle(text, index) - turn * math.pi / 2
        numbers = (min(ends), max(ends), turned(x.value, y.value, turn)[1], size)
        if all(map(math.isfinite, numbers)):
            yield Glyph(index, letters, *numbers, math.remainder(lean, 2 * math.pi))


def _letters(code: int) -> str:
    """What the character reads as; nothing for what is no character that can be written.

    Ligatures and the shapes of Arabic letters are taken apart: no reader knows the word "ﬁre".
    """
    letter = chr(code) if 0 < code <= 0x10FFFF else ""
    if letter == _CUT:
        return "-"
    if "\ufb00" <= letter <= "\ufdff" or "\ufe70" <= letter <= "\ufefe":
        return unicodedata.normalize("NFKC", letter)
    if letter.isspace():
        return "" if letter in "\r\n" else " "
    return letter if unicodedata.category(letter or "\0") not in ("Cc", "Cs", "Cn") else ""


def _without_superscripts(glyphs: Iterator[Glyph]) -> Iterator[Glyph]:
    """Without the raised figures and signs that point to notes: "killed 12³" is not 123 people."""
    before: Glyph | None = None
    for glyph in glyphs:
        if before and not glyph.text.isspace() and _raised(glyph, before):
            if glyph.text.isalpha():  # the "th" of "5th"
                yield replace(glyph, baseline=before.baseline, size=before.size)
            continue
        yield glyph
        before = before if glyph.text.isspace() else glyph


def _raised(glyph: Glyph, before: Glyph) -> bool:
    height = before.baseline - glyph.baseline
    beside = abs(glyph.left - before.right) < 2 * before.size
    return glyph.size < _SMALL * before.size and 0.1 < height / before.size < 0.8 and beside
