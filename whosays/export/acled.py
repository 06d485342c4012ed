"""Incidents in ACLED's layout: a row a day and place, 31 columns (https://acleddata.com/knowledge-base/codebook/).

The rows are the ledger's claims, not ACLED's data, and say so. An incident that ACLED has no code for, or of
which nobody says where, makes no row.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TextIO

from whosays.export.acled_rows import Row, rows
from whosays.export.choices import Choices
from whosays.export.contract import number
from whosays.export.events import kills, point, toll
from whosays.export.extract import Extract
from whosays.export.forces import disorder, region
from whosays.export.precision import acled_place
from whosays.export.receipt import Receipt
from whosays.export.sides import Side
from whosays.export.table import Cell, guard
from whosays.export.wording import notes
from whosays.ingest.coded.countries import country
from whosays.model import Measure, Place
from whosays.reconcile.aggregate import Rule

COLUMNS = (
    *("event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type"),
    *("sub_event_type", "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2"),
    *("interaction", "civilian_targeting", "iso", "region", "country", "admin1", "admin2", "admin3"),
    *("location", "latitude", "longitude", "geo_precision", "source", "source_scale", "notes"),
    *("fatalities", "tags", "timestamp"),
)

NOT_ACLED = "whosays: claims from reports, not ACLED data"
IN_NOTES = "denied or unconfirmed: told in the notes alone"


def write(extract: Extract, out: TextIO, choices: Choices, receipt: Receipt) -> None:
    """Write a header and the rows to `out`, which must be open with `newline=""`."""
    receipt.note(f"{NOT_ACLED}. `fatalities` is what a rule makes of the figures in reports, see `chosen`.")
    receipt.note("No coordinates for places wider than a district: their points lie where nothing happened.")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in rows(extract.incidents(), choices, receipt):
        writer.writerow([guard(cell) for cell in _cells(row, choices, receipt)])
        receipt.row(row.event.id, row.event.told)
        receipt.fold(IN_NOTES, row.event.doubting)


def fatalities(row: Row, choices: Choices, receipt: Receipt) -> int | float | None:
    """The dead of a row by the rule, ACLED's own unless another is chosen; how is kept in the receipt."""
    if not kills(row.event):
        return None
    found, how = toll(row.event, Measure.KILLED, choices.rule or Rule.CONSERVATIVE, choices.parties)
    value = None if found is None else number(found.low if found.best is None else found.best)
    receipt.choose(row.event.id, "fatalities", value, how.receipt, found.claims if found else ())
    return value


def _cells(row: Row, choices: Choices, receipt: Receipt) -> Iterator[Cell]:
    yield from (row.event.id, str(row.day), row.day.year, row.time_precision)
    yield from (disorder(row.type), row.type, row.subtype)
    yield from (*_side(row.side1), *_side(row.side2), interaction(row))
    yield "Civilian targeting" if row.targets_civilians else None
    yield from _where(row.place, row)
    yield from ("; ".join(row.event.outlets), None, notes(row.event))
    yield fatalities(row, choices, receipt)
    yield "; ".join(_tags(row))
    yield _timestamp(row)


def _tags(row: Row) -> Iterator[str]:
    yield from (NOT_ACLED, f"incident={row.event.incident.id}")
    if row.event.is_contested:
        yield "contested"


def _side(side: Side) -> Iterator[Cell]:
    first, *others = [each.name for each in side.forces] or [""]
    yield from (first, "; ".join(others), side.code)


def interaction(row: Row) -> Cell:
    """ACLED's two digits, the smaller first; None where a side that is named has no code."""
    sides = [side for side in (row.side1, row.side2) if side.forces]
    if not sides or any(side.code is None for side in sides):
        return None
    digits = sorted(str(side.code) for side in sides)
    return "".join(digits) if len(digits) > 1 else f"{digits[0]}0"


def _where(place: Place, row: Row) -> Iterator[Cell]:
    found, at = country(place.country), point(row.event.where)
    yield from (found.numeric if found else None, region(place.country))
    yield from (found.name if found else place.country, place.admin1, None, None, place.name)
    yield from (*(at or (None, None)), acled_place(place))


def _timestamp(row: Row) -> Cell:
    """When the newest of its reports was published; ACLED has when it uploaded the row."""
    day = max((told.report.day for told in row.event.told if told.report.day), default=None)
    return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp()) if day else None
