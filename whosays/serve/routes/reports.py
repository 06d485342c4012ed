"""Reports: as a list, and one with its text and all that was read in it."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Any

from fastapi import APIRouter, Query

from whosays.export.contract import reading_record
from whosays.model import Report
from whosays.serve.asked import Cursor, Limit, Page, Tagged, page
from whosays.serve.desk import AtDesk
from whosays.serve.records import meta

router = APIRouter(tags=["reports"])

Words = Annotated[str, Query(max_length=200, description="Words of the title, the outlet or the id.")]


@router.get("/reports", dependencies=[Tagged], response_model=Page[dict[str, Any]])
def reports(desk: AtDesk, text: Words = "", limit: Limit = 50, cursor: Cursor = None) -> dict[str, Any]:
    """The reports without their texts, the newest first, with the number of their claims."""
    found = desk.ledger.reports(text, after=cursor)
    return page(found, limit, _listed, lambda each: each[0].digest)


@router.get("/reports/{report_id}", dependencies=[Tagged])
def report(desk: AtDesk, report_id: str) -> dict[str, Any]:
    """A report with its text, and what was read in it, by the judgements in force.

    Offsets count Unicode code points of the text.
    """
    reading = desk.ledger.reading(report_id)
    rulings = desk.ledger.rulings()
    held = tuple(rulings.applied(claim, reading.report.digest) for claim in reading.claims)
    read: dict[str, Any] = reading_record(replace(reading, claims=held)).model_dump(mode="json")
    return read | meta(reading.report)


def _listed(found: tuple[Report, int]) -> dict[str, Any]:
    report, claims = found
    return meta(report) | {"claims": claims}
