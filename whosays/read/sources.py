"""Sources without what is none of theirs.

The network sometimes lets a source run on over the line above it, or over whoever says that it says
something: "Qaddour said that the Front" for the Front.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace

from whosays.model import Attribution, Span
from whosays.read import lexicon

HELD = "|".join(lexicon.load("cues")["agentless"]["participles"])
AGENTLESS = re.compile(rf"\b(?:is|are|was|were|be|been)\s+(?:\w+ly\s+)?(?:{HELD})\b", re.IGNORECASE)
"""A cue in the passive, whose subject is whom it is said of: "the militia is said to have executed"."""

LEADING = re.compile(r"\s*(?:,\s*)?(?:that\b)?\s*", re.IGNORECASE)


def narrowed(text: str, attributions: Iterable[Attribution]) -> Iterator[Attribution]:
    """The attributions, each source on one line and without the cue of another one."""
    found = list(attributions)
    cues = sorted(part for a in found for part in a.cue)
    for attribution in found:
        own = attribution.cue[0]
        parts = (_narrow(text, source, own, cues) for source in attribution.source)
        yield replace(
            attribution, source=tuple(p for p in parts if p is not None and not _is_subject(p, own))
        )


def _is_subject(source: Span, cue: Span) -> bool:
    """Whether a source is only whom something is said of."""
    return source.start < cue.start and AGENTLESS.match(cue.quote) is not None


def _narrow(text: str, source: Span, own: Span, cues: list[Span]) -> Span | None:
    """The part of a source beside its own cue."""
    start, end = source.start, source.end
    near = cues[bisect_left(cues, start, key=_start) : bisect_left(cues, end, key=_start)]
    breaks = [(c.start, c.end) for c in near if source.covers(c) and not c.touches(own)]
    breaks += [
        (source.start + m.start(), source.start + m.end()) for m in re.finditer(r"\s*\n\s*", source.quote)
    ]
    if own.start >= end:
        after = LEADING.match(text, max((b[1] for b in breaks), default=start), end)
        start = after.end() if after is not None else start
    elif breaks:
        end = min(b[0] for b in breaks)
    return Span.of(text, start, end) if start < end else None


def _start(span: Span) -> int:
    return span.start
