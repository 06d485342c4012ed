"""The attributions of a document by where they stand, so that long texts take no longer for each question."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from whosays.model import Attribution, Span
from whosays.read import lexicon

CITING = lexicon.words(lexicon.load("cues"), "citing", "words")

CELL = 256
"""Characters of the cells by which statements are filed."""


@dataclass(frozen=True, slots=True)
class Statements:
    """Attributions in the order of their cues, filed by the cells that their contents lie in."""

    all: tuple[Attribution, ...]
    cells: dict[int, list[int]]
    sources: tuple[Span, ...]

    @classmethod
    def of(cls, attributions: Iterable[Attribution]) -> Statements:
        """Files attributions."""
        found = tuple(attributions)
        cells: dict[int, list[int]] = {}
        for index, attribution in enumerate(found):
            for cell in {c for part in attribution.content for c in _cells(part)}:
                cells.setdefault(cell, []).append(index)
        return cls(found, cells, tuple(source for a in found for source in a.source))

    def holding(self, span: Span) -> list[int]:
        """Indices of those whose content covers a span, the outermost first, then the widest."""
        near = self.cells.get(span.start // CELL, [])
        holding = [i for i in near if _holds(self.all[i], span)]
        return sorted(holding, key=lambda i: (self.depth(i), -length(self.all[i])))

    def said_by(self, span: Span) -> int | None:
        """Index of the innermost one with a source whose content covers a span; None is the report itself."""
        holding = [i for i in self.holding(span) if self.all[i].source]
        return holding[-1] if holding else None

    def depth(self, index: int) -> int:
        """How many others a statement stands within."""
        parent, depth = self.all[index].parent, 0
        while parent is not None:
            parent, depth = self.all[parent].parent, depth + 1
        return depth


def with_parents(attributions: Iterable[Attribution]) -> tuple[Attribution, ...]:
    """The attributions in the order of their cues, each with the one whose words it stands in."""
    filed = Statements.of(sorted(attributions, key=lambda a: (a.cue[0].start, a.cue[0].end)))
    return tuple(replace(a, parent=_parent(a, filed)) for a in filed.all)


def _parent(attribution: Attribution, filed: Statements) -> int | None:
    """The closest one whose longer content holds this one's cue; longer, so that none is its own ancestor."""
    holding = filed.holding(attribution.cue[-1])
    closest = next((i for i in reversed(holding) if length(filed.all[i]) > length(attribution)), None)
    return _passed_on_by(attribution, filed) if closest is None and is_citing(attribution) else closest


def is_citing(attribution: Attribution) -> bool:
    """Whether its cue says whom another one passes on: "citing a spokesman"."""
    return " ".join(part.quote for part in attribution.cue).casefold() in CITING


def _passed_on_by(citing: Attribution, filed: Statements) -> int | None:
    """The statement in which this one's source is cited: no shorter, so that none is its own ancestor."""
    beside = ((i, filed.all[i]) for i in filed.holding(citing.content[0]))
    return next((i for i, a in beside if not is_citing(a) and length(a) >= length(citing)), None)


def _holds(attribution: Attribution, span: Span) -> bool:
    return any(part.covers(span) for part in attribution.content)


def length(attribution: Attribution) -> int:
    """Characters of an attribution's content."""
    return sum(part.end - part.start for part in attribution.content)


def _cells(part: Span) -> range:
    return range(part.start // CELL, (part.end - 1) // CELL + 1)
