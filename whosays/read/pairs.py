"""Which words the network ties to a trigger: its extent, actors, targets, place, time, voices and figures."""

from __future__ import annotations

from whosays.model import Span
from whosays.read.encoder import View
from whosays.read.encoder.pieces import Pieces
from whosays.read.encoder.questions import OF_TRIGGER, RELATIONS
from whosays.read.segments import of_logits

PRICE = 2.0
"""What a stretch costs, in logits."""

Ties = dict[str, tuple[Span, ...]]
"""Words by relation, the surest first."""


def ties(pieces: Pieces, view: View, head: int) -> Ties:
    """The words tied to the trigger whose head is piece `head` of the window."""
    found: Ties = {}
    for relation, logits in zip(RELATIONS, view.related(head), strict=True):
        if relation in OF_TRIGGER:
            stretches = sorted(of_logits(logits, PRICE), key=lambda s: -float(logits[s[0] : s[1]].sum()))
            offset = view.window.start
            found[relation] = tuple(pieces.span(offset + s, offset + e) for s, e in stretches)
    return found
