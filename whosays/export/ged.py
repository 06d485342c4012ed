"""Incidents in the layout of UCDP's Georeferenced Event Dataset: a row a day and place, 49 columns.

Codebook: https://ucdp.uu.se/downloads/. The rows are the ledger's claims, not UCDP's data, and say so. An
incident in which nobody is said to be killed, or of which nobody says where, makes no row. Ids of conflicts,
dyads and actors are UCDP's to give and stay empty.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import TextIO

from whosays.export.choices import Choices
from whosays.export.contract import number
from whosays.export.events import point, toll
from whosays.export.extract import Extract
from whosays.export.forces import ucdp_region
from whosays.export.ged_rows import Row, rows
from whosays.export.precision import ucdp_place
from whosays.export.receipt import Receipt
from whosays.export.sides import Side
from whosays.export.table import Cell, guard
from whosays.export.wording import one_line
from whosays.ingest.coded.countries import country
from whosays.model import Measure, OriginSort
from whosays.reconcile.accounts.vocabulary import CIVILIANS, VOCABULARY
from whosays.reconcile.aggregate import Number, Rule

COLUMNS = (
    *("id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id"),
    *("conflict_new_id", "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id"),
    *("side_a_new_id", "side_a", "side_b_dset_id", "side_b_new_id", "side_b", "number_of_sources"),
    *("source_article", "source_office", "source_date", "source_headline", "source_original"),
    *("where_prec", "where_coordinates", "where_description", "adm_1", "adm_2", "latitude", "longitude"),
    *("geom_wkt", "priogrid_gid", "country", "country_id", "region", "event_clarity", "date_prec"),
    *("date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best"),
    *("high", "low", "gwnoa", "gwnob"),
)

NOT_UCDP = "whosays: claims from reports, not UCDP data"
IN_NO_COLUMN = "denied or unconfirmed: the table has no column for it"
_PER_DEGREE, _CELLS_AROUND = 2, 720


def write(extract: Extract, out: TextIO, choices: Choices, receipt: Receipt) -> None:
    """Write a header and the rows to `out`, which must be open with `newline=""`."""
    receipt.note(f"{NOT_UCDP}. `number_of_sources` counts who it rests on, not the pages that print it.")
    receipt.note("No coordinates for places wider than a district: their points lie where nothing happened.")
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for row in rows(extract.incidents(), choices, receipt):
        cells = {column: guard(cell) for column, cell in _cells(row, choices, receipt)}
        writer.writerow(cells)
        receipt.row(row.event.id, row.event.told)
        receipt.fold(IN_NO_COLUMN, row.event.doubting)


def priogrid(lat: float, lon: float) -> int:
    """The PRIO-GRID cell of a point in degrees: half a degree wide, counted from the south-west."""
    south, west = (90 + lat) * _PER_DEGREE, (180 + lon) * _PER_DEGREE
    return min(int(south), 359) * _CELLS_AROUND + min(int(west), _CELLS_AROUND - 1) + 1


def _cells(row: Row, choices: Choices, receipt: Receipt) -> Iterator[tuple[str, Cell]]:
    status = f"{NOT_UCDP}; contested" if row.event.is_contested else NOT_UCDP
    yield from (("id", row.event.id), ("year", row.start.year), ("code_status", status))
    yield from _sides(row)
    yield from _sources(row)
    yield from _where(row)
    yield from (("event_clarity", row.clarity), ("date_prec", row.date_precision))
    yield from (("date_start", str(row.start)), ("date_end", str(row.end)))
    yield from _deaths(row, choices, receipt)


def _sides(row: Row) -> Iterator[tuple[str, Cell]]:
    one, other = (_name(side) for side in (row.side_a, row.side_b))
    yield from (("type_of_violence", row.violence), ("side_a", one), ("side_b", other))
    yield "dyad_name", f"{one} - {other}" if one and other else None


def _name(side: Side) -> str:
    return ", ".join(dict.fromkeys(each.ucdp_name for each in side.forces))


def _sources(row: Row) -> Iterator[tuple[str, Cell]]:
    asserting = {told.claim.id for told in row.event.asserted}
    accounts = [each for each in row.event.accounts if not asserting.isdisjoint(each.claims)]
    known = list(
        dict.fromkeys(each.origin.name for each in accounts if each.origin.sort is not OriginSort.UNKNOWN)
    )
    reports = list({told.report.digest: told.report for told in row.event.told}.values())
    named = [
        (one_line(each.publisher or ""), str(each.day or ""), one_line(each.title or "")) for each in reports
    ]
    yield "number_of_sources", len(known) or None
    yield "source_original", "; ".join(map(one_line, known))
    yield "source_article", "; ".join(f'"{",".join(each)}"' for each in named)
    offices, days, headlines = (
        "; ".join(dict.fromkeys(filter(None, part))) for part in zip(*named, strict=True)
    )
    yield from (("source_office", offices), ("source_date", days), ("source_headline", headlines))


def _where(row: Row) -> Iterator[tuple[str, Cell]]:
    place, found = row.where, country(row.where.country)
    yield from (("where_prec", ucdp_place(place)), ("where_coordinates", place.name))
    yield from (("where_description", row.words), ("adm_1", place.admin1))
    yield "country", found.name if found else place.country
    yield "region", ucdp_region(place.country)
    if at := point(row.event.where):
        lat, lon = at
        yield from (("latitude", lat), ("longitude", lon), ("geom_wkt", f"POINT ({lon} {lat})"))
        yield "priogrid_gid", priogrid(lat, lon)


def _deaths(row: Row, choices: Choices, receipt: Receipt) -> Iterator[tuple[str, Cell]]:
    """Low, best and high by the rule, UCDP's own unless another is chosen; who died as far as it is told."""
    found, how = toll(row.event, Measure.KILLED, choices.rule or Rule.BEST, choices.parties)
    best = found.best if found else None
    receipt.choose(row.event.id, "best", number(best), how.receipt, found.claims if found else ())
    if found is None:
        return
    yield from (("low", number(found.low)), ("best", number(best)), ("high", number(found.high)))
    if best is not None:
        civilians = _civilians(row, choices)
        told = min(civilians.low, best) if civilians else None
        yield "deaths_civilians", number(told)
        yield "deaths_unknown", number(best - (told or 0))


def _civilians(row: Row, choices: Choices) -> Number | None:
    """The least number of civilians who are said to be dead."""
    figures = (figure for claim in row.event.claims for figure in claim.figures)
    if not any(VOCABULARY.population(figure.of) == CIVILIANS for figure in figures):
        return None
    _, found = toll(row.event, Measure.KILLED, Rule.RANGE, choices.parties)
    return next((each for each in found.numbers if each.population == CIVILIANS), None)
