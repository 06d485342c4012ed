"""Quotations of a text, by its quotation marks."""

from __future__ import annotations

import re

from whosays.model import Span

LEAST_WORDS = 4
"""Shorter quotations are scare quotes or titles rather than speech."""

# A quotation ends at its closing mark; one that is never closed ends with its paragraph.
QUOTATION = re.compile(r"“[^“”\n]+[”\n]?|«[^«»\n]+[»\n]?|\"[^\"\n]+[\"\n]?|``(?:(?!'').)+(?:'')?")


def quotations(text: str) -> tuple[Span, ...]:
    """Quotations of at least `LEAST_WORDS` words, with their marks, in order."""
    found = (m.span() for m in QUOTATION.finditer(text))
    return tuple(
        Span.of(text, start, end) for start, end in found if len(text[start:end].split()) >= LEAST_WORDS
    )
