"""What an incident comes to by written rules, as records (JSON) and rows (CSV): tolls, numbers and grades."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import Any, TextIO

from whosays.export.contract import number
from whosays.export.table import Cell, guard
from whosays.model import Incident
from whosays.reconcile.aggregate import Aggregate, Number
from whosays.reconcile.grades import Admiralty, Grading
from whosays.reconcile.reckoning import Reckoning
from whosays.reconcile.tolls import Toll, TollEntry

COLUMNS = (
    *("incident", "title", "measure", "rule", "population"),
    *("low", "best", "high", "receipt", "claims"),
)
"""The columns, in order: a row is one number. A rule that gives none has one row, without a number."""


def record(found: Reckoning) -> dict[str, Any]:
    """The keys that are added to an incident's record."""
    return {
        "tolls": [_toll(each) for each in found.tolls],
        "aggregates": [_aggregate(each) for each in found.aggregates],
        "airwars": _airwars(found.airwars) if found.airwars else None,
        "admiralty": [_admiralty(each) for each in found.admiralty],
    }


def write(incident: Incident, found: Reckoning, out: TextIO) -> None:
    """Write a header and one row a number to `out`, which must be open with `newline=""`."""
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for aggregate in found.aggregates:
        for cells in _rows(aggregate):
            row = [incident.id, incident.title, aggregate.measure.value, aggregate.rule.value, *cells]
            writer.writerow([guard(cell) for cell in row])


def _rows(aggregate: Aggregate) -> Iterator[list[Cell]]:
    for each in aggregate.numbers:
        ends = (number(end) for end in (each.low, each.best, each.high))
        yield [each.population, *ends, aggregate.receipt, "; ".join(each.claims)]
    if not aggregate.numbers:
        yield [None, None, None, None, aggregate.receipt, None]


def _toll(toll: Toll) -> dict[str, Any]:
    return {
        "measure": toll.measure,
        "population": toll.population,
        "course": toll.course,
        "history": toll.history,
        "entries": [_entry(each) for each in toll.entries],
    }


def _entry(entry: TollEntry) -> dict[str, Any]:
    return {
        "words": entry.words,
        "low": number(entry.figure.low),
        "high": number(entry.figure.high),
        "day": str(entry.day) if entry.day else None,
        "origin": entry.origin.key,
        "claim": entry.claim,
        "former": entry.former,
        "correction": entry.correction,
    }


def _aggregate(aggregate: Aggregate) -> dict[str, Any]:
    return {
        "measure": aggregate.measure,
        "rule": aggregate.rule,
        "numbers": [_number(each) for each in aggregate.numbers],
        "receipt": aggregate.receipt,
    }


def _number(found: Number) -> dict[str, Any]:
    return {
        "population": found.population,
        "low": number(found.low),
        "best": number(found.best),
        "high": number(found.high),
        "claims": list(found.claims),
    }


def _airwars(grading: Grading) -> dict[str, Any]:
    return {
        "belligerent": grading.belligerent,
        "grade": grading.grade,
        "reason": grading.reason,
        "claims": list(grading.claims),
    }


def _admiralty(graded: Admiralty) -> dict[str, Any]:
    return {
        "origin": graded.origin.key,
        "name": graded.origin.name,
        "reliability": graded.reliability,
        "credibility": int(graded.credibility),
        "reason": graded.reason,
    }
