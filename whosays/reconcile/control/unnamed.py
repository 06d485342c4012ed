"""Places that a report counts and does not name: "40 villages". They stay a figure and are on no map."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from whosays.model import Figure, FigureSort, Measure, Origin, Stance, Told
from whosays.reconcile.control.ground import Ground, ground


@dataclass(frozen=True, slots=True)
class Unnamed:
    """That so many places are held, taken or lost, or not, by a claim whose place is where they lie."""

    told: Told
    ground: Ground
    figure: Figure
    origin: Origin


def unnamed(tolds: Iterable[Told], origin: Callable[[Told], Origin]) -> Iterator[Unnamed]:
    """The counts of places in claims on ground, in the order of `tolds`; not of what is to come."""
    for told in tolds:
        ahead = told.claim.stance in (Stance.PREDICTED, Stance.CONDITIONAL)
        counts = [] if ahead else [figure for figure in told.claim.figures if _is_count(figure)]
        found = ground(told.claim) if counts else None
        if found:
            yield from (Unnamed(told, found, figure, origin(told)) for figure in counts)


def _is_count(figure: Figure) -> bool:
    return figure.measure is Measure.PLACES and figure.sort is FigureSort.COUNT
