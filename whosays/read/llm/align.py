"""Words that somebody says stand in a text, found there."""

from __future__ import annotations

import re

from whosays.model import Span

QUOTES = "\"'“”„«»‘’`"
EDGES = QUOTES + " \t\n"
LONGEST = 400
"""Characters beyond which words are no name, number or predicate."""


def find(text: str, words: str, near: int, within: Span | None = None) -> Span | None:
    """Where the words stand, nearest to a position and first of all within a span; None if nowhere.

    White space, quotation marks, apostrophes and capitals may differ; letters and digits may not.
    """
    wanted = words.strip(EDGES)
    if not wanted or len(wanted) > LONGEST:
        return None
    pattern = re.compile(rf"(?<!\w){_loose(wanted)}(?!\w)", re.IGNORECASE)
    if within is not None and (here := pattern.search(text, within.start, within.end)):
        return Span.of(text, *here.span())
    found = min(pattern.finditer(text), key=lambda m: abs(m.start() - near), default=None)
    return Span.of(text, *found.span()) if found else None


def _loose(words: str) -> str:
    """A pattern for the words with any white space and any quotation marks between and around them."""
    marks = f"[{re.escape(QUOTES)}]?"
    parts = (
        rf"{marks}\s+{marks}" if part.isspace() else marks if part in QUOTES else re.escape(part)
        for part in re.findall(rf"\s+|[{re.escape(QUOTES)}]|[^\s{re.escape(QUOTES)}]+", words)
    )
    return "".join(parts)
