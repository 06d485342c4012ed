"""A claim: who says that what happened, and how."""

from __future__ import annotations

from dataclasses import dataclass

from whosays.model.place import Place
from whosays.model.span import Span
from whosays.model.time import Interval
from whosays.model.vocabulary import FigureSort, Kind, Measure, Stance, VoiceSort


@dataclass(frozen=True, slots=True)
class Voice:
    """One link of the chain between the reader and a claim.

    `role` is what the report says that it is, or belongs to, in its own words and wherever it says so:
    "spokesman for the coalition", "of the Crisis Group", "who heads the hospital".
    """

    name: str
    span: Span
    sort: VoiceSort
    party: str | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody or something in a slot: the report's fullest name for it, and where it stands here."""

    name: str
    span: Span
    party: str | None = None


@dataclass(frozen=True, slots=True)
class Location:
    """Where it happened: the report's name for it, the words, and the place if it is resolved."""

    name: str
    span: Span
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Scope:
    """What a figure is counted over, in the report's words; None is unsaid."""

    area: str | None = None
    window: str | None = None
    cumulative: bool | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A number from `low` to `high`; None is open ("at least 4" is 4 to None)."""

    measure: Measure
    low: float | None
    high: float | None
    span: Span
    of: str | None = None
    scope: Scope | None = None
    sort: FigureSort = FigureSort.COUNT


@dataclass(frozen=True, slots=True)
class Claim:
    """One predicate that brings at least one slot of its own.

    `voices` runs from the outermost to the innermost; empty is the report's own voice. `evidence`
    is the stretch of text to read: the sentence, at least.
    """

    id: str
    trigger: Span
    kind: Kind
    stance: Stance
    evidence: Span
    voices: tuple[Voice, ...] = ()
    actor: tuple[Named, ...] = ()
    target: tuple[Named, ...] = ()
    place: Location | None = None
    time: Interval | None = None
    figures: tuple[Figure, ...] = ()
