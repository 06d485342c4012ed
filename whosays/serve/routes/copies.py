"""Copies: which reports print one text, and where in them it stands."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import dropwhile
from typing import Annotated, Any

from fastapi import APIRouter, Query

from whosays.export.copies import Printed, record
from whosays.serve.asked import Cursor, Limit, Page, Tagged, page
from whosays.serve.desk import AtDesk
from whosays.serve.records import meta

router = APIRouter(tags=["reports"])

Of = Annotated[str | None, Query(description="Only families that this report is in.")]


@router.get("/copies", dependencies=[Tagged], response_model=Page[dict[str, Any]])
def copies(desk: AtDesk, report: Of = None, limit: Limit = 50, cursor: Cursor = None) -> dict[str, Any]:
    """The families of reports that print one text, the largest first, as `whosays copies`.

    Spans of passages count Unicode code points of each report's text.
    """
    found = desk.ledger.copies(report)
    return page(_behind(found, cursor) if cursor else found, limit, _record, lambda each: each[0].id)


def _behind(found: Iterator[Printed], cursor: str) -> Iterator[Printed]:
    """The families that come after the one with that id."""
    rest = dropwhile(lambda each: each[0].id != cursor, found)
    next(rest, None)
    return rest


def _record(printed: Printed) -> dict[str, Any]:
    made = record(printed)
    members = zip(made["members"], printed[1], strict=True)
    return made | {"members": [member | {"report": meta(report)} for member, report in members]}
