"""One toll that two words claim: "the death toll reached 112", "left 40 dead", "carried away 30 bodies"."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from whosays.model import Claim, Measure, Span
from whosays.read import grammar
from whosays.read.parts import Slots, Trigger

TOLL = frozenset({Measure.KILLED, Measure.WOUNDED})

Read = tuple[Trigger, Slots, Claim]


def told_once(read: Iterable[Read]) -> list[Read]:
    """The claims without those that repeat the toll of a word that they hang on, or that hangs on them."""
    kept: list[Read] = []
    for each in read:
        if not any(_repeats(each, other) for other in kept):
            kept.append(each)
    return kept


def _repeats(later: Read, earlier: Read) -> bool:
    tolls = _tolls(later[2])
    return bool(tolls) and tolls <= _tolls(earlier[2]) and _are_one(later[0], earlier[0])


def _tolls(claim: Claim) -> set[Span]:
    """The words of a claim's killed and wounded, if it counts nothing else."""
    only = all(figure.measure in TOLL for figure in claim.figures)
    return {figure.span for figure in claim.figures} if only else set()


def _are_one(trigger: Trigger, other: Trigger) -> bool:
    """Whether one of the words hangs on the other, and not beside it: "killed two and wounded two"."""
    heads = (trigger.head, other.head)
    return any(_hangs(a, b) for a, b in (heads, heads[::-1]))


def _hangs(word: Token, on: Token) -> bool:
    path = [t for t in grammar.ancestors(word) if t.i != on.i and on.is_ancestor(t)]
    return bool(path) and all(t.dep_ != "conj" for t in path)
