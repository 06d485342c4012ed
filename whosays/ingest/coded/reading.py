"""A row to a reading: a report of the data set with one claim."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from whosays.ingest.coded import slots
from whosays.ingest.coded.cells import instant
from whosays.ingest.coded.map import Map
from whosays.ingest.coded.rows import Row, rows
from whosays.ingest.coded.sheet import RowError, Sheet
from whosays.ingest.coded.when import interval
from whosays.ingest.coded.where import location
from whosays.ingest.item import Notice
from whosays.ingest.published import doubt
from whosays.model import Claim, InputError, Published, Reading, Report, Span, Stance
from whosays.model.identity import claim_id
from whosays.model.report import LONGEST

Item = Reading | Notice | InputError


def readings(path: Path, map_: Map) -> Iterator[Item]:
    """The readings of a table's rows, in order, as they are read; what went wrong stands in between.

    Nothing is raised for bad input: an InputError is yielded in its place and the rest is read. A Notice
    tells what was left out of the claim that follows it.
    """
    told: set[Notice] = set()
    for item in _items(path, map_):
        if isinstance(item, Notice) and item.where == str(path):
            if item in told:
                continue  # true of many rows, and told with the first
            told.add(item)
        yield item


def _items(path: Path, map_: Map) -> Iterator[Item]:
    for row in rows(path, map_.columns):
        if isinstance(row, Row):
            yield from _of_row(row, map_)
        else:
            yield row


def _of_row(row: Row, map_: Map) -> Iterator[Item]:
    sheet = Sheet.of(row, map_.unsaid)
    try:
        found = _reading(sheet, map_)
    except RowError as error:
        yield InputError(row.where, str(error))
        return
    yield from sheet.notes
    yield found


def _reading(sheet: Sheet, map_: Map) -> Reading:
    if not 0 < len(sheet.text) <= LONGEST:
        raise RowError(f"{len(sheet.text):,} characters are too few or too many for a row; take it out")
    given = sheet.first(map_.published)
    published = instant(given) if given else None
    time = interval(sheet, map_.time, _day(published)) if map_.time else None
    report = _report(sheet, map_, published or (time.latest if time else None))
    kind, trigger = slots.kind(sheet, map_)
    claim = Claim(
        id=claim_id(report.digest, trigger, kind),
        trigger=trigger,
        kind=kind,
        stance=Stance.ASSERTED,
        evidence=Span.of(sheet.text, 0, len(sheet.text)),
        voices=tuple(slots.voices(sheet, map_)),
        actor=slots.actors(sheet, map_, kind),
        target=slots.targets(sheet, map_, kind),
        place=location(sheet, map_.place) if map_.place else None,
        time=time,
        figures=tuple(slots.figures(sheet, map_.figures)),
    )
    return Reading(report, map_.reader, (), (), (), (claim,))


def _report(sheet: Sheet, map_: Map, published: Published) -> Report:
    doubtful = doubt(published)
    if doubtful:
        sheet.note(doubtful)
    own, outlet = sheet.first(map_.id), sheet.first(map_.publisher_column)
    title = ", ".join(cell.value for cell in sheet.all(map_.title))
    return Report(
        text=sheet.text,
        given_id=own.value if own else None,
        title=title or None,
        publisher=outlet.value if outlet else map_.publisher,
        published=published,
    )


def _day(published: Published) -> date | None:
    return published.date() if isinstance(published, datetime) else published
