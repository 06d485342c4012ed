"""How long a claim says that something goes on: "besieged for two years", "a three-year siege"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from whosays.model import Kind, TimeType
from whosays.read import grammar, lexicon
from whosays.read.document import Document
from whosays.read.parts import Trigger
from whosays.read.phrases import is_number

UNITS = lexicon.load("figures")["duration"]
LASTING = frozenset({Kind.CONTROL, Kind.CLASH, Kind.SHELLING, Kind.AIRSTRIKE, Kind.AID, Kind.AGREEMENT})
"""Kinds of what goes on rather than happens."""


def spells(doc: Document, trigger: Trigger) -> Iterator[tuple[Token, Token]]:
    """Units of time with their number, for how long what a trigger claims goes on."""
    if trigger.kind in LASTING:
        for unit in trigger.head.sent:
            if unit.lemma_.lower() in UNITS and _is_duration(doc, unit) and _lasts(unit, trigger.head):
                yield from ((unit, t) for t in _numbers(unit))


def _is_duration(doc: Document, unit: Token) -> bool:
    mention = doc.time_at.get(unit.i)
    return mention is None or mention.type is TimeType.DURATION


def _lasts(unit: Token, head: Token) -> bool:
    """Whether the spell hangs on the claim or on what that hangs on: "was under siege for two years"."""
    if any(t.i == head.i for t in grammar.preposition_objects(unit, "of")):
        return True
    if unit.dep_ in ("compound", "npadvmod", "nmod", "amod") and unit.head.i <= head.i <= unit.head.i + 1:
        return True
    over = unit.head
    governor = over.head if over.dep_ == "prep" and over.lower_ in ("for", "over") else None
    return governor is not None and governor.i in {t.i for t in grammar.ancestors(head)}


def _numbers(unit: Token) -> list[Token]:
    """The first number of the unit's phrase, hyphened to it or not."""
    before = unit.doc[max(unit.sent.start, unit.i - 4) : unit.i]
    return [t for t in before if is_number(t)][:1]
