"""What fills the slots of a row's claim."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from whosays.ingest.coded.cells import coded, count
from whosays.ingest.coded.map import FigureMap, KindMap, Map
from whosays.ingest.coded.sheet import Cell, RowError, Sheet
from whosays.model import Figure, FigureSort, Kind, Named, Span, Voice, VoiceSort


def kind(sheet: Sheet, map_: Map) -> tuple[Kind, Span]:
    """What happened, and the words that say so: without any, the title's, else the whole row."""
    codes = map_.kind.cells
    filled = list(sheet.all(map_.kind.columns))
    if not filled:
        return _otherwise(map_.kind), _heading(sheet, map_)
    deciding = next((cell for cell in filled if cell.value in codes), filled[0])
    return coded(deciding, codes, "kind.cells"), deciding.words


def _otherwise(map_: KindMap) -> Kind:
    if map_.otherwise is None:
        columns = ", ".join(map_.columns)
        raise RowError(f"nothing in {columns} says what happened; fill it, or give the map a kind.otherwise")
    return map_.otherwise


def _heading(sheet: Sheet, map_: Map) -> Span:
    title = sheet.first(map_.title)
    return title.words if title else Span.of(sheet.text, 0, len(sheet.text))


def voices(sheet: Sheet, map_: Map) -> Iterator[Voice]:
    """Whom the data set has it from, outermost first.

    Several in one cell are one voice: which of them says what is not told.
    """
    for cell in sheet.all(map_.voices):
        named = dict.fromkeys(span.quote for span in _parts(cell, map_.separator))
        if named:
            yield Voice("; ".join(named), cell.span, VoiceSort.UNKNOWN)


def actors(sheet: Sheet, map_: Map, of: Kind) -> tuple[Named, ...]:
    """Who does it; of kinds with two sides, both."""
    both = (*map_.parties.actor, *map_.parties.target) if of in map_.parties.sides else map_.parties.actor
    return _named(sheet.all(both), map_.separator)


def targets(sheet: Sheet, map_: Map, of: Kind) -> tuple[Named, ...]:
    """To whom it is done."""
    return () if of in map_.parties.sides else _named(sheet.all(map_.parties.target), map_.separator)


def _named(cells: Iterable[Cell], separator: str | None) -> tuple[Named, ...]:
    named: dict[str, Named] = {}
    for cell in cells:
        for span in _parts(cell, separator):
            named.setdefault(span.quote, Named(span.quote, span))
    return tuple(named.values())


def _parts(cell: Cell, separator: str | None) -> Iterator[Span]:
    """The names in a cell."""
    start = cell.span.start
    for part in cell.value.split(separator) if separator else [cell.value]:
        name = part.strip()
        if name:
            at = start + part.index(name)
            yield Span(at, at + len(name), name)
        start += len(part) + len(separator or "")


def figures(sheet: Sheet, maps: Collection[FigureMap]) -> Iterator[Figure]:
    """The numbers that the row gives. None for a zero: tables write it where nobody counted, too."""
    for map_ in maps:
        low, high = sheet.first(map_.count or map_.low), sheet.first(map_.count or map_.high)
        found = _figure(sheet, map_, low, high)
        if found:
            yield found


def _figure(sheet: Sheet, map_: FigureMap, low: Cell | None, high: Cell | None) -> Figure | None:
    least, most = (count(cell) if cell else None for cell in (low, high))
    given = [cell for cell in (low, high) if cell]
    if not (least or most):
        return None
    if least is not None and most is not None and least > most:
        sheet.note(f"{map_.low[0]} is {least:g} and {map_.high[0]} {most:g}; the claim is without the number")
        return None
    stretch = Span.of(sheet.text, min(c.line.start for c in given), max(c.line.end for c in given))
    of = sheet.first(map_.of_column)
    sort = FigureSort.PART if map_.part else FigureSort.COUNT
    return Figure(map_.measure, least, most, stretch, of.value if of else map_.of, sort=sort)
