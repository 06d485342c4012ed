"""What the layout says of who speaks, put before what the network reads: each of these speakers is alone."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from whosays.model import Attribution, Span
from whosays.read.signed import signed
from whosays.read.turns import turns


def as_laid_out(
    text: str, attributions: Iterable[Attribution], headings: Collection[Span] = ()
) -> list[Attribution]:
    """The attributions with those of signatures and transcripts, whose words are nobody else's."""
    shown = (*signed(text), *turns(text))
    certain = [a for a in shown if not any(line.touches(a.cue[0]) for line in headings)]
    found = list(attributions)
    for one in certain:
        found = [kept for a in found if not _is_it(a, one) for kept in _outside(text, a, one)]
    return [*found, *certain]


def _is_it(attribution: Attribution, certain: Attribution) -> bool:
    """Whether its cue is the sign, or stands in the name, of one that the layout shows."""
    return any(part.touches(own) for part in attribution.cue for own in (*certain.cue, *certain.source))


def _outside(text: str, attribution: Attribution, certain: Attribution) -> Iterator[Attribution]:
    """What it says outside of the other's words; all of it if it is said within them."""
    (said,) = certain.content
    if said.covers(attribution.cue[0]):
        yield attribution
        return
    kept = [piece for part in attribution.content for piece in _around(text, part, said)]
    if kept:
        yield replace(attribution, content=tuple(kept))


def _around(text: str, part: Span, said: Span) -> Iterator[Span]:
    """What is left of a part before and after the words."""
    for start, end in ((part.start, min(part.end, said.start)), (max(part.start, said.end), part.end)):
        if text[start:end].strip() and start < end:
            yield Span.of(text, start, end)
