"""Attributions and quotations put together: a quotation belongs whole to whoever speaks it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace

from whosays.model import Attribution, Span
from whosays.read.quotes import quotations

FOLLOWS = 200
"""Characters after a statement within which a quotation without a cue goes on with it."""


def with_quotations(text: str, attributions: list[Attribution]) -> list[Attribution]:
    """Attributions in the order of their cues, with the whole of their quotations and those that follow."""
    spoken = quotations(text)
    found = [_widened(text, a, spoken) for a in sorted(attributions, key=lambda a: a.cue[0])]
    claimed = {q for a in found for part in (*a.content, *a.cue) for q in _touching(spoken, part)}
    for quotation in spoken:
        if quotation not in claimed and (owner := _speaker_before(text, found, quotation)) is not None:
            content = tuple(sorted((*found[owner].content, quotation)))
            found[owner] = replace(found[owner], content=content)
    return found


def _touching(spoken: tuple[Span, ...], part: Span) -> Iterator[Span]:
    """Quotations that share a character with a part; they are in order and do not overlap."""
    first = bisect_right(spoken, part.start, key=lambda q: q.end)
    last = bisect_left(spoken, part.end, key=lambda q: q.start)
    yield from spoken[first:last]


def _widened(text: str, found: Attribution, spoken: tuple[Span, ...]) -> Attribution:
    """Content widened to the whole of every quotation that it reaches into, in which no source stands."""
    reached = sorted({q for part in found.content for q in _touching(spoken, part)})
    cue_inside = any(q.covers(c) for q in reached for c in found.cue)
    if not reached or cue_inside:
        return found
    rest = [p for p in found.content if not any(q.touches(p) for q in reached)]
    joined = [_joined(text, q, found.content) for q in reached]
    outside = tuple(s for s in found.source if not any(q.covers(s) for q in reached))
    return replace(found, source=outside, content=tuple(sorted({*rest, *joined})))


def _joined(text: str, quotation: Span, content: tuple[Span, ...]) -> Span:
    touching = [p for p in content if p.touches(quotation)]
    start = min(quotation.start, *(p.start for p in touching))
    return Span.of(text, start, max(quotation.end, *(p.end for p in touching)))


def _speaker_before(text: str, found: list[Attribution], quotation: Span) -> int | None:
    """Index of the statement with a source that ends last before a quotation, in the same paragraph."""
    until = bisect_right(found, quotation.start, key=lambda a: a.cue[0].end)
    ends = [
        (_end_before(found[i], quotation), i) for i in range(max(0, until - NEAR), until) if found[i].source
    ]
    if not ends:
        return None
    end, index = max(ends)
    return index if "\n" not in text[end : quotation.start] and quotation.start - end < FOLLOWS else None


NEAR = 20
"""Statements before a quotation that are looked at: no more begin within `FOLLOWS`."""


def _end_before(attribution: Attribution, quotation: Span) -> int:
    return max(s.end for s in (*attribution.cue, *attribution.content) if s.end <= quotation.start)
