"""The audit log of a team."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from fastapi import APIRouter

from whosays.ledger import first_broken
from whosays.serve.asked import Limit
from whosays.serve.desk import AtDesk

router = APIRouter(tags=["audit"])


@router.get("/audit")
def audit(desk: AtDesk, limit: Limit = 50) -> dict[str, Any]:
    """The newest lines of the audit log, and the first line whose hash does not fit, null if all do."""
    entries = desk.ledger.team.audit()
    return {"items": [asdict(each) for each in entries[::-1][:limit]], "broken": first_broken(entries)}
