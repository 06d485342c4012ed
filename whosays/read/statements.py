"""The attributions of a document by where they stand, so that long texts take no longer for each question."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from whosays.model import Attribution, Span

CELL = 256
"""Characters of the cells by which statements are filed."""


@dataclass(frozen=True, slots=True)
class Statements:
    """Attributions in the order of their cues, filed by the cells that their contents lie in."""

    all: tuple[Attribution, ...]
    cells: dict[int, list[int]]

    @classmethod
    def of(cls, attributions: Iterable[Attribution]) -> Statements:
        """Files attributions."""
        found = tuple(attributions)
        cells: dict[int, list[int]] = {}
        for index, attribution in enumerate(found):
            for cell in {c for part in attribution.content for c in _cells(part)}:
                cells.setdefault(cell, []).append(index)
        return cls(found, cells)

    def holding(self, span: Span) -> list[int]:
        """Indices of those whose content covers a span, the widest first."""
        near = self.cells.get(span.start // CELL, [])
        holding = [i for i in near if any(part.covers(span) for part in self.all[i].content)]
        return sorted(holding, key=lambda i: -length(self.all[i]))


def with_parents(attributions: Iterable[Attribution]) -> tuple[Attribution, ...]:
    """The attributions in the order of their cues, each with the one whose words it stands in."""
    filed = Statements.of(sorted(attributions, key=lambda a: (a.cue[0].start, a.cue[0].end)))
    return tuple(replace(a, parent=_parent(a, filed)) for a in filed.all)


def _parent(attribution: Attribution, filed: Statements) -> int | None:
    """The closest one whose longer content holds this one's cue; longer, so that none is its own ancestor."""
    holding = filed.holding(attribution.cue[-1])
    return next((i for i in reversed(holding) if length(filed.all[i]) > length(attribution)), None)


def length(attribution: Attribution) -> int:
    """Characters of an attribution's content."""
    return sum(part.end - part.start for part in attribution.content)


def _cells(part: Span) -> range:
    return range(part.start // CELL, (part.end - 1) // CELL + 1)
