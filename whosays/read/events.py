"""Triggers: the words that make a claim, as the network sees them, with their kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spacy.tokens import Token

from whosays.model import Kind, Span
from whosays.read import grammar
from whosays.read.document import Document
from whosays.read.encoder import View
from whosays.read.encoder.questions import KINDS
from whosays.read.kinds import kind_of
from whosays.read.pairs import Ties
from whosays.read.parts import Trigger
from whosays.read.segments import Floats

NONE = -0.85
"""Logits that making a claim must have over making none: the higher, the fewer and surer claims."""


class LearntEvents:
    """Finds triggers with the shared encoder."""

    def triggers(self, doc: Document) -> tuple[Trigger, ...]:
        """All triggers of a document, in order; headings make no claims."""
        found = [trigger for view in doc.encoded.views for trigger in _of_window(doc, view)]
        ordered = sorted(found, key=lambda t: (t.span.start, t.span.end))
        kinds = {t.head.i: t.kind for t in ordered}
        whole = [t for t in ordered if not _is_signed(t, kinds)]
        return tuple(t for t in whole if not any(h.touches(t.span) for h in doc.headings))


def _is_signed(trigger: Trigger, kinds: Mapping[int, Kind]) -> bool:
    """Whether a truce is only what a verb makes the claim of: "signed a truce" is one agreement."""
    noun = trigger.head
    agreed = kinds.get(noun.head.i) is trigger.kind is Kind.AGREEMENT
    return noun.dep_ == "dobj" and agreed


def _of_window(doc: Document, view: View) -> Iterator[Trigger]:
    """The window's own triggers; of those that share a word, the surest."""
    kept: list[Trigger] = []
    margin = _margin(view)
    for head in _heads(view, margin):
        trigger = _trigger(doc, view, head, float(margin[head]))
        if not any(trigger.span.touches(other.span) for other in kept):
            kept.append(trigger)
            yield trigger


def _heads(view: View, margin: Floats) -> list[int]:
    """The window's own pieces that make a claim, the surest first."""
    own = range(view.window.first - view.window.start, view.window.last - view.window.start)
    return sorted((i for i in own if margin[i] > NONE), key=lambda i: -margin[i])


def _margin(view: View) -> Floats:
    """How much more than none the likeliest kind of claim has, in logits (pieces,)."""
    kinds = view.answers["kind"]
    margin: Floats = kinds[:, 1:].max(axis=1) - kinds[:, 0]
    return margin


def _trigger(doc: Document, view: View, head: int, logit: float) -> Trigger:
    pieces, at = doc.encoded.pieces, view.window.start + head
    word, ties = pieces.span(at, at + 1), Ties.of(pieces, view, head)
    extent = next((span for span in ties.spans("extent") if span.covers(word)), word)
    token = _head(doc, extent)
    kind = kind_of(token, doc) or Kind(KINDS[int(view.answers["kind"][head, 1:].argmax()) + 1])
    if grammar.is_hyphened(token):
        extent = doc.span(token, token)
    return Trigger(token, extent, kind, ties, logit)


def _head(doc: Document, extent: Span) -> Token:
    """The syntactic head of a trigger; of "rebel-held", which the parser splits, the participle."""
    token = doc.head(extent) or doc.syntax[0]
    last = doc.syntax[min(token.i + 2, token.sent.end - 1)]
    return last if grammar.is_hyphened(last) and last.tag_ in ("VBN", "VBD", "VBG") else token
