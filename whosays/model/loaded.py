"""Words with which somebody judges while he tells."""

from __future__ import annotations

from dataclasses import dataclass

from whosays.model.span import Span
from whosays.model.vocabulary import LoadedSort


@dataclass(frozen=True, slots=True)
class Loaded:
    """A word that judges or takes a side: "terrorists", "regime", "falsely claimed", "liberated".

    `said_by` is the index, within the reading, of the innermost attribution whose content the word
    stands in: the word is that speaker's. None is the report's own word. `note` says who uses it for
    whom, where that is known.

    It is there for the reader's eye. Nothing scores by it: a report that calls names is not thereby
    wrong, nor is one that calls none right.
    """

    span: Span
    sort: LoadedSort
    said_by: int | None = None
    note: str | None = None
