"""Who holds which place, as records (JSON) and rows (CSV): what was said of it, or how it stands on a day."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TextIO

from whosays.export.contract import number, published
from whosays.export.table import Cell, guard
from whosays.model import Named, Origin, Place, Stance, Told
from whosays.reconcile.control import History, Holder, Statement
from whosays.reconcile.control.unnamed import Unnamed

PLACE = ("place", "part", "geonames_id", "country", "admin1", "lat", "lon")
FIGURE = ("low", "high", "counted")
SOURCE = ("origin", "origin_sort", "party", "claim", "report", "publisher", "published", "quote")

HISTORY_COLUMNS = (
    *("sort", *PLACE, "day", "event", "holders", "not_holders", "denied", "settles"),
    *FIGURE,
    *SOURCE,
)
"""A row is what one claim says of one place, or with the sort "count" of so many unnamed ones."""

DAY_COLUMNS = (
    *("sort", *PLACE, "on", "status", "holders", "since", "until", "reason", "claims"),
    *FIGURE,
)
"""A row is one place as it stands on the day, or what one claim says of so many unnamed ones."""


@dataclass(frozen=True, slots=True)
class Holdings:
    """Who is said to hold what: places with names, and counts of those without; `told` are claims by id.

    `on` is the day on which it is wanted, None for all that was said.
    """

    histories: tuple[History, ...]
    counts: tuple[Unnamed, ...]
    told: Mapping[str, Told]
    on: date | None = None


def lines(holdings: Holdings) -> Iterator[str]:
    """One line of JSON a place, then one a count."""
    for record in (*_places(holdings), *map(_count, holdings.counts)):
        yield json.dumps(record, ensure_ascii=False)


def write(holdings: Holdings, out: TextIO) -> None:
    """Write a header and the rows to `out`, which must be open with `newline=""`."""
    columns = DAY_COLUMNS if holdings.on else HISTORY_COLUMNS
    writer = csv.DictWriter(out, columns, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    for row in (*_rows(holdings), *(_count_row(each, holdings.on) for each in holdings.counts)):
        writer.writerow({column: guard(cell) for column, cell in row.items()})


def _places(holdings: Holdings) -> Iterator[dict[str, Any]]:
    for history in holdings.histories:
        about = {"sort": "place", "key": history.key, **_place(history.name, history.part, history.place)}
        if holdings.on:
            yield {**about, **_standing(history, holdings.on)}
        else:
            said = [_statement(each, holdings.told[each.claim]) for each in history.statements]
            yield {**about, "statements": said}


def _place(name: str | None, part: str, place: Place | None) -> dict[str, Cell]:
    if place is None:
        return dict(zip(PLACE, (name, part, None, None, None, None, None), strict=True))
    cells = (name, part, place.geonames_id, place.country, place.admin1, place.lat, place.lon)
    return dict(zip(PLACE, cells, strict=True))


def _standing(history: History, on: date) -> dict[str, Any]:
    found = history.on(on)
    return {
        "on": str(on),
        "status": found.status.value,
        "holders": [_holder(each) for each in found.holders],
        "since": _day(found.since),
        "until": _day(found.until),
        "reason": found.reason,
        "claims": list(found.claims),
    }


def _statement(said: Statement, told: Told) -> dict[str, Any]:
    return {
        "day": _day(said.day),
        "event": said.event.value,
        "holders": [_holder(each) for each in said.holders],
        "not_holders": [_holder(each) for each in said.not_holders],
        "denied": said.denied,
        "settles": said.settles,
        **_source(said.origin, told),
    }


def _count(count: Unnamed) -> dict[str, Any]:
    figure, ground, stance = count.figure, count.ground, count.told.claim.stance
    denied = stance is Stance.DENIED
    return {
        "sort": "count",
        **_where(count),
        "low": number(figure.low),
        "high": number(figure.high),
        "counted": figure.of,
        "event": ground.event.value,
        "holders": [] if denied else [_named(each) for each in ground.gains],
        "not_holders": [] if denied else [_named(each) for each in ground.loses],
        "denied": denied,
        "settles": stance is Stance.ASSERTED,
        **_source(count.origin, count.told),
    }


def _where(count: Unnamed) -> dict[str, Cell]:
    """Where the places lie, by the report's name for it."""
    location = count.told.claim.place
    return _place(location.name, "", location.place) if location else _place(None, "", None)


def _source(origin: Origin, told: Told) -> dict[str, Any]:
    report, claim = told.report, told.claim
    cells = (origin.name, origin.sort.value, origin.party, claim.id)
    about = (report.id, report.publisher, published(report), claim.evidence.quote)
    return dict(zip(SOURCE, (*cells, *about), strict=True))


def _holder(holder: Holder) -> dict[str, str | None]:
    return {"name": holder.name, "party": holder.party}


def _named(named: Named) -> dict[str, str | None]:
    return {"name": named.name, "party": named.party}


def _day(day: date | None) -> str | None:
    return str(day) if day else None


def _rows(holdings: Holdings) -> Iterator[dict[str, Cell]]:
    for record in _places(holdings):
        for said in record.pop("statements", [{}]):
            yield _flat({**record, **said})


def _count_row(count: Unnamed, on: date | None) -> dict[str, Cell]:
    record = _flat(_count(count))
    return {**record, "on": _day(on), "reason": record["quote"], "claims": record["claim"]}


def _flat(record: Mapping[str, Any]) -> dict[str, Cell]:
    """The record with one cell a key: names and ids parted by "; ", truth as yes and no."""
    return {key: _cell(value) for key, value in record.items()}


def _cell(value: Any) -> Cell:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return "; ".join(_joined(value))
    cell: Cell = value
    return cell


def _joined(values: Iterable[Any]) -> Iterator[str]:
    for value in values:
        yield value["name"] if isinstance(value, dict) else value
