"""Families of reports that carry one text, as records (JSON) and rows (CSV)."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from typing import Any, TextIO

from whosays.export.table import guard
from whosays.model import Report
from whosays.reconcile.copies import Family

Printed = tuple[Family, tuple[Report, ...], str | None]
"""A family, the reports of its members in their order, and whose text it probably is."""

COLUMNS = ("family", "original", "report", "publisher", "published", "title", "start", "end", "quote")
"""The columns, in order: a row is one passage in one report."""


def record(printed: Printed) -> dict[str, Any]:
    """A family: whose text it is, on what ground, and where it stands in each report."""
    family, reports, original = printed
    ground = family.original.ground if family.original else None
    members = [
        {
            **_report(report),
            "passages": [_passage(span.start, span.end, span.quote) for span in member.passages],
        }
        for member, report in zip(family.members, reports, strict=True)
    ]
    return {"id": family.id, "original": original, "ground": ground, "members": members}


def line(printed: Printed) -> str:
    """A family on one line of JSON."""
    return json.dumps(record(printed), ensure_ascii=False)


def write(families: Iterable[Printed], out: TextIO) -> None:
    """Write a header and one row a passage to `out`, which must be open with `newline=""`."""
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for family, reports, original in families:
        for member, report in zip(family.members, reports, strict=True):
            about = [family.id, original, *_report(report).values()]
            for span in member.passages:
                writer.writerow([guard(cell) for cell in (*about, span.start, span.end, span.quote)])


def _report(report: Report) -> dict[str, str | None]:
    day = str(report.day) if report.day else None
    return {"report": report.id, "publisher": report.publisher, "published": day, "title": report.title}


def _passage(start: int, end: int, quote: str) -> dict[str, Any]:
    return {"span": [start, end], "quote": quote}
