"""How two kinds of deed stand to each other."""

from __future__ import annotations

from whosays.model import Kind
from whosays.reconcile.accounts.relation import Match, Relation
from whosays.reconcile.accounts.vocabulary import VOCABULARY


def relate(one: Kind, other: Kind) -> Relation:
    """What is vaguer or tells what came of it goes with a deed; two means of killing do not go together."""
    if one is other:
        return Relation(Match.SAME)
    for vaguer, finer in ((one, other), (other, one)):
        if VOCABULARY.is_vaguer(vaguer, finer):
            return Relation(Match.WITHIN, f"{vaguer} is the vaguer word")
    if {one, other} & VOCABULARY.effects:
        return Relation(Match.OPEN, "one tells what came of it")
    return Relation(Match.APART)


def is_coarser(one: Kind, other: Kind) -> bool:
    """Whether who says both says no more with the first."""
    return VOCABULARY.is_vaguer(one, other) or (one in VOCABULARY.effects and other not in VOCABULARY.effects)
