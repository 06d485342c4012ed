"""What a claim's figures are counted over: where, how long, and whether a count goes on."""

from __future__ import annotations

from whosays.model import Scope
from whosays.read import lexicon
from whosays.read.document import Document
from whosays.read.parts import Trigger
from whosays.read.when import window_of
from whosays.read.where import locate

RUNNING = lexicon.words(lexicon.load("figures"), "running", "words")


def scope_of(doc: Document, trigger: Trigger) -> Scope | None:
    """The scope that the claim's sentence gives, in its words; None if it gives none."""
    place = locate(doc, trigger)
    window = window_of(doc, trigger)
    cumulative = True if _runs(trigger) or (window or "").startswith("since ") else None
    area = place.name if place is not None else None
    return Scope(area, window, cumulative) if area or window or cumulative else None


def _runs(trigger: Trigger) -> bool:
    """ "the death toll", "a total of": a count that is added to."""
    return trigger.head.lemma_.lower() in RUNNING
