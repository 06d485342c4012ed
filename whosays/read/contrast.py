"""Sentences that give the word to one side and then to another.

"State television said ..., while activists said ...": where what the first one says is taken to run on over
the second speaker, the first would be made to vouch for the second's words.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace

from whosays.model import Attribution, Span
from whosays.read import lexicon

TURN = re.compile(
    rf"\s*[,;–—-]?\s*(?:\b(?:{'|'.join(lexicon.load('cues')['turns']['words'])})\b|;)\s*(?:(?:the|an?)\s+)?$",
    re.IGNORECASE,
)
"""The words that hand over, right before the next speaker."""

REACH = 40
"""Characters before a speaker within which those words are looked for."""

FAR = 1000
"""Characters that a sentence may have between a cue and the turn to another speaker."""

ENDS = re.compile(r"[.!?]\s|\n")


def apart(text: str, attributions: Iterable[Attribution]) -> Iterator[Attribution]:
    """The attributions, what each says ending where another speaker is given the word."""
    found = sorted(attributions, key=lambda a: a.cue[0].start)
    turns = sorted(turn for a in found if a.source and (turn := _turn(text, a)) is not None)
    for attribution in found:
        own = attribution.cue[-1].end
        at = bisect_right(turns, own)
        within = turns[at : at + 1] and turns[at] - own < FAR and not ENDS.search(text, own, turns[at])
        yield _up_to(text, attribution, turns[at]) if within else attribution


def _turn(text: str, attribution: Attribution) -> int | None:
    """Where the words begin that hand over to a speaker; None if none do."""
    start = min(attribution.source[0].start, attribution.cue[0].start)
    before = TURN.search(text, max(0, start - REACH), start)
    return before.start() if before is not None else None


def _up_to(text: str, attribution: Attribution, end: int) -> Attribution:
    """What is said up to a point; all of it if nothing is said before."""
    kept = tuple(
        part if part.end <= end else Span.of(text, part.start, end)
        for part in attribution.content
        if part.start < end
    )
    return replace(attribution, content=kept) if kept else attribution
