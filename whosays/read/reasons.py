"""Why the parts of a claim are what they are: the words behind each, and what the network gives them."""

from __future__ import annotations

from collections.abc import Iterator

from whosays.model import Basis, Claim, Part, Reason, Span
from whosays.read.confidence import confidence
from whosays.read.document import Document
from whosays.read.kinds import kind_of
from whosays.read.parts import Slots, Trigger
from whosays.read.stance import stance_by

Found = tuple[Part, Span | None, Basis, float | None]
"""A part of a claim, the words behind it, how they were found, and the network's logit."""


def reasons(doc: Document, trigger: Trigger, slots: Slots, claim: Claim) -> Iterator[Reason]:
    """The reasons for one claim, part by part."""
    for part, span, basis, logit in (*_of_trigger(doc, trigger), *_of_slots(trigger, slots, claim)):
        yield Reason(claim.id, part, span, basis, logit, confidence(part, basis, logit))


def _of_trigger(doc: Document, trigger: Trigger) -> Iterator[Found]:
    yield Part.TRIGGER, trigger.span, Basis.NETWORK, trigger.logit
    known = kind_of(trigger.head, doc) is not None
    yield Part.KIND, None, Basis.WORDS if known else Basis.NETWORK, trigger.logit
    word = stance_by(trigger)[1]
    if word is not None:
        yield Part.STANCE, doc.span(word, word), Basis.WORDS, None


def _of_slots(trigger: Trigger, slots: Slots, claim: Claim) -> Iterator[Found]:
    filled = [(Part.VOICE, v.span) for v in claim.voices if v.span is not None]
    filled += [(Part.ACTOR, n.span) for n in claim.actor] + [(Part.TARGET, n.span) for n in claim.target]
    filled += [(Part.PLACE, claim.place.span)] if claim.place else []
    filled += [(Part.TIME, slots.time.span)] if slots.time else []
    filled += [(Part.FIGURE, f.span) for f in claim.figures]
    for part, span in filled:
        tied = any(span.touches(other) for other in trigger.ties.spans(part))
        yield part, span, Basis.NETWORK if tied else Basis.WORDS, trigger.ties.logit(part, span)
