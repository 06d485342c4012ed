"""Reported statements: source, cue and content, as the network sees them.

A piece that the network takes for the head of a cue ("said", "according", "claim") is asked which pieces
are its cue, its source and its content; the best stretches of pieces become spans.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

import numpy as np

from whosays.model import Attribution, Span
from whosays.read.contrast import apart
from whosays.read.document import Document
from whosays.read.encoder import Encoded, View
from whosays.read.encoder.questions import RELATIONS, ROLES
from whosays.read.layout import as_laid_out
from whosays.read.segments import Stretch, of_logits, strongest
from whosays.read.sources import narrowed
from whosays.read.spoken import with_quotations
from whosays.read.statements import with_parents

HEAD = 0.1
"""Logit from which a piece is the head of a cue."""

ROLE = 0.05
"""Weight of what a piece is to any cue, beside what it is to this one."""

ENDS = 1.0
"""Weight of where content opens and closes."""

WORDS, CONTENT = 0.1, 3.0
"""What a stretch of source or cue, and of content, costs in logits: without it spans would fall to bits."""

SAME = 0.6
"""Share of common content above which two cues that touch are one."""


@dataclass(frozen=True, slots=True)
class _Said:
    """Stretches of one attribution, in pieces of its window."""

    parts: dict[str, tuple[Stretch, ...]]

    def pieces(self, role: str) -> set[int]:
        return {i for start, end in self.parts[role] for i in range(start, end)}

    def repeats(self, other: _Said) -> bool:
        """Whether both are one attribution whose cue has several words."""
        if not self.pieces("cue") & other.pieces("cue"):
            return False
        ours, theirs = self.pieces("source"), other.pieces("source")
        return self.agrees(other) and (not ours or not theirs or bool(ours & theirs))

    def agrees(self, other: _Said) -> bool:
        """Whether both have nearly the same content."""
        ours, theirs = self.pieces("content"), other.pieces("content")
        return len(ours & theirs) > SAME * len(ours | theirs)


class LearntAttributions:
    """Finds attributions with the shared encoder."""

    def attributions(self, doc: Document) -> tuple[Attribution, ...]:
        """All attributions of a document, in the order of their cues, with parents; headings say nothing."""
        return attributions(doc.encoded, doc.headings)


def attributions(encoded: Encoded, headings: Collection[Span] = ()) -> tuple[Attribution, ...]:
    """All attributions of an encoded text, in the order of their cues, with parents."""
    text = encoded.pieces.text
    found = [a for view in encoded.views for a in _of_window(encoded, view)]
    spoken = [a for a in found if not any(line.touches(a.cue[0]) for line in headings)]
    said = with_quotations(text, list(apart(text, narrowed(text, spoken))))
    return with_parents(as_laid_out(text, said, headings))


def _of_window(encoded: Encoded, view: View) -> Iterator[Attribution]:
    """Attributions whose cue is the window's own; of those that are one, that with the surest head."""
    kept: list[_Said] = []
    for head in _heads(view):
        said = _said(view, head)
        if said.parts["content"] and not any(said.repeats(other) for other in kept):
            kept.append(said)
            yield _as_spans(encoded, view.window.start, said)


def _heads(view: View) -> list[int]:
    """The window's own pieces that are heads of cues, outer or inner, the surest first."""
    logits = np.maximum(view.answers["cue"][:, 0], view.answers["inner"][:, 0])
    own = range(view.window.first - view.window.start, view.window.last - view.window.start)
    return sorted((i for i in own if logits[i] > HEAD), key=lambda i: -logits[i])


def _said(view: View, head: int) -> _Said:
    scores = dict(zip(RELATIONS, view.related(head), strict=True))
    roles = dict(zip(ROLES, view.answers["role"].T, strict=True))
    inside = {role: scores[role] + ROLE * roles[role] for role in ROLES}
    ends = (ENDS * scores["opens"], ENDS * scores["closes"])
    content = of_logits(inside["content"], CONTENT, ends)
    cue = of_logits(inside["cue"], WORDS) or ((head, head + 1),)
    return _Said({"source": strongest(inside["source"], WORDS), "cue": cue, "content": content})


def _as_spans(encoded: Encoded, offset: int, said: _Said) -> Attribution:
    spans = {
        role: tuple(encoded.pieces.span(offset + s, offset + e) for s, e in stretches)
        for role, stretches in said.parts.items()
    }
    return Attribution(spans["source"], spans["cue"], spans["content"])
