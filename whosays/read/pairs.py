"""Which words the network ties to a trigger: its extent, actors, targets, place, time, voices and figures."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Protocol, TypeVar

import numpy as np

from whosays.model import Named, Span
from whosays.read.encoder import View
from whosays.read.encoder.pieces import Pieces
from whosays.read.encoder.questions import OF_TRIGGER, RELATIONS
from whosays.read.segments import Floats, of_logits

PRICE = {"extent": 2.0, "actor": 0.5, "target": 0.5, "place": 1.5, "time": 2.0, "voice": 2.0, "figure": 0.5}
"""What a stretch of words costs, in logits, by what it is to the trigger."""

FAR = -100.0
"""The logit of words that the network did not see beside the trigger."""


class Spanned(Protocol):
    """Whatever stands in certain words of the text."""

    @property
    def span(self) -> Span:
        """Those words."""


S = TypeVar("S", bound=Spanned)


@dataclass(frozen=True, slots=True, eq=False)
class Ties:
    """The logits (pieces,) of every relation to one trigger, for the pieces from `start` on."""

    pieces: Pieces
    start: int
    logits: dict[str, Floats]

    @classmethod
    def of(cls, pieces: Pieces, view: View, head: int) -> Ties:
        """The ties to the trigger whose head is piece `head` of the window."""
        logits = dict(zip(RELATIONS, view.related(head), strict=True))
        return cls(pieces, view.window.start, {relation: logits[relation] for relation in OF_TRIGGER})

    def spans(self, relation: str) -> tuple[Span, ...]:
        """The words that are tied to the trigger, the surest first."""
        logits = self.logits[relation]
        stretches = of_logits(logits, PRICE[relation])
        surest = sorted(stretches, key=lambda s: -float(logits[s[0] : s[1]].sum()))
        return tuple(self.pieces.span(self.start + s, self.start + e) for s, e in surest)

    def logit(self, relation: str, span: Span) -> float:
        """How much speaks for tying a span: the logit of its surest piece."""
        first = int(np.searchsorted(self.pieces.ends, span.start, side="right")) - self.start
        last = int(np.searchsorted(self.pieces.starts, span.end)) - self.start
        return float(self.logits[relation][max(0, first) : max(0, last)].max(initial=FAR))

    def logit_of(self, relation: str, named: Named) -> float:
        """How much speaks for tying a name: the logit of the surest of its mentions, in full or as here.

        Of "the Front's fighters", said as "its fighters", the Front counts.
        """
        name, text = re.compile(re.escape(named.name.partition("'s ")[0])), self.pieces.text
        last = self.start + len(self.logits[relation]) - 1
        found = name.finditer(text, int(self.pieces.starts[self.start]), int(self.pieces.ends[last]))
        spans = [named.span, *(Span.of(text, *m.span()) for m in found)]
        return max(self.logit(relation, span) for span in spans)

    def likely(self, relation: str, found: S | None, least: float) -> S | None:
        """What was found by other means, if its words have at least so many logits."""
        return found if found is not None and self.logit(relation, found.span) >= least else None
