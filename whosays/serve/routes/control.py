"""Who holds what by whose word, and what became of forecasts, threats and denials."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from fastapi import APIRouter

from whosays.export import control as export
from whosays.export import foretold as ties
from whosays.export.holdings import holdings, tied
from whosays.serve.asked import Tagged
from whosays.serve.desk import AtDesk, Desk

router = APIRouter(tags=["control"])


@router.get("/control", dependencies=[Tagged])
def control(desk: AtDesk, on: date | None = None, place: str | None = None) -> list[dict[str, Any]]:
    """Who holds which place on a day, or all that is said of it, as `whosays control` has it."""

    def ask() -> list[dict[str, Any]]:
        return [json.loads(line) for line in export.lines(holdings(desk.ledger, _told(desk), place, on))]

    return desk.remembered("control", (on, place), ask)


@router.get("/foretold", dependencies=[Tagged])
def foretold(desk: AtDesk) -> list[dict[str, Any]]:
    """Forecasts, threats and conditions with what came of them, and denials with what they deny."""

    def ask() -> list[dict[str, Any]]:
        return [json.loads(ties.line(each)) for each in tied(_told(desk))]

    return desk.remembered("foretold", None, ask)


def _told(desk: Desk) -> Any:
    return desk.remembered("told", None, desk.ledger.told)
