"""Incidents for Forensic Architecture's TimeMap: a ZIP of events.json, sources.json and associations.json.

TimeMap (https://github.com/forensic-architecture/timemap) asks for each of the three at an address of its
own, takes all values as text, and fails as a whole where a latitude is missing: an unknown one is empty.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator
from datetime import date
from typing import IO, Any

from whosays.export.choices import Choices
from whosays.export.events import Event, events, most, point, toll
from whosays.export.extract import Extract
from whosays.export.identifiers import Thing, uuid
from whosays.export.receipt import Receipt
from whosays.export.safe_json import plain, text, web_address
from whosays.export.wording import notes
from whosays.model import Interval, Kind, Measure, Report
from whosays.reconcile.aggregate import Rule

Record = dict[str, Any]

DISPUTED = "disputed"
NOTES = (
    "An event is an incident on one day in one place; its description has a quote, cut, of each account.",
    "Dates are as TimeMap reads them without DATE_FMT: month, day, year. A spell stands on its first day.",
    "Points stand for a spot, a town or a district; without one, latitude and longitude are empty.",
)
NOWHERE_AND_NEVER = "neither a day nor a point: TimeMap shows nothing without one"


def write(extract: Extract, out: IO[bytes], choices: Choices, receipt: Receipt) -> None:
    """Write the ZIP."""
    receipt.note(*NOTES)
    sources: dict[str, Record] = {}
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        shown = _events(extract, sources, choices, receipt)
        _add(archive, "events.json", "[", map(text, shown), "]")
        told = (f"{text(id_)}:{text(source)}" for id_, source in sources.items())
        _add(archive, "sources.json", "{", told, "}")
        _add(archive, "associations.json", "[", map(text, associations()), "]")


def _add(archive: zipfile.ZipFile, name: str, start: str, lines: Iterable[str], end: str) -> None:
    """A file of the ZIP, line by line; its date is fixed, so that two exports are equal."""
    entry = zipfile.ZipInfo(name)
    entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
    with archive.open(entry, "w", force_zip64=True) as file:
        file.write(start.encode())
        separator = "\n"
        for line in lines:
            file.write((separator + line).encode())
            separator = ",\n"
        file.write(f"\n{end}\n".encode())


def associations() -> Iterator[Record]:
    """A category for each kind of happening, and a filter for what is disputed."""
    for kind in Kind:
        yield {"id": kind.value, "title": kind.value, "desc": "", "mode": "CATEGORY", "filter_paths": []}
    paths = {"filter_paths": ["accounts", DISPUTED]}
    yield {"id": DISPUTED, "title": DISPUTED, "desc": "accounts cannot all be so", "mode": "FILTER", **paths}


def _events(
    extract: Extract, sources: dict[str, Record], choices: Choices, receipt: Receipt
) -> Iterator[Record]:
    for incident in extract.incidents():
        for event in events(incident, receipt):
            made = _event(event, choices, receipt)
            if made is None:
                receipt.drop(NOWHERE_AND_NEVER, event.told)
                continue
            for told in event.told:
                sources.setdefault(_source_id(told.report), _source(told.report))
            receipt.row(event.id, event.told)
            yield made


def _event(event: Event, choices: Choices, receipt: Receipt) -> Record | None:
    when, where = _when(event, receipt), point(event.where)
    if not when["date"] and where is None:
        return None
    latitude, longitude = map(str, where or ("", ""))
    kind = most(((told.claim.id, told.claim.kind.value) for told in event.asserted), event.origins) or ""
    return {
        "id": event.id,
        "description": " ".join(_described(event, choices, receipt)),
        **when,
        "location": (plain(event.where.name) if event.where else None) or "",
        "latitude": latitude,
        "longitude": longitude,
        "category": kind,
        "associations": [kind, *([DISPUTED] if event.is_contested else [])],
        "sources": list(dict.fromkeys(_source_id(told.report) for told in event.told)),
    }


def _when(event: Event, receipt: Receipt) -> Record:
    """The day, TimeMap's words for it, and how closely it is known."""
    when = event.when
    first = when and (when.earliest or when.latest)
    if when and first:
        return _dated(_date(first), when)
    if event.first_day is None:
        return {"date": "", "time": "", "time_precision": "unknown", "time_display": ""}
    receipt.choose(event.id, "date", event.first_day, "no claim says when: the first report's day")
    day = _date(event.first_day)
    return {"date": day, "time": "", "time_precision": "day of the report", "time_display": ""}


def _date(day: date) -> str:
    return f"{day:%m/%d}/{day.year:04}"


def _dated(day: str, when: Interval) -> Record:
    return {"date": day, "time": "", "time_precision": when.precision.value, "time_display": str(when)}


def _described(event: Event, choices: Choices, receipt: Receipt) -> Iterator[str]:
    """What the accounts say; the dead by a rule only where one was asked for."""
    yield notes(event)
    if choices.rule:
        yield from _toll(event, choices, choices.rule, receipt)


def _toll(event: Event, choices: Choices, rule: Rule, receipt: Receipt) -> Iterator[str]:
    found, how = toll(event, Measure.KILLED, rule, choices.parties)
    if found:
        best = f", best {found.best:g}" if found.best is not None else ""
        said = f"[killed by the rule “{rule}”: {found.low:g} to {found.high:g}{best}]"
        receipt.choose(event.id, "description", said, how.receipt, found.claims)
        yield said


def _source_id(report: Report) -> str:
    return uuid(Thing.REPORT, report.digest)


def _source(report: Report) -> Record:
    """A report; `paths` are of pictures and films that TimeMap loads, and it has none."""
    return {
        "id": _source_id(report),
        "title": plain(report.title) or plain(report.id) or "",
        "paths": [],
        "type": "Report",
        "url": web_address(report.url) or "",
        "author": plain(report.publisher) or "outlet unknown",
        "date": _date(report.day) if report.day else "",
    }
