"""What each part of the reader brings, by what is lost without it: `python -m bench.ablation`.

Prints, for the coded reports, the F1 of all slots and of the part that a piece of the reader is for, with
everything and then with one piece left out at a time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Any
from unittest.mock import patch

from bench.reading import scored
from bench.sets import SETS
from whosays.model import Stance
from whosays.pipeline import Pipeline
from whosays.read.parts import Slots

ON = ("claims/gold", "claims/held-out")
UNGATED = dict.fromkeys(("actor", "target", "place", "setting", "time"), -1e9)


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of the reader, the measure that it is mostly for, and what stands in when it is left out."""

    name: str
    measure: str
    instead: Mapping[str, Callable[..., Any]] = field(default_factory=dict)
    thresholds: tuple[str, ...] = ()
    """Tables of least logits, which then let everything pass."""


NO_SLOTS = Slots((), (), None, None, None)

PIECES = (
    Piece("nothing", "slot"),
    Piece("words that the network ties", "target", {"slots._learnt": lambda *given: given[-1]}),
    Piece("what the tree says", "actor", {"slots._fill": lambda *_: NO_SLOTS}),
    Piece("what neighbouring claims share", "place", {"slots.share": lambda _, slots: tuple(slots)}),
    Piece("the network's word on tree and neighbours", "actor", {}, ("slots.LEAST", "sharing.LEAST")),
    Piece("attributions", "voice", {"attribution.LearntAttributions.attributions": lambda *_: ()}),
    Piece("what pronouns stand for", "actor", {"reference.Reference.antecedent": lambda *_: None}),
    Piece("fuller phrases before", "actor", {"reference.Reference.described": lambda *_: None}),
    Piece("fullest names", "actor", {"names.Names.fullest": lambda _, name: name}),
    Piece("the lexicon of kinds", "typed", {"events.kind_of": lambda *_: None}),
    Piece("the lexicon of stance", "stance", {"stance.LexicalStance.stance": lambda *_: Stance.ASSERTED}),
    Piece("figures", "figure", {"figures.LearntFigures.figures": lambda *_: ()}),
)


def left_out(piece: Piece) -> ExitStack:
    """Leaves a piece out for as long as what is returned is open."""
    stack = ExitStack()
    for name, instead in piece.instead.items():
        stack.enter_context(patch(f"whosays.read.{name}", instead))
    for name in piece.thresholds:
        stack.enter_context(patch.dict(f"whosays.read.{name}", UNGATED))
    return stack


def rows(pieces: tuple[Piece, ...] = PIECES) -> Iterator[list[str]]:
    """A table: the piece, the measure it is for, then F1 of all slots and of that measure on each set."""
    sets = [s for s in SETS if s.name in ON]
    for piece in pieces:
        with left_out(piece):
            found = [scored(s, Pipeline.default()).counts for s in sets]
        yield [piece.name, piece.measure, *(f"{c[m].f1:.3f}" for c in found for m in ("slot", piece.measure))]


if __name__ == "__main__":
    print("| without | mostly for | " + " | ".join(f"{s}: slots | {s}: it" for s in ON) + " |")
    print("| --- " * 6 + "|")
    for cells in rows():
        print(f"| {' | '.join(cells)} |", flush=True)
