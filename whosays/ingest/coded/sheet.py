"""A row as the text of a report: a line a cell, and where each cell stands in it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from whosays.ingest.coded.rows import Row
from whosays.ingest.encoding import without_surrogates
from whosays.ingest.item import Notice
from whosays.model import Span


class RowError(ValueError):
    """A row cannot be read by its map, so that it is left out; the message says why."""


class CellError(RowError):
    """A cell cannot be read as what the map says it is, so that its row is left out."""

    def __init__(self, cell: Cell, why: str) -> None:
        shown = cell.value if len(cell.value) <= _SHOWN else cell.value[: _SHOWN - 1] + "…"
        super().__init__(f"{cell.column} is “{shown}”: {why}")


_SHOWN = 40
"""Characters of a cell in a message."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that says something: `span` is its value in the text, `line` that with the column's name."""

    column: str
    span: Span
    line: Span

    @property
    def value(self) -> str:
        """What it says."""
        return self.span.quote

    @property
    def words(self) -> Span:
        """What to quote of it: a bare number tells nothing without its column's name."""
        return self.span if any(map(str.isalpha, self.value)) else self.line


@dataclass(slots=True)
class Sheet:
    """A row laid out as text, and the `notes` on what had to be left out of its claim.

    `cells` are by their column's name in small letters. Those that say that nothing is known are in the text
    alone.
    """

    row: Row
    text: str
    cells: dict[str, list[Cell]]
    notes: list[Notice] = field(default_factory=list)

    @classmethod
    def of(cls, row: Row, unsaid: Collection[str] = ()) -> Sheet:
        """The sheet of a row. Line ends within a cell become spaces: a cell cannot pass for another one."""
        silent = {word.casefold() for word in unsaid}
        cells: dict[str, list[Cell]] = {}
        lines: list[str] = []
        start = 0
        for column, value in _filled(row):
            line = f"{column}: {value}"
            at = start + len(column) + 2
            if value.casefold() not in silent:
                cell = Cell(column, Span(at, at + len(value), value), Span(start, start + len(line), line))
                cells.setdefault(column.casefold(), []).append(cell)
            lines.append(line)
            start += len(line) + 1
        sheet = cls(row, "\n".join(lines), cells)
        if any(without_surrogates(value) != value for _, value in row.values):
            sheet.note("half a surrogate pair is no character; replaced by U+FFFD")
        return sheet

    def all(self, columns: Collection[str]) -> Iterator[Cell]:
        """The cells of these columns, in the order of `columns`."""
        for column in columns:
            yield from self.cells.get(column.casefold(), ())

    def first(self, columns: Collection[str]) -> Cell | None:
        """The first of these columns that says something."""
        return next(self.all(columns), None)

    def note(self, what: str) -> None:
        """Tell that something of this row was left out of its claim."""
        self.notes.append(Notice(self.row.where, what))

    def note_on_table(self, what: str) -> None:
        """Tell what is the same in many rows, once for all of them."""
        self.notes.append(Notice(self.row.table, what))


def _filled(row: Row) -> Iterator[tuple[str, str]]:
    for column, value in row.values:
        clean = _one_line(value)
        if clean:
            yield _one_line(column), clean


def _one_line(text: str) -> str:
    return " ".join(without_surrogates(text).split())
