"""Where words stand in a report, by W3C's Web Annotation selectors (https://www.w3.org/TR/annotation-model/)."""

from __future__ import annotations

import unicodedata
from typing import Any

from whosays.model import Span

AROUND = 32
"""Code points before and after the words that a reader finds them again by."""

_JOINER = "\u200d"
_SKIN_TONES = range(0x1F3FB, 0x1F400)


def selectors(text: str, span: Span) -> list[dict[str, Any]]:
    """The words with what stands around them, and their offsets in code points of the report's text."""
    before = _boundary(text, max(0, span.start - AROUND))
    after = _boundary(text, min(len(text), span.end + AROUND))
    quote = {"type": "TextQuoteSelector", "exact": span.quote}
    around = {"prefix": text[min(before, span.start) : span.start], "suffix": text[span.end : after]}
    position = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    return [{**quote, **{name: words for name, words in around.items() if words}}, position]


def _boundary(text: str, at: int) -> int:
    """`at`, or the next place that does not cut through what a reader sees as one character."""
    while 0 < at < len(text) and _belongs_together(text[at - 1], text[at]):
        at += 1
    return at


def _belongs_together(before: str, char: str) -> bool:
    joined = before == _JOINER or char == _JOINER or (before, char) == ("\r", "\n")
    return joined or unicodedata.category(char).startswith("M") or ord(char) in _SKIN_TONES
