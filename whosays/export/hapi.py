"""Incidents as rows of conflict events in the manner of HDX HAPI: counts by month, province and type.

Columns: https://hdx-hapi.readthedocs.io/en/latest/data_usage_guides/. The events are those that the ACLED
export has, for HAPI takes its own from ACLED. Violence that targets civilians is political violence, too, so
it is counted under both. Codes of administrative divisions are not known here and stay empty.
"""

from __future__ import annotations

import csv
from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple, TextIO

from whosays.export.acled import fatalities
from whosays.export.acled_rows import Row, rows
from whosays.export.choices import Choices
from whosays.export.extract import Extract
from whosays.export.forces import disorder
from whosays.export.receipt import CAUTION, Receipt
from whosays.export.table import Cell, guard
from whosays.ingest.coded.countries import country
from whosays.model import OriginSort

TAGS = {
    "location_code": "#country+code",
    "has_hrp": "#meta+has_hrp",
    "in_gho": "#meta+in_gho",
    "provider_admin1_name": "#adm1+name+provider",
    "provider_admin2_name": "#adm2+name+provider",
    "admin1_code": "#adm1+code",
    "admin1_name": "#adm1+name",
    "admin2_code": "#adm2+code",
    "admin2_name": "#adm2+name",
    "admin_level": "#adm+level",
    "event_type": "#event+type",
    "events": "#indicator+event+num",
    "fatalities": "#affected+killed",
    "reference_period_start": "#date+start",
    "reference_period_end": "#date+end",
    "dataset_hdx_id": "#meta+dataset_id",
    "resource_hdx_id": "#meta+resource_id",
    "warning": "#meta+warning",
    "error": "#meta+error",
}
"""The columns, in order, with their HXL hashtags (https://hxlstandard.org)."""

TYPES = {"Political violence": "political_violence", "Demonstrations": "demonstration"}
TARGETING = "civilian_targeting"
TOGETHER = "events counted together, by month, province and type"
NO_TYPE = "HAPI counts no strategic developments"
NO_COUNTRY = "the place lies in no country: HAPI counts by country"


class _Key(NamedTuple):
    country: str
    admin1: str
    month: date
    type: str

    @property
    def row(self) -> str:
        """The row's name in the receipt."""
        return "/".join((self.country, self.admin1, self.month.strftime("%Y-%m"), self.type))


@dataclass(slots=True)
class _Counts:
    """Events, their dead as far as somebody counts them, and the names of whose word they are."""

    events: int = 0
    dead: list[int | float] = field(default_factory=list)
    origins: dict[str, None] = field(default_factory=dict)


def write(extract: Extract, out: TextIO, choices: Choices, receipt: Receipt) -> None:
    """Write a header, the hashtags if they are wanted, and the rows to `out`, open with `newline=""`."""
    receipt.note(
        "Violence that targets civilians is counted under civilian_targeting and political_violence."
    )
    receipt.note("`fatalities` sums the events whose dead somebody counts; the others add nothing.")
    writer = csv.DictWriter(out, TAGS, lineterminator="\n")
    writer.writeheader()
    if choices.hxl:
        writer.writerow(TAGS)
    for key, counts in sorted(_counted(extract, choices, receipt).items()):
        writer.writerow({column: guard(cell) for column, cell in _cells(key, counts)})


def _counted(extract: Extract, choices: Choices, receipt: Receipt) -> dict[_Key, _Counts]:
    found: dict[_Key, _Counts] = defaultdict(_Counts)
    for row in rows(extract.incidents(), choices, receipt):
        keys = list(_keys(row, receipt))
        dead = fatalities(row, choices, receipt) if keys else None
        for key in keys:
            _add(row, dead, found[key])
            receipt.row(key.row, row.event.told)
            receipt.fold(TOGETHER, row.event.told)
    return found


def _add(row: Row, dead: int | float | None, counts: _Counts) -> None:
    counts.events += 1
    counts.dead += [] if dead is None else [dead]
    known = (each for each in row.event.accounts if each.origin.sort is not OriginSort.UNKNOWN)
    counts.origins |= dict.fromkeys(each.origin.name for each in known)


def _keys(row: Row, receipt: Receipt) -> Iterator[_Key]:
    """The rows that an event is counted in; that there is none is kept in the receipt."""
    found, types = country(row.place.country), list(_types(row))
    if found is None or not types:
        receipt.drop(NO_TYPE if found else NO_COUNTRY, row.event.told)
        return
    for each in types:
        yield _Key(found.alpha3, row.place.admin1 or "", row.day.replace(day=1), each)


def _types(row: Row) -> Iterator[str]:
    if found := TYPES.get(disorder(row.type)):
        yield found
    if row.targets_civilians:
        yield TARGETING


def _cells(key: _Key, counts: _Counts) -> Iterator[tuple[str, Cell]]:
    last = key.month.replace(day=monthrange(key.month.year, key.month.month)[1])
    yield from (("location_code", key.country), ("provider_admin1_name", key.admin1))
    yield from (("admin_level", 1 if key.admin1 else 0), ("event_type", key.type))
    yield from (("events", counts.events), ("fatalities", sum(counts.dead) if counts.dead else None))
    yield from (("reference_period_start", str(key.month)), ("reference_period_end", str(last)))
    yield "warning", f"{CAUTION} It rests on: {'; '.join(counts.origins) or 'nobody who is named'}."
